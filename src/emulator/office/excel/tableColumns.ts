import { invalidArgument, method, object, objectMethod, value, type HostApi } from '../hostObject.ts'
import { type BookTable, cellAt, type CellValue, plainLook, spot } from './book.ts'
import { enter } from './enter.ts'
import type { ExcelModel } from './excelModel.ts'
import { Range } from './range.ts'
import { shown } from './showNumber.ts'

/** Shows the rows that every filter of the table lets through and hides the others. */
export const applyFilters = (model: ExcelModel, table: BookTable): void => {
  const { sheet, box } = table
  for (let row = box.top + 1; row <= box.bottom; row++) {
    const hidden = [...(table.filters ?? [])].some(([column, wanted]) => {
      const cell = sheet.cells.get(spot(row, box.left + column))
      return !wanted.includes(shown(cell?.value ?? null, (cell?.look ?? plainLook).format))
    })
    const known = sheet.rows.get(row)
    if (hidden || known?.hidden) sheet.rows.set(row, { ...known, hidden })
  }
  table.filtered = (table.filters?.size ?? 0) > 0
  model.touch()
}

/** Excel.Filter of a column. Only filters by values are here. */
class Filter {
  static readonly api: HostApi = {
    name: 'Filter',
    members: { applyValuesFilter: method('ExcelApi 1.2'), clear: method('ExcelApi 1.2') },
  }
  readonly #model: ExcelModel
  readonly #table: BookTable
  readonly #column: number
  constructor(model: ExcelModel, table: BookTable, column: number) {
    this.#model = model
    this.#table = table
    this.#column = column
  }
  applyValuesFilter(values: unknown): void {
    if (!Array.isArray(values)) throw invalidArgument('Filter.applyValuesFilter')
    this.#table.filters = new Map(this.#table.filters ?? []).set(this.#column, values.map(String))
    applyFilters(this.#model, this.#table)
  }
  clear(): void {
    this.#table.filters?.delete(this.#column)
    applyFilters(this.#model, this.#table)
  }
}

class TableColumn {
  static readonly api: HostApi = {
    name: 'TableColumn',
    id: 'id',
    members: {
      id: value('ExcelApi 1.1'),
      index: value('ExcelApi 1.1'),
      name: value('ExcelApi 1.1'),
      filter: object('ExcelApi 1.2'),
      getDataBodyRange: objectMethod('ExcelApi 1.1'),
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
  get id(): number {
    return this.index + 1
  }
  get name(): string {
    return this.#table.columns[this.index]!.name
  }
  get filter(): Filter {
    return new Filter(this.#model, this.#table, this.index)
  }
  getDataBodyRange(): Range {
    const { sheet, box } = this.#table
    const column = box.left + this.index
    return new Range(this.#model, sheet, {
      top: box.top + 1,
      bottom: box.bottom,
      left: column,
      right: column,
    })
  }
}

/** Excel.TableColumnCollection. A new column goes to the right end; names are changed by their heading's cell. */
export class TableColumnCollection {
  static readonly api: HostApi = {
    name: 'TableColumnCollection',
    items: true,
    members: {
      count: value('ExcelApi 1.1'),
      add: objectMethod('ExcelApi 1.1'),
      getItem: objectMethod('ExcelApi 1.1'),
      getItemAt: objectMethod('ExcelApi 1.1'),
      getItemOrNullObject: objectMethod('ExcelApi 1.4'),
    },
  }
  readonly #model: ExcelModel
  readonly #table: BookTable
  constructor(model: ExcelModel, table: BookTable) {
    this.#model = model
    this.#table = table
  }
  get count(): number {
    return this.#table.columns.length
  }
  get items(): TableColumn[] {
    return this.#table.columns.map((_, at) => new TableColumn(this.#model, this.#table, at))
  }
  getItem(key: string | number): TableColumn | null {
    const at = this.#table.columns.findIndex(
      ({ name }, index) => name.toLowerCase() === String(key).toLowerCase() || index + 1 === Number(key),
    )
    return at < 0 ? null : new TableColumn(this.#model, this.#table, at)
  }
  getItemOrNullObject(key: string | number): TableColumn | null {
    return this.getItem(key)
  }
  getItemAt(at: number): TableColumn | null {
    return this.items[at] ?? null
  }
  add(index?: number | null, values?: unknown, name?: string): TableColumn {
    const where = 'TableColumnCollection.add'
    const { sheet, box } = this.#table
    if (index !== undefined && index !== null && index !== -1 && index !== this.count)
      throw invalidArgument(where)
    const grid = (Array.isArray(values) ? values : []) as unknown[][]
    if (grid.length > 0 && grid.length !== box.bottom - box.top + 1) throw invalidArgument(where)
    const column = box.right + 1
    const heading = name ?? String(grid[0]?.[0] ?? `Column${this.count + 1}`)
    for (const [down, row] of grid.entries()) {
      const cell = cellAt(sheet, box.top + down, column)
      if (row[0] !== null) enter(cell, row[0] as CellValue)
    }
    cellAt(sheet, box.top, column).value = heading
    this.#table.box = { ...box, right: column }
    this.#table.columns.push({ name: heading })
    this.#model.touch()
    return new TableColumn(this.#model, this.#table, this.count - 1)
  }
}

/** Excel.AutoFilter of a table: whether it hides rows. */
export class AutoFilter {
  static readonly api: HostApi = {
    name: 'AutoFilter',
    members: { enabled: value('ExcelApi 1.9'), isDataFiltered: value('ExcelApi 1.9') },
  }
  readonly enabled = true
  readonly #table: BookTable
  constructor(table: BookTable) {
    this.#table = table
  }
  get isDataFiltered(): boolean {
    return this.#table.filtered === true
  }
}
