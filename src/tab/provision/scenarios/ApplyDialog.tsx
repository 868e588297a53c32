import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { show, type Value } from '../../../domain/fields.ts'
import { fieldOf } from '../../../domain/record.ts'
import type { Stored } from '../../../domain/record.ts'
import { recordTypeNamed } from '../../../domain/records/index.ts'
import { Scenario } from '../../../domain/records/scenario.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { type ScenarioWrite, scenarioWrites } from '../../../domain/rules/scenarioWrites.ts'
import { scenarioPlan } from '../../../jobs/scenarioPlan.ts'
import { AskDialog } from '../../../ui/AskDialog.tsx'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { useRunner } from '../../jobs/useJobs.ts'
import type { DeployedRecords } from '../staff/useDeployed.ts'
import { Falls } from './Consequences.tsx'
import type { Reckoned } from './useScenario.ts'

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
  return found.kind === 'key' ? 'another' : show(found, value) || 'nothing'
}
const labelOf = (type: string, field: string) => fieldOf(recordTypeNamed(type)!, field).label

/** One write in words: old and new of each field, or what a new record says. */
const linesOf = (write: ScenarioWrite): string[] => {
  if (write.do === 'change')
    return Object.entries(write.changes).map(
      ([field, { from, to }]) =>
        `${labelOf(write.type, field)}: ${valueOf(write.type, field, from)} → ${valueOf(write.type, field, to)}`,
    )
  if (write.do === 'archive') return ['Goes to the archive: it would not have begun yet']
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

/** Everything that applying would write, and one button that does it as a job that can be stopped and undone. */
export const ApplyDialog = ({
  scenario,
  is,
  records,
  onClose,
}: {
  scenario: Stored<Scenario>
  is: Reckoned
  records: DeployedRecords
  onClose: () => void
}) => {
  const styles = useStyles()
  const services = useServices()
  const runner = useRunner()
  const put = usePutStored()
  const { attempt, busy, trouble } = useAttempt()
  const [seen, setSeen] = useState(false)
  const writes = useMemo(() => scenarioWrites(is.state, is.applied.state), [is])
  const pupilOf = new Map(records.pupils.map((one) => [one.key, one]))
  const nameOf = (write: ScenarioWrite): string => {
    const all = { Group: is.state.groups, Slot: is.state.slots, SupportStaff: is.state.staff }
    const record =
      write.do === 'change'
        ? all[write.type as 'Group']?.find(({ key }) => key === write.key)
        : (write.record as Record<string, Value>)
    const named = record as { name?: Value; what?: Value } | undefined
    return write.pupil ? '' : String(named?.name ?? named?.what ?? '')
  }
  const { falls } = is.compared
  const apply = () =>
    attempt(async () => {
      const me = await services.me()
      // Told first: a page that dies in between leaves a job to go on with, never a what if that seems untouched.
      const applied = await services.records.store(Scenario).update(scenario, {
        state: 'applied',
        appliedOn: services.today(),
        appliedBy: me.displayName.slice(0, 120),
      })
      put(Scenario, applied)
      await runner.start(scenarioPlan(is.state, is.applied, scenario.name), {
        asked: { scenario: scenario.key },
      })
      onClose()
    })
  return (
    <AskDialog
      title={`Apply “${scenario.name}”`}
      words={`Write ${counted(writes.length, 'record')}`}
      wide
      busy={busy}
      ready={writes.length > 0 && (falls.length === 0 || seen)}
      trouble={trouble}
      onDo={() => void apply()}
      onClose={onClose}
    >
      <Falls is={is} records={records} />
      {falls.length > 0 && (
        <Checkbox
          label="I know that this stays owed, and how it will be given"
          checked={seen}
          onChange={(_, { checked }) => setSeen(checked === true)}
        />
      )}
      <Text block>
        What has begun ends the day before {showDay(scenario.starts)}; what goes on is a new record from that
        day, so history stays. A record that somebody changes meanwhile is left as it is, with all that hangs
        on it, and listed. It can be stopped, and undone as a whole.
      </Text>
      {is.applied.cant.length > 0 && (
        <Text block weight="semibold">
          {counted(is.applied.cant.length, 'change')} can’t be made and{' '}
          {is.applied.cant.length === 1 ? 'is' : 'are'} left out.
        </Text>
      )}
      {/* Scrolls, so the keyboard has to reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={styles.list} aria-label="What would be written" tabIndex={0}>
        {writes.map((write) => {
          const pupil = write.pupil ? pupilOf.get(write.pupil) : undefined
          return (
            <li key={`${write.type}${write.key}`} className={styles.item}>
              <Text block weight="semibold">
                {verbs[write.do]}: {recordTypeNamed(write.type)!.label.toLowerCase()}{' '}
                {pupil ? <PupilName pupil={pupil} /> : nameOf(write)}
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
    </AskDialog>
  )
}
