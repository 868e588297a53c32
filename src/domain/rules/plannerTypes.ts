import type { Minutes } from './clockTime.ts'
import type { Day } from './day.ts'
import type { RuledDay } from './limits.ts'
import type { Shut, Standing } from './plannerDays.ts'
import type { MeetingSettings } from './plannerSettings.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'
import type { Why } from './why.ts'

/** A review that needs a meeting. Its `key` is the pupil's. */
export type PlanNeed = {
  readonly key: string
  /** A move between phases: it is placed before the others. */
  readonly first: boolean
  /** Not sensible before: too soon after the last one. */
  readonly notBefore: Day
  /** The first day for which all notice can still be given: the law's, or more where the authority asks for it. */
  readonly notice: RuledDay
  /** Before this day there is less time to gather advice than is usual. */
  readonly adviceFrom: Day
  readonly target: Day
  /** The last day on which the meeting is in time. */
  readonly latest: Day
  readonly why: Why
}
/** A place for one review. */
export type Place = { readonly key: string; readonly day: Day; readonly time: Minutes }
export type Booking = Place & {
  /** There is less time to gather advice than the school allows; the notice is kept. */
  readonly short: boolean
  /** A person put it there. */
  readonly pinned: boolean
}
/** What would make room for one more of the reviews that don't fit: each by itself is enough. */
export type Remedy =
  | { readonly do: 'raiseCap'; readonly weeks: readonly Day[] }
  | { readonly do: 'openDay'; readonly days: readonly { readonly day: Day; readonly shut: Shut }[] }
  | { readonly do: 'moreTimes'; readonly days: readonly Day[] }
export type Unplaced = {
  readonly key: string
  readonly need: PlanNeed
  /** `noNotice`: even invited today it would be late. `noDay`: no day in time can hold a meeting. */
  readonly because: 'noNotice' | 'noDay' | 'full'
  /** Where it could be held at the earliest, late as that is. */
  readonly earliest: Place | null
  /** In time with the law's own notice, where the authority's longer one is what stands in the way. */
  readonly withLawNotice: Place | null
  /** The reviews, itself included, that share the days in time. */
  readonly rivals: readonly string[]
  readonly frees: readonly Remedy[]
}
export type WeekLoad = { readonly week: Day; readonly standing: number; readonly planned: number }
/** How many a week a month (`2026-11`) needs so that no review is late that need not be. */
export type NeededLoad = {
  readonly month: string
  readonly aWeek: number
  /** The most meetings that are fixed in one of its weeks already. */
  readonly fixed: number
  /** With one fewer: how many would be late, and how many reviews share which days; null where one is the fewest. */
  readonly less: {
    readonly late: number
    readonly reviews: number
    readonly from: Day
    readonly to: Day
  } | null
}
export type Plan = {
  readonly bookings: readonly Booking[]
  readonly unplaced: readonly Unplaced[]
  /** Reviews that are due after the last term whose dates are known. */
  readonly beyond: readonly string[]
  /** Every week with a meeting, in order. */
  readonly weeks: readonly WeekLoad[]
  /** Meetings in a usual week, at most: the school's own, else two, or more where only more lets all be in time. */
  readonly cap: number
  /** The fewest a week, the same in all weeks, with which everything fits that fits at all. */
  readonly leastCap: number
  /** The fewest a week by month, in order; months that need none are left out. */
  readonly needed: readonly NeededLoad[]
}
export type PlanInput = {
  readonly today: Day
  readonly needs: readonly PlanNeed[]
  readonly settings: MeetingSettings
  readonly calendar: SchoolCalendar
  /** Meetings that are fixed: never moved, counted in their weeks. */
  readonly standing: readonly Standing[]
  /** Proposals that a person put where they are: kept as they are, even where they are late. */
  readonly pinned: readonly Place[]
}
