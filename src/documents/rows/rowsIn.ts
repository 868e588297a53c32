import type { Day } from '../../domain/rules/day.ts'
import { saidThen } from '../provenance.ts'
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
 * The rows of an open document against the record, from either side; what the file's own part knows of each control
 * (`document.provenance`) tells a row that was deleted from one that came since. Problem `unsupported` where `xml` is
 * not XML that Word writes.
 */
export const rowsIn = (
  file: ReviewFile,
  document: ReadDocument & { readonly xml: string },
  today: Day,
): DocumentRows => {
  const { provenance } = document
  const asInserted: AsInserted = (tag, text) => saidThen(provenance, tag, text) === true
  const reading = rowReading(file, document.xml, today)
  const { added, known } = addedRows(file, reading, today)
  return {
    added,
    known,
    deleted: deletedRows(file, reading, document, known, provenance ? new Set(provenance.said.keys()) : null),
    missing: missingIn(file, reading, today),
    gone: goneIn(reading, asInserted, known),
    document: withoutRows(document, reading, added),
  }
}
