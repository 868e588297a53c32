import type { Allocation } from '../records/allocation.ts'
import { isYearly, lastDayOf, runsOf, stretchesOf } from './annualise.ts'
import { addDays, type Day } from './day.ts'
import { approximately, exactly, rounded, sum, times } from './fraction.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'

type Timed = Pick<Allocation, 'from' | 'until' | 'weeks' | 'resources' | 'external'>
type Given = Pick<Allocation, 'weeks' | 'resources' | 'external'>
export type SplitParts = { readonly before: Given; readonly after: Given }

/** So many weeks can be entered of a run. */
export const mostWeeks = 60
const weeksOf = (value: number) => Math.min(mostWeeks, Math.round(value * 10) / 10)

/**
 * A run of support cut on a day: the weeks and prices that fall before it and from it on, by its school days, so that
 * both together cost what the whole did. What goes on from year to year keeps its yearly weeks and price. Null where
 * all of it lies before the day. `until` is the day on which it ends as it is given, its group's included.
 */
export const splitOn = (
  run: Timed,
  until: Day | null,
  day: Day,
  calendar: SchoolCalendar,
  weeksInYear: number,
): SplitParts | null => {
  const whole = { from: run.from, until, weeks: run.weeks }
  const last = lastDayOf(whole, calendar, weeksInYear)
  // What has neither an end nor weeks, such as equipment, goes on.
  const endless = until === null && (run.weeks === null || run.weeks === 0)
  if (!endless && last !== null && last < day) return null
  if (endless)
    return {
      before: { weeks: run.weeks, resources: run.resources, external: run.external },
      after: { weeks: run.weeks, resources: null, external: null },
    }
  if (isYearly(whole, weeksInYear)) {
    const years = runsOf(whole, calendar, weeksInYear, until ?? addDays(day, -1)).flatMap((one) =>
      stretchesOf(one, [day], calendar),
    )
    // A side that is still longer than a year keeps the yearly weeks and price; a shorter one has what falls on it.
    const side = (own: typeof years, from: Day, to: Day | null): Given => {
      if (isYearly({ from, until: to, weeks: run.weeks }, weeksInYear))
        return { weeks: run.weeks, resources: run.resources, external: run.external }
      const part = sum(own.map(({ price }) => price))
      const of = (pence: number | null) => (pence === null ? null : rounded(times(exactly(pence), part)))
      return {
        weeks: weeksOf(approximately(sum(own.map(({ weeks: taught }) => taught)))),
        resources: of(run.resources),
        external: of(run.external),
      }
    }
    return {
      before: side(
        years.filter((part) => part.from < day),
        run.from,
        addDays(day, -1),
      ),
      after: side(
        years.filter((part) => part.from >= day),
        day,
        until,
      ),
    }
  }
  const parts = runsOf(whole, calendar, weeksInYear, addDays(day, -1)).flatMap((one) =>
    stretchesOf(one, [day], calendar),
  )
  const before = parts.filter((part) => part.from < day)
  const share = sum(before.map(({ price }) => price))
  const weeks = weeksOf(approximately(sum(before.map((part) => part.weeks))))
  const priced = (pence: number | null) => (pence === null ? null : rounded(times(exactly(pence), share)))
  const rest = (pence: number | null) =>
    pence === null ? null : last === null ? pence : Math.max(0, pence - priced(pence)!)
  return {
    before: {
      weeks: run.weeks === null ? null : weeks,
      resources: priced(run.resources),
      external: priced(run.external),
    },
    after: {
      weeks: run.weeks === null ? null : last === null ? run.weeks : weeksOf(Math.max(0, run.weeks - weeks)),
      resources: rest(run.resources),
      external: rest(run.external),
    },
  }
}
