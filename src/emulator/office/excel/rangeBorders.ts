import { invalidArgument, objectMethod, value, writable, type HostApi } from '../hostObject.ts'
import { type BookCell, lookChanger, lookWith, without } from './book.ts'
import type { Range } from './range.ts'
import { colourOf } from './rangeLook.ts'

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
class RangeBorder {
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
