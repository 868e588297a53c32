import type { Day } from '../../domain/rules/day.ts'
import type { Bound, Cell } from '../blocks.ts'
import type { ReviewFile } from '../reviewFile.ts'
import type { Place } from '../reviewPlaces.ts'
import { type DocumentList, recordsIn } from './documentList.ts'
import type { RowAt } from './documentTables.ts'
import { fixedText, idOf, type List } from './lists.ts'
import { addedRows, type RowReading, rowReading, rowsUnder } from './readRows.ts'

/** What goes into one cell of a row: a field of a record that reads back, or words that stand there. */
export type NewCell = { readonly bound: Bound } | { readonly text: string }
/** A row that the open document has not and the record's minutes have. */
export type NewRow = {
  readonly place: Place
  /** Which record, in words: `Action 2`. */
  readonly called: string
  /** What the table is called there: its first heading cells. */
  readonly table: string
  /** The row beside which it goes. Rows beside the same one stand in their order. */
  readonly beside: RowAt
  readonly where: 'before' | 'after'
  readonly cells: readonly NewCell[]
}
export type MissingRows = {
  readonly rows: readonly NewRow[]
  /** Rows whose table is not in the document: only inserting the minutes again brings them. */
  readonly noTable: readonly { readonly place: Place; readonly called: string; readonly table: string }[]
}

const newCell = ({ runs }: Cell): NewCell => {
  const [bound] = runs.flatMap((run) => ('bound' in run ? [run.bound] : []))
  return bound ? { bound } : { text: fixedText({ runs }) }
}

const tableName = ({ head }: List) => head.slice(0, 2).join(', ')

/** Rows of one table by the records that stand in them, copies after their original left out. */
const standing = (list: DocumentList): Map<string, RowAt> => {
  const found = new Map<string, RowAt>()
  for (const row of rowsUnder(list))
    for (const id of recordsIn(row, list.type)) if (!found.has(id)) found.set(id, row.at)
  return found
}

/** Where a row goes: under the last of those before it that stands there, or above the first of those after it. */
const besideOf = (
  list: List,
  at: number,
  rows: ReadonlyMap<string, RowAt>,
): Pick<NewRow, 'beside' | 'where'> | null => {
  for (const { place } of list.rows.slice(0, at).toReversed()) {
    const found = rows.get(idOf(place))
    if (found) return { beside: found, where: 'after' }
  }
  for (const { place } of list.rows.slice(at + 1)) {
    const found = rows.get(idOf(place))
    if (found) return { beside: found, where: 'before' }
  }
  return null
}

/** As `rowsMissing`, for a document that is read already. */
export const missingIn = (file: ReviewFile, reading: RowReading, today: Day): MissingRows => {
  const rows: NewRow[] = []
  const noTable: { place: Place; called: string; table: string }[] = []
  const { known } = addedRows(file, reading, today)
  for (const list of reading.lists) {
    const found = reading.tables.find((one) => one.list === list)
    const there = found ? standing(found) : new Map<string, RowAt>()
    if (found)
      for (const { place, at } of known) if (at.table === found.table.index) there.set(idOf(place), at)
    const last = found && (rowsUnder(found).at(-1) ?? found.table.rows.findLast(({ isGone }) => !isGone))
    for (const [at, { place, cells }] of list.rows.entries()) {
      if (!place.record || there.has(idOf(place))) continue
      const beside =
        found && (besideOf(list, at, there) ?? (last && { beside: last.at, where: 'after' as const }))
      const table = tableName(list)
      if (beside) rows.push({ place, called: place.called, table, ...beside, cells: cells.map(newCell) })
      else noTable.push({ place, called: place.called, table })
    }
  }
  return { rows, noTable }
}

/**
 * The rows that the record's minutes have and the open document has not: records that came since it was inserted, and
 * rows that somebody deleted in Word. `xml` is the document's main part or the flat package. Problem `unsupported`
 * where it is not XML that Word writes.
 */
export const rowsMissing = (file: ReviewFile, xml: string, today: Day): MissingRows =>
  missingIn(file, rowReading(file, xml, today), today)
