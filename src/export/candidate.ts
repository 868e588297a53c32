import { derivedKey } from '../domain/derivedKey.ts'
import { type Field, text as textField } from '../domain/fields.ts'
import { type AnyRecordType, fieldsOf } from '../domain/record.ts'
import type { Span } from './blackOut.ts'
import type { FoundDocument } from './copyDocuments.ts'

/** Why something is looked at before it is given: in words, and where in the text. */
export type LookReason = { readonly why: string; readonly spans: readonly Span[] }

/** One field, or one document, that a person has to decide on before the record is given. */
export type Candidate = {
  readonly id: string
  /** The record type's name, or `Document`. */
  readonly recordType: string
  readonly record: string
  readonly field: string
  readonly list: string
  readonly label: string
  /** The text in question; of a document its name. */
  readonly text: string
  readonly reasons: readonly LookReason[]
  /** Words in it that were blacked out or kept back somewhere else. */
  readonly echoes: readonly string[]
  readonly document?: FoundDocument
}

/** A field that covers the whole record: `withhold` alone makes sense of it. */
export const wholeRecord = '*'
export const documentType = 'Document'

const archivedReason = textField('Reason for archiving', { max: 255 })
/** All of a record that is given: its fields, and the reason for which it was archived, which people write freely. */
export const givenFields = (type: AnyRecordType): readonly (readonly [string, Field])[] => [
  ...fieldsOf(type),
  ['archivedReason', archivedReason],
]

export const candidateId = (recordType: string, record: string, field: string): string =>
  `${recordType}.${record}.${field}`

/** The key of the one decision on one field of one request, so that two people who decide make one row. */
export const decisionKey = (request: string, recordType: string, record: string, field: string): string =>
  derivedKey(request, recordType, record, field)

/** The name under which a document is decided on: its path may hold a pupil's initials. */
export const documentKey = ({ audience, path }: FoundDocument): string =>
  derivedKey('0000000000', audience, path)
