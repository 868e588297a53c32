import { show } from '../../domain/fields.ts'
import { fieldsOf } from '../../domain/record.ts'
import { CostingRulebook } from '../../domain/records/costingRulebook.ts'
import { serialOf } from '../../domain/rules/day.ts'
import type { Sheet } from '../xlsx/model.ts'
import type { MapInput } from './input.ts'
import type { MapNames } from './names.ts'
import { type Body, pageOf } from './page.ts'

const notRules = ['authority', 'from', 'source', 'sourced']

/** The costing rules of authorities word for word, a rule a row; null where none are entered. */
export const rulebooksSheet = (input: MapInput, names: MapNames, footer: string): Sheet | null => {
  const books = input.more?.rulebooks ?? []
  const body: Body = books
    .toSorted((a, b) => (a.authority + a.from < b.authority + b.from ? -1 : 1))
    .flatMap((book) =>
      fieldsOf(CostingRulebook).flatMap(([name, field]) => {
        const value = book[name as keyof CostingRulebook]
        return notRules.includes(name) || value === null || value === undefined
          ? []
          : [[field.label, show(field, value), book.authority, serialOf(book.from), book.source]]
      }),
    )
  if (body.length === 0) return null
  const page = pageOf([{ width: 42 }, { width: 48 }, { width: 28 }, { width: 13 }, { width: 52 }])
  page.title(
    'Costing rules of authorities',
    `As they are recorded. What of them holds in the financial year stands on “${names.sheets.rates}”, where figures follow it.`,
  )
  page.table(
    names.rulebooks,
    'What each authority says of costing provision, a rule a row',
    [
      { name: 'Rule', style: 'plain.text' },
      { name: 'What it says', style: 'plain.text' },
      { name: 'Local authority', style: 'plain.text' },
      { name: 'In force from', style: 'plain.date' },
      { name: 'Source', style: 'plain.text' },
    ],
    body,
    true,
  )
  return page.sheet('rulebooks', names.sheets.rulebooks, footer)
}
