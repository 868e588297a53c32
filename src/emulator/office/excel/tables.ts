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
import { boxFrom, type BookSheet, type BookTable, cellAt, lookWith, overlaps, tableNamed } from './book.ts'
import type { ExcelModel } from './excelModel.ts'
import { withTableRenamed } from './formulaText.ts'
import { Range, rangeAt } from './range.ts'
import { applyFilters, AutoFilter, TableColumnCollection } from './tableColumns.ts'
import { TableRowCollection } from './tableRows.ts'

/** Names of tables and defined names: a letter first, no spaces, never like a cell. */
export const isLegalName = (name: string): boolean =>
  /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) &&
  name.length <= 255 &&
  boxFrom(name) === null &&
  !/^[rc]$/i.test(name)

/** Excel.Table. */
class Table {
  static readonly api: HostApi = {
    name: 'Table',
    id: 'id',
    members: {
      id: value('ExcelApi 1.1'),
      name: writable('ExcelApi 1.1'),
      style: writable('ExcelApi 1.1'),
      showHeaders: value('ExcelApi 1.1'),
      showBandedRows: writable('ExcelApi 1.3'),
      worksheet: object('ExcelApi 1.2'),
      rows: object('ExcelApi 1.1'),
      columns: object('ExcelApi 1.1'),
      autoFilter: object('ExcelApi 1.9'),
      clearFilters: method('ExcelApi 1.2'),
      getRange: objectMethod('ExcelApi 1.1'),
      getDataBodyRange: objectMethod('ExcelApi 1.1'),
      getHeaderRowRange: objectMethod('ExcelApi 1.1'),
      convertToRange: objectMethod('ExcelApi 1.2'),
      delete: method('ExcelApi 1.1'),
    },
  }
  readonly showHeaders = true
  isDeleted = false
  readonly #model: ExcelModel
  readonly #table: BookTable
  constructor(model: ExcelModel, table: BookTable) {
    this.#model = model
    this.#table = table
  }
  get id(): string {
    return String(this.#table.id)
  }
  get name(): string {
    return this.#table.name
  }
  set name(name: string) {
    const { book } = this.#model
    const other = tableNamed(book, name)
    if (!isLegalName(name)) throw invalidArgument('Table.name')
    if (
      (other && other !== this.#table) ||
      book.names.some((one) => one.name.toLowerCase() === name.toLowerCase())
    )
      throw new ApiError(
        'ItemAlreadyExists',
        'A resource with the same name or identifier already exists.',
        'Table.name',
      )
    for (const sheet of book.sheets)
      for (const cell of sheet.cells.values())
        if (cell.formula !== undefined) cell.formula = withTableRenamed(cell.formula, this.#table.name, name)
    this.#table.name = name
    this.#model.touch()
  }
  get style(): string {
    return this.#table.style
  }
  set style(style: string) {
    this.#table.style = style
  }
  get showBandedRows(): boolean {
    return this.#table.banded
  }
  set showBandedRows(banded: boolean) {
    this.#table.banded = banded
  }
  get worksheet(): HostObject | null {
    return this.#model.sheetObjects.get(this.#table.sheet) ?? null
  }
  get rows(): TableRowCollection {
    return new TableRowCollection(this.#model, this.#table)
  }
  get columns(): TableColumnCollection {
    return new TableColumnCollection(this.#model, this.#table)
  }
  get autoFilter(): AutoFilter {
    return new AutoFilter(this.#table)
  }
  clearFilters(): void {
    this.#table.filters?.clear()
    applyFilters(this.#model, this.#table)
  }
  getRange(): Range {
    return new Range(this.#model, this.#table.sheet, this.#table.box)
  }
  getDataBodyRange(): Range {
    return new Range(this.#model, this.#table.sheet, { ...this.#table.box, top: this.#table.box.top + 1 })
  }
  getHeaderRowRange(): Range {
    return new Range(this.#model, this.#table.sheet, { ...this.#table.box, bottom: this.#table.box.top })
  }
  convertToRange(): Range {
    const range = this.getRange()
    this.#forget()
    return range
  }
  delete(): void {
    this.getRange().clear()
    this.#forget()
  }
  #forget(): void {
    this.isDeleted = true
    this.#model.book.tables = this.#model.book.tables.filter((table) => table !== this.#table)
    this.#model.touch()
  }
}

const tableObject = (model: ExcelModel, table: BookTable): HostObject => {
  const known = model.tableObjects.get(table) ?? (new Table(model, table) as unknown as HostObject)
  model.tableObjects.set(table, known)
  return known
}

/** Excel.TableCollection of the workbook or of one sheet. */
export class TableCollection {
  static readonly api: HostApi = {
    name: 'TableCollection',
    items: true,
    members: {
      count: value('ExcelApi 1.1'),
      add: objectMethod('ExcelApi 1.1'),
      getItem: objectMethod('ExcelApi 1.1'),
      getItemAt: objectMethod('ExcelApi 1.1'),
      getItemOrNullObject: objectMethod('ExcelApi 1.4'),
      getCount: method('ExcelApi 1.4'),
    },
  }
  readonly #model: ExcelModel
  readonly #sheet: BookSheet | null
  constructor(model: ExcelModel, sheet: BookSheet | null) {
    this.#model = model
    this.#sheet = sheet
  }
  get #own(): BookTable[] {
    return this.#model.book.tables.filter((table) => !this.#sheet || table.sheet === this.#sheet)
  }
  get items(): HostObject[] {
    return this.#own.map((table) => tableObject(this.#model, table))
  }
  get count(): number {
    return this.#own.length
  }
  getCount(): number {
    return this.count
  }
  getItem(key: string): HostObject | null {
    const table = this.#own.find(
      (one) => String(one.id) === String(key) || one.name.toLowerCase() === String(key).toLowerCase(),
    )
    return table ? tableObject(this.#model, table) : null
  }
  getItemOrNullObject(key: string): HostObject | null {
    return this.getItem(key)
  }
  getItemAt(at: number): HostObject | null {
    return this.items[at] ?? null
  }
  add(address: string | Range, hasHeaders: boolean): HostObject {
    const { book } = this.#model
    const where = 'TableCollection.add'
    const range =
      address instanceof Range ? address : rangeAt(this.#model, this.#sheet ?? book.active, String(address))
    if (!range || (this.#sheet && range.sheet !== this.#sheet)) throw invalidArgument(where)
    const { sheet, box } = range
    if (!hasHeaders)
      throw new ApiError('NotImplemented', 'This host makes tables only over ranges that have headers', where)
    if (book.tables.some((table) => table.sheet === sheet && overlaps(table.box, box)))
      throw new ApiError('InvalidArgument', "A table can't overlap another table.", where)
    const id = Math.max(0, ...book.tables.map((table) => table.id)) + 1
    const taken = new Set<string>()
    const columns = Array.from({ length: box.right - box.left + 1 }, (_, at) => {
      const cell = cellAt(sheet, box.top, box.left + at)
      const text =
        cell.value === null || typeof cell.value === 'object' ? `Column${at + 1}` : String(cell.value)
      let name = text
      for (let again = 2; taken.has(name.toLowerCase()); again++) name = `${text}${again}`
      taken.add(name.toLowerCase())
      cell.value = name
      delete cell.formula
      cell.look = lookWith(cell.look, {})
      return { name }
    })
    // A table without rows gets one, as in Excel.
    const body = { ...box, bottom: Math.max(box.bottom, box.top + 1) }
    let number = id
    while (tableNamed(book, `Table${number}`)) number++
    const table: BookTable = {
      id,
      name: `Table${number}`,
      sheet,
      box: body,
      columns,
      style: 'TableStyleMedium2',
      banded: true,
    }
    book.tables.push(table)
    this.#model.touch()
    return tableObject(this.#model, table)
  }
}
