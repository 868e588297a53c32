import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { PointerEvent } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { parseTime, showTime } from '../../../domain/rules/clockTime.ts'
import { addDays, type Day, showDay, showWeekday, weekdayOf } from '../../../domain/rules/day.ts'
import { capIn } from '../../../domain/rules/plannerLoads.ts'
import type { Booking, Plan, PlanNeed } from '../../../domain/rules/plannerTypes.ts'
import { freeTimes, mondayOf, shutOn } from '../../../domain/rules/plannerDays.ts'
import type { Caseload as Sorted } from '../../../domain/rules/plannerNeeds.ts'
import type { MeetingSettings } from '../../../domain/rules/plannerSettings.ts'
import { shutWords } from '../../../domain/rules/plannerWords.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { placeText } from './placeText.ts'
import { Proposal } from './Proposal.tsx'
import { ShutDay } from './ShutDay.tsx'

const useStyles = makeStyles({
  weeks: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  week: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '8px' },
  head: { display: 'flex', gap: '4px 12px', alignItems: 'center', flexWrap: 'wrap', marginBottom: '6px' },
  meter: {
    width: '120px',
    height: '8px',
    borderRadius: '4px',
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
    display: 'flex',
  },
  fixedPart: { backgroundColor: tokens.colorNeutralStroke1 },
  plannedPart: { backgroundColor: tokens.colorBrandBackground },
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    gap: '8px',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  bare: { '@media (max-width: 900px)': { display: 'none' } },
  day: { minWidth: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  fixed: {
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    overflowWrap: 'anywhere',
  },
  frees: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    '@media (max-width: 900px)': { display: 'none' },
  },
  free: {
    padding: '0 6px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  open: { '@media (max-width: 900px)': { display: 'flex' } },
  over: { border: `2px solid ${tokens.colorBrandStroke1}`, color: tokens.colorNeutralForeground1 },
})

type Props = {
  plan: Plan
  sorted: Sorted
  meetings: MeetingSettings
  calendar: SchoolCalendar
  pupils: ReadonlyMap<string, Stored<Pupil>>
  needs: ReadonlyMap<string, PlanNeed>
  /** The pupil whose card is dragged, and the place under it. */
  dragged: string | null
  over: string | null
  /** The first day for which anybody's notice can be given. */
  soonest: Day
  mayWrite: boolean
  busy: boolean
  onGrab: (key: string, event: PointerEvent) => void
  onMove: (booking: Booking) => void
  onBook: (booking: Booking) => void
  onUnpin: (key: string) => void
}

/** The weeks of the plan, each with its days: what is fixed, what is proposed, what is free. */
export const Weeks = (props: Props) => {
  const styles = useStyles()
  const { plan, sorted, soonest } = props
  const days = [...plan.bookings, ...sorted.booked].map(({ day }) => day).toSorted()
  const first = mondayOf(days[0] ?? soonest)
  const weeks: Day[] = []
  for (let week = first; week <= days.at(-1)!; week = addDays(week, 7)) weeks.push(week)
  return (
    <ol className={styles.weeks} aria-label="Weeks">
      {weeks.map((week) => (
        <Week key={week} week={week} {...props} />
      ))}
    </ol>
  )
}

const loadWords = (fixed: number, planned: number, cap: number): string => {
  if (fixed + planned === 0) return 'no meetings'
  const parts = [fixed > 0 && `${fixed} fixed`, planned > 0 && `${planned} proposed`]
    .filter(Boolean)
    .join(', ')
  return `${fixed + planned} of ${cap}: ${parts}${fixed + planned > cap ? ', more than you hold in a week' : ''}`
}

const Week = ({ week, ...props }: Props & { week: Day }) => {
  const styles = useStyles()
  const { plan, sorted, meetings, calendar } = props
  const shut = shutOn(calendar, meetings)
  const all = Array.from({ length: 7 }, (_, at) => addDays(week, at))
  const inWeek = ({ day }: { readonly day: Day }) => mondayOf(day) === week
  const fixed = sorted.booked.filter(inWeek).length
  const planned = plan.bookings.filter(inWeek).length
  const off = all.slice(0, 5).map(shut)
  if (fixed + planned === 0 && off.every((why) => why !== null)) {
    const why = off.find((each) => each !== 'bankHoliday' && each !== 'otherWeekday') ?? off[0]!
    return (
      <li className={styles.week}>
        <Text className={styles.quiet}>
          Week of {showDay(week)}:{' '}
          <ShutDay calendar={calendar} day={all[off.indexOf(why!)]!} shut={why!}>
            {shutWords[why!]}
          </ShutDay>
        </Text>
      </li>
    )
  }
  const cap = capIn(meetings.loads, plan.cap, week)
  const part = (count: number) => ({ width: `${(100 * count) / Math.max(cap, fixed + planned, 1)}%` })
  return (
    <li className={styles.week}>
      <div className={styles.head}>
        <Text as="h3" weight="semibold" style={{ margin: 0 }}>
          Week of {showDay(week)}
        </Text>
        <span className={styles.meter} aria-hidden>
          <span className={styles.fixedPart} style={part(fixed)} />
          <span className={styles.plannedPart} style={part(planned)} />
        </span>
        <Text size={200} className={styles.quiet}>
          {loadWords(fixed, planned, cap)}
        </Text>
      </div>
      <div className={styles.days}>
        {all
          .filter((day) => ![0, 6].includes(weekdayOf(day)) || meetings.weekdays.has(weekdayOf(day)))
          .map((day) => (
            <DayColumn key={day} day={day} shut={shut(day)} {...props} />
          ))}
      </div>
    </li>
  )
}

const DayColumn = ({
  day,
  shut,
  plan,
  sorted,
  meetings,
  pupils,
  needs,
  dragged,
  over,
  calendar,
  soonest,
  ...rest
}: Props & { day: Day; shut: ReturnType<ReturnType<typeof shutOn>> }) => {
  const styles = useStyles()
  const fixed = sorted.booked.filter((each) => each.day === day)
  const planned = plan.bookings.filter((each) => each.day === day)
  const taken = [
    ...fixed,
    ...planned.filter(({ key }) => key !== dragged).map(({ time }) => ({ time: showTime(time) })),
  ]
  // Free is where all notice can be given: for what is dragged by its own, else by anybody's.
  const from = dragged === null ? soonest : (needs.get(dragged)?.notice.day ?? soonest)
  const free = shut === null && day >= from ? freeTimes(meetings, taken) : []
  const bare = fixed.length + planned.length === 0 && dragged === null
  return (
    <div className={mergeClasses(styles.day, bare && styles.bare)}>
      <Text size={200} className={styles.quiet}>
        {showWeekday(day).replace(/ \d{4}$/, '')}
        {shut && shut !== 'otherWeekday' && (
          <>
            {': '}
            <ShutDay calendar={calendar} day={day} shut={shut}>
              {shutWords[shut]}
            </ShutDay>
          </>
        )}
      </Text>
      <ul className={styles.list}>
        {fixed.map(({ key, review, time }) => (
          <li key={review} className={styles.fixed}>
            <Text size={200}>
              {time ?? 'No time yet'} <PupilName pupil={pupils.get(key)!} short /> ·{' '}
              {freeTimes(
                { ...meetings, times: [parseTime(time ?? '') ?? 0] },
                fixed.filter((each) => each.review !== review),
              ).length > 0
                ? 'fixed'
                : 'fixed, at the same time as another'}
            </Text>
          </li>
        ))}
        {planned.map((booking) => (
          <Proposal
            key={booking.key}
            booking={booking}
            pupil={pupils.get(booking.key)!}
            need={needs.get(booking.key)!}
            dragged={dragged === booking.key}
            {...rest}
          />
        ))}
      </ul>
      {free.length > 0 && (
        <ul className={mergeClasses(styles.frees, dragged !== null && styles.open)} aria-label="Free">
          {free.map((time) => (
            <li
              key={time}
              data-drop={placeText(day, time)}
              className={mergeClasses(styles.free, over === placeText(day, time) && styles.over)}
            >
              <Text size={200}>{showTime(time)}</Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
