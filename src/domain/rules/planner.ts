import type { Minutes } from './clockTime.ts'
import { addDays, type Day, latest as latestOf } from './day.ts'
import { openDays, type PlanDay, shutOn } from './plannerDays.ts'
import { type Blocked, cheapestSteps, howManyFit } from './plannerFlow.ts'
import { daysOfFlow, firstDay, inOrder, jobsOfFlow, lateJob } from './plannerJobs.ts'
import { capIn, countsByWeek, leastCap, loadsOf, neededSteps, roomUnder } from './plannerLoads.ts'
import { lawNoticeEnds } from './plannerNotice.ts'
import { remediesFor } from './plannerRemedies.ts'
import type { Booking, Plan, PlanInput, PlanNeed, Remedy, Unplaced } from './plannerTypes.ts'

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
  const on = [...result.day]
  const frees = remediesFor({ input, needs, days, flowDays, shut, standing, capOf, on })
  const left: { readonly need: PlanNeed; readonly blocked: Blocked; readonly frees: readonly Remedy[] }[] = []
  for (const [job, need] of needs.entries()) {
    if (on[job] !== null) continue
    yield
    const blocked = result.blockedBy(job)
    left.push({ need, blocked, frees: frees(blocked) })
  }
  // Those that are late get the first places that the others can spare, which may move for them but stay in time.
  const then = yield* result.alsoPlace(left.map(({ need }) => lateJob(need, days)))
  const place = timesOn(days)
  const bookings = [
    ...needs.flatMap(({ key, adviceFrom: from }, job): Booking[] => {
      const found = place(then[job]!)
      return found ? [{ key, ...found, short: found.day < from, pinned: false }] : []
    }),
    ...input.pinned.map((each) => ({
      ...each,
      short: each.day < (adviceFrom.get(each.key) ?? from),
      pinned: true,
    })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.time - b.time))
  const late = left.map((_, at) => place(then[needs.length + at]!))
  const spare = spareAfter(days, [...bookings, ...late.filter((each) => each !== null)])
  const unplaced = left.map(({ need, blocked, ...more }, at): Unplaced => {
    const { key, notice, notBefore, latest } = need
    const inLaw = notice.day > from ? spare(latestOf(from, notBefore), latest) : null
    // What is late already waits for no weekly cap: a free time may be sooner than a place under it.
    const free = spare(latestOf(firstDay(need), addDays(latest, 1)), late[at]?.day ?? null)
    const earliest = free && !(late[at] && late[at].day <= free.day) ? free : (late[at] ?? free)
    return {
      key,
      need,
      because: firstDay(need) > latest ? 'noNotice' : blocked.days.length === 0 ? 'noDay' : 'full',
      earliest: earliest && { key, ...earliest },
      withLawNotice: inLaw && { key, ...inLaw },
      rivals: blocked.jobs.map((job) => needs[job]!.key),
      ...more,
    }
  })
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

/** Gives the times of each day one after the other. */
const timesOn = (days: readonly PlanDay[]) => {
  const used = days.map(() => 0)
  return (at: number | null): { day: Day; time: Minutes } | null => {
    if (at === null) return null
    const { day, times } = days[at]!
    const time = times[used[at]!]!
    used[at]! += 1
    return { day, time }
  }
}

/** Gives the first time that is still free from a day on, up to another, each one once. */
const spareAfter = (
  days: readonly PlanDay[],
  taken: readonly { readonly day: Day; readonly time: Minutes }[],
) => {
  const used = new Set(taken.map(({ day, time }) => `${day} ${time}`))
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
