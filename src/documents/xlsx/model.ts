import type { CellStyle, Format, Highlight } from './styles.ts'

/** What a cell holds. A date is Excel's serial number, money is pounds; text is never read as a formula. */
export type Plain = string | number | boolean | null

/** A formula is written without its `=`; `value` beside it is what it comes to, reckoned by the domain. */
export type Cell = Plain | { readonly value: Plain; readonly formula?: string; readonly style?: CellStyle }

/** A rectangle of cells; `row` and `column` count from 0. */
export type Area = {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export type Column = {
  /** In characters of the default font, as Excel counts. */
  readonly width: number
  readonly style?: CellStyle
  readonly hidden?: true
}

export type Row = {
  readonly cells: readonly Cell[]
  /** In points; needed wherever text wraps, since only Excel itself can work it out. */
  readonly height?: number
}

export type TableColumn = {
  readonly name: string
  /** The same for every row, with `[#This Row]` references. */
  readonly formula?: string
}

/** A table of Excel: its first row holds the column names, word for word. */
export type Table = {
  readonly name: string
  readonly area: Area
  readonly columns: readonly TableColumn[]
  /** Read aloud by a screen reader. */
  readonly about: string
}

export type Validation = { readonly area: Area; readonly message: string } & (
  | { readonly is: 'list'; readonly source: string }
  | { readonly is: 'number'; readonly min: number; readonly max: number; readonly whole?: true }
  | { readonly is: 'date' }
)

/** Cells of the area for which the formula (written for the area's first cell) is true are shown in the highlight. */
export type ConditionalFormat = {
  readonly area: Area
  readonly formula: string
  readonly highlight: Highlight
}

/** Numbers drawn: a row of values on the chart's own sheet, with the cells that name them. */
export type Series = {
  /** Shown in the legend. */
  readonly name: string
  readonly values: Area
  /** Drawn as a line across the bars, such as a threshold. */
  readonly line?: true
}

/** A chart over cells of its own sheet, which stay beside it as its table. */
export type Chart = {
  readonly title: string
  /** Alternative text: what the chart shows and where its numbers stand. */
  readonly about: string
  /** Bars lie (`bar`) or stand (`column`); `line` has lines alone. */
  readonly kind: 'bar' | 'column' | 'line'
  readonly labels: Area
  readonly series: readonly Series[]
  /** What is counted, beside the axis: `£ a year`. */
  readonly unit: string
  readonly format: Format
  /** The cells that it lies over. */
  readonly at: Area
}

export type Print = {
  readonly area?: Area
  /** Rows repeated at the top of each page, counting from 0, both included. */
  readonly titleRows?: readonly [first: number, last: number]
  /** Rows, counting from 0, with which a page begins, and at how many percent of its size the sheet is then printed. */
  readonly starts?: readonly number[]
  readonly percent?: number
  readonly footer: string
  readonly landscape: boolean
}

/** One sheet as a value: written as a file, into an open workbook, or as a preview. */
export type Sheet = {
  /** What the sheet is to us, whatever it is called: `map`, `totals`. */
  readonly id: string
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly tables: readonly Table[]
  readonly validations: readonly Validation[]
  readonly highlights: readonly ConditionalFormat[]
  readonly charts?: readonly Chart[]
  readonly freeze?: { readonly rows: number; readonly columns: number }
  readonly print: Print
  readonly hidden?: true
}

/** A defined name. `refersTo` has no leading `=`. */
export type Name = {
  readonly name: string
  readonly refersTo: string
  readonly hidden?: true
  readonly comment?: string
}

export type Workbook = {
  readonly title: string
  readonly subject: string
  readonly author: string
  /** What the file is, in a sentence; shown with its properties. */
  readonly about?: string
  readonly sheets: readonly Sheet[]
  readonly names: readonly Name[]
}

export const plain = (cell: Cell): Plain => (cell !== null && typeof cell === 'object' ? cell.value : cell)
export const formulaOf = (cell: Cell): string | undefined =>
  cell !== null && typeof cell === 'object' ? cell.formula : undefined

/** `A`, `Z`, `AA` for 0, 25, 26. */
export const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

/** `B3:D9`, or `B3` for a single cell. */
export const a1 = ({ row, column, rows, columns }: Area): string => {
  const first = `${columnLetters(column)}${row + 1}`
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`
}

/** `$B$3:$D$9`, as defined names need it. */
export const absolute = (area: Area): string => a1(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')

/** A sheet's name as formulas write it. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`

/** A reference to a column of a table in the same row, or to the whole column. */
export const inRow = (table: string, column: string): string => `${table}[[#This Row],[${escaped(column)}]]`
export const wholeColumn = (table: string, column: string): string => `${table}[${escaped(column)}]`
const escaped = (column: string) => column.replace(/['[\]#]/g, "'$&")

/** Sheet names hold at most 31 characters and none of : \ / ? * [ ], nor an apostrophe at either end. */
export const legalSheetName = (name: string): string =>
  name
    .replace(/[:\\/?*[\]]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31) || 'Sheet'
