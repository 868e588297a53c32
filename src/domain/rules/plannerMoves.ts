import type { Minutes } from './clockTime.ts'
import { parseTime, showTime } from './clockTime.ts'
import { addDays, type Day, daysBetween, mondayOf } from './day.ts'
import type { RuledDay } from './limits.ts'
import { openDays, type Shut, shutOn, type Standing } from './plannerDays.ts'
import { capIn } from './plannerLoads.ts'
import { lawNoticeEnds } from './plannerNotice.ts'
import type { MeetingSettings } from './plannerSettings.ts'
import type { Booking, Place, PlanNeed } from './plannerTypes.ts'
import { adviceBy, circulateBy, decisionBy, inviteBy, reportBy } from './reviewDates.ts'
import type { ReviewSettings } from './reviewSettings.ts'
import { isSchoolDay, type SchoolCalendar } from './schoolCalendar.ts'

/** What a move is judged against. `others`: the proposals that stay where they are. */
export type Around = {
  readonly today: Day
  readonly settings: MeetingSettings
  /** Those of the pupil: the authority that keeps the plan sets the limits. */
  readonly review: ReviewSettings
  readonly calendar: SchoolCalendar
  readonly standing: readonly Standing[]
  readonly others: readonly Pick<Booking, 'key' | 'day' | 'time'>[]
  /** Meetings in a usual week, at most. */
  readonly cap: number
}

/** All that follows from holding a review at a place. */
export type Consequences = {
  readonly place: Place
  readonly adviceBy: RuledDay
  readonly inviteBy: RuledDay
  readonly circulateBy: RuledDay
  readonly reportBy: RuledDay
  readonly decisionBy: RuledDay
  /** Days after the last that is in time; 0 where it is in time. */
  readonly daysLate: number
  /** Days of notice that are missing: to the law's two weeks, and to what the authority asks, which may be more. */
  readonly lawNoticeShort: number
  readonly noticeShort: number
  /** Less time for advice than the school allows. */
  readonly adviceShort: boolean
  /** Why the day holds no meetings, or null. */
  readonly shut: Shut
  /** `fixed`: a meeting that stands is in the way; else the pupil whose proposal is. */
  readonly clash: 'fixed' | { readonly key: string } | null
  readonly week: { readonly monday: Day; readonly meetings: number; readonly cap: number }
  /** The report falls due outside school days, when fewer people are there to help; the law makes no exception. */
  readonly reportInHoliday: boolean
}

const touching = (one: Minutes, other: Minutes, minutes: number) => Math.abs(one - other) < minutes

export const consequencesOf = (place: Place, need: PlanNeed, around: Around): Consequences => {
  const { today, settings, review, calendar, standing, others, cap } = around
  const { day, time } = place
  const monday = mondayOf(day)
  const inWeek = (each: { readonly day: Day }) => mondayOf(each.day) === monday
  const fixed = standing.some((each) => {
    const at = each.time === null ? null : parseTime(each.time)
    return each.day === day && (at === null || touching(at, time, settings.minutes))
  })
  const other = others.find(
    (each) => each.key !== place.key && each.day === day && touching(each.time, time, settings.minutes),
  )
  const report = reportBy(day, review)
  return {
    place,
    adviceBy: adviceBy(day, review),
    inviteBy: inviteBy(day, review),
    circulateBy: circulateBy(day, review),
    reportBy: report,
    decisionBy: decisionBy(day, review),
    daysLate: Math.max(0, daysBetween(need.latest, day)),
    lawNoticeShort: Math.max(0, daysBetween(day, lawNoticeEnds(today))),
    noticeShort: Math.max(0, daysBetween(day, need.notice.day)),
    adviceShort: day < need.adviceFrom,
    shut: shutOn(calendar, settings)(day),
    clash: fixed ? 'fixed' : other ? { key: other.key } : null,
    week: {
      monday,
      meetings:
        1 +
        standing.filter(inWeek).length +
        others.filter((each) => each.key !== place.key && inWeek(each)).length,
      cap: capIn(settings.loads, cap, monday),
    },
    reportInHoliday: !isSchoolDay(calendar, report.day),
  }
}

/** Whether a place can't be had at all: two meetings at once, or a day that is over. */
export const isImpossible = ({ clash, place }: Consequences, today: Day): boolean =>
  clash !== null || place.day < today

/** The next free place after one, or the one before it, that leaves all notice; null where there is none within half a year. */
export const neighbour = (from: Place, step: 1 | -1, need: PlanNeed, around: Around): Place | null => {
  const { settings, calendar, standing, others } = around
  const taken = [
    ...standing,
    ...others.filter(({ key }) => key !== from.key).map(({ day, time }) => ({ day, time: showTime(time) })),
  ]
  const first = need.notice.day
  const [start, end] = step === 1 ? [from.day, addDays(from.day, 182)] : [addDays(from.day, -182), from.day]
  const places = openDays(
    start < first ? first : start,
    end,
    shutOn(calendar, settings),
    settings,
    taken,
  ).flatMap(({ day, times }) => times.map((time): Place => ({ key: from.key, day, time })))
  const after = (place: Place) => place.day > from.day || (place.day === from.day && place.time > from.time)
  const before = (place: Place) => place.day < from.day || (place.day === from.day && place.time < from.time)
  return (step === 1 ? places.find(after) : places.findLast(before)) ?? null
}
