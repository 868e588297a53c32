import { addDays, type Day, daysBetween, latest as latestOf, mondayOf } from './day.ts'
import type { PlanDay } from './plannerDays.ts'
import type { FlowJob } from './plannerFlow.ts'
import type { PlanNeed } from './plannerTypes.ts'

// What the planner knows of reviews and days, as the flow wants it: indexes, windows and prices.

const shortLeadPrice = 2_000_000

/** Moves between phases first, then what must be held first. */
export const inOrder = (a: PlanNeed, b: PlanNeed): number =>
  Number(b.first) - Number(a.first) ||
  (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : a.key < b.key ? -1 : 1)

/** The first day on which a meeting can be planned, when the invitations go out today. */
export const firstDay = ({ notBefore, notice }: Pick<PlanNeed, 'notBefore' | 'notice'>): Day =>
  latestOf(notice.day, notBefore)

/** A cost that grows with the square of the weeks between a day and the one wished for. */
const wish = (need: PlanNeed, day: Day): number =>
  Math.round((200 * daysBetween(day, need.target) ** 2) / 49) + (day < need.adviceFrom ? shortLeadPrice : 0)

/** The open days as the flow wants them: each one's places and week, and how many are taken in a week already. */
export const daysOfFlow = (days: readonly PlanDay[], taken: ReadonlyMap<Day, number>) => {
  const mondays = [...new Set(days.map(({ day }) => mondayOf(day)))]
  const at = new Map(mondays.map((monday, index) => [monday, index]))
  return {
    each: days,
    mondays,
    places: days.map(({ times }) => times.length),
    week: days.map(({ day }) => at.get(mondayOf(day))!),
    taken: mondays.map((monday) => taken.get(monday) ?? 0),
  }
}

/** Each day late counts more than any wish, and twenty of them as much as too little time for advice. */
const latePrice = 100_000

/** A review that can't be in time: the sooner the better, after its last day. */
export const lateJob = (need: PlanNeed, days: readonly PlanDay[]): FlowJob => {
  const from = latestOf(firstDay(need), addDays(need.latest, 1))
  const first = days.findIndex(({ day }) => day >= from)
  return {
    first: first === -1 ? days.length : first,
    end: days.length,
    cost: days.map(({ day }) => (day < from ? 0 : latePrice * daysBetween(from, day))),
  }
}

/** The reviews as the flow wants them: from which day to which one can be held, and what each day costs. */
export const jobsOfFlow = (needs: readonly PlanNeed[], days: readonly PlanDay[]): FlowJob[] => {
  const indexFrom = (day: Day) => {
    const found = days.findIndex((each) => each.day >= day)
    return found === -1 ? days.length : found
  }
  return needs.map((need) => ({
    first: indexFrom(firstDay(need)),
    end: indexFrom(addDays(need.latest, 1)),
    cost: days.map(({ day }) => wish(need, day)),
  }))
}
