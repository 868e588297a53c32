import Papa from 'papaparse'
import type { Encoding } from './encoding.ts'
import { type ImportFile, type ImportTable, type Known, refusedFile } from './importFile.ts'

const separators = [',', ';', '\t', '|'] as const
const separatorNames = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'upright lines' } as const
type Separator = (typeof separators)[number]

/** Reports often begin with a title; headings are looked for this far down. */
const headingsWithin = 12
/** More rows than any school has pupils. */
const mostRows = 60_000

const parse = (text: string, delimiter: Separator, preview = 0) =>
  Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false })

type Layout = { readonly headingRow: number; readonly known: number; readonly width: number }

const better = <L extends Layout>(a: L, b: L): L =>
  b.known > a.known ||
  (b.known === a.known && b.known === 0 && b.headingRow < a.headingRow) ||
  (b.known === a.known && b.headingRow === a.headingRow && b.width > a.width)
    ? b
    : a

const layoutsOf = (rows: readonly (readonly string[])[], known: Known): Layout[] =>
  rows.slice(0, headingsWithin).map((cells, headingRow) => {
    const filled = cells.filter((cell) => cell.trim() !== '')
    return { headingRow, known: known(filled), width: filled.length }
  })

/** The row under which most headings are known, and how many. Rows must not be empty. */
export const headingsAt = (rows: readonly (readonly string[])[], known: Known): Layout =>
  layoutsOf(rows, known).reduce(better)

/** The separator and the row under which most headings are known. */
const layoutOf = (text: string, known: Known): Layout & { readonly separator: Separator } =>
  separators
    .flatMap((separator) =>
      layoutsOf(parse(text, separator, headingsWithin).data, known).map((layout) => ({
        ...layout,
        separator,
      })),
    )
    .reduce(better)

const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
}

/** The table under its row of headings, or why it is none. `rows` with their numbers as a person sees them. */
export const tableOf = (
  all: readonly { readonly row: number; readonly cells: readonly string[] }[],
  headingRow: number,
  as: Pick<ImportTable, 'from' | 'readAs' | 'sheets' | 'notes'>,
): ImportFile => {
  const named = (all[headingRow]?.cells ?? []).map((heading) => heading.trim())
  // Cells of a sheet know their column, so one without a heading is a note beside the list; in text it is a row gone wrong.
  const width =
    as.from === 'xlsx' ? all.reduce((most, { cells }) => Math.max(most, cells.length), 0) : named.length
  const headings = [...named, ...Array<string>(Math.max(0, width - named.length)).fill('')]
  const rows = all.slice(headingRow + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (rows.length > mostRows)
    return refusedFile(
      `The file has ${rows.length.toLocaleString('en-GB')} rows; ${mostRows.toLocaleString('en-GB')} is the most. Split it in two.`,
    )
  if (rows.length === 0)
    return refusedFile(
      'There is a row of headings and no pupil under it. Export the list again with its rows.',
    )
  if (headings.filter((heading) => heading !== '').length < 2)
    return refusedFile(
      'This does not look like a table: no commas, semicolons or tabs divide it into columns. Choose a CSV or Excel export (.xlsx) from SIMS, Arbor or Bromcom, or a CTF file (.xml).',
    )
  return { kind: 'table', headings, rows, ...as }
}

/** A table from text separated by commas, semicolons, tabs or upright lines; quoted cells may hold line breaks. */
export const readTable = (wholeText: string, encoding: Encoding | 'pasted', known: Known): ImportFile => {
  // Excel's own first line, `sep=;`, is no row of the table but counts as one on the screen.
  const told = /^sep=(.)\r?\n/i.exec(wholeText)
  const text = told ? wholeText.slice(told[0].length) : wholeText
  const skipped = told ? 1 : 0
  const { separator, headingRow } = layoutOf(text, known)
  const { data, errors } = parse(text, separator)
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  if (open)
    return refusedFile(
      `Row ${(open.row ?? 0) + 1 + skipped} opens a quotation mark that is never closed, so the rows after it can’t be told apart. Put it right in the file, or export it again.`,
    )
  const as = encoding === 'pasted' ? 'pasted cells' : encodingNames[encoding]
  return tableOf(
    data.map((cells, i) => ({ row: i + 1 + skipped, cells })),
    headingRow,
    { from: 'csv', readAs: `${as}, separated by ${separatorNames[separator]}` },
  )
}
