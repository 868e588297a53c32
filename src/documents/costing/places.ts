import { type Book, type BookSheet, cellAt, inside, refAt } from './book.ts'

/** One cell that takes one fact. */
export type CostingCell = {
  readonly id: string
  readonly sheet: string
  readonly ref: string
  /** What stands beside or above it, or the name that the authority gave it. */
  readonly label: string
  readonly named: string | null
}
/** Rows that take a line of support each. */
export type CostingRows = {
  readonly id: string
  readonly sheet: string
  readonly name: string | null
  /** The first row that takes a line, counting from 0, and how many do. */
  readonly first: number
  readonly rows: number
  readonly columns: readonly { readonly column: number; readonly label: string; readonly shut: boolean }[]
}
export type CostingPlaces = { readonly cells: readonly CostingCell[]; readonly rows: readonly CostingRows[] }

const clean = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[:*]\s*$/, '')
    .trim()
const isLabel = (text: string) => /[a-z]{2}/i.test(text)

/**
 * Whether a cell takes an answer: no formula, nothing shut by the protection, and empty. In a sheet without protection
 * any empty cell would do, so there it must have a look of its own.
 */
const isOpen = (sheet: BookSheet, row: number, column: number): boolean => {
  const cell = cellAt(sheet, row, column)
  if (!cell || cell.formula || cell.shut || cell.text !== '') return false
  return sheet.guarded || (cell.style !== null && cell.style !== '0')
}
/** Only the first cell of merged ones takes anything. */
const isCovered = ({ merged }: BookSheet, row: number, column: number): boolean =>
  merged.some((area) => inside(area, row, column) && (row !== area.top || column !== area.left))
const takes = (sheet: BookSheet, row: number, column: number): boolean =>
  isOpen(sheet, row, column) && !isCovered(sheet, row, column)

/**
 * Whether a row of lines may go on here: where the protection says what may be typed into, an example that stands there
 * is no end of it.
 */
const goesOn = (sheet: BookSheet, row: number, column: number): boolean => {
  const cell = cellAt(sheet, row, column)
  return sheet.guarded
    ? cell !== undefined && !cell.formula && !cell.shut && !isCovered(sheet, row, column)
    : takes(sheet, row, column)
}

const widest = 60
const rowsOfSheet = (sheet: BookSheet): Map<number, number[]> => {
  const rows = new Map<number, number[]>()
  for (const { row, column } of sheet.cells.values()) {
    const columns = rows.get(row) ?? []
    if (column < widest) columns.push(column)
    rows.set(row, columns)
  }
  return rows
}

/** Tables of Excel first; then rows of at least three headings over two or more rows that take answers under them. */
const rowAreas = (sheet: BookSheet): CostingRows[] => {
  const found: CostingRows[] = sheet.tables.flatMap(({ name, at, totals }) => {
    const rows = at.bottom - at.top - totals
    const columns = range(at.left, at.right).map((column) => ({
      column,
      label: clean(cellAt(sheet, at.top, column)?.text ?? ''),
      shut: closed(sheet, at.top + 1, column),
    }))
    return rows > 0 && columns.some(({ shut }) => !shut)
      ? [{ id: `${sheet.name}!${name}`, sheet: sheet.name, name, first: at.top + 1, rows, columns }]
      : []
  })
  const covered = (row: number) => sheet.tables.some(({ at }) => row >= at.top && row <= at.bottom)
  const rows = rowsOfSheet(sheet)
  let after = -1
  for (const row of [...rows.keys()].toSorted((a, b) => a - b)) {
    if (row <= after || covered(row)) continue
    const heads = rows
      .get(row)!
      .filter((column) => isLabel(cellAt(sheet, row, column)?.text ?? '') && goesOn(sheet, row + 1, column))
    if (heads.length < 3) continue
    let last = row
    while (heads.filter((column) => goesOn(sheet, last + 1, column)).length >= Math.ceil(heads.length / 2))
      last++
    if (last - row < 2) continue
    let [left, right] = [Math.min(...heads), Math.max(...heads)]
    // Columns that the authority reckons itself belong to the rows too.
    const headed = (column: number) => isLabel(cellAt(sheet, row, column)?.text ?? '')
    while (left > 0 && headed(left - 1)) left--
    while (headed(right + 1)) right++
    found.push({
      id: `${sheet.name}!${refAt(row, left)}`,
      sheet: sheet.name,
      name: null,
      first: row + 1,
      rows: last - row,
      columns: range(left, right).flatMap((column) => {
        const label = clean(cellAt(sheet, row, column)?.text ?? '')
        return label ? [{ column, label, shut: closed(sheet, row + 1, column) }] : []
      }),
    })
    after = last
  }
  return found
}

const closed = (sheet: BookSheet, row: number, column: number): boolean => {
  const cell = cellAt(sheet, row, column)
  return cell?.formula === true || cell?.shut === true || (sheet.guarded && cell === undefined)
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** The words to the left in the same row, else above. */
const labelOf = (sheet: BookSheet, row: number, column: number): string => {
  for (let left = column - 1; left >= Math.max(0, column - 6); left--) {
    const text = cellAt(sheet, row, left)?.text ?? ''
    if (isLabel(text)) return clean(text)
    if (text !== '' || takes(sheet, row, left)) break
  }
  for (let above = row - 1; above >= Math.max(0, row - 2); above--) {
    const text = cellAt(sheet, above, column)?.text ?? ''
    if (isLabel(text)) return clean(text)
  }
  return ''
}

/** Where a costing sheet takes answers: cells by the authority's own names or by their labels, and rows for lines. */
export const costingPlaces = (book: Book): CostingPlaces => {
  const rows = book.sheets.filter(({ hidden }) => !hidden).flatMap(rowAreas)
  const inRows = (sheet: string, row: number) =>
    rows.some((area) => area.sheet === sheet && row >= area.first - 1 && row < area.first + area.rows)
  const cells: CostingCell[] = []
  const seen = new Set<string>()
  const add = (sheet: BookSheet, row: number, column: number, named: string | null) => {
    const ref = refAt(row, column)
    const id = `${sheet.name}!${ref}`
    if (seen.has(id)) return
    const label = labelOf(sheet, row, column)
    if (!named && !label) return
    seen.add(id)
    cells.push({ id, sheet: sheet.name, ref, label: label || spoken(named!), named })
  }
  for (const { name, sheet: on, at } of book.names) {
    const sheet = book.sheets.find((one) => one.name === on)
    const single = at.top === at.bottom && at.left === at.right
    const cell = sheet && cellAt(sheet, at.top, at.left)
    if (sheet && single && !cell?.formula && !cell?.shut && (cell || !sheet.guarded) && !inRows(on, at.top))
      add(sheet, at.top, at.left, name)
  }
  for (const sheet of book.sheets.filter(({ hidden }) => !hidden))
    for (const { row, column } of sheet.cells.values())
      if (takes(sheet, row, column) && !inRows(sheet.name, row)) add(sheet, row, column, null)
  return { cells, rows }
}

/** `Pupil_Name` and `pupilName` as words. */
const spoken = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_.]+/g, ' ')
    .trim()
