import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { grouped } from '../../../domain/grouped.ts'
import { folded } from '../../../domain/folded.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { scaleWords } from '../../../domain/rules/scoring.ts'
import { type ToolKind, toolKinds, toolOf } from '../../../domain/rules/toolKinds.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useArchive } from '../../../ui/useArchive.ts'
import { useAttempt } from '../../../ui/useAttempt.ts'

const useStyles = makeStyles({
  all: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  heading: { margin: '8px 0 0' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  what: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Kinds of tools that many schools use; a click takes one up, to be changed afterwards. */
export const ToolList = ({ tools }: { tools: readonly Stored<AssessmentTool>[] }) => {
  const styles = useStyles()
  const { records } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { archive, trouble: notUndone } = useArchive(AssessmentTool)
  const { attempt, busy, trouble } = useAttempt()
  const inUse = new Set(tools.map(({ name }) => folded(name)))
  const take = (kind: ToolKind) =>
    attempt(async () => {
      const record = blank(AssessmentTool, toolOf(kind))
      const stored = await records.store(AssessmentTool).create(record)
      put(AssessmentTool, stored)
      say(t`${kind.name} added`, () => void archive(stored, 'Taken back at once'))
    })
  return (
    <section className={styles.all} aria-label={t`Kinds of tools`}>
      <Text
        size={200}
        className={styles.quiet}
      >{t`Ranges are filled in only where they are certain. Intervals are for you to take from the manual: they tell a real change from chance.`}</Text>
      {(trouble ?? notUndone) && <TroubleNotice trouble={(trouble ?? notUndone)!} />}
      {[...grouped(toolKinds, ({ part }) => part)].map(([part, kinds]) => (
        <div key={part}>
          <Text as="h3" size={300} weight="semibold" block className={styles.heading}>
            {part}
          </Text>
          <ul className={styles.list}>
            {kinds.map((kind) => (
              <li key={kind.name} className={styles.row}>
                <span className={styles.what}>
                  <Text block>
                    {kind.name}
                    {kind.measures && ` · ${kind.measures}`}
                  </Text>
                  <Text block size={200} className={styles.quiet}>
                    {scaleWords(toolOf(kind))} · {kind.source}
                  </Text>
                </span>
                {inUse.has(folded(kind.name)) ? (
                  <Text className={styles.quiet}>{t`In use`}</Text>
                ) : (
                  <Button
                    size="small"
                    icon={<AddRegular />}
                    disabled={busy}
                    aria-label={t`Add ${kind.name}`}
                    onClick={() => void take(kind)}
                  >{t`Add`}</Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
