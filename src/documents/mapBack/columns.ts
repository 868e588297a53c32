import { heads } from '../provisionMap/mapColumns.ts'
import { type Base, baseSaid } from './base.ts'
import { headingOf, sameText, type SheetField, sheetFields } from './sheetFields.ts'
import { readCell } from './readCell.ts'
import { blankCell, type TableRead } from './readTable.ts'

/** Where the table has what is looked for, by the place of its header; -1 where it has not. */
export type Columns = {
  readonly key: number
  readonly pupil: number
  readonly provision: number
  readonly fields: ReadonlyMap<SheetField, number>
  /** Sentences for the person: columns that are gone or have another name. */
  readonly notes: readonly string[]
}

export const foldHeading = (text: string) => text.toLowerCase().replace(/[^a-z0-9£]+/g, '')
const calculated = new Set(
  [heads.cost, heads.needed, heads.hourly, heads.total, heads.rateFrom, heads.share].map(foldHeading),
)
/** Whether a heading is that of a column of formulas of ours, which nobody types in. */
export const isCalculated = (heading: string): boolean => calculated.has(foldHeading(heading))
const keyShape = /^[0-9A-HJKMNP-TV-Z]{26}$/
const keyIn = (cell: { readonly value: unknown } | undefined) => String(cell?.value ?? '').trim()

/** The column whose cells are mostly record keys, where its heading was changed. Pupils' keys come more than once. */
const keyByContent = (table: TableRead): number => {
  const likely = table.headers
    .map((_, at) => {
      const keys = table.rows.map(({ cells }) => keyIn(cells[at])).filter((text) => keyShape.test(text))
      return { at, count: keys.length, different: new Set(keys).size }
    })
    .filter(({ at, count }) => count > 0 && foldHeading(table.headers[at]!) !== foldHeading(heads.pupilKey))
    .filter(({ count }) => count >= table.rows.length / 2)
    .toSorted((a, b) => b.different - a.different)
  return likely.length === 1 || (likely[0] && likely[0].different > likely[1]!.different) ? likely[0]!.at : -1
}

/** A column under a heading of somebody's own whose cells say what the base says of a field. */
const byContent = (table: TableRead, base: Base, key: number, field: SheetField, free: readonly number[]) => {
  const likely = free.filter((at) => {
    let [said, alike] = [0, 0]
    for (const { cells } of table.rows) {
      const then = baseSaid(base, keyIn(cells[key]), field)
      if (!then || then.same === '') continue
      said += 1
      const read = readCell(field, cells[at] ?? blankCell)
      if ('value' in read && sameText(read.value) === then.same) alike += 1
    }
    return said > 0 && alike / said >= 0.6
  })
  return likely.length === 1 ? likely[0]! : -1
}

/** Finds the columns by their headings wherever they were moved to, or by what is in them; null without record keys. */
export const findColumns = (table: TableRead, base: Base | null): Columns | null => {
  const folded = table.headers.map(foldHeading)
  const at = (heading: string) => folded.indexOf(foldHeading(heading))
  const notes: string[] = []
  let key = at(heads.key)
  if (key < 0) {
    key = keyByContent(table)
    if (key < 0) return null
    notes.push(
      `The column “${heads.key}” is called “${table.headers[key]}” now and was found by what is in it.`,
    )
  }
  const found = new Map(
    sheetFields.flatMap((field): [SheetField, number][] => {
      const place = at(headingOf(field))
      return place < 0 ? [] : [[field, place]]
    }),
  )
  const known = new Set<string>(Object.values(heads).map(foldHeading))
  const free = folded.flatMap((head, place) => (known.has(head) ? [] : [place]))
  for (const field of sheetFields) {
    if (found.has(field)) continue
    const taken = new Set(found.values())
    const place = base
      ? byContent(
          table,
          base,
          key,
          field,
          free.filter((one) => !taken.has(one)),
        )
      : -1
    if (place >= 0) found.set(field, place)
    notes.push(
      place < 0
        ? `The column “${headingOf(field)}” is not in the table any more, so nothing of it is read.`
        : `The column “${headingOf(field)}” is called “${table.headers[place]}” now and was found by what is in it.`,
    )
  }
  return { key, pupil: at(heads.pupil), provision: at(heads.provision), fields: found, notes }
}
