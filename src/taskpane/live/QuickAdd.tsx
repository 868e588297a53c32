import { t } from '../../words/t.ts'
import { makeStyles, mergeClasses, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Stored } from '../../domain/record.ts'
import { calledName } from '../../domain/records/pupil.ts'
import { View } from '../../domain/records/view.ts'
import { ActionEntry } from '../../ui/meeting/ActionEntry.tsx'
import { Here } from '../../ui/meeting/Here.tsx'
import { SaidList } from '../../ui/meeting/SaidList.tsx'
import { Speech } from '../../ui/meeting/Speech.tsx'
import type { Speaking } from '../../ui/meeting/useSpeaking.ts'
import { useWayBack } from '../../ui/meeting/useWayBack.ts'
import { useServices } from '../../ui/services.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { clockTime } from '../../ui/words.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '10px' },
  title: { margin: 0 },
  kinds: { display: 'grid', gridTemplateColumns: 'auto 1fr 1fr', gap: '6px' },
  kind: { minWidth: 0, padding: '4px 8px', whiteSpace: 'nowrap' },
  shown: { display: 'flex', flexDirection: 'column', gap: '12px' },
  // What was typed in one stays while another is looked at.
  away: { display: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const kinds = { action: 'Action', here: 'Who came', view: 'What was said' } as const
type Kind = keyof typeof kinds

/** An action, who came, and what was said, stored in the record at once by the forms of the meeting in Teams. */
export const QuickAdd = ({
  file,
  topic,
  speaking,
}: {
  file: ReviewFile
  /** The part of the meeting that is in sight, by its name. */
  topic: string
  speaking: Speaking
}) => {
  const styles = useStyles()
  const { now } = useServices()
  const mayWrite = useMayWrite(View)
  const [kind, setKind] = useState<Kind | null>(null)
  const [met, setMet] = useState<ReadonlySet<Kind>>(new Set())
  const [saved, setSaved] = useState<{ readonly at: Date; readonly words: string } | null>(null)
  const sayKept = useWayBack(View, t`Words kept`)
  const stored = (words: string) => () => setSaved({ at: now(), words })
  const choose = (next: Kind) => {
    setKind(next === kind ? null : next)
    setMet(new Set([...met, next]))
  }
  // Its part is where it was said: the newest of all is what was just added.
  const newest = file.views.toSorted((a, b) => (a.key < b.key ? 1 : -1)).slice(0, 1)
  const content: Record<Kind, () => React.ReactNode> = {
    action: () => <ActionEntry file={file} onStored={stored('action')} />,
    here: () => <Here file={file} onStored={stored(t`who came`)} />,
    view: () => (
      <>
        <Speech
          file={file}
          topic={topic}
          speaking={speaking}
          onStored={(view: Stored<unknown>) => {
            sayKept(view)
            stored(t`what was said`)()
          }}
        />
        <SaidList views={newest} child={calledName(file.pupil)} />
      </>
    ),
  }
  // Whose right to write was taken away keeps what was typed in sight.
  if (!mayWrite && met.size === 0)
    return <Text className={styles.quiet}>{t`You may read this record but not add to it.`}</Text>
  return (
    <section className={styles.all} aria-label={t`Add to the record`}>
      <Text as="h2" weight="semibold" className={styles.title}>{t`Add to the record`}</Text>
      <div className={styles.kinds} role="group" aria-label={t`What to add`}>
        {(Object.keys(kinds) as Kind[]).map((one) => (
          <ToggleButton
            key={one}
            size="small"
            className={styles.kind}
            checked={one === kind}
            onClick={() => choose(one)}
          >
            {kinds[one]}
          </ToggleButton>
        ))}
      </div>
      {(Object.keys(kinds) as Kind[])
        .filter((one) => met.has(one))
        .map((one) => (
          <div key={one} className={mergeClasses(one === kind ? styles.shown : styles.away)}>
            {content[one]()}
          </div>
        ))}
      <Text size={200} className={styles.quiet}>
        {saved && <>{t`Saved ${clockTime(saved.at)}: ${saved.words}. `}</>}
        {t`Stored in the record at once. Update brings it into this document.`}
      </Text>
    </section>
  )
}
