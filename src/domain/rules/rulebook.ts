import { t } from '../../words/t.ts'
import type { Allocation } from '../records/allocation.ts'
import type { CostingRulebook } from '../records/costingRulebook.ts'
import type { Provision } from '../records/provision.ts'
import type { School } from '../records/school.ts'
import { daysOfYear, type MoneyYear, moneyYearOf, type YearStart } from './annualise.ts'
import type { Day } from './day.ts'
import { exactly, type Fraction } from './fraction.ts'
import { showMoney } from './money.ts'
import { setting } from './settings.ts'

const fold = (text: string | null | undefined) => (text ?? '').trim().toLowerCase().replace(/\s+/g, ' ')

/** An authority's costing rules in force on a day: the newest that has begun; undefined where there are none. */
export const rulebookOn = <R extends Pick<CostingRulebook, 'authority' | 'from'>>(
  rulebooks: readonly R[],
  authority: string | null | undefined,
  day: Day,
): R | undefined =>
  rulebooks
    .filter((book) => fold(authority) !== '' && fold(book.authority) === fold(authority) && book.from <= day)
    .reduce<R | undefined>((newest, book) => (newest && newest.from >= book.from ? newest : book), undefined)

/** The rules for a financial year: those in force on its first day, or the first that begin within it. */
export const rulebookFor = <R extends Pick<CostingRulebook, 'authority' | 'from'>>(
  rulebooks: readonly R[],
  authority: string | null | undefined,
  year: MoneyYear,
): R | undefined => {
  const { from, until } = daysOfYear(year)
  return (
    rulebookOn(rulebooks, authority, from) ??
    rulebooks
      .filter(
        (book) => fold(authority) !== '' && fold(book.authority) === fold(authority) && book.from <= until,
      )
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
  )
}

/** When the financial year begins: as the school says, else its authority, else April. */
export const yearStartIn = (
  school: School | undefined,
  rulebooks: readonly CostingRulebook[],
  today: Day,
): YearStart =>
  school?.yearStarts ??
  rulebookFor(rulebooks, school?.localAuthority, moneyYearOf(today, 'apr'))?.yearStarts ??
  'apr'

/** The kinds of cost that an authority may count or not. */
export type CostKind = 'ta' | 'teacher' | 'external' | 'equipment' | 'supervision'
export const kindWords: Record<CostKind, string> = {
  ta: t`teaching assistants`,
  teacher: t`teachers`,
  external: t`external agreements`,
  equipment: t`equipment and resources`,
  supervision: t`supervision at breaks and lunch`,
}

/** Whose hours a line's are, by who delivers it and what it is. */
export const hoursKind = (role: Allocation['role'], line: Provision['line'] | null): CostKind =>
  line === 'supervision' || role === 'supervisor'
    ? 'supervision'
    : role === 'ta' || role === 'hlta'
      ? 'ta'
      : role === 'teacher' || role === 'specialistTeacher' || role === 'senco'
        ? 'teacher'
        : role === 'external'
          ? 'external'
          : (line ?? 'ta')

/** A rulebook with every blank answered: what holds. Pence, hours, weeks. */
export type Rules = {
  readonly authority: string | null
  readonly name: string
  readonly source: string
  /** Weeks of a year that count, at most; null: as many as are given. */
  readonly weeks: number | null
  /** Weeks by which a year's hours become hours a week. */
  readonly yearWeeks: number
  readonly rateOf: (role: Allocation['role'], own: Fraction | null) => Fraction | null
  /** The authority reckons at rates of its own. */
  readonly fixed: boolean
  readonly fixedRate: (role: Allocation['role']) => number | null
  readonly weeklyHours: number | null
  readonly teacherHours: number | null
  readonly pupilCap: number | null
  readonly group: 'share' | 'full' | 'weekly'
  readonly fullCharge: boolean
  readonly preparation: boolean
  readonly counts: Readonly<Record<CostKind, boolean>>
  readonly needsOutcome: boolean
  readonly threshold: number
  readonly yearStarts: YearStart
  readonly rounding: 'line' | 'total'
}

const rateFields = {
  ta: 'taRate',
  hlta: 'hltaRate',
  teacher: 'teacherRate',
  specialistTeacher: 'teacherRate',
  senco: 'teacherRate',
  supervisor: 'supervisorRate',
} as const

/** What holds under an authority's rules; without any, the school's own settings and every kind of cost. */
export const rulesOf = (book: CostingRulebook | undefined, school: School | undefined): Rules => {
  const fixedRate = (role: Allocation['role']): number | null =>
    book?.rates === 'fixed' && role !== null && role !== 'external' ? (book[rateFields[role]] ?? null) : null
  const threshold = book?.threshold ?? setting(school, 'element2Threshold')
  return {
    authority: book?.authority ?? null,
    name: book ? (book.name ?? t`Costing rules of ${book.authority}`) : t`The school’s own settings`,
    source: book
      ? (book.source ?? t`Costing rules of ${book.authority}, no source given`)
      : t`School settings; DfE, The notional SEN budget for mainstream schools`,
    weeks: book?.weeks ?? null,
    yearWeeks: book?.divisorWeeks ?? book?.weeks ?? setting(school, 'weeksInYear'),
    fixed: book?.rates === 'fixed',
    fixedRate,
    rateOf: (role, own) => {
      const fixed = fixedRate(role)
      return fixed === null ? own : exactly(fixed)
    },
    weeklyHours: book?.weeklyHours ?? null,
    teacherHours: book?.teacherHours ?? null,
    pupilCap: book?.pupilCap ?? null,
    group: book?.group ?? (school?.partWay === 'weekly' ? 'weekly' : 'share'),
    // Nobody claims the whole cost of a group on rules that don't say that it may be.
    fullCharge: book === undefined || book.fullCharge === true,
    preparation: book?.preparation ?? true,
    counts: {
      ta: book?.countsTa ?? true,
      teacher: book?.countsTeacher ?? true,
      external: book?.countsExternal ?? true,
      equipment: book?.countsEquipment ?? true,
      supervision: book?.countsSupervision ?? true,
    },
    needsOutcome: book?.needsOutcome ?? false,
    threshold,
    yearStarts: book?.yearStarts ?? school?.yearStarts ?? 'apr',
    rounding: book?.rounding ?? 'line',
  }
}

/** A row of a rulebook that was left blank, and what holds then. */
export type Unsaid = { readonly field: keyof CostingRulebook & string; readonly holds: string }

/** Every row that a rulebook leaves open, with what is reckoned instead. */
export const unsaidIn = (book: CostingRulebook, school: School | undefined): Unsaid[] => {
  const rules = rulesOf(book, school)
  const weeks = setting(school, 'weeksInYear')
  const rate = (field: 'taRate' | 'hltaRate' | 'teacherRate' | 'supervisorRate'): Unsaid[] =>
    book.rates === 'fixed' && book[field] === null
      ? [{ field, holds: t`the school’s own rate for that role` }]
      : []
  const all: (Unsaid | false)[] = [
    book.weeks === null && { field: 'weeks', holds: t`as many weeks as are given; nothing is cut off` },
    book.divisorWeeks === null && {
      field: 'divisorWeeks',
      holds: t`hours a week are a year’s hours divided by ${book.weeks ?? weeks} weeks`,
    },
    book.rates === null && { field: 'rates', holds: t`the school’s own rates` },
    ...rate('taRate'),
    ...rate('hltaRate'),
    ...rate('teacherRate'),
    ...rate('supervisorRate'),
    book.weeklyHours === null && { field: 'weeklyHours', holds: t`no limit of hours` },
    book.teacherHours === null && { field: 'teacherHours', holds: t`no limit of a teacher’s hours` },
    book.pupilCap === null && { field: 'pupilCap', holds: t`no limit of cost` },
    book.group === null && {
      field: 'group',
      holds:
        rules.group === 'weekly'
          ? t`as School settings say: each week divided by the pupils of that week`
          : t`divided by the pupils in it`,
    },
    book.fullCharge === null && { field: 'fullCharge', holds: t`not allowed: the cost is shared` },
    book.preparation === null && { field: 'preparation', holds: t`it counts` },
    ...(['countsTa', 'countsTeacher', 'countsExternal', 'countsEquipment', 'countsSupervision'] as const).map(
      (field): Unsaid | false => book[field] === null && { field, holds: t`they count` },
    ),
    book.needsOutcome === null && { field: 'needsOutcome', holds: t`support without an outcome counts too` },
    book.threshold === null && {
      field: 'threshold',
      holds: t`${showMoney(rules.threshold)}, as School settings say`,
    },
    book.yearStarts === null && {
      field: 'yearStarts',
      holds: t`${rules.yearStarts === 'apr' ? t`April` : t`September`}, as School settings say`,
    },
    book.rounding === null && { field: 'rounding', holds: t`each line to the penny` },
    book.source === null && {
      field: 'source',
      holds: t`nobody can look it up: say where the rules are written`,
    },
  ]
  return all.filter((row) => row !== false)
}
