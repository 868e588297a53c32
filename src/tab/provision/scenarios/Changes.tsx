import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { saidOf } from '../../../domain/fields.ts'
import { fieldOf } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import { Group } from '../../../domain/records/group.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { SupportStaff } from '../../../domain/records/supportStaff.ts'
import type { Cant, Change } from '../../../domain/rules/scenarioTypes.ts'
import { changeWords } from '../../../domain/rules/scenarioWords.ts'
import { Notice } from '../../../ui/Loaded.tsx'
import type { calledOn, Reckoned } from './useScenario.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const movedWords = (moved: NonNullable<Cant['moved']>): string =>
  moved
    .map(({ field, seen, now }) => {
      const type = [Group, Allocation, SupportStaff, Slot].find((one) => Object.hasOwn(one.fields, field))!
      const definition = fieldOf(type, field)
      const value = (one: typeof seen) =>
        definition.kind === 'key' ? 'another' : saidOf(definition, one) || 'nothing'
      return t`${inWords(definition.label)} was ${value(seen)}, is ${value(now)} now`
    })
    .join('; ')

/** The changes in their order, each with why it can’t be made or what it leaves to do. */
export const Changes = ({
  changes,
  is,
  called,
  busy,
  mayEdit,
  onRemove,
  onRenew,
}: {
  changes: readonly Change[]
  /** Null once it is applied or dropped: then it is not reckoned again. */
  is: Reckoned | null
  called: ReturnType<typeof calledOn>
  busy: boolean
  mayEdit: boolean
  onRemove: (at: number) => void
  onRenew: (at: number) => void
}) => {
  const styles = useStyles()
  if (changes.length === 0)
    return (
      <Notice
        title={t`No changes yet`}
        todo={t`Say what would change: somebody goes, two groups become one, sessions are shorter. Nothing is written before you apply it.`}
      />
    )
  return (
    <ol className={styles.list} aria-label={t`What changes`}>
      {changes.map((change, at) => {
        const cant = is?.applied.cant.find((one) => one.at === at)
        const told = is?.applied.told.filter((one) => one.at === at) ?? []
        return (
          // Changes are told apart by their place alone.
          <li key={at}>
            <div className={styles.row}>
              <Text>{changeWords(change, called)}</Text>
              {mayEdit && (
                <Button
                  size="small"
                  appearance="subtle"
                  disabled={busy}
                  aria-label={t`Take off: ${changeWords(change, called)}`}
                  onClick={() => onRemove(at)}
                >{t`Take off`}</Button>
              )}
            </div>
            {cant && (
              <Text
                block
                weight="semibold"
              >{t`Can’t be made: ${cant.words} ${cant.moved ? `${movedWords(cant.moved)}.` : ''}`}</Text>
            )}
            {cant?.why === 'changed' && mayEdit && (
              <Button
                size="small"
                disabled={busy}
                onClick={() => onRenew(at)}
              >{t`Take it as it is now`}</Button>
            )}
            {told.map(({ words }) => (
              <Text block size={200} key={words} className={styles.quiet}>
                {words}
              </Text>
            ))}
          </li>
        )
      })}
    </ol>
  )
}
