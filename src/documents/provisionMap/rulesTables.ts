import { serialOf } from '../../domain/rules/day.ts'
import type { Cell, Row, Table, Validation } from '../xlsx/model.ts'
import type { Column } from '../xlsx/model.ts'
import type { MapInput } from './input.ts'
import type { MapNames } from './names.ts'
import { rulesInForce } from './rulesInForce.ts'
import { yearMoney } from './yearMoney.ts'
import { pageOf } from './page.ts'
import { bandHeads } from './topUpsSheet.ts'

type Parts = {
  readonly rows: readonly Row[]
  readonly tables: readonly Table[]
  readonly validations: readonly Validation[]
}

/** The authorities' rules and bands that the money of pupils follows, below the rates: `from` is the first free row. */
export const rulesTables = (
  input: MapInput,
  columns: readonly Column[],
  names: MapNames,
  from: number,
): Parts => {
  const { bands = [] } = input.more ?? {}
  const page = pageOf(columns)
  const { sets } = yearMoney(input)
  const inForce = rulesInForce(input, sets, names)
  page.gap()
  page.heading('Rules in force')
  page.note(
    'By these the sheet of money counts. What an authority does not say holds as the school’s settings above.',
  )
  page.table(
    names.rules,
    'Which rules hold in the financial year, for each authority',
    inForce.specs,
    inForce.body,
  )
  if (bands.length > 0) {
    page.gap()
    page.heading('What bands pay a year')
    page.note('Change an amount, or add a row below: what pupils are paid follows.')
    page.table(
      names.bands,
      'What each band of an authority pays a year, from a date on',
      [
        { name: bandHeads.authority, style: 'input.text' },
        { name: bandHeads.from, style: 'input.date', check: { day: true } },
        { name: bandHeads.band, style: 'input.text' },
        { name: bandHeads.amount, style: 'input.money', check: { least: 0, most: 1_000_000 } },
      ],
      bands
        .toSorted((a, b) => (a.authority + a.band + a.from < b.authority + b.band + b.from ? -1 : 1))
        .map((band) => [band.authority, serialOf(band.from), band.band, band.amount / 100]),
    )
  }
  const lower = <A extends { readonly area: Table['area'] }>(one: A): A => ({
    ...one,
    area: { ...one.area, row: one.area.row + from },
  })
  const made = page.sheet('', '', '')
  return {
    rows: made.rows as readonly { readonly cells: readonly Cell[] }[],
    tables: made.tables.map(lower),
    validations: made.validations.map(lower),
  }
}
