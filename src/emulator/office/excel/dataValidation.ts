import { ApiError, invalidArgument, method, value, writable, type HostApi } from '../hostObject.ts'
import { type BookRule, overlaps } from './book.ts'
import type { ExcelModel } from './excelModel.ts'
import type { Range } from './range.ts'

const kinds: Readonly<Record<string, string>> = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  textLength: 'TextLength',
  custom: 'Custom',
}

/** Excel.DataValidation of a range. */
export class DataValidation {
  static readonly api: HostApi = {
    name: 'DataValidation',
    members: {
      type: value('ExcelApi 1.8'),
      rule: writable('ExcelApi 1.8'),
      errorAlert: writable('ExcelApi 1.8'),
      clear: method('ExcelApi 1.8'),
    },
  }
  readonly #model: ExcelModel
  readonly #range: Range
  constructor(model: ExcelModel, range: Range) {
    this.#model = model
    this.#range = range
  }
  get #known(): BookRule | undefined {
    return this.#range.sheet.rules.find((rule) => overlaps(rule.box, this.#range.box))
  }
  get type(): string {
    const kind = Object.keys(this.#known?.rule ?? {})[0]
    return kind ? (kinds[kind] ?? 'Custom') : 'None'
  }
  get rule(): Record<string, unknown> {
    return this.#known?.rule ?? {}
  }
  set rule(rule: Record<string, unknown>) {
    const given = Object.keys(rule ?? {})
    if (given.length !== 1 || !kinds[given[0]!]) throw invalidArgument('DataValidation.rule')
    const source = (rule['list'] as { source?: unknown } | undefined)?.source
    if (typeof source === 'string' && !source.startsWith('=') && source.length > 255)
      throw new ApiError('InvalidArgument', 'The list is longer than 255 characters.', 'DataValidation.rule')
    this.clear()
    this.#range.sheet.rules.push({ box: this.#range.box, rule: structuredClone(rule), alert: {} })
  }
  get errorAlert(): BookRule['alert'] {
    return this.#known?.alert ?? {}
  }
  set errorAlert(alert: BookRule['alert']) {
    const known = this.#known
    if (!known)
      throw new ApiError('InvalidOperation', 'The range has no data validation.', 'DataValidation.errorAlert')
    known.alert = structuredClone(alert)
  }
  clear(): void {
    this.#range.sheet.rules = this.#range.sheet.rules.filter((rule) => !overlaps(rule.box, this.#range.box))
    this.#model.looked()
  }
}
