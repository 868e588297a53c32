import type { Provision } from '../records/provision.ts'
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
import { needsRate, showRate } from './cost.ts'
import { staffRoles } from './codes.ts'
import { showDay } from './day.ts'
import { showMoney } from './money.ts'
import { type CostKind, hoursKind, kindWords, type Rules } from './rulebook.ts'
import { lacksRate } from './rulebookGaps.ts'
import { addsUpInYear, showExact } from './moneyWhy.ts'
import type { Why } from './why.ts'
import { hoursOf, ownCost, showNumber, type YearLine, type YearStretch } from './yearLine.ts'

/** What of a line counts under an authority's rules in a year, and what does not, with why. Pence. */
export type CountedLine = {
  readonly line: YearLine
  /** Not rounded. */
  readonly exact: Fraction
  readonly countedPence: number
  /** What the school pays and the authority does not count: never below 0. */
  readonly notCountedPence: number
  /** Hours in the year that count for this pupil. */
  readonly hours: Fraction
  /** Why less, or other than what it costs, counts: one sentence each. */
  readonly reasons: readonly string[]
  readonly why: Why
}

export type CountedPupil = {
  readonly lines: readonly CountedLine[]
  readonly countedPence: number
  /** What lies above the most that counts for one pupil. */
  readonly overCap: number
  readonly reasons: readonly string[]
}

const nothing = fraction(0n)
const one = fraction(1n)
const less = (a: Fraction, b: Fraction) => a.n * b.d < b.n * a.d

type Before = {
  readonly year: YearLine
  readonly kind: CostKind
  readonly hours: Fraction
  readonly staff: Fraction
  readonly other: Fraction
  readonly reasons: readonly string[]
  readonly formula: readonly { readonly label: string; readonly value: string }[]
}

const sharersUnder = (year: YearLine, stretch: YearStretch, rules: Rules): number =>
  year.line.charge === 'full' && rules.fullCharge
    ? 1
    : rules.group === 'full'
      ? 1
      : rules.group === 'weekly'
        ? stretch.present
        : Math.max(1, year.line.groupSize ?? stretch.present)

/** What counts of one line before the limits that hold for all lines of a pupil. */
const before = (year: YearLine, provisionLine: Provision['line'] | null, rules: Rules): Before => {
  const { line, inYear } = year
  const kind = hoursKind(line.role, provisionLine)
  const reasons: string[] = []
  const none = (why: string): Before => ({
    year,
    kind,
    hours: nothing,
    staff: nothing,
    other: nothing,
    reasons: [why],
    formula: [],
  })
  if (line.countsTowardsElement2 === false) return none('This line is marked as not counting.')
  if (rules.needsOutcome && line.outcome === null)
    return none('Only support that is linked to an outcome counts; this line has none.')
  const rated = needsRate(line)
  const hoursCount = rated && rules.counts[kind]
  if (rated && !rules.counts[kind]) reasons.push(`Hours of ${kindWords[kind]} don’t count.`)
  const prep = line.prepMinutes ?? 0
  if (hoursCount && prep > 0 && !rules.preparation)
    reasons.push(`Preparation doesn’t count: ${prep} minutes a session are left out.`)
  const minutes = (line.minutes ?? 0) + (rules.preparation ? prep : 0)
  if (line.charge === 'full' && !rules.fullCharge && (line.groupSize ?? 1) > 1)
    reasons.push('The whole cost of a group may not fall on one pupil: it is shared.')
  if (rules.group === 'full' && line.charge !== 'full' && (line.groupSize ?? 1) > 1)
    reasons.push('The cost of a group is not divided: all of it counts for each pupil.')
  const resources = rules.counts.equipment ? (line.resources ?? 0) : 0
  if ((line.resources ?? 0) > 0 && !rules.counts.equipment)
    reasons.push('Equipment and resources don’t count.')
  const external = rules.counts.external ? (line.external ?? 0) : 0
  if ((line.external ?? 0) > 0 && !rules.counts.external) reasons.push('External agreements don’t count.')
  const live = inYear.filter(({ double, days }) => !double && days > 0)
  const weeks = sum(live.map((stretch) => stretch.weeks))
  const most = rules.weeks === null || !rated ? null : exactly(rules.weeks)
  const tooLong = most !== null && less(most, weeks)
  if (tooLong) reasons.push(`At most ${rules.weeks} weeks a year count; this line has ${showNumber(weeks)}.`)
  const weekPart = tooLong ? over(most, weeks) : one
  const fixed = rated ? rules.fixedRate(line.role) : null
  if (fixed !== null && hoursCount)
    reasons.push(`Reckoned at the authority’s own ${showMoney(fixed)} an hour.`)
  if (hoursCount && lacksRate(rules, line))
    reasons.push(
      `The authority’s rules have no rate for ${staffRoles[line.role!].toLowerCase()}: the school’s own is taken.`,
    )
  const formula: { label: string; value: string }[] = []
  const each = live.map((stretch) => {
    const sharers = exactly(sharersUnder(year, stretch, rules))
    const rate = rules.rateOf(line.role, stretch.rate) ?? nothing
    const hours = hoursCount ? times(over(hoursOf(line, stretch, minutes), sharers), weekPart) : nothing
    const staff = times(hours, rate)
    const other = over(times(exactly(resources + external), stretch.price), sharers)
    const parts = [
      ...(hours.n > 0n
        ? [`${showHours(hours)} hours for this pupil at ${showRate(rate)} an hour = ${showExact(staff)}`]
        : []),
      ...(other.n > 0n ? [`${showExact(other)} resources and agreements`] : []),
    ]
    if (parts.length > 0)
      formula.push({
        label: `${showDay(stretch.from)} to ${showDay(stretch.until)}`,
        value: parts.join(' + '),
      })
    return { hours, staff, other }
  })
  return {
    year,
    kind,
    hours: sum(each.map(({ hours }) => hours)),
    staff: sum(each.map(({ staff }) => staff)),
    other: sum(each.map(({ other }) => other)),
    reasons,
    formula,
  }
}

/** The part of some hours that fits under a limit of hours a week. */
const under = (hours: Fraction, limit: number | null, rules: Rules): Fraction => {
  if (limit === null || hours.n === 0n) return one
  const most = times(exactly(limit), exactly(rules.yearWeeks))
  return less(most, hours) ? over(most, hours) : one
}
const showHours = (value: Fraction) => String(Math.round(approximately(value) * 10_000) / 10_000)
const showPart = (part: Fraction) =>
  part.d <= 10_000n ? `${part.n} ÷ ${part.d}` : `${showHours(times(part, fraction(100n)))}%`
const percent = (part: Fraction) => `${showNumber(times(part, fraction(100n)))}%`

/** Whether nothing but a missing rate stands between a line and what counts of it. */
export const canCount = (year: YearLine, rules: Rules): boolean =>
  year.lacks.length === 0 && (year.noRate.length === 0 || rules.fixedRate(year.line.role) !== null)

/**
 * What counts of all lines of one pupil in a year under an authority's rules: which kinds count, whose rates, how a
 * group is shared, weeks a year, then hours a week and a teacher's hours, last the most for one pupil. Above a limit of
 * hours every line gives up the same part.
 */
export const countedOf = (
  lines: readonly {
    readonly year: YearLine
    readonly kind: Provision['line'] | null
    readonly pence: number
  }[],
  rules: Rules,
): CountedPupil => {
  const all = lines.map(({ year, kind }) => before(year, kind, rules))
  const limited = ({ kind, year }: Before) => kind !== 'external' && year.line.role !== 'external'
  const teacher = under(
    sum(all.filter(({ kind }) => kind === 'teacher').map(({ hours }) => hours)),
    rules.teacherHours,
    rules,
  )
  const afterTeacher = (b: Before) => (b.kind === 'teacher' ? teacher : one)
  const week = under(
    sum(all.filter(limited).map((b) => times(b.hours, afterTeacher(b)))),
    rules.weeklyHours,
    rules,
  )
  const counted = all.map((b, i): CountedLine => {
    const part = limited(b) ? times(afterTeacher(b), week) : one
    const exact = plus(times(b.staff, part), b.other)
    const actual = sum(b.year.inYear.map((stretch) => ownCost(b.year.line, stretch)))
    const { pence } = lines[i]!
    // A line that two years share has been rounded with its other part: the same money is the same pence.
    const same = exact.n === actual.n && exact.d === actual.d
    const countedPence = same ? pence : rounded(exact)
    const reasons = [
      ...b.reasons,
      ...(less(teacher, one) && b.kind === 'teacher' && b.hours.n > 0n
        ? [`Teachers count up to ${rules.teacherHours} hours a week: ${percent(teacher)} of this.`]
        : []),
      ...(less(week, one) && limited(b) && b.hours.n > 0n
        ? [`Up to ${rules.weeklyHours} hours a week count for one pupil: ${percent(week)} of this.`]
        : []),
    ]
    return {
      line: b.year,
      exact,
      countedPence,
      notCountedPence: Math.max(0, pence - countedPence),
      hours: times(b.hours, part),
      reasons,
      why: {
        rule: 'What counts of a line',
        says:
          reasons.length === 0
            ? 'All of it counts.'
            : countedPence === 0
              ? `Nothing of it counts. ${reasons.join(' ')}`
              : reasons.join(' '),
        strength: 'local',
        source: `${rules.name}: ${rules.source}`,
        inputs: [
          ...b.formula,
          ...(less(part, one) && b.staff.n > 0n
            ? [
                {
                  label: 'Within the limit of hours',
                  value: `${showExact(b.staff)} × ${showPart(part)} = ${showExact(times(b.staff, part))}`,
                },
              ]
            : []),
          { label: 'Costs the school', value: showMoney(pence) },
          {
            label: 'Counts',
            value: addsUpInYear(
              [times(b.staff, part), b.other].filter(({ n }) => n > 0n),
              countedPence,
            ),
          },
        ],
      },
    }
  })
  const total =
    rules.rounding === 'total'
      ? rounded(sum(counted.map(({ exact }) => exact)))
      : counted.reduce((pence, line) => pence + line.countedPence, 0)
  const capped = rules.pupilCap !== null && total > rules.pupilCap
  return {
    lines: counted,
    countedPence: capped ? rules.pupilCap! : total,
    overCap: capped ? total - rules.pupilCap! : 0,
    reasons: capped ? [`At most ${showMoney(rules.pupilCap!)} a year counts for one pupil.`] : [],
  }
}
