import { tagParts } from '../readBack.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { recordsIn } from './documentList.ts'
import type { DocumentCell, RowAt } from './documentTables.ts'
import { addedRows, type KnownRow, type RowReading, rowReading, rowsUnder } from './readRows.ts'

/** A row of the open document whose record is archived or gone, or whose empty room something else has taken. */
export type GoneRow = {
  readonly at: RowAt
  /** `short.key` of the record. */
  readonly id: string
  readonly tags: readonly string[]
  /** Somebody typed in it, or it can't be told that nobody did: it is never taken away by itself. */
  readonly typed: boolean
  /** What it says, cell by cell, without placeholders. */
  readonly says: readonly string[]
}
/** Whether a control still says what was inserted with it. */
export type AsInserted = (tag: string, text: string) => boolean

const isTyped = ({ controls, outside, holds }: DocumentCell, asInserted: AsInserted): boolean =>
  holds ||
  // A cell without controls is words of ours; beside a control nothing of ours stands.
  (controls.length > 0 &&
    (outside.trim() !== '' ||
      controls.some(
        ({ tag, text, placeholder }) => placeholder === null && text !== '' && !asInserted(tag, text),
      )))

/** As `rowsGone`, for a document that is read already. */
export const goneIn = (
  { tables, places }: RowReading,
  asInserted: AsInserted = () => false,
  known: readonly KnownRow[] = [],
): GoneRow[] =>
  tables.flatMap((list) =>
    rowsUnder(list).flatMap((row): GoneRow[] => {
      const [id, ...others] = recordsIn(row, list.type)
      if (!id || others.length > 0 || places.has(id) || known.some(({ at }) => at === row.at)) return []
      const controls = row.cells.flatMap((cell) => cell.controls)
      // A row that also holds something of another record is none to take away.
      if (controls.some(({ tag }) => tagParts(tag)?.of !== id)) return []
      return [
        {
          at: row.at,
          id,
          tags: controls.map(({ tag }) => tag),
          typed: row.cells.some((cell) => isTyped(cell, asInserted)),
          says: row.cells.map(({ controls: its, shown }) =>
            its.length > 0 && its.every(({ placeholder }) => placeholder !== null) ? '' : shown,
          ),
        },
      ]
    }),
  )

/**
 * The rows of the open document whose record is archived or gone. Without `asInserted` (from what the file's own part
 * knows of each control) a row with any text counts as typed in.
 */
export const rowsGone = (file: ReviewFile, xml: string, today: Day, asInserted?: AsInserted): GoneRow[] => {
  const reading = rowReading(file, xml, today)
  return goneIn(reading, asInserted, addedRows(file, reading, today).known)
}
