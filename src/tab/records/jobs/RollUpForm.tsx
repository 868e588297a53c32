import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { counted, showCount } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { ClassTeacher } from '../../../domain/records/classTeacher.ts'
import type { Job } from '../../../domain/records/job.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import type { School } from '../../../domain/records/school.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { showAcademicYear } from '../../../domain/rules/schoolYear.ts'
import { optionsOf } from '../../../jobs/jobRow.ts'
import type { Plan } from '../../../jobs/plan.ts'
import type { Known } from '../../../jobs/publishing.ts'
import { lastYearOf, type RollUpRow, rollUpRows, yearToMoveInto } from '../../../jobs/rollUp.ts'
import { classMoveKey, classMoves } from '../../../jobs/rollUpClasses.ts'
import { rollUpPlan, shownOf } from '../../../jobs/rollUpPlan.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { Beforehand } from '../../jobs/Beforehand.tsx'
import { useRunner } from '../../jobs/useJobs.ts'
import { type Choices, RollUpChoices, withdraws } from './RollUpChoices.tsx'
import { RollUpClasses } from './RollUpClasses.tsx'
import { RollUpPreview } from './RollUpPreview.tsx'
import { RollUpWarnings } from './RollUpWarnings.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '960px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

/** The choices of moving up, a preview that follows them, and one button that names what it does. */
export const RollUpForm = ({
  pupils,
  unread,
  jobs,
  phase,
  staff,
  shown,
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
  /** What staff see; null where the school has no site for them. */
  shown: Known | null
  today: Day
  onClose: () => void
  onBegun: (key: string) => void
}) => {
  const styles = useStyles()
  const runner = useRunner()
  const year = yearToMoveInto(today)
  const [choices, setChoices] = useState<Choices>(() => ({
    last: lastYearOf(phase, pupils),
    leavingDay: `${year}-08-31`,
    archiveLeavers: false,
    withdraw: null,
    endStaff: true,
  }))
  const { last, leavingDay, archiveLeavers } = choices
  const [named, setNamed] = useState<Readonly<Record<string, string>>>({})
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const rows = useMemo(() => rollUpRows(pupils, year, last), [pupils, year, last])
  const moves = useMemo(() => classMoves(rows), [rows])
  const classes = Object.fromEntries(
    moves.map(({ className, yearGroup, suggested }) => {
      const key = classMoveKey(className, yearGroup)
      return [key, named[key] ?? suggested]
    }),
  )
  const isTicked = ({ pupil, to, exception }: RollUpRow) =>
    to !== null && (exception === null) !== toggled.has(pupil.key)
  const going = rows.filter(isTicked)
  const ticked = new Set(going.map(({ pupil }) => pupil.key))
  const leavers = going.flatMap(({ pupil, to }) => (to === 'leaves' ? [pupil] : []))
  const plan =
    leavingDay === null
      ? null
      : rollUpPlan(rows, {
          year,
          ticked,
          classes,
          leavingDay,
          archiveLeavers,
          endStaff: choices.endStaff ? staff : [],
          shown,
          withdrawLeavers: withdraws(choices, today),
        })
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
  const leaving = leavers.length
  return (
    <div className={styles.form}>
      <Text
        className={styles.quiet}
      >{t`Into ${showAcademicYear(year)}. Nothing is written before you say so; afterwards it can be undone as a whole. Those of the last year get a leaving date; in the profiles that staff see, year and class move up too. For joiners, compare our list with the MIS export afterwards; put the new class staff down under School, Classes and staff.`}</Text>
      <RollUpWarnings
        year={year}
        before={jobs.find(
          (job) => job.kind === 'rollUp' && job.state !== 'undone' && optionsOf(job).asked?.['year'] === year,
        )}
        ahead={rows.filter(({ exception }) => exception === 'outOfYear').length}
        of={rows.length}
        unread={unread}
      />
      <RollUpChoices
        choices={choices}
        seen={shownOf(leavers, shown)}
        hasStaff={staff.length > 0}
        today={today}
        onChoose={setChoices}
      />
      <RollUpClasses
        moves={moves.filter(({ className, yearGroup }) =>
          going.some(({ pupil }) => pupil.className === className && pupil.yearGroup === yearGroup),
        )}
        rows={rows}
        classes={classes}
        onName={(key, name) => setNamed({ ...named, [key]: name })}
      />
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
      {plan && <Beforehand rows={plan.steps.length} />}
      {trouble && <TroubleNotice trouble={trouble} />}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={busy || plan === null || plan.steps.length === 0}
          onClick={() => plan && void begin(plan)}
        >
          {t`Roll ${counted(going.length - leaving, 'pupil')} up${leaving > 0 ? `, ${showCount(leaving)} ${leaving === 1 ? 'leaves' : 'leave'}` : ''}`}
        </Button>
        <Button onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </div>
  )
}
