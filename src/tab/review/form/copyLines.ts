import { t } from '../../../words/t.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { placeName } from '../../../documents/form/fields.ts'
import { facts } from '../../../documents/form/facts.ts'
import { fitting } from '../../../documents/form/fill.ts'
import type { KeptMapping } from '../../../documents/form/pack.ts'
import { listFact } from '../../../documents/form/listFacts.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'

/** One field of a form on the authority's own website: what it is called there, and what to paste. */
export type CopyLine = {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly most: number | null
}

/** What to paste, in the order of the form. Boxes say which one to tick; rows come one by one. */
export const copyLines = (kept: KeptMapping, file: ReviewFile, today: Day): CopyLine[] => {
  const fields = kept.fields.flatMap((field, at): CopyLine[] => {
    const fact = field.fact && facts.get(field.fact)
    if (!fact) return []
    const label = placeName({ label: field.label, option: field.option ?? null })
    if (field.code)
      return fact.code(file, today) === field.code
        ? [{ id: `f${at}`, label: field.label, text: field.option ?? t`Yes`, most: null }]
        : []
    const most = field.most ?? null
    const text = fitting(fact, file, today, most)
    return text === '' ? [] : [{ id: `f${at}`, label, text, most }]
  })
  const rows = kept.tables.flatMap((table, at): CopyLine[] => {
    const list = table.list && listFact(table.list)
    if (!list) return []
    return list.rows(file, today).flatMap((row, nth) =>
      table.columns.flatMap(({ label, column }, columnAt): CopyLine[] => {
        const text = column ? (row[column] ?? '') : ''
        return text === ''
          ? []
          : [{ id: `t${at}r${nth}c${columnAt}`, label: t`${label}, row ${nth + 1}`, text, most: null }]
      }),
    )
  })
  return [...fields, ...rows]
}
