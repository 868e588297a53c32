import { type Book, type BookSheet, type BookTable, type Box, spot } from './book.ts'
import type { Edits, Reckoner } from './calculate.ts'
import type { HostObject } from '../hostObject.ts'

/** The open workbook and what its host objects share: one object for each thing, and one reckoning for all. */
export class ExcelModel {
  readonly book: Book
  readonly sheetObjects = new Map<BookSheet, HostObject>()
  readonly tableObjects = new Map<BookTable, HostObject>()
  selected: Box = { top: 0, left: 0, bottom: 0, right: 0 }
  saved = true
  readonly #calculator: Reckoner
  readonly #listeners = new Set<() => void>()
  #stale = true
  readonly #edits: Edits = new Map()
  #suspended = false
  /** Rises with every change, for whoever draws the workbook. */
  version = 0

  constructor(book: Book, calculator: Reckoner) {
    this.book = book
    this.#calculator = calculator
  }

  /** Sheets, tables, names or conditions changed: the engine is told everything anew. */
  touch(): void {
    this.#stale = true
    this.saved = false
  }

  /** What stands in these cells changed, and nothing else: only the engine's copies of them do. */
  wrote(sheet: BookSheet, places: Iterable<number>): void {
    this.saved = false
    if (this.#stale) return
    const known = this.#edits.get(sheet) ?? new Set<number>()
    for (const place of places) known.add(place)
    this.#edits.set(sheet, known)
  }

  /** A person edited one cell. */
  edited(sheet: BookSheet, row: number, column: number): void {
    this.wrote(sheet, [spot(row, column)])
  }

  /** Something that no formula asks for changed: looks, widths, rules, charts. */
  looked(): void {
    this.saved = false
  }

  /** Nothing is worked out before the round trip ends, as Excel does not when an add-in asks for that. */
  suspend(): void {
    this.#suspended = true
  }

  /** Values of formulas as they are now, but for what a suspended calculation leaves for later. */
  fresh(): void {
    if (!this.#suspended) this.calculate()
  }

  calculate(): void {
    if (this.#stale) this.#calculator.all(this.book)
    else if (this.#edits.size > 0) this.#calculator.some(this.book, this.#edits)
    this.#stale = false
    this.#edits.clear()
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** A round trip that changed something ended, or a person did something: formulas are worked out once for all of it. */
  tell(): void {
    this.#suspended = false
    this.calculate()
    this.version += 1
    for (const listener of this.#listeners) listener()
  }
}
