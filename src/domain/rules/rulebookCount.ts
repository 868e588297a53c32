import { t } from '../../words/t.ts'
import type { Provision } from '../records/provision.ts'
import { exactly, type Fraction, fraction, over, plus, rounded, sum, times } from './fraction.ts'
import { showMoney } from './money.ts'
import type { Rules } from './rulebook.ts'
import { before, type Before, less, one, showHours } from './rulebookLine.ts'
import { addsUpInYear, showExact } from './moneyWhy.ts'
import type { Why } from './why.ts'
import { ownCost, showNumber, type YearLine } from './yearLine.ts'

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

/** The part of some hours that fits under a limit of hours a week. */
const under = (hours: Fraction, limit: number | null, rules: Rules): Fraction => {
  if (limit === null || hours.n === 0n) return one
  const most = times(exactly(limit), exactly(rules.yearWeeks))
  return less(most, hours) ? over(most, hours) : one
}
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
        ? [t`Teachers count up to ${rules.teacherHours ?? ''} hours a week: ${percent(teacher)} of this.`]
        : []),
      ...(less(week, one) && limited(b) && b.hours.n > 0n
        ? [t`Up to ${rules.weeklyHours ?? ''} hours a week count for one pupil: ${percent(week)} of this.`]
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
        rule: t`What counts of a line`,
        says:
          reasons.length === 0
            ? t`All of it counts.`
            : countedPence === 0
              ? t`Nothing of it counts. ${reasons.join(' ')}`
              : reasons.join(' '),
        strength: 'local',
        source: `${rules.name}: ${rules.source}`,
        inputs: [
          ...b.formula,
          ...(less(part, one) && b.staff.n > 0n
            ? [
                {
                  label: t`Within the limit of hours`,
                  value: `${showExact(b.staff)} × ${showPart(part)} = ${showExact(times(b.staff, part))}`,
                },
              ]
            : []),
          { label: t`Costs the school`, value: showMoney(pence) },
          {
            label: t`Counts`,
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
    reasons: capped ? [t`At most ${showMoney(rules.pupilCap!)} a year counts for one pupil.`] : [],
  }
}
