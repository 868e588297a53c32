import { t } from '../../words/t.ts'
import { grouped } from '../grouped.ts'
import { daysOfYear, overlapOf, showMoneyYear } from './annualise.ts'
import { addDays } from './day.ts'
import { fraction, rounded, sum } from './fraction.ts'
import { doublesIn } from './moneyDoubles.ts'
import { groupMoney, groupsTotal } from './groupMoney.ts'
import { leaversOf, linesUntilLeft } from './leaving.ts'
import { parts, termMoney, termSpans } from './moneyParts.ts'
import type { MoneyInput, MoneyLine, SchoolMoney } from './moneyTypes.ts'
import { byKey, total } from './moneyWhy.ts'
import { pupilYear } from './pupilYear.ts'
import { schoolFigures } from './schoolMoney.ts'
import { setting } from './settings.ts'
import { calendarOf } from './schoolCalendar.ts'
import { ownCost, penceIn, type YearContext, yearLine } from './yearLine.ts'
import { whyInYear } from './yearLineWhy.ts'

const everyWeekday = calendarOf([])

/**
 * The money of provision in one financial year: per pupil against the threshold, and by group, staff, level and term.
 * Method: element 2 is what counts up to the threshold; the school spends that and what top-up does not cover; the
 * notional budget less that is the balance. Each part of the school adds up to the sum of the rounded lines; the total
 * comes from what is not rounded, and the difference is told.
 * Source: DfE, The notional SEN budget for mainstream schools, 2025 to 2026.
 */
export const moneyOf = (input: MoneyInput): SchoolMoney => {
  const { year, calendar = everyWeekday, school } = input
  const given = linesUntilLeft(input.lines, leaversOf(input.pupils), calendar, setting(school, 'weeksInYear'))
  const span = daysOfYear(year)
  const terms = termSpans(calendar, span)
  const context: YearContext = {
    year,
    calendar,
    rates: input.rates,
    school,
    lines: given,
    cuts: terms.flatMap((term) => [term.span.from, addDays(term.span.until, 1)]),
  }
  const pupils = byKey(input.pupils)
  const provisions = byKey(input.provisions)
  const overlaps = doublesIn(given).filter(
    ({ span: both }) => both.from <= span.until && both.until >= span.from,
  )
  const doubleOf = new Map(overlaps.filter(({ same }) => same).map((one) => [one.line.key, one.span]))
  const others = given.filter(
    ({ pupil, from, until }) =>
      !pupils.has(pupil) && from <= span.until && (until === null || until >= span.from),
  )
  const all = given.flatMap((line): Omit<MoneyLine, 'counted'>[] => {
    if (!pupils.has(line.pupil)) return []
    const reckoned = yearLine(line, context, doubleOf.get(line.key) ?? null)
    const wrongWay = line.until !== null && line.until < line.from
    const inYear = wrongWay ? line.from >= span.from && line.until! <= span.until : reckoned.inYear.length > 0
    if (!inYear) return []
    const missing = [...reckoned.lacks, ...reckoned.noRate]
    const pence = missing.length === 0 ? penceIn(reckoned, span) : 0
    return [
      {
        line,
        year: reckoned,
        provision: provisions.get(line.provision),
        actual: missing.length === 0 ? { pence, why: whyInYear(reckoned, pence, year) } : null,
        exact:
          missing.length === 0 ? sum(reckoned.inYear.map((stretch) => ownCost(line, stretch))) : fraction(0n),
        missing,
      },
    ]
  })
  const of = grouped(all, ({ line }) => line.pupil)
  const funded = new Set(
    input.fundings
      .filter(({ from, until }) =>
        // Dates the wrong way round are told, not passed over.
        overlapOf(
          span,
          until !== null && until < from
            ? { from: until, until: from }
            : { from, until: until ?? span.until },
        ),
      )
      .map(({ pupil }) => pupil),
  )
  const each = input.pupils
    .filter(
      (pupil) =>
        of.has(pupil.key) ||
        funded.has(pupil.key) ||
        ((pupil.topUp ?? 0) > 0 && (pupil.left === null || pupil.left >= span.from)),
    )
    .map((pupil) => pupilYear(pupil, of.get(pupil.key) ?? [], input))
  const lines = each.flatMap((one) => one.lines)
  const costed = lines.filter(({ actual }) => actual !== null)
  const linesPence = total(costed.map(({ actual }) => actual!.pence))
  const yearWords = showMoneyYear(year)

  const groups = groupMoney(input.groups, lines, context, yearWords)
  const wholeGroups = new Set(groups.filter(({ whole }) => whole !== null).map((one) => one.of))
  const inWhole = ({ line }: MoneyLine) => line.group !== null && wholeGroups.has(line.group)
  const unrounded = sum([
    ...costed.filter((one) => !inWhole(one)).map(({ exact }) => exact),
    ...groups.flatMap(({ exact }) => (exact ? [exact] : [])),
  ])
  const totalPence = rounded(unrounded)
  const sharedOut = rounded(sum(costed.map(({ exact }) => exact)))
  const roundingDifference = sharedOut - linesPence
  const unsharedPence = totalPence - sharedOut

  return {
    year,
    pupils: each,
    groups,
    groupsTotal: groupsTotal(input.groups, groups, yearWords),
    staff: parts(
      lines,
      ({ line }) => line.staff?.trim() ?? '',
      t`Cost by who gives it`,
      (name) => name || t`Nobody named`,
      yearWords,
    ),
    levels: parts(
      lines,
      ({ provision }) => provision?.level ?? '',
      t`Cost by level`,
      (level) => level || t`No level`,
      yearWords,
    ),
    terms: termMoney(terms, costed, yearWords),
    linesPence,
    unsharedPence,
    roundingDifference,
    ...schoolFigures(each, input, { linesPence, roundingDifference, unsharedPence }),
    notCosted: lines.filter(({ missing }) => missing.length > 0),
    overlaps: overlaps.filter(({ line }) => pupils.has(line.pupil)),
    leftOut: others.length,
  }
}
