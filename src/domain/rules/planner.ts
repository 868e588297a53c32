import type { Minutes } from './clockTime.ts'
import { addDays, type Day, latest as latestOf } from './day.ts'
import { openDays, type PlanDay, shutOn } from './plannerDays.ts'
import { cheapestSteps, howManyFit } from './plannerFlow.ts'
import { daysOfFlow, firstDay, inOrder, jobsOfFlow } from './plannerJobs.ts'
import { capIn, countsByWeek, leastCap, loadsOf, neededSteps, roomUnder } from './plannerLoads.ts'
import { lawNoticeEnds } from './plannerNotice.ts'
import { remediesFor } from './plannerRemedies.ts'
import type { Booking, Plan, PlanInput, PlanNeed, Unplaced } from './plannerTypes.ts'

/** Where a school has not said how many a week it can hold. */
const usualCap = 2

/**
 * Proposes a meeting for every review that needs one: in time, without a clash, under the weekly cap, spread evenly
 * and near the day wished for. Where all fit in any plan, all fit in this one (see plannerFlow.ts); where not, it says
 * which don't and what would make room. The same input gives the same plan.
 */
export const planReviews = (input: PlanInput): Plan => {
  const steps = planSteps(input)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, resting after each step of a few milliseconds: for a page that must not stand still meanwhile. */
export function* planSteps(input: PlanInput): Generator<undefined, Plan> {
  const { today, settings, calendar } = input
  const knownTo = calendar.terms.map(({ ends }) => ends)
  const lastDay = knownTo.length > 0 ? latestOf(...knownTo) : null
  const pinned = new Set(input.pinned.map(({ key }) => key))
  const open = input.needs.filter(({ key }) => !pinned.has(key))
  const beyond = open.filter(({ target }) => lastDay !== null && target > lastDay)
  const needs = open.filter((need) => !beyond.includes(need)).toSorted(inOrder)
  const adviceFrom = new Map(input.needs.map((need) => [need.key, need.adviceFrom]))
  const standing = [
    ...input.standing,
    ...input.pinned.map(({ day, time }) => ({
      day,
      time: `${Math.floor(time / 60)}:${String(time % 60).padStart(2, '0')}`,
    })),
  ]
  const from = lawNoticeEnds(today)
  const end = needs.reduce((last, { latest, notice }) => latestOf(last, latest, notice.day), from)
  const shut = shutOn(calendar, settings)
  const days = openDays(from, addDays(end, 120), shut, settings, standing)
  const taken = countsByWeek(standing.map(({ day }) => day))
  const most = Math.max(1, ...countsByWeek(days.flatMap(({ day, times }) => times.map(() => day))).values())
  const flowDays = daysOfFlow(days, taken)
  const jobs = jobsOfFlow(needs, days)
  const fitting = (cap: number) =>
    howManyFit(jobs, { ...flowDays, room: roomUnder(flowDays.taken, () => cap) })
  yield
  const highest = most + Math.max(0, ...taken.values())
  const all = fitting(highest)
  const least = leastCap(highest, all, fitting)
  const needed = yield* neededSteps({ needs, jobs, days: flowDays, all, least })
  const cap = settings.aWeek ?? Math.max(usualCap, least)
  const capOf = (week: Day) => capIn(settings.loads, cap, week)
  const room = roomUnder(flowDays.taken, (week) => capOf(flowDays.mondays[week]!))
  const result = yield* cheapestSteps(jobs, { ...flowDays, room })
  const bookings = [
    ...timed(needs, days, result.day),
    ...input.pinned.map((place) => ({
      ...place,
      short: place.day < (adviceFrom.get(place.key) ?? from),
      pinned: true,
    })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.time - b.time))
  const spare = spareAfter(days, bookings)
  const frees = remediesFor({ input, needs, days, flowDays, shut, standing, capOf, on: result.day })
  const unplaced: Unplaced[] = []
  for (const [job, need] of needs.entries()) {
    if (result.day[job] !== null) continue
    yield
    const blocked = result.blockedBy(job)
    const inLaw = need.notice.day > from ? spare(latestOf(from, need.notBefore), need.latest) : null
    const earliest = spare(latestOf(firstDay(need), addDays(need.latest, 1)), null)
    unplaced.push({
      key: need.key,
      need,
      because: firstDay(need) > need.latest ? 'noNotice' : blocked.days.length === 0 ? 'noDay' : 'full',
      earliest: earliest && { key: need.key, ...earliest },
      withLawNotice: inLaw && { key: need.key, ...inLaw },
      rivals: blocked.jobs.map((at) => needs[at]!.key),
      frees: frees(blocked),
    })
  }
  return {
    bookings,
    unplaced,
    beyond: beyond.map(({ key }) => key).toSorted(),
    weeks: loadsOf(input.standing, bookings),
    cap,
    leastCap: least,
    needed,
  }
}

/** Times for the meetings of each day: in the order of the reviews. */
const timed = (
  needs: readonly PlanNeed[],
  days: readonly PlanDay[],
  on: readonly (number | null)[],
): Booking[] => {
  const used = days.map(() => 0)
  return needs.flatMap(({ key, adviceFrom }, job): Booking[] => {
    const at = on[job] ?? null
    if (at === null) return []
    const { day, times } = days[at]!
    const time = times[used[at]!]!
    used[at]! += 1
    return [{ key, day, time, short: day < adviceFrom, pinned: false }]
  })
}

/** Gives the first time that is still free from a day on, up to another, each one once; what is late already waits for no weekly cap. */
const spareAfter = (days: readonly PlanDay[], bookings: readonly Booking[]) => {
  const used = new Set(bookings.map(({ day, time }) => `${day} ${time}`))
  return (from: Day, to: Day | null): { day: Day; time: Minutes } | null => {
    for (const { day, times } of days) {
      if (to !== null && day > to) break
      const time = day < from ? undefined : times.find((each) => !used.has(`${day} ${each}`))
      if (time === undefined) continue
      used.add(`${day} ${time}`)
      return { day, time }
    }
    return null
  }
}
