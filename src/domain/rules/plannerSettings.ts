import type { School } from '../records/school.ts'
import { type Minutes, parseTime } from './clockTime.ts'
import type { Day } from './day.ts'

/** How many a week in a stretch of time, where that is another number than usual. */
export type StatedLoad = { readonly from: Day; readonly to: Day; readonly aWeek: number }

/** When this school can hold review meetings. */
export type MeetingSettings = {
  /** At most so many in a usual week; null where the school has not settled it. */
  readonly aWeek: number | null
  /** Where it is another number. */
  readonly loads: readonly StatedLoad[]
  readonly minutes: number
  /** When meetings can begin, in order; some may run into the next. */
  readonly times: readonly Minutes[]
  /** 1 = Monday to 5 = Friday (Saturday and Sunday only where a school says so). */
  readonly weekdays: ReadonlySet<number>
  readonly place: string | null
}

/** Good for an hour and a half each, which is what authorities tell schools to allow. */
const usualTimes: readonly Minutes[] = [9 * 60 + 15, 11 * 60, 13 * 60 + 30]
const usualMinutes = 90

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const weekdaysIn = (text: string | null | undefined): ReadonlySet<number> => {
  const found = (text ?? '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .map((word) => names.indexOf(word.slice(0, 3)))
    .filter((at) => at >= 0)
  return new Set(found.length > 0 ? found : [1, 2, 3, 4, 5])
}

/** Of times that run into each other the earlier is kept: with one length for all, no choice leaves more of them. */
export const apart = (times: readonly Minutes[], length: number): Minutes[] => {
  const kept: Minutes[] = []
  for (const time of times.toSorted((a, b) => a - b))
    if (kept.length === 0 || time >= kept.at(-1)! + length) kept.push(time)
  return kept
}

/** The school's own settings, or what is usual. Times that nobody can read are left out. */
export const meetingSettings = (
  school: Partial<School> | null | undefined,
  loads: readonly StatedLoad[] = [],
): MeetingSettings => {
  const minutes = school?.meetingMinutes ?? usualMinutes
  const typed = (school?.meetingTimes ?? '')
    .split(/[,;\n]| and /)
    .map(parseTime)
    .filter((time) => time !== null)
  return {
    aWeek: school?.reviewsAWeek ?? null,
    loads,
    minutes,
    times: [...new Set(typed.length > 0 ? typed : usualTimes)].toSorted((a, b) => a - b),
    weekdays: weekdaysIn(school?.meetingDays),
    place: school?.meetingPlace ?? null,
  }
}
