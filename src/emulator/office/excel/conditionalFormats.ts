import { ApiError, method, object, objectMethod, value, writable, type HostApi } from '../hostObject.ts'
import { type BookHighlight, overlaps } from './book.ts'
import type { ExcelModel } from './excelModel.ts'
import type { Range } from './range.ts'

class ConditionalFormatRule {
  static readonly api: HostApi = {
    name: 'ConditionalFormatRule',
    members: { formula: writable('ExcelApi 1.6') },
  }
  readonly #highlight: BookHighlight
  constructor(highlight: BookHighlight) {
    this.#highlight = highlight
  }
  get formula(): string {
    return this.#highlight.formula
  }
  set formula(formula: string) {
    this.#highlight.formula = formula
  }
}

class ConditionalRangeFont {
  static readonly api: HostApi = {
    name: 'ConditionalRangeFont',
    members: { bold: writable('ExcelApi 1.6'), color: writable('ExcelApi 1.6') },
  }
  readonly #highlight: BookHighlight
  constructor(highlight: BookHighlight) {
    this.#highlight = highlight
  }
  get bold(): boolean {
    return this.#highlight.bold === true
  }
  set bold(bold: boolean) {
    this.#highlight.bold = bold
  }
  get color(): string {
    return this.#highlight.colour ?? ''
  }
  set color(colour: string) {
    this.#highlight.colour = colour
  }
}

class ConditionalRangeFill {
  static readonly api: HostApi = {
    name: 'ConditionalRangeFill',
    members: { color: writable('ExcelApi 1.6') },
  }
  readonly #highlight: BookHighlight
  constructor(highlight: BookHighlight) {
    this.#highlight = highlight
  }
  get color(): string {
    return this.#highlight.fill ?? ''
  }
  set color(colour: string) {
    this.#highlight.fill = colour
  }
}

class ConditionalRangeFormat {
  static readonly api: HostApi = {
    name: 'ConditionalRangeFormat',
    members: { font: object('ExcelApi 1.6'), fill: object('ExcelApi 1.6') },
  }
  readonly font: ConditionalRangeFont
  readonly fill: ConditionalRangeFill
  constructor(highlight: BookHighlight) {
    this.font = new ConditionalRangeFont(highlight)
    this.fill = new ConditionalRangeFill(highlight)
  }
}

class CustomConditionalFormat {
  static readonly api: HostApi = {
    name: 'CustomConditionalFormat',
    members: { rule: object('ExcelApi 1.6'), format: object('ExcelApi 1.6') },
  }
  readonly rule: ConditionalFormatRule
  readonly format: ConditionalRangeFormat
  constructor(highlight: BookHighlight) {
    this.rule = new ConditionalFormatRule(highlight)
    this.format = new ConditionalRangeFormat(highlight)
  }
}

class ConditionalFormat {
  static readonly api: HostApi = {
    name: 'ConditionalFormat',
    members: { type: value('ExcelApi 1.6'), custom: object('ExcelApi 1.6') },
  }
  readonly type = 'Custom'
  readonly custom: CustomConditionalFormat
  constructor(highlight: BookHighlight) {
    this.custom = new CustomConditionalFormat(highlight)
  }
}

/** Excel.ConditionalFormatCollection of a range. Only the custom kind is here: others are refused by name. */
export class ConditionalFormatCollection {
  static readonly api: HostApi = {
    name: 'ConditionalFormatCollection',
    items: true,
    members: {
      add: objectMethod('ExcelApi 1.6'),
      getCount: method('ExcelApi 1.6'),
      clearAll: method('ExcelApi 1.6'),
    },
  }
  readonly #model: ExcelModel
  readonly #range: Range
  constructor(model: ExcelModel, range: Range) {
    this.#model = model
    this.#range = range
  }
  get #own(): BookHighlight[] {
    return this.#range.sheet.highlights.filter((highlight) => overlaps(highlight.box, this.#range.box))
  }
  get items(): ConditionalFormat[] {
    return this.#own.map((highlight) => new ConditionalFormat(highlight))
  }
  getCount(): number {
    return this.#own.length
  }
  add(type: string): ConditionalFormat {
    if (type !== 'Custom')
      throw new ApiError(
        'NotImplemented',
        `This host does not implement conditional formats of type ${type}`,
        'ConditionalFormatCollection.add',
      )
    const highlight: BookHighlight = { box: this.#range.box, formula: '' }
    this.#range.sheet.highlights.push(highlight)
    this.#model.touch()
    return new ConditionalFormat(highlight)
  }
  clearAll(): void {
    this.#range.sheet.highlights = this.#range.sheet.highlights.filter(
      (highlight) => !overlaps(highlight.box, this.#range.box),
    )
  }
}
