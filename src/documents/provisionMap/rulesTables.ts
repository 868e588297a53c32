import { show } from '../../domain/fields.ts'
import { fieldsOf } from '../../domain/record.ts'
import { CostingRulebook } from '../../domain/records/costingRulebook.ts'
import { serialOf } from '../../domain/rules/day.ts'
import type { Cell, Row, Table, Validation } from '../xlsx/model.ts'
import type { Column } from '../xlsx/model.ts'
import type { MapInput } from './input.ts'
import type { MapNames } from './names.ts'
import { rulesInForce } from './rulesInForce.ts'
import { yearMoney } from './yearMoney.ts'
import { type Body, pageOf, type Spec } from './page.ts'

const notRules = ['authority', 'from', 'source', 'sourced']

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
  const { rulebooks = [], bands = [] } = input.more ?? {}
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
  const plain = (...names: string[]): Spec[] => names.map((name) => ({ name, style: 'plain.text' }))
  if (rulebooks.length > 0) {
    page.gap()
    page.heading('Costing rules of authorities')
    page.note('As they are recorded. What an authority does not say holds as the school’s settings above.')
    const body: Body = rulebooks
      .toSorted((a, b) => (a.authority + a.from < b.authority + b.from ? -1 : 1))
      .flatMap((book) =>
        fieldsOf(CostingRulebook).flatMap(([name, field]) => {
          const value = book[name as keyof CostingRulebook]
          return notRules.includes(name) || value === null || value === undefined
            ? []
            : [
                [
                  book.authority,
                  serialOf(book.from),
                  field.label,
                  show(field, value),
                  null,
                  null,
                  book.source,
                ],
              ]
        }),
      )
    page.table(
      names.rulebooks,
      'What each authority says of costing provision, a rule a row',
      [
        ...plain('Local authority'),
        { name: 'In force from', style: 'plain.date' },
        ...plain('Rule', 'What it says', 'Note', 'Checked', 'Source'),
      ],
      body.length > 0 ? body : [[null, null, null, null, null, null, null]],
    )
  }
  if (bands.length > 0) {
    page.gap()
    page.heading('What bands pay a year')
    page.table(
      names.bands,
      'What each band of an authority pays a year, from a date on',
      [
        ...plain('Local authority'),
        { name: 'In force from', style: 'plain.date' },
        ...plain('Band'),
        { name: 'Amount a year', style: 'plain.money' },
        ...plain('Note', 'Checked', 'Source'),
      ],
      bands
        .toSorted((a, b) => (a.authority + a.band + a.from < b.authority + b.band + b.from ? -1 : 1))
        .map((band) => [
          band.authority,
          serialOf(band.from),
          band.band,
          band.amount / 100,
          null,
          null,
          band.source,
        ]),
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
