import type { Model } from '@ironcalc/wasm'
import {
  type Book,
  type BookCell,
  type BookHighlight,
  type BookSheet,
  type CellValue,
  columnOf,
  rowOf,
  spot,
} from './book.ts'
import { moved, withoutTables } from './formulaText.ts'

/** Fifteen significant digits, as many as Excel keeps of a number that a person reads. */
const exact = '0.00000000000000E+00'
const kinds = { number: 1, text: 2, truth: 4, error: 16 } as const

/** One cell's condition: where it is worked out, and which highlight it decides. */
type Test = {
  sheet: BookSheet
  at: number
  row: number
  scratch: number
  place: number
  highlight: BookHighlight
}
/** The engine's column in which conditions begin; no sheet of a school reaches it. */
const scratch = 16_000

/** What works out a workbook's formulas and writes their values into its cells. */
export type Reckoner = {
  all(book: Book): void
  some(book: Book, edits: Edits): void
}
/** Places of cells by their sheet. */
export type Edits = Map<BookSheet, Set<number>>

/** Makes an empty model of the calculation engine; given by who loads its WebAssembly (page, test). */
export type MakeModel = () => Model

const typed = (value: CellValue): string =>
  value === null
    ? ''
    : typeof value === 'object'
      ? `=${value.error}`
      : typeof value === 'string'
        ? `'${value}`
        : typeof value === 'boolean'
          ? String(value).toUpperCase()
          : String(value)

/**
 * Works out the formulas of a workbook with IronCalc. It is told of every cell when sheets, tables or names changed,
 * and of single cells when a person or an add-in writes into them.
 */
export class Calculator implements Reckoner {
  readonly #make: MakeModel
  #model: Model | null = null
  #sheets: BookSheet[] = []
  #tests: Test[] = []

  constructor(make: MakeModel) {
    this.#make = make
  }

  /** Tells the engine everything anew and reads every formula's value. */
  all(book: Book): void {
    this.#model?.free()
    const model = this.#make()
    this.#model = model
    this.#sheets = [...book.sheets]
    model.pauseEvaluation()
    for (const [at, sheet] of book.sheets.entries()) {
      if (at > 0) model.newSheet()
      model.renameSheet(at, sheet.name)
    }
    for (const { name, formula } of book.names) {
      // Marks and names that the engine can't hold are not used by formulas that it could work out.
      try {
        model.newDefinedName(name, null, formula.replace(/^=/, ''))
      } catch {
        continue
      }
    }
    for (const [at, sheet] of book.sheets.entries())
      for (const [place, cell] of sheet.cells)
        if (cell.value !== null || cell.formula !== undefined) this.#tell(model, book, at, place, cell)
    this.#tests = book.sheets.flatMap((sheet, at) => this.#testsOf(model, book, at, sheet))
    for (const [at, sheet] of book.sheets.entries()) this.#readably(model, at, sheet)
    model.resumeEvaluation()
    model.evaluate()
    this.#read(model)
  }

  /** Tells the engine of these cells only. */
  some(book: Book, edits: Edits): void {
    const model = this.#model
    if (!model || [...edits.keys()].some((sheet) => !this.#sheets.includes(sheet))) return this.all(book)
    model.pauseEvaluation()
    for (const [sheet, places] of edits) {
      const at = this.#sheets.indexOf(sheet)
      for (const place of places) {
        const cell = sheet.cells.get(place)
        if (!cell) continue
        this.#tell(model, book, at, place, cell)
        if (cell.formula !== undefined) this.#format(model, at, rowOf(place), columnOf(place), 1, 1)
      }
    }
    model.resumeEvaluation()
    model.evaluate()
    this.#read(model)
  }

  #tell(model: Model, book: Book, at: number, place: number, cell: BookCell): void {
    const [row, column] = [rowOf(place), columnOf(place)]
    const input =
      cell.formula === undefined
        ? typed(cell.value)
        : `=${withoutTables(book, book.sheets[at]!, row, column, cell.formula)}`
    model.setUserInput(at, row + 1, column + 1, input)
  }

  /** The conditions of highlights are formulas far to the right in the rows that they are about. */
  #testsOf(model: Model, book: Book, at: number, sheet: BookSheet): Test[] {
    let next = scratch
    return sheet.highlights.flatMap((highlight) => {
      const { top, left, bottom, right } = highlight.box
      const tests: Test[] = []
      for (let column = left; column <= right; column++, next++)
        for (let row = top; row <= Math.min(bottom, top + 20_000); row++) {
          const formula = moved(highlight.formula.replace(/^=/, ''), row - top, column - left)
          model.setUserInput(at, row + 1, next, `=${withoutTables(book, sheet, row, column, formula)}`)
          tests.push({ sheet, at, row, scratch: next, place: spot(row, column), highlight })
        }
      return tests
    })
  }

  #readably(model: Model, at: number, sheet: BookSheet): void {
    let [bottom, right] = [0, 0]
    for (const place of sheet.cells.keys()) {
      bottom = Math.max(bottom, rowOf(place))
      right = Math.max(right, columnOf(place))
    }
    this.#format(model, at, 0, 0, bottom + 1, right + 1)
  }

  #format(model: Model, sheet: number, row: number, column: number, height: number, width: number): void {
    model.updateRangeStyle({ sheet, row: row + 1, column: column + 1, width, height }, 'num_fmt', exact)
  }

  #read(model: Model): void {
    for (const [at, sheet] of this.#sheets.entries())
      for (const [place, cell] of sheet.cells)
        if (cell.formula !== undefined) cell.value = valueOf(model, at, rowOf(place) + 1, columnOf(place) + 1)
    for (const sheet of this.#sheets) sheet.lit.clear()
    for (const { sheet, at, row, scratch: column, place, highlight } of this.#tests)
      if (!sheet.lit.has(place) && valueOf(model, at, row + 1, column) === true)
        sheet.lit.set(place, highlight)
  }
}

const valueOf = (model: Model, sheet: number, row: number, column: number): CellValue => {
  const shown = model.getFormattedCellValue(sheet, row, column)
  switch (model.getCellType(sheet, row, column)) {
    case kinds.number:
      return Number(shown)
    case kinds.truth:
      return shown === 'TRUE'
    case kinds.error:
      return { error: shown }
    default:
      return shown
  }
}
