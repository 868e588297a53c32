import { columnLetters } from '../xlsx/model.ts'

/** A cell as Excel or a file gives it: a date is its serial number, an error its name such as `#N/A`. */
export type CellRead = {
  readonly value: string | number | boolean
  /** With its `=`, where the cell holds one. */
  readonly formula?: string
}
export const blankCell: CellRead = { value: '' }

/** A row of the table; `at` is its row on the sheet, counting from 0. */
export type RowRead = {
  readonly at: number
  /** One for each header. */
  readonly cells: readonly CellRead[]
  readonly struck: boolean
}

/** The map's table as it lies in a workbook now, with rows that a filter hides. */
export type TableRead = {
  readonly sheet: string
  readonly name: string
  /** Column of the first header on the sheet, counting from 0. */
  readonly left: number
  readonly headers: readonly string[]
  readonly rows: readonly RowRead[]
}

/** `J4` for a row of the table and the place of a header. */
export const addressOf = (table: TableRead, row: Pick<RowRead, 'at'>, column: number): string =>
  `${columnLetters(table.left + column)}${row.at + 1}`
