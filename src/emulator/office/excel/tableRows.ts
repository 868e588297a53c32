import { ApiError, invalidArgument, method, objectMethod, value, type HostApi } from '../hostObject.ts'
import {
  type BookSheet,
  type BookTable,
  type Box,
  cellAt,
  type CellValue,
  columnOf,
  holds,
  lastRow,
  rowOf,
  spot,
} from './book.ts'
import { enter, Refused } from './enter.ts'
import type { ExcelModel } from './excelModel.ts'
import { Range } from './range.ts'

/** Rules, highlights and heights that the shift moves: only whole rows of the table's columns are moved. */
const shiftedBox = (box: Box, table: Box, from: number, by: number): Box | null => {
  if (box.left > table.right || box.right < table.left || box.bottom < from) return box
  const within = box.left >= table.left && box.right <= table.right
  if (!within) return box
  const bottom = box.bottom + by
  const top = box.top >= from && by > 0 ? box.top + by : box.top
  return bottom < top ? null : { ...box, top, bottom }
}

/** Moves what stands in the table's columns from row `from` on by so many rows; negative takes rows away above it. */
const shiftRows = (sheet: BookSheet, table: Box, from: number, by: number): void => {
  const inside = [...sheet.cells].filter(
    ([at]) =>
      rowOf(at) >= (by < 0 ? from + by : from) && columnOf(at) >= table.left && columnOf(at) <= table.right,
  )
  for (const [at] of inside) sheet.cells.delete(at)
  for (const [at, cell] of inside)
    if (rowOf(at) >= from) sheet.cells.set(spot(rowOf(at) + by, columnOf(at)), cell)
  const first = by < 0 ? from + by : from
  sheet.rules = sheet.rules.flatMap((rule) => {
    const box = shiftedBox(rule.box, table, first, by)
    return box ? [{ ...rule, box }] : []
  })
  sheet.highlights = sheet.highlights.flatMap((highlight) => {
    const box = shiftedBox(highlight.box, table, first, by)
    return box ? [{ ...highlight, box }] : []
  })
}

const conflict = (where: string) =>
  new ApiError('InsertDeleteConflict', 'The operation is not allowed while the table is filtered.', where)

/** Excel.TableRow: a place in the table, not the data that stands there now. */
class TableRow {
  static readonly api: HostApi = {
    name: 'TableRow',
    members: {
      index: value('ExcelApi 1.1'),
      values: value('ExcelApi 1.1'),
      getRange: objectMethod('ExcelApi 1.1'),
      delete: method('ExcelApi 1.1'),
    },
  }
  readonly index: number
  readonly #model: ExcelModel
  readonly #table: BookTable
  constructor(model: ExcelModel, table: BookTable, index: number) {
    this.#model = model
    this.#table = table
    this.index = index
  }
  get values(): unknown[][] {
    return this.getRange().values
  }
  getRange(): Range {
    const { sheet, box } = this.#table
    const row = box.top + 1 + this.index
    if (row > box.bottom) throw invalidArgument('TableRow.getRange')
    return new Range(this.#model, sheet, { ...box, top: row, bottom: row })
  }
  delete(): void {
    const { sheet, box } = this.#table
    const row = box.top + 1 + this.index
    if (row > box.bottom) throw invalidArgument('TableRow.delete')
    if (this.#table.filtered) throw conflict('TableRow.delete')
    // A table keeps one row: deleting the last empties it.
    if (box.bottom === box.top + 1) this.getRange().clear('Contents')
    else {
      shiftRows(sheet, box, row + 1, -1)
      this.#table.box = { ...box, bottom: box.bottom - 1 }
    }
    this.#model.touch()
  }
}

/** Excel.TableRowCollection. New rows take the looks and the formulas of the row above, as Excel's do. */
export class TableRowCollection {
  static readonly api: HostApi = {
    name: 'TableRowCollection',
    items: true,
    members: {
      count: value('ExcelApi 1.1'),
      add: objectMethod('ExcelApi 1.1'),
      getItemAt: objectMethod('ExcelApi 1.1'),
      getCount: method('ExcelApi 1.4'),
    },
  }
  readonly #model: ExcelModel
  readonly #table: BookTable
  constructor(model: ExcelModel, table: BookTable) {
    this.#model = model
    this.#table = table
  }
  get count(): number {
    return this.#table.box.bottom - this.#table.box.top
  }
  get items(): TableRow[] {
    return Array.from({ length: this.count }, (_, at) => new TableRow(this.#model, this.#table, at))
  }
  getCount(): number {
    return this.count
  }
  getItemAt(at: number): TableRow | null {
    return at >= 0 && at < this.count ? new TableRow(this.#model, this.#table, at) : null
  }
  add(index?: number | null, values?: unknown): TableRow {
    const where = 'TableRowCollection.add'
    const { sheet, box } = this.#table
    const width = box.right - box.left + 1
    const grid = values === undefined || values === null ? [Array(width).fill(null)] : (values as unknown[][])
    if (!Array.isArray(grid) || grid.some((row) => !Array.isArray(row) || row.length !== width))
      throw invalidArgument(where)
    const at = index === undefined || index === null || index === -1 ? this.count : index
    if (at < 0 || at > this.count) throw invalidArgument(where)
    const first = box.top + 1 + at
    if (box.bottom + grid.length > lastRow) throw invalidArgument(where)
    const below = this.#model.book.tables.some(
      (table) =>
        table !== this.#table &&
        table.sheet === sheet &&
        table.box.top > box.bottom &&
        table.box.left <= box.right &&
        table.box.right >= box.left,
    )
    if (below) throw new ApiError('InsertDeleteConflict', 'This would move cells of another table.', where)
    const pattern = at === 0 ? first : first - 1
    const above = Array.from({ length: width }, (_, column) =>
      sheet.cells.get(spot(at === 0 ? box.top + 1 : pattern, box.left + column)),
    )
    shiftRows(sheet, box, first, grid.length)
    this.#table.box = { ...box, bottom: box.bottom + grid.length }
    // Rules and highlights that reached the row above reach the new ones too.
    for (const ruled of [...sheet.rules, ...sheet.highlights])
      if (
        at > 0 &&
        holds(ruled.box, pattern, ruled.box.left) &&
        ruled.box.bottom === pattern &&
        ruled.box.left >= box.left
      )
        ruled.box = { ...ruled.box, bottom: pattern + grid.length }
    try {
      for (const [down, row] of grid.entries())
        for (const [column, input] of row.entries()) {
          const cell = cellAt(sheet, first + down, box.left + column)
          const like = above[column]
          if (like) cell.look = like.look
          if (input !== null && input !== undefined) enter(cell, input as CellValue)
          else if (like?.formula !== undefined) cell.formula = like.formula
        }
    } catch (thrown) {
      throw thrown instanceof Refused ? invalidArgument(where) : thrown
    }
    this.#model.touch()
    return new TableRow(this.#model, this.#table, at)
  }
}
