import { type Cell, type Row, unwrapped } from './cells.ts'
import type { PartSpot } from './fields.ts'
import { fieldsInParagraph } from './inParagraph.ts'
import { piecesOf } from './pieces.ts'
import { childOf, childrenOf, type Element } from './tree.ts'

export const longestHeading = 120

/** A row that only counts: `1`, `2.`, `(c)`. */
const ordinal = /^\(?(?:\d{1,2}|[a-z])[.)]?$/i

const free = (text: string) => text === '' || ordinal.test(text)

/** An answer that a cell of a grid is ticked for. */
export const tickWords =
  /^(?:yes|no|y|n|n\/a|not applicable|tick|✓|amend|no change|change|unchanged|achieved|partly|partially|not achieved|met|not met)$/i

/** The top of a first column that asks: what stands to the right of it are names of columns. */
const ofQuestions = /^(?:items?|questions?|areas?|documents?|reports?|check(?:list)?|criteri(?:a|on))?$/i

export const lastParagraph = (cell: Element): Element => unwrapped(cell, 'p').at(-1)!

/** A cell with one box to tick in it and no words: what it stands for are the words above and beside it. */
export const isLoneBox = (cell: Element): boolean => {
  const paragraphs = unwrapped(cell, 'p')
  if (paragraphs.length !== 1 || unwrapped(cell, 'tbl').length > 0) return false
  const found = fieldsInParagraph(paragraphs[0]!, piecesOf(paragraphs[0]!))
  return (
    found.length === 1 && found[0]!.takes === 'tick' && found[0]!.label === '' && found[0]!.option === null
  )
}

/** A cell that says nothing but answers to choose from: `Yes / No`. */
export const isChoice = (cell: Element): boolean => {
  const paragraphs = unwrapped(cell, 'p')
  if (paragraphs.length !== 1) return false
  const found = fieldsInParagraph(paragraphs[0]!, piecesOf(paragraphs[0]!), 'plain')
  return found.length > 1 && found.every(({ spot, label }) => spot.how === 'word' && label === '')
}

/** Under each name of a column there is a cell, and a name over several columns stands over all of theirs. */
export const covers = (header: Row, row: Row): boolean =>
  row.cells.length >= header.cells.length &&
  header.cells.every(({ column }) => row.cells.some((cell) => cell.column === column))

export const columnOver = (header: Row, row: Row, at: number): string => {
  if (header.cells.length === row.cells.length) return header.cells[at]!.text
  const { column } = row.cells[at]!
  return header.cells.find((each) => each.column <= column && column < each.column + each.span)?.text ?? ''
}

const takesAnswer = (cell: Element): boolean =>
  cell.children.some((child) =>
    child.name === 'p'
      ? fieldsInParagraph(child, piecesOf(child)).length > 0
      : child.name === 'sdt' || takesAnswer(child),
  )

const asksByWords = ({ cells }: Row): boolean =>
  cells.slice(1).some(({ element }) => isChoice(element)) && !ofQuestions.test(cells[0]!.text)

/** Names of columns: every cell says something, and the row below has room under them. */
export const isHeader = (row: Row, next: Row | undefined): boolean =>
  row.cells.length > 1 &&
  !row.cells.some(({ element }) => takesAnswer(element)) &&
  !asksByWords(row) &&
  row.cells.every(({ blank, text }, at) => !blank || (at === 0 && text === '')) &&
  row.cells.slice(1).every(({ text }) => text !== '' && text.length <= 80) &&
  next !== undefined &&
  (next.cells.length === row.cells.length
    ? next.cells.every((cell, at) => cell.column === row.cells[at]!.column)
    : row.cells.some(({ span }) => span > 1) && covers(row, next)) &&
  next.cells.some(({ blank, element }) => blank || isLoneBox(element)) &&
  !(row.cells.length % 2 === 0 && row.cells.every(({ text }, at) => at % 2 === 1 || /:$/.test(text)))

/** Rows of one kind with nothing in them but numbers. */
export const emptyBelow = (header: Row, rows: readonly Row[]): Row[] => {
  const end = rows.findIndex(
    (row) =>
      row.cells.length !== header.cells.length ||
      !row.cells.every(({ blank, text }, at) => blank || (at === 0 && free(text))),
  )
  return end < 0 ? [...rows] : rows.slice(0, end)
}

const isShaded = (cell: Element): boolean => {
  const fill = childOf(cell, 'tcPr', 'shd')?.attributes['fill'] ?? 'auto'
  return !/^(?:auto|ffffff)$/i.test(fill)
}

/** A cell over the whole width that names what follows. */
export const isTitle = (cell: Cell, next: Row | undefined): boolean =>
  cell.text.length <= longestHeading &&
  !/[?:]$/.test(cell.text) &&
  unwrapped(cell.element, 'p').length === 1 &&
  piecesOf(unwrapped(cell.element, 'p')[0]!).marks.length === 0 &&
  next !== undefined &&
  (next.cells.length > 1 || isShaded(cell.element))

/** A cell that asks and leaves no other room to answer. */
export const endsOpen = (cell: Cell, next: Cell | undefined, below: Row | undefined): boolean =>
  /[:?]$/.test(cell.text) &&
  unwrapped(cell.element, 'p').length > 0 &&
  !(next?.blank ?? false) &&
  !(
    below?.cells.some((each) => each.column === cell.column && each.blank && each.span === cell.span) ?? false
  ) &&
  !(next !== undefined && !/[:?]$/.test(next.text))

/** What a cell’s name says that it takes of a day. */
const pieces: readonly (readonly [PartSpot['takes'], RegExp])[] = [
  ['day', /^(?:d{1,2}|day)$/i],
  ['month', /^(?:m{1,2}|month)$/i],
  ['year', /^(?:y{2,4}|year)$/i],
]
const pieceOf = (text: string): PartSpot['takes'] | null =>
  pieces.find(([, words]) => words.test(text.trim()))?.[0] ?? null

const strokes = /^[/.–-]$/

/** A cell by what it takes of a day; of a year perhaps only its last two figures. */
export type NamedCell = { readonly cell: Cell; readonly takes: PartSpot['takes']; readonly short: boolean }

/** Cells from `at` on that take a day, a month and a year, by the words that `nameOf` gives for each. */
export const dayFrom = (
  cells: readonly Cell[],
  at: number,
  nameOf: (at: number) => string,
): { cells: NamedCell[]; to: number } | null => {
  const found: NamedCell[] = []
  let to = at
  for (; to < cells.length && found.length < 3; to++) {
    if (strokes.test(cells[to]!.text)) continue
    const takes = pieceOf(nameOf(to))
    if (unwrapped(cells[to]!.element, 'p').length === 0) return null
    if (takes !== (['day', 'month', 'year'] as const)[found.length]) return null
    found.push({ cell: cells[to]!, takes, short: /^yy$/i.test(nameOf(to).trim()) })
  }
  return found.length === 3 ? { cells: found, to } : null
}

/** Whether the names of columns are those of a day: it is no table to fill row by row. */
export const isDayHeader = ({ cells }: Row): boolean =>
  cells.some((_, at) => dayFrom(cells, at, (each) => cells[each]!.text) !== null)

/** In twentieths of a point: as wide as one letter and its margins, and as wide as a box of one letter may be drawn. */
const narrow = 720
const wide = 1000

const widthOf = (cell: Cell): number => Number(childOf(cell.element, 'tcPr', 'tcW')?.attributes['w'] ?? 0)

const isOneLine = ({ element }: Cell) => childrenOf(element, 'p').length === 1

/** Blank cells from `at` on that take one letter each: narrow and alike, at least four of them. */
export const lettersFrom = (cells: readonly Cell[], at: number): { cells: Cell[]; to: number } | null => {
  const found: Cell[] = []
  const first = widthOf(cells[at]!)
  let to = at
  for (; to < cells.length; to++) {
    const cell = cells[to]!
    if (cell.blank && !cell.goesOn && isOneLine(cell) && Math.abs(widthOf(cell) - first) <= 40)
      found.push(cell)
    else if (!strokes.test(cell.text) || found.length === 0) break
  }
  const isRow = first > 0 && (first <= narrow ? found.length >= 4 : first <= wide && found.length >= 6)
  return isRow ? { cells: found, to } : null
}
