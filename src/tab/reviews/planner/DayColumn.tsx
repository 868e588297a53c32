import { t } from '../../../words/t.ts'
import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { parseTime, showTime } from '../../../domain/rules/clockTime.ts'
import { type Day, showDay, showWeekday } from '../../../domain/rules/day.ts'
import { freeTimes, type Shut } from '../../../domain/rules/plannerDays.ts'
import type { Booked } from '../../../domain/rules/plannerNeeds.ts'
import type { Booking } from '../../../domain/rules/plannerTypes.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { useGo } from '../../routes.ts'
import { placeText } from './placeText.ts'
import { Proposal } from './Proposal.tsx'
import type { Shared } from './shared.ts'
import { ShutDay } from './ShutDay.tsx'

const useStyles = makeStyles({
  link: { fontSize: 'inherit', color: tokens.colorNeutralForeground1 },
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

/** What lies on one day of the plan, or in one of its weeks. */
export type Held = {
  readonly fixed: readonly Booked[]
  readonly planned: readonly Booking[]
  /** The pupil whose card is dragged, and the place under it where that is in this week. */
  readonly dragged: string | null
  readonly over: string | null
  /** The first day that is free for whatever would be put there. */
  readonly freeFrom: Day
  readonly shared: Shared
}

/** One day: what shuts it, what is fixed, what is proposed, what is free. */
export const DayColumn = ({
  day,
  shut,
  fixed,
  planned,
  dragged,
  over,
  freeFrom,
  shared: { meetings, calendar, pupils, needs, ...acts },
}: Held & { day: Day; shut: Shut }) => {
  const styles = useStyles()
  const { href } = useGo()
  const taken = [
    ...fixed,
    ...planned.filter(({ key }) => key !== dragged).map(({ time }) => ({ time: showTime(time) })),
  ]
  const free = shut === null && day >= freeFrom ? freeTimes(meetings, taken) : []
  const bare = fixed.length + planned.length === 0 && dragged === null
  const clashes = (review: string, time: string | null) =>
    freeTimes(
      { ...meetings, times: [parseTime(time ?? '') ?? 0] },
      fixed.filter((each) => each.review !== review),
    ).length === 0
  return (
    <div className={mergeClasses(styles.day, bare && styles.bare)}>
      <Text size={200} className={styles.quiet}>
        {showWeekday(day).replace(/ \d{4}$/, '')}
        {shut && shut !== 'otherWeekday' && (
          <>
            {': '}
            <ShutDay calendar={calendar} day={day} shut={shut} />
          </>
        )}
      </Text>
      {fixed.length + planned.length > 0 && (
        <ul className={styles.list}>
          {fixed.map(({ key, review, time }) => (
            <li key={review} className={styles.fixed}>
              <Text size={200}>
                {time ?? t`No time yet`}{' '}
                <Link className={styles.link} href={href({ at: 'review', key: review, block: null })}>
                  <PupilName pupil={pupils.get(key)!} short />
                </Link>{' '}
                · {clashes(review, time) ? t`fixed, at the same time as another` : t`fixed`}
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
              {...acts}
            />
          ))}
        </ul>
      )}
      {free.length > 0 && (
        <ul
          className={mergeClasses(styles.frees, dragged !== null && styles.open)}
          aria-label={t`Free on ${showDay(day)}`}
        >
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
