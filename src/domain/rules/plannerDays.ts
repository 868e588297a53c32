import { type Minutes, parseTime } from './clockTime.ts'
import { addDays, type Day, weekdayOf } from './day.ts'
import { apart, type MeetingSettings } from './plannerSettings.ts'
import { type DayKind, dayKind, isMeetingDay, type SchoolCalendar } from './schoolCalendar.ts'

/** Why no meeting can be put on a day, or null where one can. `noTerm`: nobody has recorded the terms of its year. */
export type Shut = Exclude<DayKind, 'school' | 'unknown'> | 'busy' | 'otherWeekday' | 'noTerm' | null

/** A meeting that stands: its pupil's or anybody's. Without a readable time it keeps its whole day. */
export type Standing = { readonly day: Day; readonly time: string | null }

export type PlanDay = { readonly day: Day; readonly times: readonly Minutes[] }

/** Why no review meeting is put on a day. Where no term is recorded at all, every weekday counts as a school day. */
export const shutOn =
  (calendar: SchoolCalendar, { weekdays }: Pick<MeetingSettings, 'weekdays'>) =>
  (day: Day): Shut => {
    const kind = dayKind(calendar, day)
    if (kind === 'unknown' && calendar.terms.length > 0) return 'noTerm'
    if (!isMeetingDay(calendar, day)) return kind === 'school' || kind === 'unknown' ? 'busy' : kind
    return weekdays.has(weekdayOf(day)) ? null : 'otherWeekday'
  }

/** The times on a day that no standing meeting touches. */
export const freeTimes = (
  { times, minutes }: Pick<MeetingSettings, 'times' | 'minutes'>,
  standing: readonly Pick<Standing, 'time'>[],
): Minutes[] => {
  const taken = standing.map(({ time }) => (time === null ? null : parseTime(time)))
  if (taken.includes(null)) return []
  return apart(
    times.filter((time) => taken.every((other) => Math.abs(time - other!) >= minutes)),
    minutes,
  )
}

/** Every day from `from` to `to` on which a meeting can be put, with its free times. */
export const openDays = (
  from: Day,
  to: Day,
  shut: (day: Day) => Shut,
  settings: MeetingSettings,
  standing: readonly Standing[],
): PlanDay[] => {
  const on = new Map<Day, Standing[]>()
  for (const each of standing) on.set(each.day, [...(on.get(each.day) ?? []), each])
  const open: PlanDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (shut(day) !== null) continue
    const times = freeTimes(settings, on.get(day) ?? [])
    if (times.length > 0) open.push({ day, times })
  }
  return open
}
