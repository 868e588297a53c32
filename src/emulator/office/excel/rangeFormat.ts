import { invalidArgument, method, object, writable, type HostApi } from '../hostObject.ts'
import { type Look, without } from './book.ts'
import { heightOf } from './fit.ts'
import type { Range } from './range.ts'
import { RangeBorderCollection } from './rangeBorders.ts'
import { RangeFill, RangeFont } from './rangeFillFont.ts'
import { restyle, shared } from './rangeLook.ts'

/** Points to pixels and back. */
const pixels = (points: number) => (points * 4) / 3

export class RangeFormat {
  static readonly api: HostApi = {
    name: 'RangeFormat',
    members: {
      columnWidth: writable('ExcelApi 1.2'),
      rowHeight: writable('ExcelApi 1.2'),
      horizontalAlignment: writable('ExcelApi 1.1'),
      verticalAlignment: writable('ExcelApi 1.1'),
      wrapText: writable('ExcelApi 1.1'),
      indentLevel: writable('ExcelApi 1.9'),
      fill: object('ExcelApi 1.1'),
      font: object('ExcelApi 1.1'),
      borders: object('ExcelApi 1.1'),
      autofitRows: method('ExcelApi 1.2'),
      autofitColumns: method('ExcelApi 1.2'),
    },
  }
  readonly #range: Range
  constructor(range: Range) {
    this.#range = range
  }
  get fill(): RangeFill {
    return new RangeFill(this.#range)
  }
  get font(): RangeFont {
    return new RangeFont(this.#range)
  }
  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.#range)
  }
  get columnWidth(): number {
    return ((this.#range.sheet.columns.get(this.#range.box.left)?.width ?? 64) * 3) / 4
  }
  set columnWidth(points: number) {
    if (!(points >= 0)) throw invalidArgument('RangeFormat.columnWidth')
    this.#range.eachColumn((column, known) =>
      this.#range.sheet.columns.set(column, { ...known, width: pixels(points) }),
    )
  }
  get rowHeight(): number {
    return (heightOf(this.#range.sheet, this.#range.box.top) * 3) / 4
  }
  set rowHeight(points: number) {
    if (!(points >= 0 && points <= 409)) throw invalidArgument('RangeFormat.rowHeight')
    this.#range.eachRow((row, known) => this.#range.sheet.rows.set(row, { ...known, height: pixels(points) }))
  }
  get horizontalAlignment(): string | null {
    return shared(this.#range, (look) => look.across ?? 'General')
  }
  set horizontalAlignment(across: string) {
    if (!['General', 'Left', 'Center', 'Right'].includes(across))
      throw invalidArgument('RangeFormat.horizontalAlignment')
    restyle(this.#range, { across: across as NonNullable<Look['across']> })
  }
  get verticalAlignment(): string | null {
    return shared(this.#range, (look) => look.down ?? 'Bottom')
  }
  set verticalAlignment(down: string) {
    if (!['Top', 'Center', 'Bottom'].includes(down)) throw invalidArgument('RangeFormat.verticalAlignment')
    restyle(this.#range, { down: down as NonNullable<Look['down']> })
  }
  get wrapText(): boolean | null {
    return shared(this.#range, (look) => look.wrap === true)
  }
  set wrapText(wrap: boolean) {
    restyle(this.#range, { wrap })
  }
  get indentLevel(): number | null {
    return shared(this.#range, (look) => look.indent ?? 0)
  }
  set indentLevel(indent: number) {
    if (!(Number.isInteger(indent) && indent >= 0 && indent <= 250))
      throw invalidArgument('RangeFormat.indentLevel')
    restyle(this.#range, { indent })
  }
  autofitRows(): void {
    // A row without a height of its own is as high as its text needs.
    this.#range.eachRow((row, known) => this.#range.sheet.rows.set(row, without(known, 'height')))
  }
  autofitColumns(): void {
    this.#range.eachColumn((column, known) => {
      let longest = 4
      this.#range.each((cell, _row, at) => {
        if (at === column && typeof cell.value === 'string') longest = Math.max(longest, cell.value.length)
      })
      this.#range.sheet.columns.set(column, { ...known, width: longest * 7 + 12 })
    })
  }
}
