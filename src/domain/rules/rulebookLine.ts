import { t } from '../../words/t.ts'
import type { Provision } from '../records/provision.ts'
import { staffRoles } from './codes.ts'
import { needsRate, showRate } from './cost.ts'
import { showDay } from './day.ts'
import { approximately, exactly, type Fraction, fraction, over, sum, times } from './fraction.ts'
import { showMoney } from './money.ts'
import { showExact } from './moneyWhy.ts'
import { type CostKind, hoursKind, kindWords, type Rules } from './rulebook.ts'
import { lacksRate } from './rulebookGaps.ts'
import { hoursOf, showNumber, type YearLine, type YearStretch } from './yearLine.ts'

const nothing = fraction(0n)
export const one = fraction(1n)
export const less = (a: Fraction, b: Fraction) => a.n * b.d < b.n * a.d
/** Hours to four places: what is reckoned by hand then comes to the same penny. */
export const showHours = (value: Fraction) => String(Math.round(approximately(value) * 10_000) / 10_000)

/** What counts of a line before the limits that hold for all lines of a pupil. */
export type Before = {
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
export const before = (year: YearLine, provisionLine: Provision['line'] | null, rules: Rules): Before => {
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
  if (line.countsTowardsElement2 === false) return none(t`This line is marked as not counting.`)
  if (rules.needsOutcome && line.outcome === null)
    return none(t`Only support that is linked to an outcome counts; this line has none.`)
  const rated = needsRate(line)
  const hoursCount = rated && rules.counts[kind]
  if (rated && !rules.counts[kind]) reasons.push(t`Hours of ${kindWords[kind]} don’t count.`)
  const prep = line.prepMinutes ?? 0
  if (hoursCount && prep > 0 && !rules.preparation)
    reasons.push(t`Preparation doesn’t count: ${prep} minutes a session are left out.`)
  const minutes = (line.minutes ?? 0) + (rules.preparation ? prep : 0)
  if (line.charge === 'full' && !rules.fullCharge && (line.groupSize ?? 1) > 1)
    reasons.push(t`The whole cost of a group may not fall on one pupil: it is shared.`)
  if (rules.group === 'full' && line.charge !== 'full' && (line.groupSize ?? 1) > 1)
    reasons.push(t`The cost of a group is not divided: all of it counts for each pupil.`)
  const resources = rules.counts.equipment ? (line.resources ?? 0) : 0
  if ((line.resources ?? 0) > 0 && !rules.counts.equipment)
    reasons.push(t`Equipment and resources don’t count.`)
  const external = rules.counts.external ? (line.external ?? 0) : 0
  if ((line.external ?? 0) > 0 && !rules.counts.external) reasons.push(t`External agreements don’t count.`)
  const live = inYear.filter(({ double, days }) => !double && days > 0)
  const weeks = sum(live.map((stretch) => stretch.weeks))
  const most = rules.weeks === null || !rated ? null : exactly(rules.weeks)
  const tooLong = most !== null && less(most, weeks)
  if (tooLong)
    reasons.push(t`At most ${rules.weeks ?? ''} weeks a year count; this line has ${showNumber(weeks)}.`)
  const weekPart = tooLong ? over(most, weeks) : one
  const fixed = rated ? rules.fixedRate(line.role) : null
  if (fixed !== null && hoursCount)
    reasons.push(t`Reckoned at the authority’s own ${showMoney(fixed)} an hour.`)
  if (hoursCount && lacksRate(rules, line))
    reasons.push(
      t`The authority’s rules have no rate for ${staffRoles[line.role!].toLowerCase()}: the school’s own is taken.`,
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
        ? [t`${showHours(hours)} hours for this pupil at ${showRate(rate)} an hour = ${showExact(staff)}`]
        : []),
      ...(other.n > 0n ? [t`${showExact(other)} resources and agreements`] : []),
    ]
    if (parts.length > 0)
      formula.push({
        label: t`${showDay(stretch.from)} to ${showDay(stretch.until)}`,
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
