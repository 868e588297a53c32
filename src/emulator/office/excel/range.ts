import {
  ApiError,
  invalidArgument,
  method,
  object,
  objectMethod,
  value,
  writable,
  type HostApi,
  type HostObject,
} from '../hostObject.ts'
import {
  addressOf,
  type BookCell,
  boxFrom,
  type BookSheet,
  type Box,
  type CellValue,
  cellAt,
  columnOf,
  holds,
  lastColumn,
  lastRow,
  type Look,
  lookChanger,
  lookWith,
  plainLook,
  quoteSheet,
  rowOf,
  spot,
} from './book.ts'
import { ConditionalFormatCollection } from './conditionalFormats.ts'
import { DataValidation } from './dataValidation.ts'
import { enter, Refused } from './enter.ts'
import type { ExcelModel } from './excelModel.ts'
import { RangeFormat } from './rangeFormat.ts'
import { shown } from './showNumber.ts'

/** The most cells that one call may touch here; Excel itself stops at five million. */
const mostCells = 2_000_000

type CellsWanted = { address?: boolean; format?: { font?: { strikethrough?: boolean } } }

/** Excel.Range: a rectangle of one sheet. */
export class Range {
  static readonly api: HostApi = {
    name: 'Range',
    tracked: true,
    members: {
      address: value('ExcelApi 1.1'),
      cellCount: value('ExcelApi 1.1'),
      columnCount: value('ExcelApi 1.1'),
      columnIndex: value('ExcelApi 1.1'),
      rowCount: value('ExcelApi 1.1'),
      rowIndex: value('ExcelApi 1.1'),
      text: value('ExcelApi 1.1'),
      valueTypes: value('ExcelApi 1.1'),
      values: writable('ExcelApi 1.1'),
      formulas: writable('ExcelApi 1.1'),
      numberFormat: writable('ExcelApi 1.1'),
      columnHidden: writable('ExcelApi 1.2'),
      rowHidden: writable('ExcelApi 1.2'),
      format: object('ExcelApi 1.1'),
      worksheet: object('ExcelApi 1.1'),
      dataValidation: object('ExcelApi 1.8'),
      conditionalFormats: object('ExcelApi 1.6'),
      getCell: objectMethod('ExcelApi 1.1'),
      getColumn: objectMethod('ExcelApi 1.1'),
      getRow: objectMethod('ExcelApi 1.1'),
      getEntireColumn: objectMethod('ExcelApi 1.1'),
      getEntireRow: objectMethod('ExcelApi 1.1'),
      getLastCell: objectMethod('ExcelApi 1.1'),
      getUsedRangeOrNullObject: objectMethod('ExcelApi 1.4'),
      getResizedRange: objectMethod('ExcelApi 1.2'),
      getBoundingRect: objectMethod('ExcelApi 1.1'),
      // office.js calls it before it cuts a large array into pieces of its own.
      _ValidateArraySize: method('ExcelApi 1.3'),
      getCellProperties: method('ExcelApi 1.9'),
      getRowProperties: method('ExcelApi 1.9'),
      clear: method('ExcelApi 1.1'),
      select: method('ExcelApi 1.1'),
    },
  }
  readonly box: Box
  readonly sheet: BookSheet
  readonly #model: ExcelModel

  constructor(model: ExcelModel, sheet: BookSheet, box: Box) {
    this.#model = model
    this.sheet = sheet
    this.box = box
  }

  get rowCount(): number {
    return this.box.bottom - this.box.top + 1
  }
  get columnCount(): number {
    return this.box.right - this.box.left + 1
  }
  get cellCount(): number {
    const count = this.rowCount * this.columnCount
    return count > 2_147_483_647 ? -1 : count
  }
  get rowIndex(): number {
    return this.box.top
  }
  get columnIndex(): number {
    return this.box.left
  }
  get address(): string {
    return `${quoteSheet(this.sheet.name)}!${addressOf(this.box)}`
  }
  get worksheet(): HostObject | null {
    return this.#model.sheetObjects.get(this.sheet) ?? null
  }
  get format(): RangeFormat {
    return new RangeFormat(this)
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.#model, this)
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.#model, this)
  }

  get values(): unknown[][] {
    this.#model.fresh()
    return this.#grid((cell) =>
      typeof cell.value === 'object' && cell.value !== null ? cell.value.error : (cell.value ?? ''),
    )
  }
  set values(next: unknown) {
    const places: number[] = []
    this.#put(next, (cell, input, place) => {
      if (input === null || input === undefined) return
      enter(cell, input as CellValue)
      places.push(place)
    })
    this.#model.wrote(this.sheet, places)
    if (renameColumns(this.#model, this)) this.#model.touch()
  }
  get formulas(): unknown[][] {
    return this.#grid((cell) =>
      cell.formula !== undefined
        ? `=${cell.formula}`
        : typeof cell.value === 'object' && cell.value !== null
          ? cell.value.error
          : (cell.value ?? ''),
    )
  }
  set formulas(next: unknown) {
    this.values = next
  }
  get text(): string[][] {
    this.#model.fresh()
    return this.#grid((cell) => shown(cell.value, cell.look.format))
  }
  get valueTypes(): string[][] {
    this.#model.fresh()
    return this.#grid(({ value: held }) =>
      held === null || held === ''
        ? 'Empty'
        : typeof held === 'object'
          ? 'Error'
          : typeof held === 'number'
            ? 'Double'
            : typeof held === 'boolean'
              ? 'Boolean'
              : 'String',
    )
  }
  get numberFormat(): string[][] {
    return this.#grid((cell) => cell.look.format)
  }
  set numberFormat(next: unknown) {
    const changers = new Map<string, (look: Look) => Look>()
    this.#put(next, (cell, given) => {
      if (given === null) return
      const format = String(given)
      const changed = changers.get(format) ?? lookChanger((look) => lookWith(look, { format }))
      changers.set(format, changed)
      cell.look = changed(cell.look)
    })
  }
  get columnHidden(): boolean {
    return this.sheet.columns.get(this.box.left)?.hidden === true
  }
  set columnHidden(hidden: boolean) {
    this.eachColumn((column, known) => this.sheet.columns.set(column, { ...known, hidden }))
  }
  get rowHidden(): boolean {
    return this.sheet.rows.get(this.box.top)?.hidden === true
  }
  set rowHidden(hidden: boolean) {
    this.eachRow((row, known) => this.sheet.rows.set(row, { ...known, hidden }))
  }

  getCell(row: number, column: number): Range {
    return this.#at(
      {
        top: this.box.top + row,
        left: this.box.left + column,
        bottom: this.box.top + row,
        right: this.box.left + column,
      },
      'getCell',
    )
  }
  getColumn(column: number): Range {
    return this.#at({ ...this.box, left: this.box.left + column, right: this.box.left + column }, 'getColumn')
  }
  getRow(row: number): Range {
    return this.#at({ ...this.box, top: this.box.top + row, bottom: this.box.top + row }, 'getRow')
  }
  getEntireColumn(): Range {
    return this.#at({ ...this.box, top: 0, bottom: lastRow }, 'getEntireColumn')
  }
  getEntireRow(): Range {
    return this.#at({ ...this.box, left: 0, right: lastColumn }, 'getEntireRow')
  }
  getLastCell(): Range {
    return this.#at(
      { top: this.box.bottom, left: this.box.right, bottom: this.box.bottom, right: this.box.right },
      'getLastCell',
    )
  }
  getResizedRange(rows: number, columns: number): Range {
    return this.#at(
      { ...this.box, bottom: this.box.bottom + rows, right: this.box.right + columns },
      'getResizedRange',
    )
  }
  getBoundingRect(other: Range | string): Range {
    const range = other instanceof Range ? other : rangeAt(this.#model, this.sheet, other)
    if (!range || range.sheet !== this.sheet) throw invalidArgument('Range.getBoundingRect')
    return this.#at(
      {
        top: Math.min(this.box.top, range.box.top),
        left: Math.min(this.box.left, range.box.left),
        bottom: Math.max(this.box.bottom, range.box.bottom),
        right: Math.max(this.box.right, range.box.right),
      },
      'getBoundingRect',
    )
  }
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.rowCount || columns !== this.columnCount) throw invalidArgument('Range.values')
  }
  getUsedRangeOrNullObject(): Range | null {
    const filled = [...this.sheet.cells].filter(
      ([at, cell]) =>
        holds(this.box, rowOf(at), columnOf(at)) && (cell.value !== null || cell.formula !== undefined),
    )
    if (filled.length === 0) return null
    const rows = filled.map(([at]) => rowOf(at))
    const columns = filled.map(([at]) => columnOf(at))
    const most = (all: number[]) => all.reduce((a, b) => Math.max(a, b))
    const least = (all: number[]) => all.reduce((a, b) => Math.min(a, b))
    return this.#at(
      { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) },
      'getUsedRangeOrNullObject',
    )
  }
  /** Addresses and whether text is struck out; other properties are refused by name. */
  getCellProperties(wanted: CellsWanted): Record<string, unknown>[][] {
    const font = wanted?.format?.font
    const known = { address: true, format: true }
    const other = [
      ...Object.keys(wanted ?? {}).filter((name) => !(name in known)),
      ...Object.keys(wanted?.format ?? {}).filter((name) => name !== 'font'),
      ...Object.keys(font ?? {}).filter((name) => name !== 'strikethrough'),
    ]
    if (other.length > 0)
      throw new ApiError(
        'NotImplemented',
        `This host does not read ${other.join(', ')}`,
        'Range.getCellProperties',
      )
    let at = 0
    return this.#grid((cell) => {
      const row = this.box.top + Math.floor(at / this.columnCount)
      const column = this.box.left + (at++ % this.columnCount)
      return {
        ...(wanted?.address && {
          address: `${quoteSheet(this.sheet.name)}!${addressOf({ top: row, bottom: row, left: column, right: column })}`,
        }),
        ...(font && { format: { font: { strikethrough: cell.look.strike === true } } }),
      }
    })
  }
  /** Which rows are hidden, by a filter or by hand. */
  getRowProperties(wanted: { rowHidden?: boolean; rowIndex?: boolean }): Record<string, unknown>[] {
    return Array.from({ length: this.rowCount }, (_, at) => ({
      ...(wanted?.rowIndex && { rowIndex: this.box.top + at }),
      ...(wanted?.rowHidden && { rowHidden: this.sheet.rows.get(this.box.top + at)?.hidden === true }),
    }))
  }
  clear(applyTo?: string): void {
    const places: number[] = []
    for (const [at, cell] of this.sheet.cells) {
      if (!holds(this.box, rowOf(at), columnOf(at))) continue
      if (applyTo !== 'Formats') {
        cell.value = null
        delete cell.formula
      }
      if (applyTo !== 'Contents') cell.look = plainLook
      places.push(at)
    }
    this.#model.wrote(this.sheet, places)
  }
  select(): void {
    this.#model.book.active = this.sheet
    this.#model.selected = this.box
  }

  /** Every cell of the range, made where there is none. */
  each(change: (cell: BookCell, row: number, column: number) => void): void {
    if (this.rowCount * this.columnCount > mostCells) {
      this.#eachKnown(change)
      return
    }
    for (let row = this.box.top; row <= this.box.bottom; row++)
      for (let column = this.box.left; column <= this.box.right; column++)
        change(cellAt(this.sheet, row, column), row, column)
    this.#model.looked()
  }
  eachColumn(change: (column: number, known: { width?: number; hidden?: boolean }) => void): void {
    for (let column = this.box.left; column <= this.box.right; column++)
      change(column, this.sheet.columns.get(column) ?? {})
    this.#model.looked()
  }
  eachRow(change: (row: number, known: { height?: number; hidden?: boolean }) => void): void {
    const bottom = Math.min(this.box.bottom, this.box.top + mostCells)
    for (let row = this.box.top; row <= bottom; row++) change(row, this.sheet.rows.get(row) ?? {})
    this.#model.looked()
  }

  #eachKnown(change: (cell: BookCell, row: number, column: number) => void): void {
    for (const [at, cell] of this.sheet.cells)
      if (holds(this.box, rowOf(at), columnOf(at))) change(cell, rowOf(at), columnOf(at))
    this.#model.looked()
  }
  #at(box: Box, member: string): Range {
    if (
      box.top < 0 ||
      box.left < 0 ||
      box.bottom > lastRow ||
      box.right > lastColumn ||
      box.bottom < box.top ||
      box.right < box.left
    )
      throw invalidArgument(`Range.${member}`)
    return new Range(this.#model, this.sheet, box)
  }
  #grid<T>(read: (cell: BookCell) => T): T[][] {
    if (this.rowCount * this.columnCount > mostCells)
      throw new ApiError('ResponsePayloadSizeLimitExceeded', 'The response is too large.', 'Range')
    const blank: BookCell = { value: null, look: plainLook }
    return Array.from({ length: this.rowCount }, (_, row) =>
      Array.from({ length: this.columnCount }, (_cell, column) =>
        read(this.sheet.cells.get(spot(this.box.top + row, this.box.left + column)) ?? blank),
      ),
    )
  }
  #put(next: unknown, write: (cell: BookCell, input: unknown, place: number) => void): void {
    const grid = Array.isArray(next) ? (next as unknown[][]) : null
    const fits =
      grid?.length === this.rowCount &&
      grid.every((row) => Array.isArray(row) && row.length === this.columnCount)
    if (grid && !fits)
      throw new ApiError(
        'InvalidArgument',
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
        'Range',
      )
    if (!grid && this.rowCount * this.columnCount > mostCells) throw invalidArgument('Range')
    try {
      this.each((cell, row, column) =>
        write(cell, grid ? grid[row - this.box.top]![column - this.box.left] : next, spot(row, column)),
      )
    } catch (thrown) {
      throw thrown instanceof Refused ? invalidArgument('Range.values') : thrown
    }
  }
}

/**
 * What is written over a table's heading is the column's name from then on. Formulas that go by the old one are not
 * changed here. Whether a name did change.
 */
const renameColumns = (model: ExcelModel, { sheet, box }: Range): boolean => {
  let renamed = false
  for (const table of model.book.tables) {
    if (table.sheet !== sheet || table.box.top < box.top || table.box.top > box.bottom) continue
    for (const [at, column] of table.columns.entries()) {
      const value = sheet.cells.get(spot(table.box.top, table.box.left + at))?.value
      if (value === null || value === undefined || typeof value === 'object') continue
      renamed ||= column.name !== String(value)
      column.name = String(value)
    }
  }
  return renamed
}

/** A range by an address such as `A1:B2` or `'Rates and rules'!$B$4`; null where there is no such place. */
export const rangeAt = (model: ExcelModel, sheet: BookSheet, address: string): Range | null => {
  const found = /^=?(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(address)
  const named = found?.[1]?.replaceAll("''", "'") ?? found?.[2]
  const on =
    named === undefined
      ? sheet
      : model.book.sheets.find((one) => one.name.toLowerCase() === named.toLowerCase())
  const box = found ? boxFrom(found[3]!) : null
  return on && box ? new Range(model, on, box) : null
}
