import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Funding } from '../../domain/records/funding.ts'
import { FundingBand } from '../../domain/records/fundingBand.ts'
import { daysOfYear, showMoneyYear } from '../../domain/rules/annualise.ts'
import { daysBetween, serialOf } from '../../domain/rules/day.ts'
import { inRow, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { listName, type MapInput } from './input.ts'
import { heads } from './mapColumns.ts'
import { emptyRow } from './moneyLinesSheet.ts'
import type { MapNames } from './names.ts'
import { type Body, pageOf, type Spec } from './page.ts'
import { pounds } from './rateColumns.ts'
import type { YearMoney } from './yearMoney.ts'

const aYear = '£ a year'
/** The headings of the table of bands, on the sheet of rates and rules. */
export const bandHeads = {
  authority: fieldOf(FundingBand, 'authority').label,
  from: fieldOf(FundingBand, 'from').label,
  band: fieldOf(FundingBand, 'band').label,
  amount: fieldOf(FundingBand, 'amount').label,
  source: fieldOf(FundingBand, 'source').label,
} as const

/** What the row’s band pays a year: the newest amount of its authority that has begun on the row’s first day. */
const bandAmount = (names: MapNames): string => {
  const at = (column: string) => inRow(names.topUps, column)
  const band = (column: keyof typeof bandHeads) => wholeColumn(names.bands, bandHeads[column])
  const own = `(${band('band')}=${at('Band')})*(${band('authority')}=${at('Local authority')})`
  const newest = `SUMPRODUCT(MAX(${own}*(${band('from')}<=${at(heads.from)})*${band('from')}))`
  const found = `${own}*(${band('from')}=${newest})`
  return `IF(${at('Band')}="","",IFERROR(SUMPRODUCT(${found}*${band('amount')})/SUMPRODUCT(${found}),""))`
}

/** What each pupil is paid in the year, by its days; a band’s amount is looked up among the rates and rules. */
export const topUpsSheet = (input: MapInput, year: YearMoney, names: MapNames, footer: string): Sheet => {
  const at = (column: string) => inRow(names.topUps, column)
  const span = daysOfYear(year.money.year)
  const all = daysBetween(span.from, span.until) + 1
  const words = showMoneyYear(year.money.year)
  const hasBands = (input.more?.bands ?? []).length > 0
  const specs: Spec[] = [
    { name: heads.pupil, style: 'plain.text' },
    { name: 'Element', style: 'plain.text' },
    { name: heads.from, style: 'input.date', check: { day: true } },
    { name: heads.until, style: 'input.date', check: { day: true } },
    { name: 'Band', style: 'input.text' },
    { name: 'Local authority', style: 'input.text' },
    {
      name: aYear,
      style: 'calculated.money',
      check: { least: 0, most: 1_000_000 },
      ...(hasBands && { formula: bandAmount(names) }),
    },
    { name: 'Days', style: 'calculated.whole', formula: `${at(heads.until)}-${at(heads.from)}+1` },
    { name: 'Days in the year', style: 'input.whole', check: { least: 365, most: 366, whole: true } },
    {
      name: 'Falls in the year',
      style: 'calculated.exact',
      formula: `N(${at(aYear)})*${at('Days')}/${at('Days in the year')}`,
    },
    { name: 'Pupil key', style: 'plain.text' },
  ]
  const page = pageOf(
    specs.map((_, column) => ({
      width: [34, 22, 13, 13, 16, 30, 14, 9, 12, 14, 29][column]!,
      ...(column === specs.length - 1 && { hidden: true as const }),
    })),
  )
  page.title(
    `What pupils are paid in ${words}`,
    'By the days of the financial year. What a band pays is looked up on the sheet of rates and rules; an amount without a band is typed here.',
  )
  const body = year.pupils.flatMap(({ pupil, funding }) =>
    // What stands in the pupil's details alone is beside the pupil on the sheet of money, to be changed there.
    funding.parts
      .filter(({ element }) => element !== 'E3' || funding.from !== 'details')
      .map((part): Body[number] => [
        listName(pupil),
        show(fieldOf(Funding, 'element'), part.element),
        serialOf(part.span.from),
        serialOf(part.span.until),
        part.band?.band ?? null,
        part.band?.authority ?? null,
        part.band ? part.aYear / 100 : { typed: part.aYear / 100 },
        daysBetween(part.span.from, part.span.until) + 1,
        all,
        pounds(part.exact),
        pupil.key,
      ]),
  )
  page.table(
    names.topUps,
    `What each pupil is paid in ${words}, by the days of the year`,
    specs,
    body.length > 0 ? body : emptyRow(specs),
    true,
  )
  return page.sheet('topUps', names.sheets.topUps, footer)
}
