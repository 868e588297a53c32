import type { Allocation } from '../../domain/records/allocation.ts'
import type { CostingRulebook } from '../../domain/records/costingRulebook.ts'
import { daysOfYear, moneyYearOf } from '../../domain/rules/annualise.ts'
import { needsRate, rateOn } from '../../domain/rules/cost.ts'
import type { Day } from '../../domain/rules/day.ts'
import { moneyOf } from '../../domain/rules/elements.ts'
import { type Fraction, plus } from '../../domain/rules/fraction.ts'
import type { MoneyLine, PupilYear, SchoolMoney } from '../../domain/rules/moneyTypes.ts'
import { rulebookFor, type Rules, yearStartIn } from '../../domain/rules/rulebook.ts'
import { filledLines, inScope, listName, mapCalendar, type MapInput } from './input.ts'

/** The rules of one authority, or the school’s own settings where none are entered, by a number in the workbook. */
export type RuleSet = {
  readonly no: number
  readonly rules: Rules
  readonly book: CostingRulebook | undefined
}
export type YearMoney = {
  /** The whole school, as the tab has it. */
  readonly money: SchoolMoney
  /** Those of the map’s scope, by surname; each with all of its lines. */
  readonly pupils: readonly PupilYear[]
  readonly sets: readonly RuleSet[]
  readonly setOf: (pupil: PupilYear) => RuleSet
}

const reckoned = new WeakMap<MapInput, YearMoney>()
const compare = new Intl.Collator('en-GB', { numeric: true }).compare

/** A year’s money as the sheets have it; `given` are sets of rules that have their number already. */
export const asYearMoney = (
  input: MapInput,
  money: SchoolMoney,
  given: readonly RuleSet[] = [],
): YearMoney => {
  const pupils = money.pupils
    .filter(({ pupil, lines }) =>
      input.scope.is === 'level'
        ? lines.some(({ provision }) => inScope(input.scope, pupil, provision))
        : inScope(input.scope, pupil, undefined),
    )
    .toSorted((a, b) => compare(listName(a.pupil), listName(b.pupil)) || compare(a.pupil.key, b.pupil.key))
  const sets = new Map<CostingRulebook | undefined, RuleSet>(given.map((set) => [set.book, set]))
  const setOf = ({ authority, rules }: PupilYear): RuleSet => {
    const book = rulebookFor(input.more?.rulebooks ?? [], authority, money.year)
    const known = sets.get(book)
    if (known) return known
    const made = { no: sets.size + 1, rules, book }
    sets.set(book, made)
    return made
  }
  for (const pupil of pupils) setOf(pupil)
  return { money, pupils, sets: [...sets.values()], setOf }
}

const reckon = (input: MapInput): YearMoney => {
  const { rulebooks = [], fundings = [], bands = [] } = input.more ?? {}
  const year = moneyYearOf(input.today, yearStartIn(input.school, rulebooks, input.today))
  const money = moneyOf({
    pupils: input.pupils,
    provisions: input.provisions,
    groups: input.groups ?? [],
    lines: filledLines(input),
    rates: input.rates,
    school: input.school,
    rulebooks,
    fundings,
    bands,
    calendar: mapCalendar(input),
    year,
  })
  return asYearMoney(input, money)
}

/** The money of the financial year that the tab shows by default: that of today, begun as the school says. */
export const yearMoney = (input: MapInput): YearMoney => {
  const known = reckoned.get(input)
  if (known) return known
  const made = reckon(input)
  reckoned.set(input, made)
  return made
}

/** The groups whose whole cost is known, whoever comes. */
export const wholeGroups = ({ money }: YearMoney) => money.groups.filter(({ alone }) => alone !== null)
/** Whether a line’s cost is part of a group’s whole cost, and so isn’t added once more. */
export const inWholeGroup = (year: YearMoney): ((line: Allocation) => boolean) => {
  const whole = new Set(wholeGroups(year).map(({ of }) => of))
  return ({ group }) => group !== null && whole.has(group)
}

/** A part of a line in which rate and group stay the same, before the year or in it. */
export type Part = {
  readonly from: Day
  readonly until: Day
  readonly isIn: boolean
  /** Of the line’s weeks and prices. */
  readonly share: Fraction
  readonly present: number
  readonly sharers: number
  readonly double: boolean
  readonly rateFrom: Day | null
  readonly rate: Fraction | null
}

/** A line’s stretches up to the end of the year; those that differ in nothing but a term’s end are one. */
export const partsOf = (
  { line, year: { all } }: MoneyLine,
  { money, rates }: { money: SchoolMoney; rates: MapInput['rates'] },
): Part[] => {
  const { from: begins } = daysOfYear(money.year)
  return all.reduce<Part[]>((parts, { from, until, days, price, present, sharers, double, rate }) => {
    if (days === 0) return parts
    const rateFrom = ratedFrom(line, rates, from)
    const next = { from, until, isIn: from >= begins, share: price, present, sharers, double, rateFrom, rate }
    const last = parts.at(-1)
    const same =
      last &&
      last.isIn === next.isIn &&
      last.present === present &&
      last.sharers === sharers &&
      last.double === double &&
      last.rateFrom === rateFrom
    return same
      ? [...parts.slice(0, -1), { ...last, until, share: plus(last.share, price) }]
      : [...parts, next]
  }, [])
}
const ratedFrom = (line: Allocation, rates: MapInput['rates'], day: Day): Day | null =>
  needsRate(line) && line.role ? (rateOn(rates, line.role, day)?.from ?? null) : null
