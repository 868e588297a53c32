import type { Day } from '../domain/rules/day.ts'
import { plainText } from './plainText.ts'
import { saidThen } from './provenance.ts'
import type { ReadDocument } from './readControls.ts'
import type { ReviewFile } from './reviewFile.ts'
import { type GoneRow, rowsGone } from './rows/goneRows.ts'
import { type NewRow, rowsMissing } from './rows/missingRows.ts'

export type WhyRowLeft =
  /** It was in the document, and a person took it out. */
  | 'takenOut'
  /** The file doesn't know whether it ever was in it. */
  | 'unknown'
  /** Its table isn't in the document. */
  | 'noTable'
  /** Its record is archived or gone, and somebody typed in it. */
  | 'typed'

export type RowLeft = { readonly called: string; readonly table: string; readonly why: WhyRowLeft }

export type RowsPlan = {
  /** Records that came since: each gets its row. */
  readonly add: readonly NewRow[]
  /** Rows as inserted whose records are archived or gone since. */
  readonly remove: readonly GoneRow[]
  readonly left: readonly RowLeft[]
}

const tagsOf = ({ cells }: NewRow): string[] =>
  cells.flatMap((cell) => ('bound' in cell ? [cell.bound.tag] : []))

/**
 * Which rows of its tables Update would add to a document and take out of it, and which it leaves and why. A row that
 * a person took out of the document is never put in again by itself, and one that somebody typed in never goes.
 */
export const planRows = (
  file: ReviewFile,
  { xml, provenance }: Pick<ReadDocument, 'provenance'> & { readonly xml: string },
  today: Day,
): RowsPlan => {
  const { rows, noTable } = rowsMissing(file, xml, today)
  const gone = rowsGone(file, xml, today, (tag, text) => saidThen(provenance, tag, plainText(text)) === true)
  const add: NewRow[] = []
  const left: RowLeft[] = []
  for (const row of rows) {
    const { called, table } = row
    if (!provenance) left.push({ called, table, why: 'unknown' })
    else if (tagsOf(row).some((tag) => provenance.said.has(tag)))
      left.push({ called, table, why: 'takenOut' })
    else add.push(row)
  }
  for (const { called, table } of noTable) left.push({ called, table, why: 'noTable' })
  for (const { typed, says } of gone)
    if (typed) left.push({ called: says.find((cell) => cell !== '') ?? '', table: '', why: 'typed' })
  return { add, remove: gone.filter(({ typed }) => !typed), left }
}

/** What the file says of its fields once such rows were added and taken out: what they say, or nothing any more. */
export const rowTexts = (
  added: readonly NewRow[],
  removed: readonly GoneRow[],
): ReadonlyMap<string, string | null> =>
  new Map<string, string | null>([
    ...removed.flatMap(({ tags }) => tags.map((tag) => [tag, null] as const)),
    ...added.flatMap(({ cells }) =>
      cells.flatMap((cell) =>
        'bound' in cell ? [[cell.bound.tag, plainText(cell.bound.text)] as const] : [],
      ),
    ),
  ])
