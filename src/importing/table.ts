import Papa from 'papaparse'
import type { Encoding } from './encoding.ts'
import { knownHeadings } from './headings.ts'
import { type ImportFile, refusedFile } from './importFile.ts'

const separators = [',', ';', '\t', '|'] as const
const separatorNames = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'upright lines' } as const
type Separator = (typeof separators)[number]

/** Reports often begin with a title; headings are looked for this far down. */
const headingsWithin = 12
/** More rows than any school has pupils. */
const mostRows = 60_000

const parse = (text: string, delimiter: Separator, preview = 0) =>
  Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false })

type Layout = {
  readonly separator: Separator
  readonly headingRow: number
  readonly known: number
  readonly width: number
}

/** The separator and the row under which most headings are known. */
const layoutOf = (text: string): Layout => {
  const layouts = separators.flatMap((separator) =>
    parse(text, separator, headingsWithin).data.map((cells, headingRow): Layout => {
      const filled = cells.filter((cell) => cell.trim() !== '')
      return { separator, headingRow, known: knownHeadings(filled), width: filled.length }
    }),
  )
  const better = (a: Layout, b: Layout) =>
    b.known > a.known ||
    (b.known === a.known && b.known === 0 && b.headingRow < a.headingRow) ||
    (b.known === a.known && b.headingRow === a.headingRow && b.width > a.width)
      ? b
      : a
  return layouts.reduce(better)
}

const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
}

/** A table from text separated by commas, semicolons, tabs or upright lines; quoted cells may hold line breaks. */
export const readTable = (wholeText: string, encoding: Encoding): ImportFile => {
  // Excel's own first line, `sep=;`, is no row of the table but counts as one on the screen.
  const told = /^sep=(.)\r?\n/i.exec(wholeText)
  const text = told ? wholeText.slice(told[0].length) : wholeText
  const skipped = told ? 1 : 0
  const { separator, headingRow } = layoutOf(text)
  const { data, errors } = parse(text, separator)
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  if (open)
    return refusedFile(
      `Row ${(open.row ?? 0) + 1 + skipped} opens a quotation mark that is never closed, so the rows after it can’t be told apart. Put it right in the file, or export it again.`,
    )
  const headings = (data[headingRow] ?? []).map((heading) => heading.trim())
  const rows = data
    .map((cells, i) => ({ row: i + 1 + skipped, cells }))
    .slice(headingRow + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
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
      'This does not look like a table: no commas, semicolons or tabs divide it into columns. Choose a CSV export from SIMS, Arbor or Bromcom, or a CTF file (.xml).',
    )
  return {
    kind: 'table',
    from: 'csv',
    headings,
    rows,
    readAs: `${encodingNames[encoding]}, separated by ${separatorNames[separator]}`,
  }
}
