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

/** Pixels that a row needs for the text that wraps in it, about as Excel would measure it. */
const fittedHeight = (sheet: BookSheet, row: number): number => {
  let lines = 1
  for (const at of columnsIn(sheet, row)) {
    const cell = sheet.cells.get(at)!
    const column = sheet.columns.get(columnOf(at))
    if (!cell.look.wrap || column?.hidden) continue
    const fits = Math.max(1, Math.floor(((column?.width ?? 64) - 18) / 6.4))
    const text = shown(cell.value, cell.look.format)
    lines = Math.max(
      lines,
      text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / fits)), 0),
    )
  }
  return lines * 20
}

/** Pixels: the row's own height, or what its text needs. */
export const heightOf = (sheet: BookSheet, row: number): number => {
  const own = sheet.rows.get(row)
  return own?.hidden ? 0 : (own?.height ?? fittedHeight(sheet, row))
}
