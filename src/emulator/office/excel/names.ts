import {
  ApiError,
  invalidArgument,
  method,
  objectMethod,
  value,
  writable,
  type HostApi,
  type HostObject,
} from '../hostObject.ts'
import { addressOf, type BookName, quoteSheet, tableNamed } from './book.ts'
import type { ExcelModel } from './excelModel.ts'
import { Range, rangeAt } from './range.ts'
import { isLegalName } from './tables.ts'

const objects = new WeakMap<BookName, NamedItem>()

/** Excel.NamedItem of the workbook. */
class NamedItem {
  static readonly api: HostApi = {
    name: 'NamedItem',
    members: {
      name: value('ExcelApi 1.1'),
      type: value('ExcelApi 1.1'),
      value: value('ExcelApi 1.1'),
      visible: writable('ExcelApi 1.1'),
      scope: value('ExcelApi 1.4'),
      comment: writable('ExcelApi 1.4'),
      formula: writable('ExcelApi 1.7'),
      getRange: objectMethod('ExcelApi 1.1'),
      getRangeOrNullObject: objectMethod('ExcelApi 1.4'),
      delete: method('ExcelApi 1.4'),
    },
  }
  readonly scope = 'Workbook'
  readonly #model: ExcelModel
  readonly #name: BookName
  constructor(model: ExcelModel, name: BookName) {
    this.#model = model
    this.#name = name
  }
  get name(): string {
    return this.#name.name
  }
  get type(): string {
    return this.#range() ? 'Range' : this.#name.formula.includes('#REF!') ? 'Error' : 'String'
  }
  get value(): string {
    return this.#range()?.address ?? this.#name.formula
  }
  get visible(): boolean {
    return this.#name.visible
  }
  set visible(visible: boolean) {
    this.#name.visible = visible
  }
  get comment(): string {
    return this.#name.comment
  }
  set comment(comment: string) {
    this.#name.comment = comment
  }
  get formula(): string {
    return this.#name.formula
  }
  set formula(formula: string) {
    this.#name.formula = formula
    this.#model.touch()
  }
  getRange(): Range | null {
    return this.#range()
  }
  getRangeOrNullObject(): Range | null {
    return this.#range()
  }
  delete(): void {
    this.#model.book.names = this.#model.book.names.filter((name) => name !== this.#name)
    this.#model.touch()
  }
  #range(): Range | null {
    return rangeAt(this.#model, this.#model.book.sheets[0]!, this.#name.formula)
  }
}

/** Excel.NamedItemCollection of the workbook. Names of single sheets are not here. */
export class NamedItemCollection {
  static readonly api: HostApi = {
    name: 'NamedItemCollection',
    items: true,
    members: {
      add: objectMethod('ExcelApi 1.4'),
      getItem: objectMethod('ExcelApi 1.1'),
      getItemOrNullObject: objectMethod('ExcelApi 1.4'),
      getCount: method('ExcelApi 1.4'),
    },
  }
  readonly #model: ExcelModel
  constructor(model: ExcelModel) {
    this.#model = model
  }
  get items(): NamedItem[] {
    return this.#model.book.names.map((name) => this.#object(name))
  }
  getCount(): number {
    return this.#model.book.names.length
  }
  getItem(key: string): NamedItem | null {
    const name = this.#model.book.names.find((one) => one.name.toLowerCase() === String(key).toLowerCase())
    return name ? this.#object(name) : null
  }
  getItemOrNullObject(key: string): NamedItem | null {
    return this.getItem(key)
  }
  add(name: string, reference: string | HostObject, comment = ''): NamedItem {
    const where = 'NamedItemCollection.add'
    if (!isLegalName(name)) throw invalidArgument(where)
    if (this.getItem(name) || tableNamed(this.#model.book, name))
      throw new ApiError(
        'ItemAlreadyExists',
        'A resource with the same name or identifier already exists.',
        where,
      )
    const formula =
      reference instanceof Range
        ? `=${quoteSheet(reference.sheet.name)}!${addressOf(reference.box).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`
        : String(reference)
    if (!formula.startsWith('=')) throw invalidArgument(where)
    const added: BookName = { name, formula, comment, visible: true }
    this.#model.book.names.push(added)
    this.#model.touch()
    return this.#object(added)
  }
  #object(name: BookName): NamedItem {
    const known = objects.get(name) ?? new NamedItem(this.#model, name)
    objects.set(name, known)
    return known
  }
}
