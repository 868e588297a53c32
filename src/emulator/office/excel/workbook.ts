import {
  invalidArgument,
  method,
  object,
  objectMethod,
  value,
  writable,
  type HostApi,
} from '../hostObject.ts'
import type { ExcelModel } from './excelModel.ts'
import { NamedItemCollection } from './names.ts'
import { Range } from './range.ts'
import { TableCollection } from './tables.ts'
import { WorksheetCollection } from './worksheet.ts'

/** Excel.Application. Formulas are worked out once a round trip: before a value is read in it, or at its end. */
class Application {
  static readonly api: HostApi = {
    name: 'Application',
    members: {
      calculationMode: writable('ExcelApi 1.1'),
      calculate: method('ExcelApi 1.1'),
      suspendApiCalculationUntilNextSync: method('ExcelApi 1.6'),
      suspendScreenUpdatingUntilNextSync: method('ExcelApi 1.9'),
    },
  }
  readonly #model: ExcelModel
  constructor(model: ExcelModel) {
    this.#model = model
  }
  get calculationMode(): string {
    return 'Automatic'
  }
  set calculationMode(mode: string) {
    if (mode !== 'Automatic') throw invalidArgument('Application.calculationMode')
  }
  calculate(): void {
    this.#model.touch()
    this.#model.calculate()
  }
  suspendApiCalculationUntilNextSync(): void {
    this.#model.suspend()
  }
  suspendScreenUpdatingUntilNextSync(): void {}
}

/** Excel.Workbook: what an add-in's context starts from. */
export class Workbook {
  static readonly api: HostApi = {
    name: 'Workbook',
    members: {
      name: value('ExcelApi 1.7'),
      application: object('ExcelApi 1.1'),
      names: object('ExcelApi 1.1'),
      tables: object('ExcelApi 1.1'),
      worksheets: object('ExcelApi 1.1'),
      getSelectedRange: objectMethod('ExcelApi 1.1'),
      getActiveCell: objectMethod('ExcelApi 1.7'),
    },
  }
  readonly application: Application
  readonly names: NamedItemCollection
  readonly tables: TableCollection
  readonly worksheets: WorksheetCollection
  readonly #model: ExcelModel
  constructor(model: ExcelModel) {
    this.#model = model
    this.application = new Application(model)
    this.names = new NamedItemCollection(model)
    this.tables = new TableCollection(model, null)
    this.worksheets = new WorksheetCollection(model)
  }
  get name(): string {
    return this.#model.book.title
  }
  getSelectedRange(): Range {
    return new Range(this.#model, this.#model.book.active, this.#model.selected)
  }
  getActiveCell(): Range {
    const { top, left } = this.#model.selected
    return new Range(this.#model, this.#model.book.active, { top, left, bottom: top, right: left })
  }
}
