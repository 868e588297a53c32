import { daysOfYear, overlapOf, showMoneyYear } from './annualise.ts'
import { addDays } from './day.ts'
import { fraction, rounded, sum } from './fraction.ts'
import { doublesIn } from './moneyDoubles.ts'
import { parts, termMoney, groupMoney, termSpans } from './moneyParts.ts'
import type { MoneyInput, MoneyLine, SchoolMoney } from './moneyTypes.ts'
import { why, byKey, total } from './moneyWhy.ts'
import { pupilYear } from './pupilYear.ts'
import { calendarOf } from './schoolCalendar.ts'
import { ownCost, penceIn, whyInYear, type YearContext, yearLine } from './yearLine.ts'

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
  const span = daysOfYear(year)
  const terms = termSpans(calendar, span)
  const context: YearContext = {
    year,
    calendar,
    rates: input.rates,
    school,
    lines: input.lines,
    cuts: terms.flatMap((term) => [term.span.from, addDays(term.span.until, 1)]),
  }
  const pupils = byKey(input.pupils)
  const provisions = byKey(input.provisions)
  const overlaps = doublesIn(input.lines).filter(
    ({ span: both }) => both.from <= span.until && both.until >= span.from,
  )
  const doubleOf = new Map(overlaps.filter(({ same }) => same).map((one) => [one.line.key, one.span]))
  const others = input.lines.filter(
    ({ pupil, from, until }) =>
      !pupils.has(pupil) && from <= span.until && (until === null || until >= span.from),
  )
  const all = input.lines.flatMap((line): Omit<MoneyLine, 'counted'>[] => {
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
  const of = new Map<string, Omit<MoneyLine, 'counted'>[]>()
  for (const one of all) of.set(one.line.pupil, [...(of.get(one.line.pupil) ?? []), one])
  const funded = new Set(
    input.fundings
      .filter(({ from, until }) => overlapOf(span, { from, until: until ?? span.until }))
      .map(({ pupil }) => pupil),
  )
  const each = input.pupils
    .filter((pupil) => of.has(pupil.key) || funded.has(pupil.key) || (pupil.topUp ?? 0) > 0)
    .map((pupil) => pupilYear(pupil, of.get(pupil.key) ?? [], input))
  const lines = each.flatMap((one) => one.lines)
  const costed = lines.filter(({ actual }) => actual !== null)
  const linesPence = total(costed.map(({ actual }) => actual!.pence))
  const yearWords = showMoneyYear(year)

  const groups = groupMoney(input.groups, lines, context, yearWords)
  const wholeGroups = new Set(groups.filter(({ wholePence }) => wholePence !== null).map((one) => one.of))
  const inWhole = ({ line }: MoneyLine) => line.group !== null && wholeGroups.has(line.group)
  const unrounded = sum([
    ...costed.filter((one) => !inWhole(one)).map(({ exact }) => exact),
    ...groups.flatMap(({ exact }) => (exact ? [exact] : [])),
  ])
  const totalPence = rounded(unrounded)
  const sharedOut = rounded(sum(costed.map(({ exact }) => exact)))
  const roundingDifference = sharedOut - linesPence
  const unsharedPence = totalPence - sharedOut

  const element2 = total(each.map((one) => one.element2Used.pence))
  const above = total(each.map((one) => one.aboveThreshold.pence))
  const topUp = total(each.map((one) => one.topUp.pence))
  const gap = total(each.map((one) => Math.max(0, one.topUpGap.pence)))
  const spend = element2 + gap
  const notCounted = total(each.map((one) => one.notCounted))
  const notional = school?.notionalBudget ?? null
  const withSen = input.pupils.filter(({ status }) => status !== 'N').length
  const core = school?.coreFunding ?? null
  return {
    year,
    pupils: each,
    groups,
    staff: parts(
      lines,
      ({ line }) => line.staff?.trim() ?? '',
      'Cost by who gives it',
      (name) => name || 'Nobody named',
      yearWords,
    ),
    levels: parts(
      lines,
      ({ provision }) => provision?.level ?? '',
      'Cost by level',
      (level) => level || 'No level',
      yearWords,
    ),
    terms: termMoney(terms, costed, yearWords),
    linesPence,
    unsharedPence,
    total: {
      pence: totalPence,
      why: why(
        'What provision costs the school',
        `Everything in ${yearWords} before rounding, rounded once.`,
        [
          ['Sum of the lines, each rounded', linesPence],
          ['Rounding', roundingDifference],
          ['Groups: not shared out to pupils', unsharedPence],
          ['Together', totalPence],
        ],
        'The school’s own rates',
      ),
    },
    roundingDifference,
    element1:
      core === null
        ? null
        : {
            each: core,
            pence: core * withSen,
            why: why(
              'Element 1: core funding',
              'Core funding for each pupil, for those with SEN: the same for every pupil of the school, and no part of the additional cost.',
              [
                ['For each pupil', core],
                ['Pupils with SEN', String(withSen)],
                ['Together', core * withSen],
              ],
              'School settings',
            ),
          },
    element2Used: {
      pence: element2,
      why: why('Element 2 used', 'For each pupil what counts up to the threshold, added up.', [
        ['Pupils', String(each.length)],
        ['Used', element2],
      ]),
    },
    aboveThreshold: above,
    topUp: {
      pence: topUp,
      why: why(
        'Top-up funding (Element 3)',
        `What is paid for pupils in ${yearWords}, each by its days.`,
        [
          ['Pupils with top-up', String(each.filter((one) => one.topUp.pence > 0).length)],
          ['Together', topUp],
        ],
        'Funding entered for each pupil, and the authority’s bands',
      ),
    },
    topUpGap: {
      pence: gap,
      why: why(
        'Top-up gap',
        'What lies above the threshold and no top-up covers, pupil by pupil; one pupil’s surplus fills no other’s gap.',
        [
          ['Above the threshold', above],
          ['Top-up', topUp],
          ['Gap', gap],
        ],
      ),
    },
    notCounted: {
      pence: notCounted,
      why: why(
        'Paid, and not counted',
        'What support costs the school less what counts under each authority’s rules.',
        [
          ['Costs the school', linesPence],
          ['Counts', linesPence - notCounted],
          ['Not counted', notCounted],
        ],
        'Costing rules of the authorities',
      ),
    },
    schoolSpend: {
      pence: spend,
      why: why('What the school spends', 'Element 2 used and the gaps after top-up.', [
        ['Element 2 used', element2],
        ['Top-up gap', gap],
        ['Together', spend],
      ]),
    },
    notionalBudget: notional,
    notionalBalance:
      notional === null
        ? null
        : {
            pence: notional - spend,
            why: why(
              'Balance of the notional SEN budget',
              'The notional budget less what the school spends. It is a guide and not ring-fenced, and not £6,000 for each pupil.',
              [
                ['Notional SEN budget', notional],
                ['The school spends', spend],
                ['Balance', notional - spend],
              ],
            ),
          },
    notCosted: lines.filter(({ missing }) => missing.length > 0),
    overlaps: overlaps.filter(({ line }) => pupils.has(line.pupil)),
    leftOut: others.length,
  }
}
