import { type BookSheet, columnOf, rowOf } from './book.ts'
import { shown } from './showNumber.ts'

const rows = new WeakMap<BookSheet, { size: number; byRow: Map<number, number[]> }>()

/** The columns of a sheet that have something in a row; kept until the number of cells changes. */
const columnsIn = (sheet: BookSheet, row: number): number[] => {
  let known = rows.get(sheet)
  if (!known || known.size !== sheet.cells.size) {
    known = { size: sheet.cells.size, byRow: new Map() }
    for (const at of sheet.cells.keys()) {
      const columns = known.byRow.get(rowOf(at)) ?? []
      columns.push(at)
      known.byRow.set(rowOf(at), columns)
    }
    rows.set(sheet, known)
  }
  return known.byRow.get(row) ?? []
}

/** Pixels of a letter in Calibri 11 or its like. */
const letterWidth = (letter: string): number => {
  if (/[ iljI.,:;'’|!]/.test(letter)) return 3.6
  if (/[frt()-]/.test(letter)) return 5
  if (/[cszvx]/.test(letter)) return 6
  if (/[mwMW@%]/.test(letter)) return 12
  return /[A-Z]/.test(letter) ? 8.3 : 7.3
}

/** Lines that text takes in so many pixels, broken between words and within long ones. */
const linesOf = (text: string, room: number): number => {
  let lines = 0
  for (const part of text.split('\n')) {
    let used = room
    for (const word of part.match(/\S+\s*|\s+/g) ?? ['']) {
      const wide = [...word.trimEnd()].reduce((sum, letter) => sum + letterWidth(letter), 0)
      if (used + wide > room) {
        lines += Math.max(1, Math.ceil(wide / room))
        used = 0
      }
      used += wide + (word.length - word.trimEnd().length) * letterWidth(' ')
    }
  }
  return lines
}

/** Pixels that a row needs for the text that wraps in it, about as Excel would measure it. */
const fittedHeight = (sheet: BookSheet, row: number): number => {
  let lines = 1
  for (const at of columnsIn(sheet, row)) {
    const cell = sheet.cells.get(at)!
    const column = sheet.columns.get(columnOf(at))
    if (!cell.look.wrap || column?.hidden) continue
    const room = Math.max(7, (column?.width ?? 64) - 7 - (cell.look.indent ?? 0) * 9)
    lines = Math.max(lines, linesOf(shown(cell.value, cell.look.format), room))
  }
  return lines * 20
}

/** Pixels: the row's own height, or what its text needs. */
export const heightOf = (sheet: BookSheet, row: number): number => {
  const own = sheet.rows.get(row)
  return own?.hidden ? 0 : (own?.height ?? fittedHeight(sheet, row))
}
