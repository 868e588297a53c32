import { addDays, addMonths, type Day, mondayOf } from '../../../domain/rules/day.ts'
import { capIn, monthOfWeek } from '../../../domain/rules/plannerLoads.ts'
import type { MeetingSettings } from '../../../domain/rules/plannerSettings.ts'
import type { NeededLoad, Plan } from '../../../domain/rules/plannerTypes.ts'

/** One month of the plan: what it holds, what it needs, what the school can hold. */
export type PlanMonth = {
  readonly month: string
  readonly meetings: number
  /** In its fullest week. */
  readonly most: number
  readonly needed: NeededLoad | null
  /** The fewest and the most that its weeks may hold. */
  readonly holds: readonly [number, number]
  /** It may hold fewer than it needs, and somebody is late for want of room. */
  readonly tooFew: boolean
}

const weeksOf = (month: string): Day[] => {
  const first: Day = `${month}-01`
  const weeks: Day[] = []
  for (let week = mondayOf(first); week < addMonths(first, 1); week = addDays(week, 7))
    if (monthOfWeek(week) === month) weeks.push(week)
  return weeks
}

/** The first and the last day of a month. */
export const spanOfMonth = (month: string): { from: Day; to: Day } => ({
  from: `${month}-01`,
  to: addDays(addMonths(`${month}-01`, 1), -1),
})

/** Every month that holds a meeting or needs one, in order. */
export const planMonths = (
  { weeks, needed, cap, unplaced }: Plan,
  { loads }: Pick<MeetingSettings, 'loads'>,
): PlanMonth[] => {
  const months = new Set([...weeks.map(({ week }) => monthOfWeek(week)), ...needed.map(({ month }) => month)])
  const full = unplaced.some(({ because }) => because === 'full')
  return [...months].toSorted().map((month) => {
    const own = weeks
      .filter(({ week }) => monthOfWeek(week) === month)
      .map(({ standing, planned }) => standing + planned)
    const caps = weeksOf(month).map((week) => capIn(loads, cap, week))
    const need = needed.find((each) => each.month === month) ?? null
    return {
      month,
      meetings: own.reduce((sum, n) => sum + n, 0),
      most: Math.max(0, ...own),
      needed: need,
      holds: [Math.min(...caps), Math.max(...caps)],
      tooFew: full && need !== null && Math.min(...caps) < need.aWeek,
    }
  })
}
