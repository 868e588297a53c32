import {
  invalidArgument,
  method,
  object,
  objectMethod,
  value,
  writable,
  type HostApi,
} from '../hostObject.ts'
import { type BookCell, type Look, lookChanger, lookWith, without } from './book.ts'
import { heightOf } from './fit.ts'
import type { Range } from './range.ts'

/** One part of every cell's look: null when the cells of the range differ, as Excel answers. */
const shared = <T>(range: Range, read: (look: Look) => T): T | null => {
  let found: T | undefined
  let differ = false
  range.each(({ look }) => {
    const here = read(look)
    if (found === undefined) found = here
    else if (found !== here) differ = true
  })
  return differ ? null : (found ?? null)
}
const restyle = (range: Range, change: Partial<Look>): void => {
  const changed = lookChanger((look) => lookWith(look, change))
  range.each((cell) => {
    cell.look = changed(cell.look)
  })
}

const colourOf = (given: unknown, where: string): string => {
  const colour = String(given)
  if (!/^#?[0-9A-Fa-f]{6}$/.test(colour)) throw invalidArgument(where)
  return `#${colour.replace('#', '').toUpperCase()}`
}

export class RangeFill {
  static readonly api: HostApi = {
    name: 'RangeFill',
    members: { color: writable('ExcelApi 1.1'), clear: method('ExcelApi 1.1') },
  }
  readonly #range: Range
  constructor(range: Range) {
    this.#range = range
  }
  get color(): string | null {
    return shared(this.#range, (look) => look.fill ?? '#FFFFFF')
  }
  set color(colour: string) {
    restyle(this.#range, { fill: colourOf(colour, 'RangeFill.color') })
  }
  clear(): void {
    this.#range.each((cell) => {
      cell.look = lookWith(without(cell.look, 'fill'), {})
    })
  }
}

export class RangeFont {
  static readonly api: HostApi = {
    name: 'RangeFont',
    members: {
      bold: writable('ExcelApi 1.1'),
      color: writable('ExcelApi 1.1'),
      italic: writable('ExcelApi 1.1'),
      name: writable('ExcelApi 1.1'),
      size: writable('ExcelApi 1.1'),
    },
  }
  readonly #range: Range
  constructor(range: Range) {
    this.#range = range
  }
  get bold(): boolean | null {
    return shared(this.#range, (look) => look.bold === true)
  }
  set bold(bold: boolean) {
    restyle(this.#range, { bold })
  }
  get italic(): boolean | null {
    return shared(this.#range, (look) => look.italic === true)
  }
  set italic(italic: boolean) {
    restyle(this.#range, { italic })
  }
  get color(): string | null {
    return shared(this.#range, (look) => look.colour ?? '#000000')
  }
  set color(colour: string) {
    restyle(this.#range, { colour: colourOf(colour, 'RangeFont.color') })
  }
  get name(): string | null {
    return shared(this.#range, (look) => look.font ?? 'Calibri')
  }
  set name(font: string) {
    restyle(this.#range, { font })
  }
  get size(): number | null {
    return shared(this.#range, (look) => look.size ?? 11)
  }
  set size(size: number) {
    if (!(size >= 1 && size <= 409)) throw invalidArgument('RangeFont.size')
    restyle(this.#range, { size })
  }
}

type Side = 'top' | 'bottom' | 'left' | 'right'
const sides: Readonly<Record<string, readonly Side[]>> = {
  EdgeTop: ['top'],
  EdgeBottom: ['bottom'],
  EdgeLeft: ['left'],
  EdgeRight: ['right'],
  InsideHorizontal: ['bottom'],
  InsideVertical: ['right'],
}

/** One side of the range, or the lines inside it. */
export class RangeBorder {
  static readonly api: HostApi = {
    name: 'RangeBorder',
    members: {
      sideIndex: value('ExcelApi 1.1'),
      style: writable('ExcelApi 1.1'),
      color: writable('ExcelApi 1.1'),
      weight: writable('ExcelApi 1.1'),
    },
  }
  readonly sideIndex: string
  weight = 'Thin'
  readonly #range: Range
  constructor(range: Range, side: string) {
    this.#range = range
    this.sideIndex = side
  }
  get style(): string | null {
    const side = sides[this.sideIndex]![0]!
    let drawn: string | null = null
    this.#cells((cell) => (drawn = cell.look[side] ? 'Continuous' : 'None'))
    return drawn
  }
  set style(style: string) {
    this.#draw(style === 'None' ? undefined : '#000000')
  }
  get color(): string | null {
    const side = sides[this.sideIndex]![0]!
    let colour: string | null = null
    this.#cells((cell) => (colour = cell.look[side] ?? '#000000'))
    return colour
  }
  set color(colour: string) {
    this.#draw(colourOf(colour, 'RangeBorder.color'))
  }
  #draw(colour: string | undefined): void {
    const side = sides[this.sideIndex]![0]!
    const changed = lookChanger((look) =>
      lookWith(without(look, side), colour === undefined ? {} : { [side]: colour }),
    )
    this.#cells((cell) => {
      cell.look = changed(cell.look)
    })
  }
  #cells(change: (cell: BookCell) => void): void {
    const { box } = this.#range
    this.#range.each((cell, row, column) => {
      const inside =
        this.sideIndex === 'InsideHorizontal'
          ? row < box.bottom
          : this.sideIndex === 'InsideVertical'
            ? column < box.right
            : this.sideIndex === 'EdgeTop'
              ? row === box.top
              : this.sideIndex === 'EdgeBottom'
                ? row === box.bottom
                : this.sideIndex === 'EdgeLeft'
                  ? column === box.left
                  : column === box.right
      if (inside) change(cell)
    })
  }
}

export class RangeBorderCollection {
  static readonly api: HostApi = {
    name: 'RangeBorderCollection',
    members: { getItem: objectMethod('ExcelApi 1.1') },
  }
  readonly #range: Range
  constructor(range: Range) {
    this.#range = range
  }
  getItem(side: string): RangeBorder {
    if (!sides[side]) throw invalidArgument('RangeBorderCollection.getItem')
    return new RangeBorder(this.#range, side)
  }
}

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
