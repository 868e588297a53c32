import { unpack, Unpackable, type UnpackLimits } from '../documents/unpack.ts'
import { linksIn, looksIn, partName, sharedTextsIn, sheetsIn } from './xlsx/parts.ts'
import { rowsIn, type SheetRow } from './xlsx/sheetRows.ts'
import { Unreadable } from './xlsx/walk.ts'

export type { SheetRow } from './xlsx/sheetRows.ts'

/** One sheet. `notes`: sentences for the person about what to look at, such as rows that a filter hides. */
export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly SheetRow[]
  readonly notes: readonly string[]
}
export type WorkbookFile =
  | { readonly kind: 'workbook'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'refused'; readonly why: string }

/** A school's export is far smaller; what is larger is a mistake or an attack. */
const size: UnpackLimits = { part: 120_000_000, whole: 240_000_000, parts: 5_000 }
const wanted = (name: string) =>
  /\.(xml|rels)$/i.test(name) &&
  !/(^|\/)(drawings|charts|media|theme|printerSettings|externalLinks|pivot\w*)\//i.test(name)

const damaged = 'This workbook is damaged. Open it in Excel, save it again as .xlsx, and choose it again.'
const refused = (why: string): WorkbookFile => ({ kind: 'refused', why })

/**
 * The sheets of an Excel workbook (.xlsx, .xlsm; macros are passed over, formulas give their last result), every cell
 * as the text that a person sees: dates as `2026-03-10` or `2026-03-10 14:30` from either date system, percentages as
 * `93.4%`, leading noughts kept where the format shows them, TRUE and FALSE, `#N/A` as it stands. No row is left out
 * but wholly blank ones; hidden sheets are marked, hidden rows are read and told in `notes`. Nothing is fetched or
 * run; the archive's real size is bounded. Never throws: what can't be read is refused in a sentence.
 */
export const readXlsx = (bytes: Uint8Array): WorkbookFile => {
  try {
    const parts = Object.fromEntries(
      Object.entries(unpack(bytes, wanted, size)).map(([name, part]) => [partName(name), part]),
    )
    const start = linksIn(parts['_rels/.rels'], '')
    const book = [...start.values()].find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml'
    if (/\.bin$/i.test(book))
      return refused(
        'This is an Excel binary workbook (.xlsb). Open it in Excel, choose File, Save as, “Excel workbook (.xlsx)”, and choose that file.',
      )
    if (!parts[book]) return refused(damaged)
    const folder = book.split('/').slice(0, -1).join('/')
    const links = linksIn(parts[`${folder}/_rels/${book.split('/').at(-1)}.rels`], folder)
    const partOf = (kind: string) => parts[[...links.values()].find((link) => link.kind === kind)?.part ?? '']
    const { sheets, from1904 } = sheetsIn(parts[book])
    const shared = {
      texts: sharedTextsIn(partOf('sharedStrings')),
      looks: looksIn(partOf('styles')),
      from1904,
    }
    const read = sheets.flatMap(({ name, hidden, link }): Sheet[] => {
      const found = links.get(link)
      const part = found && parts[found.part]
      // A sheet that is a chart has no cells.
      if (!part || found.kind !== 'worksheet') return []
      const { rows, hiddenRows, unreckoned } = rowsIn(part, shared)
      return [{ name, hidden, rows, notes: notesOf(hiddenRows, unreckoned) }]
    })
    return read.length === 0
      ? refused('This workbook has no sheet with cells. Choose another.')
      : { kind: 'workbook', sheets: read }
  } catch (thrown) {
    if (thrown instanceof Unreadable) return refused(thrown.message)
    if (thrown instanceof Unpackable && /large|many/.test(thrown.message))
      return refused(
        'This workbook unpacks to far more than a list of pupils. Copy the list to a workbook of its own.',
      )
    return refused(damaged)
  }
}

const notesOf = (hiddenRows: number, unreckoned: number): string[] => [
  ...(hiddenRows > 0
    ? [
        `${hiddenRows === 1 ? '1 row is' : `${hiddenRows} rows are`} hidden in Excel, as by a filter, and read all the same`,
      ]
    : []),
  ...(unreckoned > 0
    ? [
        `${unreckoned === 1 ? '1 cell holds a formula' : `${unreckoned} cells hold formulas`} without a result and ${unreckoned === 1 ? 'is' : 'are'} read as blank: open the file in Excel, save it and choose it again`,
      ]
    : []),
]
