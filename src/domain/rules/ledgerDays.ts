import { addDays, type Day, weekdayOf } from './day.ts'
import { isSchoolDay, knowsYear, type SchoolCalendar } from './schoolCalendar.ts'

type SchoolDay = { readonly day: Day; readonly weekday: number }

// A calendar is made anew when its rows change: what was reckoned from one holds as long as it is there.
const known = new WeakMap<SchoolCalendar, Map<Day, boolean>>()

const isOpen = (calendar: SchoolCalendar, day: Day): boolean => {
  let days = known.get(calendar)
  if (!days) known.set(calendar, (days = new Map()))
  const before = days.get(day)
  if (before !== undefined) return before
  const open = isSchoolDay(calendar, day)
  days.set(day, open)
  return open
}

/** The days on which pupils are at school, both ends counted; every weekday of a year without recorded terms. */
export const schoolDaysIn = (calendar: SchoolCalendar, from: Day, until: Day): SchoolDay[] => {
  const days: SchoolDay[] = []
  for (let day = from; day <= until; day = addDays(day, 1))
    if (isOpen(calendar, day)) days.push({ day, weekday: weekdayOf(day) })
  return days
}

/** Whether what is planned between two days is only an estimate: of a year whose terms nobody has recorded. */
export const isEstimated = (calendar: SchoolCalendar, from: Day, until: Day): boolean =>
  !knowsYear(calendar, from) || !knowsYear(calendar, until)
