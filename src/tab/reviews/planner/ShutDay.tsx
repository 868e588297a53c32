import { Link } from '@fluentui/react-components'
import type { Day } from '../../../domain/rules/day.ts'
import type { Shut } from '../../../domain/rules/plannerDays.ts'
import { shutWords } from '../../../domain/rules/plannerWords.ts'
import { type SchoolCalendar, stretchOn } from '../../../domain/rules/schoolCalendar.ts'
import { type Route, useGo } from '../../routes.ts'

/** Where what shuts a day was entered and can be opened; null where nobody entered it, as of a bank holiday. */
export const routeToShut = (calendar: SchoolCalendar, day: Day, shut: NonNullable<Shut>): Route | null => {
  if (shut === 'weekend' || shut === 'bankHoliday') return null
  if (shut === 'otherWeekday') return { at: 'school', section: 'settings' }
  const about = stretchOn(calendar, day)?.key
  return { at: 'school', section: 'calendar', ...(about ? { about } : {}) }
}

/** What shuts a day, as the school calls it: `Mock exams`. */
const shutName = (calendar: SchoolCalendar, day: Day, shut: NonNullable<Shut>): string => {
  const own = ['busy', 'closure', 'holiday', 'inset'].includes(shut) ? stretchOn(calendar, day)?.name : null
  return own ?? shutWords[shut]
}

/** Words about a day that is shut, which lead to the row that shuts it. */
export const ShutDay = ({
  calendar,
  day,
  shut,
  children,
}: {
  calendar: SchoolCalendar
  day: Day
  shut: NonNullable<Shut>
  /** Other words than what shuts the day. */
  children?: string
}) => {
  const { href } = useGo()
  const route = routeToShut(calendar, day, shut)
  const words = children ?? shutName(calendar, day, shut)
  return route ? (
    <Link inline href={href(route)}>
      {words}
    </Link>
  ) : (
    words
  )
}
