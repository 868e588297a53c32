import { t } from '../../words/t.ts'
import { daysOfYear, type MoneyYear, showMoneyYear } from './annualise.ts'
import { needsRate, showRate } from './cost.ts'
import { showDay } from './day.ts'
import { approximately, exactly, type Fraction, plus, times } from './fraction.ts'
import { showMoney } from './money.ts'
import { addsUpInYear, showExact } from './moneyWhy.ts'
import type { Why } from './why.ts'
import { ownCost, type YearLine, type YearStretch } from './yearLine.ts'

/** Stretches that differ in nothing but the day on which the year or a term ends, as one. */
const told = (stretches: readonly YearStretch[]): YearStretch[] =>
  stretches
    .filter(({ days }) => days > 0)
    .reduce<YearStretch[]>((all, next) => {
      const last = all.at(-1)
      const same =
        last &&
        last.sharers === next.sharers &&
        last.double === next.double &&
        last.rate?.n === next.rate?.n &&
        last.rate?.d === next.rate?.d
      return same
        ? [
            ...all.slice(0, -1),
            {
              ...last,
              until: next.until,
              weeks: plus(last.weeks, next.weeks),
              price: plus(last.price, next.price),
              days: last.days + next.days,
            },
          ]
        : [...all, next]
    }, [])

/** Parts of a week to four places: what is reckoned by hand then comes to the same penny. */
const showWeeks = (weeks: Fraction) => String(Math.round(approximately(weeks) * 10_000) / 10_000)

/** How a line's cost in the year comes about, with its numbers. `whose`: who bears the sum in the last line. */
export const whyInYear = (
  { line, inYear, all, estimated }: YearLine,
  pence: number,
  year: MoneyYear,
  whose = t`For this pupil`,
): Why => {
  const parts = told(inYear)
  const split = all.length > inYear.length || (line.until !== null && line.until > daysOfYear(year).until)
  const formula = (stretch: YearStretch): string => {
    if (stretch.double) return t`counted in another line of the same support = ${showMoney(0)}`
    const hours =
      needsRate(line) && stretch.rate
        ? t`${line.sessionsPerWeek ?? 0} × ${line.prepMinutes ? t`(${line.minutes ?? 0} + ${line.prepMinutes} preparation)` : (line.minutes ?? 0)} min × ${showWeeks(stretch.weeks)} weeks at ${showRate(stretch.rate)} an hour`
        : ''
    const price = (line.resources ?? 0) + (line.external ?? 0)
    const bought = price ? t`${showExact(times(exactly(price), stretch.price))} resources and agreements` : ''
    const costs = [hours, bought].filter(Boolean).join(' + ')
    const own = showExact(ownCost(line, stretch))
    return `${stretch.sharers === 1 ? costs : t`(${costs}) ÷ ${stretch.sharers} pupils`} = ${own}`
  }
  return {
    rule: t`Cost of a line in a financial year`,
    says: split
      ? t`The part of this line that falls in ${showMoneyYear(year)}: its weeks are split by school days.`
      : t`All of this line falls in ${showMoneyYear(year)}.`,
    strength: 'local',
    source: t`The school’s own rates and this line${estimated ? t`. Its terms are not all recorded: weekdays stand for school days` : ''}`,
    inputs: [
      ...parts.map((stretch) => ({
        label: t`${showDay(stretch.from)} to ${showDay(stretch.until)}`,
        value: formula(stretch),
      })),
      {
        label: whose,
        value: addsUpInYear(
          parts.map((stretch) => ownCost(line, stretch)),
          pence,
        ),
      },
    ],
  }
}
