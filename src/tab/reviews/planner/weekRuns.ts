import { addDays, type Day, mondayOf } from '../../../domain/rules/day.ts'

/** A week with meetings, or a run of weeks without any. */
export type WeekRun =
  { readonly is: 'week'; readonly week: Day } | { readonly is: 'empty'; readonly weeks: readonly Day[] }

/** Every week from the first to the last, in order; those without a meeting are put together. */
export const weekRuns = (first: Day, last: Day, held: readonly { readonly day: Day }[]): WeekRun[] => {
  const full = new Set(held.map(({ day }) => mondayOf(day)))
  const runs: WeekRun[] = []
  for (let week = mondayOf(first); week <= last; week = addDays(week, 7)) {
    const before = runs.at(-1)
    if (full.has(week)) runs.push({ is: 'week', week })
    else if (before?.is === 'empty') runs[runs.length - 1] = { is: 'empty', weeks: [...before.weeks, week] }
    else runs.push({ is: 'empty', weeks: [week] })
  }
  return runs
}
