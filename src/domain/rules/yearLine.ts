import { t } from '../../words/t.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Rate } from '../records/rate.ts'
import type { School } from '../records/school.ts'
import {
  daysOfYear,
  knowsSpan,
  type MoneyYear,
  overlapOf,
  runsOf,
  type Span,
  type Stretch,
  stretchesOf,
} from './annualise.ts'
import { staffRoles } from './codes.ts'
import { hourlyRate, missingOf, needsRate, rateOn } from './cost.ts'
import { addDays, type Day, showDay } from './day.ts'
import {
  approximately,
  exactly,
  type Fraction,
  fraction,
  over,
  plus,
  rounded,
  sum,
  times,
} from './fraction.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'
import { setting } from './settings.ts'

export type Keyed<T> = T & { readonly key: string }
export type YearRate = Pick<Rate, 'role' | 'from' | 'basis' | 'amount' | 'weeks'>

/** What a line of support is reckoned against in one financial year. */
export type YearContext = {
  readonly year: MoneyYear
  readonly calendar: SchoolCalendar
  readonly rates: readonly YearRate[]
  readonly school: School | undefined
  /** All lines of the school, filled from their groups and ended with who leaves: who shares a week's cost. */
  readonly lines: readonly Allocation[]
  /** First days on which something begins by which the figures are also parted, such as terms. */
  readonly cuts?: readonly Day[]
}

/** A part of a line in which rate and group stay the same. */
export type YearStretch = Stretch & {
  /** The school's own hourly cost; null where there is none, or none is needed. */
  readonly rate: Fraction | null
  /** The pupils among whom this stretch is divided in the school's own reckoning. */
  readonly sharers: number
  /** Pupils of the group who were in it then; the size of the group where nobody can say. */
  readonly present: number
  /** The same support is counted in another line. */
  readonly double: boolean
}

export type YearLine = {
  readonly line: Keyed<Allocation>
  /** From its first day to the end of the year. */
  readonly all: readonly YearStretch[]
  readonly inYear: readonly YearStretch[]
  /** What it lacks, but for a rate. */
  readonly lacks: readonly string[]
  /** Stretches of the year with no rate for its role. */
  readonly noRate: readonly string[]
  /** Terms that it runs in are not recorded. */
  readonly estimated: boolean
}

/** Who is in each group when: kept for one set of lines. */
const membersIn = new WeakMap<readonly Allocation[], ReadonlyMap<string, Allocation[]>>()
const membersOf = (lines: readonly Allocation[], group: string): readonly Allocation[] => {
  const known = membersIn.get(lines)
  if (known) return known.get(group) ?? []
  const made = new Map<string, Allocation[]>()
  for (const line of lines)
    if (line.group !== null) {
      const members = made.get(line.group)
      if (members) members.push(line)
      else made.set(line.group, [line])
    }
  membersIn.set(lines, made)
  return made.get(group) ?? []
}

const joins = (span: Span, gap: Span) => addDays(span.until, 1) === gap.from
const joined = (spans: readonly Span[]): Span[] =>
  spans.reduce<Span[]>((all, span) => {
    const last = all.at(-1)
    return last && joins(last, span)
      ? [...all.slice(0, -1), { from: last.from, until: span.until }]
      : [...all, span]
  }, [])

/** `a rate for teaching assistant from 1 Sep 2026 to 30 Sep 2026` */
const gapWords = (role: Allocation['role'], spans: readonly Span[]): string[] =>
  joined(spans).map(
    ({ from, until }) =>
      t`a rate for ${role ? staffRoles[role].toLowerCase() : 'it'} from ${showDay(from)} to ${showDay(until)}`,
  )

/** A line, cut where the year, a rate or the group changes. `double`: days on which another line counts instead. */
export const yearLine = (
  line: Keyed<Allocation>,
  context: YearContext,
  double: Span | null = null,
): YearLine => {
  const { year, calendar, rates, school, lines } = context
  const span = daysOfYear(year)
  const rated = needsRate(line)
  const members = line.group === null ? [] : membersOf(lines, line.group)
  const cuts = [
    span.from,
    addDays(span.until, 1),
    ...(context.cuts ?? []),
    ...(rated ? rates.filter(({ role }) => role === line.role).map(({ from }) => from) : []),
    ...members.flatMap(({ from, until }) => [from, ...(until === null ? [] : [addDays(until, 1)])]),
    ...(double ? [double.from, addDays(double.until, 1)] : []),
  ]
  const weeksInYear = setting(school, 'weeksInYear')
  const all = runsOf(line, calendar, weeksInYear, span.until)
    .flatMap((run) => stretchesOf(run, cuts, calendar))
    .filter(({ from }) => from <= span.until)
    .map((stretch): YearStretch => {
      const rate = rated && line.role ? rateOn(rates, line.role, stretch.from) : undefined
      const there = new Set(
        members
          .filter(({ from, until }) => from <= stretch.from && (until === null || until >= stretch.until))
          .map(({ pupil }) => pupil),
      ).size
      const present = there > 0 ? there : Math.max(1, line.groupSize ?? 1)
      return {
        ...stretch,
        rate: rate ? hourlyRate(rate) : null,
        present,
        sharers:
          line.charge === 'full'
            ? 1
            : school?.partWay === 'weekly'
              ? present
              : Math.max(1, line.groupSize ?? 1),
        double: double !== null && overlapOf(double, stretch) !== null,
      }
    })
  const inYear = all.filter(({ from }) => from >= span.from)
  const wrongWay = line.until !== null && line.until < line.from
  return {
    line,
    all,
    inYear,
    lacks: [...missingOf(line), ...(wrongWay ? [t`dates the right way round`] : [])],
    noRate:
      rated && line.role
        ? gapWords(
            line.role,
            inYear.filter(({ rate, days }) => !rate && days > 0),
          )
        : [],
    estimated: inYear.length > 0 && !knowsSpan(calendar, { from: all[0]!.from, until: inYear.at(-1)!.until }),
  }
}

const nothing = fraction(0n)
const sixty = fraction(60n)

/** Hours of staff in a stretch, for the whole group. */
export const hoursOf = (line: Allocation, { weeks }: Stretch, minutes: number): Fraction =>
  needsRate(line)
    ? over(times(times(exactly(line.sessionsPerWeek ?? 0), exactly(minutes)), weeks), sixty)
    : nothing

/** Minutes of a session with what is prepared for it. */
export const minutesOf = (line: Allocation): number =>
  needsRate(line) ? (line.minutes ?? 0) + (line.prepMinutes ?? 0) : 0

/** What a stretch costs the school for the whole group. Pence, not rounded. */
export const groupCost = (line: Allocation, stretch: YearStretch): Fraction =>
  stretch.double
    ? nothing
    : plus(
        times(stretch.rate ?? nothing, hoursOf(line, stretch, minutesOf(line))),
        times(exactly((line.resources ?? 0) + (line.external ?? 0)), stretch.price),
      )
/** The part of it that falls on this pupil. Pence, not rounded. */
export const ownCost = (line: Allocation, stretch: YearStretch): Fraction =>
  over(groupCost(line, stretch), exactly(stretch.sharers))

/**
 * What a line costs in a part of its time, to the penny: what it has cost by the end of the part less what it had cost
 * before, each rounded. So all parts of a line add up to its cost.
 */
export const penceIn = (year: YearLine, { from, until }: Span): number => {
  const upTo = (day: Day) =>
    rounded(
      sum(year.all.filter((stretch) => stretch.from < day).map((stretch) => ownCost(year.line, stretch))),
    )
  return upTo(addDays(until, 1)) - upTo(from)
}

const two = (value: Fraction) => String(Math.round(approximately(value) * 100) / 100)
/** A number of weeks or hours as a person reads it: two places at most. */
export const showNumber = two
