import { t } from '../../words/t.ts'
import type { Allocation } from '../records/allocation.ts'
import { addDays, addMonths, type Day, daysBetween, earliest, latest, partsOf } from './day.ts'
import { exactly, type Fraction, fraction, times } from './fraction.ts'
import { isSchoolDay, knowsYear, type SchoolCalendar } from './schoolCalendar.ts'
import { academicYearOf } from './schoolYear.ts'

/** Both days are in it. */
export type Span = { readonly from: Day; readonly until: Day }

/** April for maintained schools, September for academies. */
export type YearStart = 'apr' | 'sep'
/** A financial year, by the calendar year in which it begins. */
export type MoneyYear = { readonly starts: YearStart; readonly year: number }

export const moneyYearOf = (day: Day, starts: YearStart): MoneyYear => {
  const [year, month] = partsOf(day)
  return { starts, year: month >= (starts === 'apr' ? 4 : 9) ? year : year - 1 }
}
export const daysOfYear = ({ starts, year }: MoneyYear): Span =>
  starts === 'apr'
    ? { from: `${year}-04-01`, until: `${year + 1}-03-31` }
    : { from: `${year}-09-01`, until: `${year + 1}-08-31` }
/** `Apr 2026 to Mar 2027` */
export const showMoneyYear = ({ starts, year }: MoneyYear): string =>
  starts === 'apr' ? t`Apr ${year} to Mar ${year + 1}` : t`Sep ${year} to Aug ${year + 1}`

export const overlapOf = (a: Span, b: Span): Span | null => {
  const [from, until] = [latest(a.from, b.from), earliest(a.until, b.until)]
  return from <= until ? { from, until } : null
}

/** School days before each day of a month, and after its last: kept, as every line of a school asks for them. */
const months = new WeakMap<SchoolCalendar, Map<string, readonly number[]>>()
const monthOf = (calendar: SchoolCalendar, month: string): readonly number[] => {
  const kept = months.get(calendar) ?? new Map<string, readonly number[]>()
  months.set(calendar, kept)
  const known = kept.get(month)
  if (known) return known
  const counts = [0]
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1))
    counts.push(counts.at(-1)! + (isSchoolDay(calendar, day) ? 1 : 0))
  kept.set(month, counts)
  return counts
}
const nextMonth = (month: string): string =>
  month.endsWith('-12')
    ? `${Number(month.slice(0, 4)) + 1}-01`
    : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`

/** School days in a stretch, both ends counted; 0 where it ends before it begins. */
export const schoolDaysIn = (calendar: SchoolCalendar, { from, until }: Span): number => {
  if (until < from) return 0
  const last = until.slice(0, 7)
  let count = 0
  for (let month = from.slice(0, 7); month <= last; month = nextMonth(month)) {
    const counts = monthOf(calendar, month)
    const before = month === from.slice(0, 7) ? counts[Number(from.slice(8)) - 1]! : 0
    const after = month === last ? counts[Number(until.slice(8))]! : counts.at(-1)!
    count += after - before
  }
  return count
}

/** The day on which so many school days are over, of those from a day on; that day itself where there are none. */
const schoolDayFrom = (calendar: SchoolCalendar, from: Day, count: number): Day => {
  if (count <= 0) return from
  const first = from.slice(0, 7)
  let left = count
  for (let month = first; ; month = nextMonth(month)) {
    const counts = monthOf(calendar, month)
    const before = month === first ? counts[Number(from.slice(8)) - 1]! : 0
    const here = counts.at(-1)! - before
    if (here >= left) return `${month}-${String(counts.indexOf(before + left)).padStart(2, '0')}`
    left -= here
  }
}

/** A line's teaching while it runs: so many weeks, given evenly on its school days. */
export type Run = Span & {
  readonly weeks: Fraction
  /** How much of the line's price for resources and agreements falls on this run: 1 unless it goes on each year. */
  readonly price: Fraction
  readonly days: number
  /** There is no school day in it: then all of its days count alike. */
  readonly anyDay: boolean
}

const runOver = (calendar: SchoolCalendar, span: Span, weeks: Fraction, price: Fraction): Run => {
  const days = schoolDaysIn(calendar, span)
  return days > 0
    ? { ...span, weeks, price, days, anyDay: false }
    : { ...span, weeks, price, days: daysBetween(span.from, span.until) + 1, anyDay: true }
}

const one = fraction(1n)
/**
 * Whether a line's weeks and price are those of each school year: it goes on without a last day, or for more than a
 * year, and its weeks are a whole school year's. Nobody can enter more: weeks are at most 60.
 */
export const isYearly = (
  { from, until, weeks }: Pick<Allocation, 'from' | 'until' | 'weeks'>,
  weeksInYear: number,
): boolean => (weeks ?? 0) >= weeksInYear && (until === null || until >= addMonths(from, 12))

const yearly = (
  { from, until, weeks }: { from: Day; until: Day | null; weeks: Fraction },
  calendar: SchoolCalendar,
  horizon: Day,
): Run[] => {
  const runs: Run[] = []
  for (let year = academicYearOf(from); `${year}-09-01` <= horizon; year += 1) {
    const whole = { from: `${year}-09-01`, until: `${year + 1}-08-31` }
    const ends = until !== null && until < whole.until ? until : whole.until
    const span = ends < from ? null : overlapOf(whole, { from, until: ends })
    const all = schoolDaysIn(calendar, whole)
    if (!span || all === 0) continue
    const part = fraction(BigInt(schoolDaysIn(calendar, span)), BigInt(all))
    if (part.n > 0n) runs.push(runOver(calendar, span, times(weeks, part), part))
  }
  return runs
}

/**
 * The runs of a line up to a day. With a last day: one run, or one for each school year where it goes on for more than a
 * year (`isYearly`). Without one, it ends when its weeks have been taught (five
 * school days are a week); where its weeks are a whole school year's, it goes on from school year to school year. What
 * has no weeks, such as equipment, falls on its first day. No run where its dates are the wrong way round.
 */
export const runsOf = (
  line: Pick<Allocation, 'from' | 'until' | 'weeks'>,
  calendar: SchoolCalendar,
  weeksInYear: number,
  horizon: Day,
): readonly Run[] => {
  const { from, until } = line
  const weeks = exactly(line.weeks ?? 0)
  if (until !== null && until < from) return []
  if (isYearly(line, weeksInYear)) return yearly({ from, until, weeks }, calendar, horizon)
  if (until !== null) return [runOver(calendar, { from, until }, weeks, one)]
  if (weeks.n === 0n) return [runOver(calendar, { from, until: from }, weeks, one)]
  const last = schoolDayFrom(calendar, from, Math.ceil((line.weeks ?? 0) * 5))
  return [runOver(calendar, { from, until: last }, weeks, one)]
}

/** The last day on which a line is given; null where it goes on. */
export const lastDayOf = (
  line: Pick<Allocation, 'from' | 'until' | 'weeks'>,
  calendar: SchoolCalendar,
  weeksInYear: number,
): Day | null =>
  line.until ??
  ((line.weeks ?? 0) >= weeksInYear
    ? null
    : (runsOf(line, calendar, weeksInYear, '2199-12-31').at(-1)?.until ?? line.from))

/** A part of a run in which nothing changes. */
export type Stretch = Span & {
  readonly weeks: Fraction
  /** The part of the line's price for resources and agreements. */
  readonly price: Fraction
  readonly days: number
}

/**
 * A run, cut where something changes: `cuts` are the first days of what comes then. Weeks are split by school days, so
 * the parts of a week that two financial years share go to each as its days do, and all parts add up to the run.
 */
export const stretchesOf = (run: Run, cuts: readonly Day[], calendar: SchoolCalendar): readonly Stretch[] => {
  const inside = [...new Set(cuts)].filter((day) => day > run.from && day <= run.until).toSorted()
  const begins = [run.from, ...inside]
  return begins.map((from, i) => {
    const until = i + 1 < begins.length ? addDays(begins[i + 1]!, -1) : run.until
    const days = run.anyDay ? daysBetween(from, until) + 1 : schoolDaysIn(calendar, { from, until })
    const part = fraction(BigInt(days), BigInt(run.days))
    return { from, until, days, weeks: times(run.weeks, part), price: times(run.price, part) }
  })
}

/** Whether the terms of every school year in a stretch are recorded: without them its school days are estimates. */
export const knowsSpan = (calendar: SchoolCalendar, { from, until }: Span): boolean => {
  for (let year = academicYearOf(from); year <= academicYearOf(until); year += 1)
    if (!knowsYear(calendar, `${year}-09-01`)) return false
  return true
}
