import type { Allocation } from '../records/allocation.ts'
import { isYearly, schoolDaysIn } from './annualise.ts'
import { addDays, type Day } from './day.ts'
import { mostWeeks, splitOn } from './scenarioSplit.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'

type Run = Pick<Allocation, 'from' | 'until' | 'weeks'>
const unpriced = { resources: null, external: null }
const tenth = (weeks: number) => Math.round(weeks * 10) / 10

/**
 * The weeks of a run of support that are given by a day on which it ends earlier than it was to, by its school days to
 * a tenth: one definition for who leaves, for what somebody ends and for what a what if ends. What goes on from year
 * to year keeps its yearly weeks.
 */
export const weeksBy = (run: Run, last: Day, calendar: SchoolCalendar, weeksInYear: number): number | null =>
  splitOn({ ...run, ...unpriced }, run.until, addDays(last, 1), calendar, weeksInYear)?.before.weeks ??
  run.weeks

/** The weeks of a run with another last day: fewer where it ends earlier, more where it carries on as often as before. */
export const weeksUntil = (
  run: Run,
  last: Day,
  calendar: SchoolCalendar,
  weeksInYear: number,
): number | null => {
  const { from, until, weeks } = run
  if (until === null || last <= until) return weeksBy(run, last, calendar, weeksInYear)
  if (weeks === null || isYearly({ ...run, until: last }, weeksInYear)) return weeks
  const days = schoolDaysIn(calendar, { from, until })
  if (days === 0) return weeks
  return Math.min(mostWeeks, tenth((weeks * schoolDaysIn(calendar, { from, until: last })) / days))
}

/** The weeks of school between a run's days, where it says more than that: its cost would count them all. Else null. */
export const fewerWeeksIn = (
  { from, until, weeks }: Run,
  calendar: SchoolCalendar,
  weeksInYear: number,
): number | null => {
  if (until === null || until < from || weeks === null || isYearly({ from, until, weeks }, weeksInYear))
    return null
  const most = tenth(schoolDaysIn(calendar, { from, until }) / 5)
  // A week in which there is some school is often entered as a week.
  return weeks > most + 2 ? most : null
}
