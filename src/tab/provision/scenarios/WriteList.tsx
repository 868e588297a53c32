import { inWords, t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { saidOf, type Value } from '../../../domain/fields.ts'
import { fieldOf } from '../../../domain/record.ts'
import { recordTypeNamed } from '../../../domain/records/index.ts'
import type { ScenarioWrite } from '../../../domain/rules/scenarioWrites.ts'
import type { ScenarioState } from '../../../domain/rules/scenarioTypes.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: '8px 0',
    padding: '0 8px',
    maxHeight: '40vh',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  item: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What of a new record a person reads: its dates and what it is, not the keys that it hangs on. */
const told = ['name', 'what', 'from', 'until', 'weekday', 'starts', 'minutes', 'sessionsPerWeek', 'role', 'staff', 'hours', 'amount'] // prettier-ignore

const valueOf = (type: string, field: string, value: Value) => {
  const found = fieldOf(recordTypeNamed(type)!, field)
  return found.kind === 'key' ? 'another' : saidOf(found, value) || 'nothing'
}
const labelOf = (type: string, field: string) => inWords(fieldOf(recordTypeNamed(type)!, field).label)

/** One write in words: old and new of each field, or what a new record says. */
const linesOf = (write: ScenarioWrite): string[] => {
  if (write.do === 'change')
    return Object.entries(write.changes).map(
      ([field, { from, to }]) =>
        `${labelOf(write.type, field)}: ${valueOf(write.type, field, from)} → ${valueOf(write.type, field, to)}`,
    )
  if (write.do === 'archive') return [t`Goes to the archive: it would not have begun yet`]
  return [
    told
      // A copy of a pupil's name stands above the line.
      .filter((field) => !(write.type === 'SlotPupil' && field === 'name'))
      .flatMap((field) =>
        write.record[field] === null || write.record[field] === undefined
          ? []
          : [`${labelOf(write.type, field)} ${valueOf(write.type, field, write.record[field])}`],
      )
      .join(', '),
  ]
}
const verbs = { create: 'New', change: 'Change', archive: 'Archive' } as const

/** Every record that applying would write, with what it says before and after. */
export const WriteList = ({ writes, state }: { writes: readonly ScenarioWrite[]; state: ScenarioState }) => {
  const styles = useStyles()
  const pupilOf = new Map(state.pupils.map((one) => [one.key, one]))
  const rowOf = new Map(
    [...state.groups, ...state.slots, ...state.staff].map((row) => [
      row.key,
      row as { name?: Value; what?: Value },
    ]),
  )
  const nameOf = (write: ScenarioWrite): string => {
    const named = write.do === 'change' ? rowOf.get(write.key) : write.record
    return String(named?.['name'] ?? named?.['what'] ?? '')
  }
  return (
    <>
      {/* Scrolls, so the keyboard has to reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={styles.list} aria-label={t`What would be written`} tabIndex={0}>
        {writes.map((write) => {
          const pupil = write.pupil ? pupilOf.get(write.pupil) : undefined
          return (
            <li key={`${write.type}${write.key}`} className={styles.item}>
              <Text block weight="semibold">
                {verbs[write.do]}: {recordTypeNamed(write.type)!.label.toLowerCase()}{' '}
                {pupil ? <PupilName pupil={pupil} /> : write.pupil ? '' : nameOf(write)}
              </Text>
              {linesOf(write).map((words) => (
                <Text block size={200} key={words} className={styles.quiet}>
                  {words}
                </Text>
              ))}
            </li>
          )
        })}
      </ul>
    </>
  )
}
