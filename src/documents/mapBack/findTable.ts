import { heads } from '../provisionMap/mapColumns.ts'
import { foldHeading } from './columns.ts'

/** A table of the workbook before its cells are read. */
export type TableSeen = {
  readonly name: string
  readonly sheet: string
  readonly headers: readonly string[]
}
/** What is known of one of our maps in a workbook: what its table was called, and the sheet that bears our mark. */
export type MapSeen = { readonly table: string; readonly sheet: string | null }

export type TableFound =
  | { readonly is: 'found'; readonly name: string; readonly note: string | null }
  /** The table is cells again: they are read from this sheet by their headings. */
  | { readonly is: 'cells'; readonly sheet: string }
  | { readonly is: 'none'; readonly words: string }

const looksOurs = ({ headers }: TableSeen): boolean => {
  const folded = new Set(headers.map(foldHeading))
  const own = Object.values(heads).filter((head) => folded.has(foldHeading(head)))
  return own.length >= 6 && (folded.has(foldHeading(heads.key)) || own.length >= 12)
}

/** The map's table by its name, else by what its headings say, else where our mark still stands. */
export const findTable = (tables: readonly TableSeen[], map: MapSeen): TableFound => {
  const named = tables.find(({ name }) => name.toLowerCase() === map.table.toLowerCase())
  if (named) return { is: 'found', name: named.name, note: null }
  const like = tables.filter(looksOurs)
  const here = like.filter(({ sheet }) => sheet === map.sheet)
  const only = here.length === 1 ? here : like
  if (only.length === 1)
    return {
      is: 'found',
      name: only[0]!.name,
      note: `The map’s table is called “${only[0]!.name}” now and was found by its headings.`,
    }
  if (like.length > 1)
    return {
      is: 'none',
      words: `The map’s table is gone, and ${like.length} others look like it: ${like.map(({ name }) => name).join(', ')}. Keep one, or insert the map anew.`,
    }
  return map.sheet === null
    ? {
        is: 'none',
        words: 'This workbook has no provision map of ours, or its table was deleted. Insert the map anew.',
      }
    : { is: 'cells', sheet: map.sheet }
}

/** Where the headings of the map stand among plain cells: the row, or -1. */
export const headingRow = (rows: readonly (readonly unknown[])[]): number =>
  rows.findIndex((cells) =>
    looksOurs({ name: '', sheet: '', headers: cells.map((cell) => String(cell ?? '')) }),
  )
