/** A value in a cell. An error is kept by its name, as `{ error: '#DIV/0!' }`. */
export type CellValue = string | number | boolean | null | { readonly error: string }

/** How a cell looks. Looks are shared between cells and never changed in place. Colours are `#RRGGBB`. */
export type Look = {
  readonly format: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly strike?: boolean
  readonly size?: number
  readonly font?: string
  readonly colour?: string
  readonly fill?: string
  readonly across?: 'Left' | 'Center' | 'Right' | 'General'
  readonly down?: 'Top' | 'Center' | 'Bottom'
  readonly indent?: number
  readonly wrap?: boolean
  readonly top?: string
  readonly bottom?: string
  readonly left?: string
  readonly right?: string
  /** The apostrophe that keeps text text. */
  readonly quote?: boolean
}
export const plainLook: Look = { format: 'General' }

export type BookCell = { value: CellValue; formula?: string; look: Look }

/** A rectangle, counting from 0, ends included. */
export type Box = { top: number; left: number; bottom: number; right: number }

export type BookTable = {
  id: number
  name: string
  sheet: BookSheet
  box: Box
  columns: { name: string; formula?: string }[]
  style: string
  banded: boolean
  /** The shown texts that a filter lets through, by the column's place in the table. */
  filters?: Map<number, readonly string[]>
  /** A filter hides rows, one of a file too whose conditions are not kept. */
  filtered?: boolean
}

export type BookRule = {
  box: Box
  rule: Record<string, unknown>
  alert: { title?: string; message?: string; showAlert?: boolean; style?: string }
}
export type BookHighlight = { box: Box; formula: string; colour?: string; fill?: string; bold?: boolean }

export type PageSetUp = {
  orientation: 'Portrait' | 'Landscape'
  paper: string
  fitWidth?: number
  scale?: number
  area?: Box
  titleRows?: [number, number]
  /** Rows with which a page begins. */
  starts?: number[]
  footer: { left: string; centre: string; right: string }
}

export type BookChart = {
  name: string
  kind: string
  title: string
  unit: string
  format: string
  legend: boolean
  at: Box
  series: { name: string; kind: string; values: string; labels: string }[]
}

export type BookSheet = {
  id: string
  name: string
  visibility: 'Visible' | 'Hidden' | 'VeryHidden'
  gridlines: boolean
  tabColour: string
  cells: Map<number, BookCell>
  /** Pixels; a column or row that is not named has the usual size. */
  columns: Map<number, { width?: number; hidden?: boolean; look?: Look }>
  rows: Map<number, { height?: number; hidden?: boolean }>
  frozen: { rows: number; columns: number }
  rules: BookRule[]
  highlights: BookHighlight[]
  /** Cells whose highlight holds now. */
  lit: Map<number, BookHighlight>
  page: PageSetUp
  charts: BookChart[]
}

export type BookName = { name: string; formula: string; comment: string; visible: boolean }

export type Book = {
  sheets: BookSheet[]
  tables: BookTable[]
  names: BookName[]
  active: BookSheet
  nextId: number
  title: string
  /** Parts of an opened file that this stand-in can't keep, in words. */
  dropped: string[]
}

/** Excel's last row and column, counting from 0. */
export const lastRow = 1_048_575
export const lastColumn = 16_383

const across = lastColumn + 1
export const spot = (row: number, column: number): number => row * across + column
export const rowOf = (at: number): number => Math.floor(at / across)
export const columnOf = (at: number): number => at % across

export const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
export const columnFrom = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

export const addressOf = ({ top, left, bottom, right }: Box): string => {
  const first = `${lettersOf(left)}${top + 1}`
  return top === bottom && left === right ? first : `${first}:${lettersOf(right)}${bottom + 1}`
}

/** `A1`, `$A$1:B9`, `A:C`, `3:5`; null where it is no address. */
export const boxFrom = (address: string): Box | null => {
  const clean = address.replaceAll('$', '')
  const cells = /^([A-Za-z]{1,3})(\d+)(?::([A-Za-z]{1,3})(\d+))?$/.exec(clean)
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(clean)
  const rows = /^(\d+):(\d+)$/.exec(clean)
  if (cells) {
    const [row, column] = [Number(cells[2]) - 1, columnFrom(cells[1]!)]
    const [row2, column2] = cells[3] ? [Number(cells[4]) - 1, columnFrom(cells[3])] : [row, column]
    return ordered({ top: row, left: column, bottom: row2, right: column2 })
  }
  if (columns)
    return ordered({ top: 0, left: columnFrom(columns[1]!), bottom: lastRow, right: columnFrom(columns[2]!) })
  if (rows)
    return ordered({ top: Number(rows[1]) - 1, left: 0, bottom: Number(rows[2]) - 1, right: lastColumn })
  return null
}
const ordered = ({ top, left, bottom, right }: Box): Box | null => {
  const box = {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  }
  return box.top < 0 || box.bottom > lastRow || box.right > lastColumn ? null : box
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right
export const holds = (box: Box, row: number, column: number): boolean =>
  row >= box.top && row <= box.bottom && column >= box.left && column <= box.right

export const quoteSheet = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && boxFrom(name) === null ? name : `'${name.replaceAll("'", "''")}'`

/** What is wrong with a sheet's name, as Excel has it; null when nothing is. */
export const sheetNameFault = (book: Book, name: string, self?: BookSheet): 'taken' | 'illegal' | null => {
  if (name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name)) return 'illegal'
  return book.sheets.some((sheet) => sheet !== self && sheet.name.toLowerCase() === name.toLowerCase())
    ? 'taken'
    : null
}

export const newSheet = (book: Pick<Book, 'nextId'>, name: string): BookSheet => ({
  id: `{00000000-0001-0000-0000-${String(book.nextId++).padStart(12, '0')}}`,
  name,
  visibility: 'Visible',
  gridlines: true,
  tabColour: '',
  cells: new Map(),
  columns: new Map(),
  rows: new Map(),
  frozen: { rows: 0, columns: 0 },
  rules: [],
  highlights: [],
  lit: new Map(),
  page: { orientation: 'Portrait', paper: 'A4', footer: { left: '', centre: '', right: '' } },
  charts: [],
})

/** An empty workbook with one sheet, as Excel starts. */
export const newBook = (): Book => {
  const counter = { nextId: 1 }
  const sheet = newSheet(counter, 'Sheet1')
  return {
    sheets: [sheet],
    tables: [],
    names: [],
    active: sheet,
    nextId: counter.nextId,
    title: 'Book1.xlsx',
    dropped: [],
  }
}

export const sheetNamed = (book: Book, name: string): BookSheet | undefined =>
  book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())
export const tableNamed = (book: Book, name: string): BookTable | undefined =>
  book.tables.find((table) => table.name.toLowerCase() === name.toLowerCase())

/** The rectangle that holds every cell with something in it; null on an empty sheet. */
export const usedBox = (sheet: BookSheet): Box | null => {
  let box: Box | null = null
  for (const [at, cell] of sheet.cells) {
    if (cell.value === null && cell.formula === undefined) continue
    const [row, column] = [rowOf(at), columnOf(at)]
    box = box
      ? {
          top: Math.min(box.top, row),
          left: Math.min(box.left, column),
          bottom: Math.max(box.bottom, row),
          right: Math.max(box.right, column),
        }
      : { top: row, left: column, bottom: row, right: column }
  }
  return box
}

/** The cell to write to, made if there is none. */
export const cellAt = (sheet: BookSheet, row: number, column: number): BookCell => {
  const at = spot(row, column)
  const known = sheet.cells.get(at)
  if (known) return known
  const made: BookCell = { value: null, look: sheet.columns.get(column)?.look ?? plainLook }
  sheet.cells.set(at, made)
  return made
}

const looks = new Map<string, Look>()
/** The shared look that differs from another by these parts. */
export const lookWith = (look: Look, change: Partial<Look>): Look => {
  const next = { ...look, ...change }
  const name = JSON.stringify(Object.entries(next).sort())
  const known = looks.get(name)
  if (known) return known
  looks.set(name, next)
  return next
}

/** A change of looks that is worked out once for each look that it meets: ranges have many cells and few looks. */
export const lookChanger = (change: (look: Look) => Look): ((look: Look) => Look) => {
  const known = new Map<Look, Look>()
  return (look) => {
    const found = known.get(look) ?? change(look)
    known.set(look, found)
    return found
  }
}

/** A copy that lacks one of its parts. */
export const without = <T extends object, K extends keyof T>(whole: T, part: K): T => {
  const copy = { ...whole }
  delete copy[part]
  return copy
}
