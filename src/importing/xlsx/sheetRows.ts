import { type Look, numberText } from './numberText.ts'
import { unescaped } from './parts.ts'
import { Unreadable, walk } from './walk.ts'

/** A row with something in it. `row`: its number as Excel shows it; blank cells at its end are left out. */
export type SheetRow = { readonly row: number; readonly cells: readonly string[] }
export type SheetCells = {
  readonly rows: readonly SheetRow[]
  /** Rows that are there and out of sight, as by a filter. */
  readonly hiddenRows: number
  /** Formulas whose result the file does not hold. */
  readonly unreckoned: number
}

const limits = { rows: 60_000, columns: 2_000, cells: 4_000_000, text: 100_000 }

export type Book = {
  readonly texts: readonly string[]
  readonly looks: readonly Look[]
  readonly from1904: boolean
}

/** `BC12` → row 12, column 54 counted from 0. Null where it is no place. */
const placeOf = (reference: string | undefined): { row: number; column: number } | null => {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '')
  if (!found) return null
  const column = [...found[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(found[2]), column }
}

const plain: Look = { is: 'plain' }
const lostText =
  'This workbook is damaged: cells of it lead to texts that are not there. Open it in Excel, save it again, and choose it again.'

/** The text of a cell as a person sees it. What Excel could not reckon stays as it says so (`#N/A`), never blank. */
const textOf = (type: string, style: string | undefined, value: string, book: Book): string => {
  if (type === 's') {
    const text = value.trim() === '' ? '' : book.texts[Number(value)]
    // A text that is not there is lost: read as blank, it would pass for one that nobody gave.
    if (text === undefined) throw new Unreadable(lostText)
    return text
  }
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd')
    return value
      .trim()
      .replace(/T00:00:00.*$/, '')
      .replace('T', ' ')
  if (type !== 'n') return unescaped(value)
  const number = Number(value)
  if (value.trim() === '' || Number.isNaN(number)) return value.trim()
  return numberText(number, book.looks[Number(style ?? 0)] ?? plain, book.from1904)
}

/**
 * The rows of one sheet. A cell merged over several rows says the same in each of them; merged over several columns
 * it stands in the first, as in Excel. Throws Unreadable for a sheet beyond `limits`.
 */
export const rowsIn = (bytes: Uint8Array, book: Book): SheetCells => {
  const rows = new Map<number, string[]>()
  const hidden = new Set<number>()
  const merged: string[] = []
  let cells = 0
  let unreckoned = 0
  let row = 0
  let column = -1
  let cell: {
    type: string
    style: string | undefined
    value: string
    formula: boolean
    said: boolean
  } | null = null
  let reading = false
  let aside = 0

  const put = (text: string) => {
    if (text === '') return
    if (column >= limits.columns || (cells += 1) > limits.cells)
      throw new Unreadable(
        'This sheet has far more cells than a list has. Copy the list to a sheet of its own.',
      )
    const known = rows.get(row) ?? []
    while (known.length < column) known.push('')
    known[column] = text
    rows.set(row, known)
    if (rows.size > limits.rows)
      throw new Unreadable(
        `This sheet has more than ${limits.rows.toLocaleString('en-GB')} rows. Split the list in two.`,
      )
  }

  walk(bytes, {
    open: (name, given) => {
      if (name === 'row') {
        row = Number(given['r'] ?? row + 1)
        column = -1
        if (given['hidden'] === '1' || given['hidden'] === 'true') hidden.add(row)
      } else if (name === 'c') {
        const place = placeOf(given['r'])
        column = place ? place.column : column + 1
        if (place) row = place.row
        cell = { type: given['t'] ?? 'n', style: given['s'], value: '', formula: false, said: false }
      } else if (name === 'f' && cell) cell.formula = true
      else if (name === 'rPh') aside += 1
      else if (name === 'mergeCell' && given['ref']) merged.push(given['ref'])
      reading = cell !== null && aside === 0 && (name === 'v' || (name === 't' && cell.type === 'inlineStr'))
      if (reading && cell) cell.said = true
    },
    text: (piece) => {
      if (!reading || !cell) return
      cell.value += piece
      if (cell.value.length > limits.text)
        throw new Unreadable('A cell of this sheet holds far more text than a list does.')
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false
      if (name === 'rPh') aside -= 1
      if (name !== 'c' || !cell) return
      if (cell.formula && !cell.said) unreckoned += 1
      if (cell.said) put(textOf(cell.type, cell.style, cell.value, book))
      cell = null
    },
  })
  fillDown(rows, merged)
  const found = [...rows].filter(([, texts]) => texts.some((text) => text.trim() !== ''))
  return {
    rows: found.toSorted(([one], [other]) => one - other).map(([at, texts]) => ({ row: at, cells: texts })),
    hiddenRows: found.filter(([at]) => hidden.has(at)).length,
    unreckoned,
  }
}

/** Rows looked at for merged cells: real lists merge a few. */
const mostFilled = 2_000_000

const fillDown = (rows: Map<number, string[]>, merged: readonly string[]): void => {
  const lastRow = [...rows.keys()].reduce((most, row) => Math.max(most, row), 0)
  let looked = 0
  for (const reference of merged) {
    const [first, last] = reference.split(':').map(placeOf)
    const text = first && rows.get(first.row)?.[first.column]
    if (!first || !last || !text) continue
    for (let row = first.row + 1; row <= Math.min(last.row, lastRow); row += 1) {
      if ((looked += 1) > mostFilled)
        throw new Unreadable('This sheet has far more merged cells than a list has. Unmerge them in Excel.')
      // Only rows that have something else in them: a large merged area is no list of its own.
      const cells = rows.get(row)
      if (!cells || cells[first.column]) continue
      while (cells.length < first.column) cells.push('')
      cells[first.column] = text
    }
  }
}
