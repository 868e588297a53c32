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
import { type BookSheet, lastColumn, lastRow, newSheet, sheetNameFault, usedBox } from './book.ts'
import { ChartCollection } from './charts.ts'
import type { ExcelModel } from './excelModel.ts'
import { withSheetGone, withSheetRenamed } from './formulaText.ts'
import { PageBreakCollection, PageLayout } from './pageLayout.ts'
import { Range, rangeAt } from './range.ts'
import { TableCollection } from './tables.ts'

class WorksheetFreezePanes {
  static readonly api: HostApi = {
    name: 'WorksheetFreezePanes',
    members: {
      freezeAt: method('ExcelApi 1.7'),
      freezeRows: method('ExcelApi 1.7'),
      freezeColumns: method('ExcelApi 1.7'),
      unfreeze: method('ExcelApi 1.7'),
      getLocationOrNullObject: objectMethod('ExcelApi 1.7'),
    },
  }
  readonly #model: ExcelModel
  readonly #sheet: BookSheet
  constructor(model: ExcelModel, sheet: BookSheet) {
    this.#model = model
    this.#sheet = sheet
  }
  freezeAt(frozen: string | Range): void {
    const range = frozen instanceof Range ? frozen : rangeAt(this.#model, this.#sheet, frozen)
    if (!range) throw invalidArgument('WorksheetFreezePanes.freezeAt')
    this.#sheet.frozen = { rows: range.box.bottom + 1, columns: range.box.right + 1 }
  }
  freezeRows(rows = 0): void {
    this.#sheet.frozen = { rows, columns: 0 }
  }
  freezeColumns(columns = 0): void {
    this.#sheet.frozen = { rows: 0, columns }
  }
  unfreeze(): void {
    this.#sheet.frozen = { rows: 0, columns: 0 }
  }
  getLocationOrNullObject(): Range | null {
    const { rows, columns } = this.#sheet.frozen
    if (rows === 0 && columns === 0) return null
    const bottom = rows === 0 ? lastRow : rows - 1
    const right = columns === 0 ? lastColumn : columns - 1
    return new Range(this.#model, this.#sheet, { top: 0, left: 0, bottom, right })
  }
}

/** Excel.Worksheet. */
class Worksheet {
  static readonly api: HostApi = {
    name: 'Worksheet',
    id: 'id',
    members: {
      id: value('ExcelApi 1.1'),
      name: writable('ExcelApi 1.1'),
      position: writable('ExcelApi 1.1'),
      visibility: writable('ExcelApi 1.1'),
      tabColor: writable('ExcelApi 1.7'),
      showGridlines: value('ExcelApi 1.8'),
      // So the npm library calls showGridlines when it is set.
      gridlines: writable('ExcelApi 1.8'),
      tables: object('ExcelApi 1.1'),
      charts: object('ExcelApi 1.1'),
      freezePanes: object('ExcelApi 1.7'),
      pageLayout: object('ExcelApi 1.9'),
      horizontalPageBreaks: object('ExcelApi 1.9'),
      getCell: objectMethod('ExcelApi 1.1'),
      getRange: objectMethod('ExcelApi 1.1'),
      getRangeByIndexes: objectMethod('ExcelApi 1.7'),
      getUsedRange: objectMethod('ExcelApi 1.1'),
      getUsedRangeOrNullObject: objectMethod('ExcelApi 1.4'),
      activate: method('ExcelApi 1.1'),
      delete: method('ExcelApi 1.1'),
    },
  }
  readonly tables: TableCollection
  readonly charts: ChartCollection
  readonly freezePanes: WorksheetFreezePanes
  readonly pageLayout: PageLayout
  readonly horizontalPageBreaks: PageBreakCollection
  isDeleted = false
  readonly #model: ExcelModel
  readonly #sheet: BookSheet
  constructor(model: ExcelModel, sheet: BookSheet) {
    this.#model = model
    this.#sheet = sheet
    this.tables = new TableCollection(model, sheet)
    this.charts = new ChartCollection(model, sheet)
    this.freezePanes = new WorksheetFreezePanes(model, sheet)
    this.pageLayout = new PageLayout(sheet)
    this.horizontalPageBreaks = new PageBreakCollection(model, sheet)
  }
  get id(): string {
    return this.#sheet.id
  }
  get name(): string {
    return this.#sheet.name
  }
  set name(name: string) {
    const { book } = this.#model
    const fault = sheetNameFault(book, name, this.#sheet)
    if (fault === 'taken')
      throw new ApiError(
        'ItemAlreadyExists',
        'A resource with the same name or identifier already exists.',
        'Worksheet.name',
      )
    if (fault) throw invalidArgument('Worksheet.name')
    this.#rewrite((formula) => withSheetRenamed(formula, this.#sheet.name, name))
    this.#sheet.name = name
    this.#model.touch()
  }
  get position(): number {
    return this.#model.book.sheets.indexOf(this.#sheet)
  }
  set position(position: number) {
    const { sheets } = this.#model.book
    if (!(position >= 0 && position < sheets.length)) throw invalidArgument('Worksheet.position')
    sheets.splice(position, 0, ...sheets.splice(this.position, 1))
    this.#model.touch()
  }
  get visibility(): string {
    return this.#sheet.visibility
  }
  set visibility(visibility: string) {
    if (!['Visible', 'Hidden', 'VeryHidden'].includes(visibility))
      throw invalidArgument('Worksheet.visibility')
    if (visibility !== 'Visible') this.#needsAnother('Worksheet.visibility')
    this.#sheet.visibility = visibility as BookSheet['visibility']
  }
  get tabColor(): string {
    return this.#sheet.tabColour
  }
  set tabColor(colour: string) {
    this.#sheet.tabColour = colour
  }
  get showGridlines(): boolean {
    return this.#sheet.gridlines
  }
  get gridlines(): boolean {
    return this.#sheet.gridlines
  }
  set gridlines(gridlines: boolean) {
    this.#sheet.gridlines = gridlines
  }
  getRange(address?: string): Range | null {
    if (address === undefined || address === null || address === '')
      return new Range(this.#model, this.#sheet, { top: 0, left: 0, bottom: lastRow, right: lastColumn })
    const found = rangeAt(this.#model, this.#sheet, address)
    if (!found) throw invalidArgument('Worksheet.getRange')
    return found
  }
  getCell(row: number, column: number): Range {
    return this.getRangeByIndexes(row, column, 1, 1)
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    const box = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 }
    if (row < 0 || column < 0 || rows < 1 || columns < 1 || box.bottom > lastRow || box.right > lastColumn)
      throw invalidArgument('Worksheet.getRangeByIndexes')
    return new Range(this.#model, this.#sheet, box)
  }
  getUsedRange(): Range {
    return this.getUsedRangeOrNullObject() ?? this.getCell(0, 0)
  }
  getUsedRangeOrNullObject(): Range | null {
    const box = usedBox(this.#sheet)
    return box ? new Range(this.#model, this.#sheet, box) : null
  }
  activate(): void {
    if (this.#sheet.visibility !== 'Visible')
      throw new ApiError('InvalidOperation', 'The sheet is hidden.', 'Worksheet.activate')
    this.#model.book.active = this.#sheet
  }
  delete(): void {
    this.#needsAnother('Worksheet.delete')
    const { book } = this.#model
    const at = this.position
    this.isDeleted = true
    book.sheets.splice(at, 1)
    book.tables = book.tables.filter((table) => table.sheet !== this.#sheet)
    this.#rewrite((formula) => withSheetGone(formula, this.#sheet.name))
    if (book.active === this.#sheet)
      book.active =
        book.sheets.slice(at).find((sheet) => sheet.visibility === 'Visible') ??
        book.sheets.find((sheet) => sheet.visibility === 'Visible')!
    this.#model.touch()
  }
  #needsAnother(where: string): void {
    const others = this.#model.book.sheets.filter(
      (sheet) => sheet !== this.#sheet && sheet.visibility === 'Visible',
    )
    if (others.length === 0)
      throw new ApiError('InvalidOperation', 'A workbook must contain at least one visible worksheet.', where)
  }
  #rewrite(change: (formula: string) => string): void {
    const { book } = this.#model
    for (const name of book.names) name.formula = change(name.formula)
    for (const sheet of book.sheets) {
      for (const cell of sheet.cells.values())
        if (cell.formula !== undefined) cell.formula = change(cell.formula)
      for (const highlight of sheet.highlights) highlight.formula = change(highlight.formula)
    }
  }
}

const sheetObject = (model: ExcelModel, sheet: BookSheet): HostObject => {
  const known = model.sheetObjects.get(sheet) ?? (new Worksheet(model, sheet) as unknown as HostObject)
  model.sheetObjects.set(sheet, known)
  return known
}

/** Excel.WorksheetCollection. */
export class WorksheetCollection {
  static readonly api: HostApi = {
    name: 'WorksheetCollection',
    items: true,
    members: {
      add: objectMethod('ExcelApi 1.1'),
      getItem: objectMethod('ExcelApi 1.1'),
      getItemOrNullObject: objectMethod('ExcelApi 1.4'),
      getActiveWorksheet: objectMethod('ExcelApi 1.1'),
      getFirst: objectMethod('ExcelApi 1.5'),
      getCount: method('ExcelApi 1.4'),
    },
  }
  readonly #model: ExcelModel
  constructor(model: ExcelModel) {
    this.#model = model
  }
  get items(): HostObject[] {
    return this.#model.book.sheets.map((sheet) => sheetObject(this.#model, sheet))
  }
  getCount(visibleOnly = false): number {
    return this.#model.book.sheets.filter((sheet) => !visibleOnly || sheet.visibility === 'Visible').length
  }
  getItem(key: string): HostObject | null {
    const sheet = this.#model.book.sheets.find(
      (one) => one.id === key || one.name.toLowerCase() === String(key).toLowerCase(),
    )
    return sheet ? sheetObject(this.#model, sheet) : null
  }
  getItemOrNullObject(key: string): HostObject | null {
    return this.getItem(key)
  }
  getActiveWorksheet(): HostObject {
    return sheetObject(this.#model, this.#model.book.active)
  }
  getFirst(): HostObject {
    return sheetObject(this.#model, this.#model.book.sheets[0]!)
  }
  add(name?: string): HostObject {
    const { book } = this.#model
    const fault = name === undefined || name === null ? null : sheetNameFault(book, name)
    if (fault === 'taken')
      throw new ApiError(
        'ItemAlreadyExists',
        'A resource with the same name or identifier already exists.',
        'WorksheetCollection.add',
      )
    if (fault) throw invalidArgument('WorksheetCollection.add')
    let number = 1
    while (sheetNameFault(book, `Sheet${number}`) === 'taken') number++
    const sheet = newSheet(book, name ?? `Sheet${number}`)
    book.sheets.push(sheet)
    this.#model.touch()
    return sheetObject(this.#model, sheet)
  }
}
