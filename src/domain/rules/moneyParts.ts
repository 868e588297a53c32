import { t } from '../../words/t.ts'
import { grouped } from '../grouped.ts'
import { overlapOf, type Span } from './annualise.ts'
import { type Fraction, fraction, sum } from './fraction.ts'
import type { MoneyLine, MoneyPart } from './moneyTypes.ts'
import { addedByName, addsUp, inLines, total, why } from './moneyWhy.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'
import { hoursOf, minutesOf, penceIn, showNumber } from './yearLine.ts'

/** The terms that lie in a year, or the part of each that does. */
export const termSpans = ({ terms }: SchoolCalendar, span: Span) =>
  terms.flatMap((term) => {
    const inside = overlapOf(span, { from: term.starts, until: term.ends })
    return inside ? [{ name: term.name ?? t`Term`, span: inside }] : []
  })

const nameIn = (provision: MoneyLine['provision']) => provision?.name ?? t`Provision no longer offered`

/** Lines by something: what each part costs, whole pence that add up. */
export const parts = (
  lines: readonly MoneyLine[],
  ofLine: (line: MoneyLine) => string,
  rule: string,
  nameOf: (of: string) => string,
  yearWords: string,
): MoneyPart[] => {
  return [...grouped(lines, ofLine)].map(([of, own]) => {
    const costed = own.filter(({ actual }) => actual !== null)
    const pence = total(costed.map(({ actual }) => actual!.pence))
    const pupils = new Set(own.map(({ line }) => line.pupil)).size
    return {
      of,
      lines: own.length,
      pupils,
      hours: hoursFor(costed),
      hoursWhy: hoursWhy(costed, nameOf(of), yearWords),
      pence,
      why: why(
        rule,
        t`${nameOf(of)}: the lines of ${yearWords} that belong here, each rounded to the penny.`,
        addedByName(
          own.map(({ provision, actual }) => ({ name: nameIn(provision), pence: actual?.pence ?? null })),
          t`Together`,
          inLines,
        ),
        t`The school’s own rates`,
      ),
    }
  })
}
/** Hours of staff that fall on the pupils of these lines. */
const hoursFor = (lines: readonly MoneyLine[]): Fraction =>
  sum(
    lines.flatMap(({ line, year }) =>
      year.inYear
        .filter(({ double }) => !double)
        .map((stretch) => {
          const hours = hoursOf(line, stretch, minutesOf(line))
          return fraction(hours.n, hours.d * BigInt(stretch.sharers))
        }),
    ),
  )

const hoursWhy = (costed: readonly MoneyLine[], name: string, yearWords: string) => {
  const each = [...grouped(costed, ({ provision }) => nameIn(provision))]
    .map(([at, own]) => ({ at, hours: showNumber(hoursFor(own)) }))
    .filter(({ hours }) => hours !== '0')
    .toSorted((a, b) => Number(b.hours) - Number(a.hours))
  return why(
    t`Hours of staff`,
    t`${name}: hours in ${yearWords} with preparation, each divided by the pupils who share it.`,
    [
      ...each.map(({ at, hours }): [string, string] => [at, hours]),
      [
        t`Together`,
        each.length > 1
          ? t`${each.map(({ hours }) => hours).join(' + ')} = ${showNumber(hoursFor(costed))} hours, to two places`
          : t`${showNumber(hoursFor(costed))} hours`,
      ],
    ],
    t`Sessions, minutes and weeks of each line`,
  )
}

/** The year’s money by term; what lies outside the recorded terms is a part too. */
export const termMoney = (
  terms: readonly { readonly name: string; readonly span: Span }[],
  costed: readonly MoneyLine[],
  yearWords: string,
) => {
  const inTerms = terms.map(({ name, span }) => {
    const own = costed.filter(({ year }) =>
      year.inYear.some(({ from, until, days }) => days > 0 && from <= span.until && until >= span.from),
    )
    const each = own.map(({ year, provision }) => ({
      name: nameIn(provision),
      pence: penceIn(year, span),
    }))
    const pence = total(each.map((one) => one.pence))
    return {
      of: name,
      span,
      lines: own.length,
      pupils: new Set(own.map(({ line }) => line.pupil)).size,
      hours: fraction(0n),
      hoursWhy: null,
      pence,
      why: why(
        t`Cost by term`,
        t`${name}: the part of each line that falls on its school days, in ${yearWords}.`,
        addedByName(each, t`Together`, inLines),
        t`The school’s own rates and calendar`,
      ),
    }
  })
  const all = total(costed.map(({ actual }) => actual!.pence))
  const inAllTerms = total(inTerms.map(({ pence }) => pence))
  const rest = all - inAllTerms
  const outside = costed.filter(({ year }) =>
    year.inYear.some(
      ({ from, days }) => days > 0 && !terms.some(({ span }) => span.from <= from && from <= span.until),
    ),
  )
  return rest === 0
    ? inTerms
    : [
        ...inTerms,
        {
          of: '',
          span: null,
          lines: outside.length,
          pupils: new Set(outside.map(({ line }) => line.pupil)).size,
          hours: fraction(0n),
          hoursWhy: null,
          pence: rest,
          why: why(
            t`Cost by term`,
            t`What falls on days outside the terms that are recorded.`,
            [
              [t`All lines of the year`, all],
              [t`In the terms that are recorded`, inAllTerms],
              [t`Outside`, addsUp([all, -inAllTerms])],
            ],
            t`The school’s own rates and calendar`,
          ),
        },
      ]
}
