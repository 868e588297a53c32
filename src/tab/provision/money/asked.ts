import { t } from '../../../words/t.ts'
import { type MoneyYear, moneyYearOf, type YearStart } from '../../../domain/rules/annualise.ts'
import type { Day } from '../../../domain/rules/day.ts'

export const ways = {
  pupils: t`By pupil`,
  groups: t`By group`,
  staff: t`By staff`,
  levels: t`By level`,
  terms: t`By term`,
  funding: t`Funding and bands`,
}
export type Way = keyof typeof ways

export type Asked = { readonly year: MoneyYear; readonly by: Way }

/** The financial year and the table that an address asks for; this year and pupils where it says nothing. */
export const askedOf = (query: URLSearchParams, today: Day, starts: YearStart): Asked => {
  const found = /^(apr|sep)(\d{4})$/.exec(query.get('year') ?? '')
  const by = query.get('by') ?? ''
  return {
    year: found ? { starts: found[1] as YearStart, year: Number(found[2]) } : moneyYearOf(today, starts),
    by: Object.hasOwn(ways, by) ? (by as Way) : 'pupils',
  }
}
export const queryOf = ({ year, by }: Asked): URLSearchParams =>
  new URLSearchParams({ year: `${year.starts}${year.year}`, by })
