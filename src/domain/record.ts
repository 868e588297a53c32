import { inWords } from '../words/t.ts'
import { complaint, type Field, type ValueOf } from './fields.ts'

export type Fields = Readonly<Record<string, Field>>
export type Values<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> }
type Rule<T> = { readonly field: keyof T & string; readonly message: string; ok(record: T): boolean }

/** Who may read the whole list: SharePoint guards sites and lists, never columns. */
export type Audience = 'senco' | 'staff' | 'managers' | 'governors'
/** Whom a row can tell something of: who they are or what they did. `professional`: of an authority or a service. */
export type Subject = 'pupil' | 'family' | 'staff' | 'professional'

export type RecordType<F extends Fields = Fields> = {
  /** How other records and the code call it. */
  readonly name: string
  /** Two letters, unique: the start of a content control's tag. */
  readonly short: string
  /** SharePoint's display name of the list. */
  readonly list: string
  readonly label: string
  readonly about: string
  readonly audience: Audience
  /** Whose personal data its rows are; none for settings and what the school offers. */
  readonly people: readonly Subject[]
  /**
   * `addOnly`: whoever may read the site may add rows and reads back only their own; all of them are read by those to
   * whom IT's script gives the list. Graph can't set this, so a school without it is told so.
   */
  readonly guard?: 'addOnly'
  /** The version of the record types that brought this list (recordTypesVersion); 1 unless said. */
  readonly since?: number
  readonly fields: F
  /** What SharePoint's Title column shows, so that a person can find the row there. */
  titleOf(record: Values<F>): string
  readonly rules?: readonly Rule<Values<F>>[]
}
// A record type of unknown fields: generic code (columns, forms, tables) takes this.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyRecordType = RecordType<any>
export type RecordOf<T> = T extends RecordType<infer F> ? Values<F> : never

/** What the store knows of every record beside its fields. Instants are ISO 8601. */
export type Kept = {
  readonly key: string
  readonly id: string
  readonly etag: string
  readonly archived: boolean
  readonly archivedReason: string | null
  readonly createdAt: string | null
  readonly createdBy: string | null
  readonly modifiedAt: string | null
  readonly modifiedBy: string | null
}
export type Stored<T> = T & Kept

/** Rises when a record type gains a field or a list is added; a field says since when it is there. */
export const recordTypesVersion = 3

/** The version of the record types in which this list last gained anything. */
export const versionOf = (type: AnyRecordType): number =>
  Math.max(type.since ?? 1, ...fieldsOf(type).map(([, { since }]) => since))

const audiences = new Map<string, Audience>()

export const defineRecord = <const F extends Fields>(type: RecordType<F>): RecordType<F> => {
  audiences.set(type.list, type.audience)
  return type
}

/** Who may read a list, by SharePoint's name of it; null where this page has not loaded its record type. */
export const audienceOfList = (list: string): Audience | null => audiences.get(list) ?? null

export const fieldsOf = (type: AnyRecordType): [string, Field][] => Object.entries(type.fields as Fields)
export const fieldOf = (type: AnyRecordType, name: string): Field => {
  const field = (type.fields as Fields)[name]
  if (!field) throw new Error(`${type.name} has no field ${name}`)
  return field
}

export type Issue = { readonly field: string; readonly message: string }

/** Every problem with a record, in the order of its fields; none means that it can be stored. */
export const check = <F extends Fields>(type: RecordType<F>, record: Values<F>): Issue[] => {
  const wrong = fieldsOf(type).flatMap(([field, definition]) => {
    const message = complaint(definition, record[field])
    return message ? [{ field, message }] : []
  })
  if (wrong.length > 0) return wrong
  return (type.rules ?? [])
    .filter((rule) => !rule.ok(record))
    .map(({ field, message }) => ({ field, message: inWords(message) }))
}

/** A record with nothing filled in but what is given. */
export const blank = <F extends Fields>(type: RecordType<F>, given: Partial<Values<F>>): Values<F> =>
  ({ ...Object.fromEntries(fieldsOf(type).map(([field]) => [field, null])), ...given }) as Values<F>

/** A content control's tag: which field of which record it shows. At most 64 characters, Word's limit. */
export const tagOf = (type: AnyRecordType, key: string, field: string): string =>
  `${type.short}.${key}.${field}`
