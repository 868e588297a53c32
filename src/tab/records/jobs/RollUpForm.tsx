import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useId, useMemo, useState } from 'react'
import { counted, showCount } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { ClassTeacher } from '../../../domain/records/classTeacher.ts'
import type { Job } from '../../../domain/records/job.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import type { School } from '../../../domain/records/school.ts'
import { type YearGroup, yearGroupOrder, yearGroups } from '../../../domain/rules/codes.ts'
import { date } from '../../../domain/fields.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { showAcademicYear } from '../../../domain/rules/schoolYear.ts'
import { optionsOf } from '../../../jobs/jobRow.ts'
import {
  classesAbove,
  classMoveKey,
  classMoves,
  lastYearOf,
  rollUpPlan,
  rollUpRows,
  yearToMoveInto,
} from '../../../jobs/rollUp.ts'
import type { Plan } from '../../../jobs/plan.ts'
import { DateControl } from '../../../ui/controls/DateControl.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useRunner } from '../../jobs/useJobs.ts'
import { RollUpPreview } from './RollUpPreview.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '960px' },
  fields: { display: 'flex', flexWrap: 'wrap', gap: '12px 20px', alignItems: 'flex-end' },
  table: {
    borderCollapse: 'collapse',
    maxWidth: '640px',
    '& th, & td': { textAlign: 'left', padding: '4px 12px 4px 0', overflowWrap: 'anywhere' },
    '& thead th': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

const leavingField = date('Leaving date of the last year')

/** Years that a school can end with. */
const lastYears = yearGroupOrder.filter((year) => year !== 'X' && year !== 'E1' && year !== 'E2')

/** The choices of moving up, a preview that follows them, and one button that names what it does. */
export const RollUpForm = ({
  pupils,
  unread,
  jobs,
  phase,
  staff,
  today,
  onClose,
  onBegun,
}: {
  pupils: readonly Stored<Pupil>[]
  unread: number
  jobs: readonly Stored<Job>[]
  phase: School['phase'] | null
  /** Who is put down for classes. */
  staff: readonly Stored<ClassTeacher>[]
  today: Day
  onClose: () => void
  onBegun: (key: string) => void
}) => {
  const styles = useStyles()
  const runner = useRunner()
  const year = yearToMoveInto(today)
  const [last, setLast] = useState<YearGroup>(() => lastYearOf(phase, pupils))
  const [named, setNamed] = useState<Readonly<Record<string, string>>>({})
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const [leavingDay, setLeavingDay] = useState<Day | null>(`${year}-08-31`)
  const [typedDay, setTypedDay] = useState<string | null>(null)
  const [archiveLeavers, setArchiveLeavers] = useState(false)
  const [endStaff, setEndStaff] = useState(true)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const rows = useMemo(() => rollUpRows(pupils, year, last), [pupils, year, last])
  const moves = useMemo(() => classMoves(rows), [rows])
  const id = useId()
  const listId = (yearGroup: YearGroup) => `${id}${yearGroup}`
  const classes = Object.fromEntries(
    moves.map(({ className, yearGroup, suggested }) => {
      const key = classMoveKey(className, yearGroup)
      return [key, named[key] ?? suggested]
    }),
  )
  const isTicked = ({ pupil, to, exception }: (typeof rows)[number]) =>
    to !== null && (exception === null) !== toggled.has(pupil.key)
  const ticked = new Set(rows.filter(isTicked).map(({ pupil }) => pupil.key))
  const plan =
    leavingDay === null
      ? null
      : rollUpPlan(rows, {
          year,
          ticked,
          classes,
          leavingDay,
          archiveLeavers,
          endStaff: endStaff ? staff : [],
        })
  const up = rows.filter(({ pupil, to }) => to !== 'leaves' && ticked.has(pupil.key)).length
  const leaving = ticked.size - up
  const movesShown = moves.filter(({ className, yearGroup }) =>
    rows.some(
      ({ pupil }) => pupil.className === className && pupil.yearGroup === yearGroup && ticked.has(pupil.key),
    ),
  )
  const ahead = rows.filter(({ exception }) => exception === 'outOfYear').length
  const before = jobs.find(
    (job) => job.kind === 'rollUp' && job.state !== 'undone' && optionsOf(job).asked?.['year'] === year,
  )
  const begin = async (wanted: Plan) => {
    setBusy(true)
    setTrouble(null)
    try {
      const { key } = await runner.start(wanted, { asked: { year, last, archiveLeavers } })
      onBegun(key)
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      setBusy(false)
    }
  }
  return (
    <div className={styles.form}>
      <Text className={styles.quiet}>
        Into {showAcademicYear(year)}. Nothing is written before you say so; afterwards it can be undone as a
        whole. Those of the last year get a leaving date. For joiners, compare our list with the MIS export
        afterwards; put the new class staff down under School, Classes and staff.
      </Text>
      {before && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            Everyone was already rolled up into {showAcademicYear(year)} (“{before.title}”). Doing it again
            would put pupils two years up. Undo the first one, or go on with it, under Jobs.
          </MessageBarBody>
        </MessageBar>
      )}
      {!before && ahead > rows.length / 2 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {counted(ahead, 'pupil')} would not be in the year group of their age in {showAcademicYear(year)}.
            It looks as if everyone had moved up already; nobody is ticked who has.
          </MessageBarBody>
        </MessageBar>
      )}
      {unread > 0 && (
        <MessageBar intent="warning">
          <MessageBarBody>
            {counted(unread, 'pupil')} can’t be read and are left out. Put their rows right in SharePoint.
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.fields}>
        <Field label="Last year group of the school">
          <Select value={last} onChange={(_, { value }) => setLast(value as YearGroup)}>
            {lastYears.map((code) => (
              <option key={code} value={code}>
                {yearGroups[code]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Leaving date of the last year">
          <DateControl
            field={leavingField}
            value={leavingDay}
            typed={typedDay}
            readOnly={false}
            options={[]}
            onValue={(value) => {
              setTypedDay(null)
              setLeavingDay(typeof value === 'string' ? value : null)
            }}
            onWrong={(typed) => {
              setTypedDay(typed)
              setLeavingDay(null)
            }}
            onLeave={() => undefined}
          />
        </Field>
        <Checkbox
          label="Archive those who leave"
          checked={archiveLeavers}
          onChange={(_, { checked }) => setArchiveLeavers(checked === true)}
        />
        {staff.length > 0 && (
          <Checkbox
            label="End who is put down for classes on that day"
            checked={endStaff}
            onChange={(_, { checked }) => setEndStaff(checked === true)}
          />
        )}
      </div>
      {movesShown.length > 0 && (
        <table className={styles.table} aria-label="Names of classes">
          <thead>
            <tr>
              <th scope="col">Class now</th>
              <th scope="col">Next year</th>
            </tr>
          </thead>
          <tbody>
            {movesShown.map(({ className, yearGroup, pupils: count }) => {
              const key = classMoveKey(className, yearGroup)
              return (
                <tr key={key}>
                  <th scope="row">
                    {className}{' '}
                    <span className={styles.quiet}>
                      {yearGroups[yearGroup]} · {counted(count, 'pupil')}
                    </span>
                  </th>
                  <td>
                    <Input
                      aria-label={`${className}, ${yearGroups[yearGroup]}, next year`}
                      placeholder="No class yet"
                      maxLength={40}
                      list={listId(yearGroup)}
                      value={classes[key] ?? ''}
                      onChange={(_, { value }) => setNamed({ ...named, [key]: value })}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {[...new Set(moves.map(({ yearGroup }) => yearGroup))].map((yearGroup) => (
        <datalist key={yearGroup} id={listId(yearGroup)}>
          {classesAbove(rows, yearGroup).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
      ))}
      <RollUpPreview
        rows={rows}
        ticked={ticked}
        classes={classes}
        onToggle={(key) => {
          const next = new Set(toggled)
          if (!next.delete(key)) next.add(key)
          setToggled(next)
        }}
      />
      {trouble && <TroubleNotice trouble={trouble} />}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={busy || plan === null || plan.steps.length === 0}
          onClick={() => plan && void begin(plan)}
        >
          {`Roll ${counted(up, 'pupil')} up${leaving > 0 ? `, ${showCount(leaving)} ${leaving === 1 ? 'leaves' : 'leave'}` : ''}`}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </div>
  )
}
