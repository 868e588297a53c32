import { needsRate } from '../../domain/rules/cost.ts'
import type { MoneyLine, PupilYear } from '../../domain/rules/moneyTypes.ts'
import { type CostKind, hoursKind } from '../../domain/rules/rulebook.ts'
import type { MapInput } from './input.ts'
import { pounds } from './rateColumns.ts'
import { type Part, partsOf, type RuleSet, type YearMoney } from './yearMoney.ts'

/**
 * What the cells between a line and its money come to, step by step as the sheets' formulas take them. What they lead
 * to (cost, what counts, top-up) is the domain's own; LibreOffice's recalculation shows that both agree.
 */
export type PartFigures = {
  readonly part: Part
  readonly share: number
  readonly rate: number
  readonly weeks: number
  readonly cost: number
  readonly sharersUnder: number
  readonly hours: number
  readonly staff: number
  readonly prices: number
}
export type LineFigures = {
  readonly of: MoneyLine
  readonly kind: CostKind
  readonly byHour: boolean
  readonly canCount: boolean
  readonly how: string
  readonly howUnder: string
  readonly parts: readonly PartFigures[]
  readonly exactCost: number
  readonly weeks: number
  readonly hoursCount: boolean
  readonly minutes: number
  readonly weekPart: number
  readonly prices: number
  readonly fixed: number | null
  readonly hours: number
  readonly limited: number
  readonly part: number
  readonly exact: number
}
export type PupilFigures = {
  readonly year: PupilYear
  readonly set: RuleSet
  readonly lines: readonly LineFigures[]
  readonly teacherHours: number
  readonly teacherPart: number
  readonly hours: number
  readonly weekPart: number
}
export const sharedBy = { one: 'Not shared', week: 'Week by week', group: 'By the group' } as const

const add = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

const lineFigures = (of: MoneyLine, { rules }: RuleSet, input: MapInput, year: YearMoney) => {
  const { line } = of
  const kind = hoursKind(line.role, of.provision?.line ?? null)
  const byHour = needsRate(line)
  const canCount = of.counted !== null
  const atAll =
    canCount && line.countsTowardsElement2 !== false && !(rules.needsOutcome && line.outcome === null)
  const hoursCount = atAll && byHour && rules.counts[kind]
  const minutes = (line.minutes ?? 0) + (rules.preparation ? (line.prepMinutes ?? 0) : 0)
  const prices = atAll
    ? ((rules.counts.equipment ? (line.resources ?? 0) : 0) +
        (rules.counts.external ? (line.external ?? 0) : 0)) /
      100
    : 0
  const fixedPence = byHour ? rules.fixedRate(line.role) : null
  const fixed = fixedPence === null ? null : fixedPence / 100
  const how =
    line.charge === 'full'
      ? sharedBy.one
      : input.school?.partWay === 'weekly'
        ? sharedBy.week
        : sharedBy.group
  const howUnder =
    (line.charge === 'full' && rules.fullCharge) || rules.group === 'full'
      ? sharedBy.one
      : rules.group === 'weekly'
        ? sharedBy.week
        : sharedBy.group
  const parts = partsOf(of, { money: year.money, rates: input.rates }).map((part): PartFigures => {
    const share = Number(part.share.n) / Number(part.share.d)
    const weeks = share * (line.weeks ?? 0)
    const rate = part.rate ? pounds(part.rate) : 0
    const sharersUnder =
      howUnder === sharedBy.one
        ? 1
        : howUnder === sharedBy.week
          ? part.present
          : Math.max(1, line.groupSize ?? part.present)
    const live = part.double ? 0 : 1
    const staffHours = byHour ? ((line.sessionsPerWeek ?? 0) / 60) * weeks : 0
    const whole = rate * staffHours * ((line.minutes ?? 0) + (line.prepMinutes ?? 0))
    const bought = (((line.resources ?? 0) + (line.external ?? 0)) / 100) * share
    const hours = (live * staffHours * minutes) / sharersUnder
    return {
      part,
      share,
      rate,
      weeks,
      cost: (live * (whole + bought)) / part.sharers,
      sharersUnder,
      hours,
      staff: hours * (fixed ?? rate),
      prices: (live * prices * share) / sharersUnder,
    }
  })
  const inYear = parts.filter(({ part }) => part.isIn)
  const weeks = add(inYear.filter(({ part }) => !part.double).map((one) => one.weeks))
  const weekPart = byHour && rules.weeks !== null && weeks > rules.weeks ? rules.weeks / weeks : 1
  const from = (of: (one: PartFigures) => number) => add(inYear.map(of))
  return {
    of,
    kind,
    byHour,
    canCount,
    how,
    howUnder,
    parts,
    exactCost: of.missing.length > 0 ? 0 : from((one) => one.cost),
    weeks,
    hoursCount,
    minutes,
    weekPart,
    prices,
    fixed,
    hours: hoursCount ? from((one) => one.hours) * weekPart : 0,
    staff: hoursCount ? from((one) => one.staff) * weekPart : 0,
    other: from((one) => one.prices),
    isLimited: kind !== 'external' && line.role !== 'external',
  }
}

/** The figures of a pupil’s year, line by line. */
export const pupilFigures = (
  year: YearMoney['pupils'][number],
  input: MapInput,
  whole: YearMoney,
): PupilFigures => {
  const set = whole.setOf(year)
  const { rules } = set
  const before = year.lines.map((one) => lineFigures(one, set, input, whole))
  const under = (hours: number, limit: number | null) =>
    limit !== null && hours > limit * rules.yearWeeks ? (limit * rules.yearWeeks) / hours : 1
  const teacherHours = add(before.filter(({ kind }) => kind === 'teacher').map(({ hours }) => hours))
  const teacherPart = under(teacherHours, rules.teacherHours)
  const own = (kind: CostKind) => (kind === 'teacher' ? teacherPart : 1)
  const limited = before.map((one) => (one.isLimited ? one.hours * own(one.kind) : 0))
  const hours = add(limited)
  const weekPart = under(hours, rules.weeklyHours)
  return {
    year,
    set,
    teacherHours,
    teacherPart,
    hours,
    weekPart,
    lines: before.map(({ staff, other, isLimited, ...one }, at) => {
      const part = isLimited ? own(one.kind) * weekPart : 1
      return { ...one, limited: limited[at]!, part, exact: staff * part + other }
    }),
  }
}
