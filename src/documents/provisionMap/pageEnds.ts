import type { Column, Print, Row } from '../xlsx/model.ts'

/** Rows that stay on one page: a chart, alone or with the table beside it. Both counted from 0 and included. */
export type Kept = { readonly first: number; readonly last: number }

/** Points of an A4 page lying on its side within Excel’s usual margins, which are wider than those of our files. */
const paper = { width: 741, height: 487 }
/** Points of one character of a column’s width, in the font that workbooks begin with. */
const character = 5.25
/** Printers and programs differ by a little: what is reckoned is never more than what they have. */
const surely = 0.97

/**
 * Where pages begin, so that nothing that is kept together is cut by a page’s end, and at which size. Programs pass
 * over such places while they fit a sheet to the width of its page (Excel’s help says so), so the size is set instead.
 * Nothing where all of it fits on one page: then the sheet is fitted to the width as others are.
 */
export const pageEnds = (
  columns: readonly Column[],
  rows: readonly Row[],
  kept: readonly Kept[],
  titles: readonly [number, number] | undefined,
): Pick<Print, 'starts' | 'percent'> => {
  const width = columns.reduce((sum, column) => sum + (column.hidden ? 0 : column.width), 0) * character
  const percent = Math.min(100, Math.max(10, Math.floor((100 * surely * paper.width) / width)))
  const page = (surely * paper.height * 100) / percent
  const heightOf = (first: number, last: number) =>
    rows.slice(first, last + 1).reduce((sum, { height }) => sum + (height ?? 15), 0)
  const repeated = titles ? heightOf(...titles) : 0
  const starts: number[] = []
  for (const { first, last } of kept.toSorted((a, b) => a.first - b.first)) {
    const begun = starts.at(-1) ?? 0
    const above = titles && begun > titles[1] ? repeated : 0
    if (above + heightOf(begun, last) > page && first > begun) starts.push(first)
  }
  return starts.length > 0 ? { starts, percent } : {}
}
