import { decode } from './encoding.ts'
import { isWorkbook, mostBytes, wrongKind, wrongText } from './fileKind.ts'
import { knownHeadings } from './headings.ts'
import { type ImportFile, type Known, refusedFile } from './importFile.ts'
import { readCtf } from './ctf/readCtf.ts'
import { readXlsx, type Sheet } from './readXlsx.ts'
import { headingsAt, readTable, tableOf } from './table.ts'

export type Asked = {
  /** The sheet of a workbook that the person chose; else the one whose headings are known best. */
  readonly sheet?: string
  /** Whose headings to look for; a list of pupils' where nothing is said. */
  readonly known?: Known
}

/**
 * A list from a file: an Excel workbook, a CSV export (commas, semicolons, tabs; UTF-8, UTF-16, Windows-1252) or a CTF.
 * What it is comes from its bytes, never from its name. Never throws: a file of another kind is refused in a sentence.
 */
export const readFile = (bytes: Uint8Array, asked: Asked = {}): ImportFile => {
  const known = asked.known ?? knownHeadings
  if (isWorkbook(bytes) && bytes.length <= mostBytes) return readSheet(bytes, known, asked.sheet)
  const kind = wrongKind(bytes)
  if (kind) return refusedFile(kind)
  const { text, encoding } = decode(bytes)
  const wrong = wrongText(text)
  if (wrong) return refusedFile(wrong)
  return text.trimStart().startsWith('<') ? readCtf(bytes, text) : readTable(text, encoding, known)
}

/** The same of cells copied in Excel and pasted as text. */
export const readPasted = (text: string, { known = knownHeadings }: Asked = {}): ImportFile => {
  const wrong = wrongText(text)
  return wrong
    ? refusedFile(wrong.replace('The file is empty', 'Nothing is pasted'))
    : readTable(text, 'pasted', known)
}

const readSheet = (bytes: Uint8Array, known: Known, wanted: string | undefined): ImportFile => {
  const book = readXlsx(bytes)
  if (book.kind === 'refused') return refusedFile(book.why)
  const filled = book.sheets.filter(({ rows }) => rows.length > 0)
  const inSight = filled.filter(({ hidden }) => !hidden)
  const sheets = inSight.length > 0 ? inSight : filled
  if (sheets.length === 0) return refusedFile('Every sheet of this workbook is empty. Export it again.')
  const told = (sheet: Sheet) =>
    headingsAt(
      sheet.rows.map(({ cells }) => cells),
      known,
    )
  const chosen =
    sheets.find(({ name }) => name === wanted) ??
    sheets.reduce((best, sheet) => (told(sheet).known > told(best).known ? sheet : best))
  return tableOf(chosen.rows, told(chosen).headingRow, {
    from: 'xlsx',
    readAs: sheets.length > 1 ? `Excel, sheet “${chosen.name}”` : 'Excel',
    sheets: { names: sheets.map(({ name }) => name), chosen: chosen.name },
    notes: chosen.notes,
  })
}
