import { fieldOf } from '../../domain/record.ts'
import { Rate } from '../../domain/records/rate.ts'
import { hourlyRate } from '../../domain/rules/cost.ts'
import type { MapNames } from './names.ts'
import type { Fraction } from '../../domain/rules/fraction.ts'

/** The headings of the table of rates. */
export const rateColumns = {
  role: fieldOf(Rate, 'role').label,
  from: fieldOf(Rate, 'from').label,
  basis: fieldOf(Rate, 'basis').label,
  amount: fieldOf(Rate, 'amount').label,
  weeks: fieldOf(Rate, 'weeks').label,
  hourly: '£ an hour',
  source: fieldOf(Rate, 'source').label,
  key: 'Record key',
} as const

/** Pounds from exact pence, as near as a cell can hold them. */
export const pounds = (pence: Fraction): number => Number(pence.n) / (Number(pence.d) * 100)

/** Pounds an hour, not rounded. */
export const rateInForce = (rate: Pick<Rate, 'basis' | 'amount' | 'weeks'>): number =>
  pounds(hourlyRate(rate))

const weeklyHour = (fieldOf(Rate, 'basis') as { choices: Record<string, string> }).choices['weeklyHour']!

/** Pounds an hour as a formula of a rate’s own row; `at` is a cell of that row. */
export const hourlyFormula = (
  at: (column: 'amount' | 'basis' | 'weeks') => string,
  names: MapNames,
): string =>
  `IF(ISNUMBER(${at('amount')}),${at('amount')}/IF(${at('basis')}="${weeklyHour}",IF(N(${at('weeks')})>0,${at('weeks')},${names.weeks}),1),"")`
