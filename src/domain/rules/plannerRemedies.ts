import { addDays, type Day, latest as latestOf, mondayOf } from './day.ts'
import { freeTimes, type PlanDay, type Shut, type Standing } from './plannerDays.ts'
import type { Blocked, FlowDays } from './plannerFlow.ts'
import { firstDay } from './plannerJobs.ts'
import { countsByWeek } from './plannerLoads.ts'
import type { PlanInput, PlanNeed, Remedy } from './plannerTypes.ts'

/** Days that a person could open for a meeting all the same. */
const opened: readonly Shut[] = ['inset', 'busy', 'otherWeekday']

type Known = {
  readonly input: PlanInput
  readonly needs: readonly PlanNeed[]
  readonly days: readonly PlanDay[]
  readonly flowDays: Omit<FlowDays, 'room'> & { readonly mondays: readonly Day[] }
  readonly shut: (day: Day) => Shut
  readonly standing: readonly Standing[]
  readonly capOf: (week: Day) => number
  readonly on: readonly (number | null)[]
}

/** What would make room, given what a review without a day runs up against. */
export const remediesFor = ({ input, needs, days, flowDays, shut, standing, capOf, on }: Known) => {
  const taken = countsByWeek(standing.map(({ day }) => day))
  const load = days.map(() => 0)
  const weekLoad = [...flowDays.taken]
  for (const at of on) {
    if (at === null) continue
    load[at]! += 1
    weekLoad[flowDays.week[at]!]! += 1
  }
  const from = needs.map(firstDay)
  const closed: { readonly day: Day; readonly shut: Shut }[] = []
  const end = needs.reduce((last, { latest }) => latestOf(last, latest), input.today)
  const start = from.reduce((first, day) => (day < first ? day : first), end)
  for (let day = start; day <= end; day = addDays(day, 1)) {
    const why = shut(day)
    const week = flowDays.mondays.indexOf(mondayOf(day))
    const held = week === -1 ? (taken.get(mondayOf(day)) ?? 0) : weekLoad[week]!
    if (!opened.includes(why) || held >= capOf(mondayOf(day))) continue
    const there = standing.filter((each) => each.day === day)
    if (freeTimes(input.settings, there).length > 0) closed.push({ day, shut: why })
  }
  return (blocked: Blocked): Remedy[] => {
    const full = (at: number) => load[at]! >= flowDays.places[at]!
    const mondayAt = (at: number) => flowDays.mondays[flowDays.week[at]!]!
    const weekFull = (at: number) => weekLoad[flowDays.week[at]!]! >= capOf(mondayAt(at))
    // One more in a week that holds more than its cap already would not be the one that is missing.
    const atCap = (at: number) => weekLoad[flowDays.week[at]!]! === capOf(mondayAt(at))
    const raised = blocked.days.filter((at) => !full(at) && atCap(at))
    const more = blocked.days.filter((at) => full(at) && !weekFull(at))
    const openable = closed.filter(({ day }) =>
      blocked.jobs.some((job) => from[job]! <= day && day <= needs[job]!.latest),
    )
    return [
      ...(raised.length > 0 ? [{ do: 'raiseCap' as const, weeks: [...new Set(raised.map(mondayAt))] }] : []),
      ...(openable.length > 0 ? [{ do: 'openDay' as const, days: openable }] : []),
      ...(more.length > 0 ? [{ do: 'moreTimes' as const, days: more.map((at) => days[at]!.day) }] : []),
    ]
  }
}
