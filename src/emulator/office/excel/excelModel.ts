import { type Book, type BookSheet, type BookTable, type Box, spot } from './book.ts'
import type { Reckoner } from './calculate.ts'
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
  #edited: { sheet: BookSheet; places: number[] } | null = null
  /** Rises with every change, for whoever draws the workbook. */
  version = 0

  constructor(book: Book, calculator: Reckoner) {
    this.book = book
    this.#calculator = calculator
  }

  /** Something changed: formulas are worked out anew before the next value is read. */
  touch(): void {
    this.#stale = true
    this.saved = false
  }

  /** A person edited one cell: only the engine's copy of that cell changes. */
  edited(sheet: BookSheet, row: number, column: number): void {
    if (!this.#stale) this.#edited = { sheet, places: [...(this.#edited?.places ?? []), spot(row, column)] }
    this.saved = false
  }

  /** Values of formulas as they are now. */
  fresh(): void {
    if (this.#stale) this.#calculator.all(this.book)
    else if (this.#edited) this.#calculator.some(this.book, this.#edited.sheet, this.#edited.places)
    this.#stale = false
    this.#edited = null
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  tell(): void {
    this.fresh()
    this.version += 1
    for (const listener of this.#listeners) listener()
  }
}
