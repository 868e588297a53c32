import type { Day } from '../../domain/rules/day.ts'
import type { ReadDocument } from '../readControls.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { type DeletedRow, deletedRows } from './deletedRows.ts'
import { type AsInserted, type GoneRow, goneIn } from './goneRows.ts'
import { type MissingRows, missingIn } from './missingRows.ts'
import { type AddedRow, addedRows, type KnownRow, rowReading, withoutRows } from './readRows.ts'

/** What reading back knows of the rows of a document. */
export type DocumentRows = {
  /** Typed, copied or pasted in Word: a person says what they are. */
  readonly added: readonly AddedRow[]
  /** Without controls, and known by their words. */
  readonly known: readonly KnownRow[]
  readonly deleted: readonly DeletedRow[]
  /** What the record has and the document has not, for Update. */
  readonly missing: MissingRows
  /** What the document has and the record has not, for Update. */
  readonly gone: readonly GoneRow[]
  /** The document without the controls of rows that are asked about as rows: for `readBack`. */
  readonly document: ReadDocument
}

/**
 * The rows of an open document against the record, from either side. `inserted`: the tags that went in with it and
 * whether a control still says what it said then, where the file's own part knows. Problem `unsupported` where `xml`
 * is not XML that Word writes.
 */
export const rowsIn = (
  file: ReviewFile,
  document: ReadDocument & { readonly xml: string },
  today: Day,
  inserted?: { readonly tags: ReadonlySet<string>; readonly asInserted: AsInserted },
): DocumentRows => {
  const reading = rowReading(file, document.xml, today)
  const { added, known } = addedRows(file, reading, today)
  return {
    added,
    known,
    deleted: deletedRows(file, reading, document, known, inserted?.tags ?? null),
    missing: missingIn(file, reading, today),
    gone: goneIn(reading, inserted?.asInserted),
    document: withoutRows(document, reading, added),
  }
}
