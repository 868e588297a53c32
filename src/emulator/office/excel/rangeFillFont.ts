import { invalidArgument, method, writable, type HostApi } from '../hostObject.ts'
import { lookWith, without } from './book.ts'
import type { Range } from './range.ts'
import { colourOf, restyle, shared } from './rangeLook.ts'

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
      strikethrough: writable('ExcelApi 1.9'),
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
  get strikethrough(): boolean | null {
    return shared(this.#range, (look) => look.strike === true)
  }
  set strikethrough(strike: boolean) {
    restyle(this.#range, { strike })
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
