import type { Minutes } from './clockTime.ts'
import { addDays, type Day, daysBetween, latest as latestOf } from './day.ts'
import { lawDays } from './limits.ts'
import {
  freeTimes,
  mondayOf,
  openDays,
  type PlanDay,
  type Shut,
  shutOn,
  type Standing,
} from './plannerDays.ts'
import { type Blocked, cheapestDays, type FlowDays, type FlowJob, howManyFit } from './plannerFlow.ts'
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
  readonly target: Day
  /** The last day on which the meeting is in time. */
  readonly latest: Day
  readonly why: Why
}
/** A place for one review. */
export type Place = { readonly key: string; readonly day: Day; readonly time: Minutes }
export type Booking = Place & {
  /** There is less time to gather advice than the school allows; the law's two weeks are kept. */
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
  /** The reviews, itself included, that share the days in time. */
  readonly rivals: readonly string[]
  readonly frees: readonly Remedy[]
}
export type WeekLoad = { readonly week: Day; readonly standing: number; readonly planned: number }
export type Plan = {
  readonly bookings: readonly Booking[]
  readonly unplaced: readonly Unplaced[]
  /** Reviews that are due after the last term whose dates are known. */
  readonly beyond: readonly string[]
  /** Every week with a meeting, in order. */
  readonly weeks: readonly WeekLoad[]
  /** Meetings in a week, at most: the school's own, else two, or more where only more lets all be in time. */
  readonly cap: number
  /** The fewest a week with which everything fits that fits at all. */
  readonly leastCap: number
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

/** The first day of which the law's notice can still be kept, when the invitations go out today (R1). */
export const noticeEnds = (today: Day): Day => addDays(today, lawDays('inviteBy', today))

/** Where a school has not said how many a week it can hold. */
const usualCap = 2

const shortLeadPrice = 2_000_000
const inOrder = (a: PlanNeed, b: PlanNeed) =>
  Number(b.first) - Number(a.first) ||
  (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : a.key < b.key ? -1 : 1)
const counts = (days: readonly Day[]): Map<Day, number> => {
  const found = new Map<Day, number>()
  for (const day of days) found.set(mondayOf(day), (found.get(mondayOf(day)) ?? 0) + 1)
  return found
}

/** The first day on which a meeting is lawful, when the invitations go out today. */
export const firstDay = ({ notBefore }: Pick<PlanNeed, 'notBefore'>, today: Day): Day =>
  latestOf(noticeEnds(today), notBefore)

/** A cost that grows with the square of the weeks between a day and the one wished for. */
const wish = (need: PlanNeed, day: Day, usualFrom: Day): number =>
  Math.round((200 * daysBetween(day, need.target) ** 2) / 49) + (day < usualFrom ? shortLeadPrice : 0)

/**
 * Proposes a meeting for every review that needs one: in time, without a clash, under the weekly cap, spread evenly
 * and near the day wished for. Where all fit in any plan, all fit in this one (see plannerFlow.ts); where not, it says
 * which don't and what would make room. The same input gives the same plan.
 */
export const planReviews = (input: PlanInput): Plan => {
  const { today, settings, calendar } = input
  const knownTo = calendar.terms.map(({ ends }) => ends)
  const lastDay = knownTo.length > 0 ? latestOf(...knownTo) : null
  const pinned = new Set(input.pinned.map(({ key }) => key))
  const open = input.needs.filter(({ key }) => !pinned.has(key))
  const beyond = open.filter(({ target }) => lastDay !== null && target > lastDay)
  const needs = open.filter((need) => !beyond.includes(need)).toSorted(inOrder)
  const standing = [
    ...input.standing,
    ...input.pinned.map(({ day, time }) => ({
      day,
      time: `${Math.floor(time / 60)}:${String(time % 60).padStart(2, '0')}`,
    })),
  ]
  const from = noticeEnds(today)
  const end = needs.reduce((last, { latest }) => latestOf(last, latest), from)
  const shut = shutOn(calendar, settings)
  const days = openDays(from, addDays(end, 120), shut, settings, standing)
  const taken = counts(standing.map(({ day }) => day))
  const most = Math.max(1, ...counts(days.flatMap(({ day, times }) => times.map(() => day))).values())
  const flowDays = daysOfFlow(days, taken)
  const flowJobs = jobsOfFlow(needs, days, input)
  const under = (cap: number) => ({ ...flowDays, room: flowDays.taken.map((n) => Math.max(0, cap - n)) })
  const fitting = (cap: number) => howManyFit(flowJobs, under(cap))
  const highest = most + Math.max(0, ...taken.values())
  const least = leastCap(highest, fitting(highest), fitting)
  const cap = settings.aWeek ?? Math.max(usualCap, least)
  const result = cheapestDays(flowJobs, under(cap))
  const bookings = [
    ...timed(needs, days, result.day, addDays(today, settings.adviceDays)),
    ...input.pinned.map((place) => ({
      ...place,
      short: place.day < addDays(today, settings.adviceDays),
      pinned: true,
    })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.time - b.time))
  const spare = spareAfter(days, bookings)
  const frees = remediesFor({ input, needs, days, flowDays, shut, standing, cap, on: result.day })
  const unplaced = needs.flatMap((need, job): Unplaced[] => {
    if (result.day[job] !== null) return []
    const blocked = result.blockedBy(job)
    const earliest = spare(latestOf(firstDay(need, today), addDays(need.latest, 1)))
    return [
      {
        key: need.key,
        need,
        because:
          firstDay(need, today) > need.latest ? 'noNotice' : blocked.days.length === 0 ? 'noDay' : 'full',
        earliest: earliest && { key: need.key, ...earliest },
        rivals: blocked.jobs.map((at) => needs[at]!.key),
        frees: frees(blocked),
      },
    ]
  })
  return {
    bookings,
    unplaced,
    beyond: beyond.map(({ key }) => key).toSorted(),
    weeks: loads(input.standing, bookings),
    cap,
    leastCap: least,
  }
}

const daysOfFlow = (days: readonly PlanDay[], taken: ReadonlyMap<Day, number>) => {
  const mondays = [...new Set(days.map(({ day }) => mondayOf(day)))]
  const at = new Map(mondays.map((monday, index) => [monday, index]))
  return {
    mondays,
    places: days.map(({ times }) => times.length),
    week: days.map(({ day }) => at.get(mondayOf(day))!),
    taken: mondays.map((monday) => taken.get(monday) ?? 0),
  }
}

const jobsOfFlow = (
  needs: readonly PlanNeed[],
  days: readonly PlanDay[],
  { today, settings }: PlanInput,
): FlowJob[] => {
  const usualFrom = addDays(today, settings.adviceDays)
  const indexFrom = (day: Day) => {
    const found = days.findIndex((each) => each.day >= day)
    return found === -1 ? days.length : found
  }
  return needs.map((need) => {
    const price = days.map(({ day }) => wish(need, day, usualFrom))
    return {
      first: indexFrom(firstDay(need, today)),
      end: indexFrom(addDays(need.latest, 1)),
      cost: price,
    }
  })
}

/** The fewest a week with which as many fit as with `highest`. */
const leastCap = (highest: number, all: number, fitting: (cap: number) => number): number => {
  let low = 1
  let high = highest
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fitting(middle) === all) high = middle
    else low = middle + 1
  }
  return low
}

/** Times for the meetings of each day: in the order of the reviews. */
const timed = (
  needs: readonly PlanNeed[],
  days: readonly PlanDay[],
  on: readonly (number | null)[],
  usualFrom: Day,
): Booking[] => {
  const used = days.map(() => 0)
  return needs.flatMap(({ key }, job): Booking[] => {
    const at = on[job] ?? null
    if (at === null) return []
    const { day, times } = days[at]!
    const time = times[used[at]!]!
    used[at]! += 1
    return [{ key, day, time, short: day < usualFrom, pinned: false }]
  })
}

/** Gives the first time that is still free from a day on, each one once; what is late already waits for no weekly cap. */
const spareAfter = (days: readonly PlanDay[], bookings: readonly Booking[]) => {
  const used = new Set(bookings.map(({ day, time }) => `${day} ${time}`))
  return (from: Day): { day: Day; time: Minutes } | null => {
    for (const { day, times } of days) {
      const time = day < from ? undefined : times.find((each) => !used.has(`${day} ${each}`))
      if (time === undefined) continue
      used.add(`${day} ${time}`)
      return { day, time }
    }
    return null
  }
}

const opened: readonly Shut[] = ['inset', 'busy', 'otherWeekday']

type Known = {
  readonly input: PlanInput
  readonly needs: readonly PlanNeed[]
  readonly days: readonly PlanDay[]
  readonly flowDays: Omit<FlowDays, 'room'> & { readonly mondays: readonly Day[] }
  readonly shut: (day: Day) => Shut
  readonly standing: readonly Standing[]
  readonly cap: number
  readonly on: readonly (number | null)[]
}

/** What would make room, given what a review without a day runs up against. */
const remediesFor = ({ input, needs, days, flowDays, shut, standing, cap, on }: Known) => {
  const taken = counts(standing.map(({ day }) => day))
  const load = days.map(() => 0)
  const weekLoad = [...flowDays.taken]
  for (const at of on) {
    if (at === null) continue
    load[at]! += 1
    weekLoad[flowDays.week[at]!]! += 1
  }
  const closed: { readonly day: Day; readonly shut: Shut }[] = []
  const end = needs.reduce((last, { latest }) => latestOf(last, latest), input.today)
  for (let day = noticeEnds(input.today); day <= end; day = addDays(day, 1)) {
    const why = shut(day)
    const week = flowDays.mondays.indexOf(mondayOf(day))
    const held = week === -1 ? (taken.get(mondayOf(day)) ?? 0) : weekLoad[week]!
    if (!opened.includes(why) || held >= cap) continue
    const there = standing.filter((each) => each.day === day)
    if (freeTimes(input.settings, there).length > 0) closed.push({ day, shut: why })
  }
  const from = needs.map((need) => firstDay(need, input.today))
  return (blocked: Blocked): Remedy[] => {
    const full = (at: number) => load[at]! >= flowDays.places[at]!
    const raised = blocked.days.filter((at) => !full(at) && weekLoad[flowDays.week[at]!]! === cap)
    const more = blocked.days.filter((at) => full(at) && weekLoad[flowDays.week[at]!]! < cap)
    const openable = closed.filter(({ day }) =>
      blocked.jobs.some((job) => from[job]! <= day && day <= needs[job]!.latest),
    )
    return [
      ...(raised.length > 0
        ? [
            {
              do: 'raiseCap' as const,
              weeks: [...new Set(raised.map((at) => flowDays.mondays[flowDays.week[at]!]!))],
            },
          ]
        : []),
      ...(openable.length > 0 ? [{ do: 'openDay' as const, days: openable }] : []),
      ...(more.length > 0 ? [{ do: 'moreTimes' as const, days: more.map((at) => days[at]!.day) }] : []),
    ]
  }
}

const loads = (standing: readonly Standing[], bookings: readonly Booking[]): WeekLoad[] => {
  const before = counts(standing.map(({ day }) => day))
  const planned = counts(bookings.map(({ day }) => day))
  return [...new Set([...before.keys(), ...planned.keys()])]
    .toSorted()
    .map((week) => ({ week, standing: before.get(week) ?? 0, planned: planned.get(week) ?? 0 }))
}
