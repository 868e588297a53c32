import { type AnyRecordType, fieldsOf, type Kept, type Stored } from '../domain/record.ts'
import type { Field, Value } from '../domain/fields.ts'
import {
  archivedColumn,
  archivedReasonColumn,
  columnName,
  columnsOf,
  keepable,
  keyColumn,
  read,
  written,
} from './columns.ts'
import { plainLine, shortened } from './plainText.ts'
import { isMarker, type Marker, markerOf } from './marker.ts'
import type { Listing, Unreadable } from './storeTypes.ts'

/** A record of a type known only at run time. */
export type Loose = Readonly<Record<string, Value>>

type Person = { readonly user?: { readonly id?: string; readonly displayName?: string } } | null
/** A list item as Graph sends it. */
export type Row = {
  readonly id: string
  readonly eTag?: string
  readonly '@odata.etag'?: string
  readonly createdDateTime?: string
  readonly lastModifiedDateTime?: string
  readonly createdBy?: Person
  readonly lastModifiedBy?: Person
  readonly fields?: Readonly<Record<string, unknown>>
}

/** The columns of a record type that are read, as `$select` takes them. */
export const rowColumns = (type: AnyRecordType): string =>
  columnsOf(type)
    .map(({ name }) => name)
    .join(',')

/** What to ask of a row: its envelope and only the columns that are needed. */
export const rowQuery = (type: AnyRecordType): string =>
  `$select=id,eTag,createdDateTime,lastModifiedDateTime,createdBy,lastModifiedBy&$expand=fields($select=${rowColumns(type)})`

type ReadColumn = { readonly name: string; readonly column: string; readonly field: Field }
// Asked for every row of every list: a hundred thousand times over for a school’s sessions.
const readColumns = new WeakMap<AnyRecordType, readonly ReadColumn[]>()
const columnsRead = (type: AnyRecordType): readonly ReadColumn[] => {
  const known = readColumns.get(type)
  if (known) return known
  const made = fieldsOf(type).map(([name, field]) => ({ name, column: columnName(name), field }))
  readColumns.set(type, made)
  return made
}

/** A record's fields in the columns of a row or of one of its versions; those that mean nothing are null and named. */
export const valuesRead = (
  type: AnyRecordType,
  held: Readonly<Record<string, unknown>>,
): { values: Loose; unreadable: readonly string[] } => {
  const values: Record<string, Value> = {}
  const unreadable: string[] = []
  for (const { name, column, field } of columnsRead(type)) {
    const value = read(field, held[column])
    if (value === undefined || (value === null && field.required)) unreadable.push(name)
    values[name] = value ?? null
  }
  return { values, unreadable }
}

export type ReadRow = { readonly record: Stored<Loose> } | { readonly unreadable: Unreadable }

/** A row as a record; columns that hold what no field can mean are named, never thrown. */
export const rowRead = (type: AnyRecordType, row: Row): ReadRow => {
  const { values, unreadable } = valuesRead(type, row.fields ?? {})
  const key = row.fields?.[keyColumn]
  const known = typeof key === 'string' && key !== '' ? key : null
  if (known !== null && unreadable.length === 0) {
    return { record: Object.assign(values, keptOf(row, known)) as Stored<Loose> }
  }
  const fields = known === null ? [...unreadable, 'key'] : unreadable
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !unreadable.includes(name)))
  return { unreadable: { id: row.id, key: known, fields, rest } }
}

/** Rows as they were read, by SharePoint's id. */
export type Gathered = {
  readonly rows: Map<string, ReadRow>
  /** Who added them: Graph's id of the person, or the name where there is none. */
  readonly creators: Set<string>
  /** The marker, which is no record, where it was among them. */
  marker: Marker | null
}

/** Adds rows to those that were read before; a row that comes again is taken as it is now. */
export const gather = (
  type: AnyRecordType,
  rows: readonly Row[],
  into: Gathered = { rows: new Map(), creators: new Set(), marker: null },
): Gathered => {
  for (const row of rows) {
    if (isMarker(row)) into.marker = markerOf(row)
    else {
      into.rows.set(row.id, rowRead(type, row))
      into.creators.add(row.createdBy?.user?.id ?? row.createdBy?.user?.displayName ?? '')
    }
  }
  return into
}

export const listingOf = ({ rows }: Gathered): Listing<Loose> => ({
  records: [...rows.values()].flatMap((each) => ('record' in each ? [each.record] : [])),
  unreadable: [...rows.values()].flatMap((each) => ('unreadable' in each ? [each.unreadable] : [])),
})

export const isArchived = (row: Row): boolean => row.fields?.[archivedColumn] === true

const keptOf = (row: Row, key: string): Kept => {
  const reason = row.fields?.[archivedReasonColumn]
  return {
    key,
    id: row.id,
    etag: row.eTag ?? row['@odata.etag'] ?? '',
    archived: isArchived(row),
    archivedReason: typeof reason === 'string' ? reason : null,
    createdAt: row.createdDateTime ?? null,
    createdBy: row.createdBy?.user?.displayName ?? null,
    modifiedAt: row.lastModifiedDateTime ?? null,
    modifiedBy: row.lastModifiedBy?.user?.displayName ?? null,
  }
}

/** The fields of a record type alone, without what the store keeps beside them, as SharePoint can keep them. */
export const keepableRecord = (type: AnyRecordType, record: Loose): Loose =>
  Object.fromEntries(fieldsOf(type).map(([name, field]) => [name, keepable(field, record[name] ?? null)]))

/** Columns for some of a record's fields; null clears. */
const columnsFor = (type: AnyRecordType, values: Loose): Record<string, unknown> =>
  Object.fromEntries(
    fieldsOf(type)
      .filter(([name]) => name in values)
      .map(([name, field]) => [columnName(name), written(field, values[name] ?? null)]),
  )

/** What SharePoint's Title column shows: one line of at most 255 characters. */
const titleFor = (type: AnyRecordType, record: Loose): string =>
  shortened(plainLine(type.titleOf(record)), 255)

/** A new row's columns: those with a value, the key and the title. */
export const newColumns = (type: AnyRecordType, key: string, record: Loose): Record<string, unknown> => {
  const filled = Object.entries(columnsFor(type, record)).filter(([, value]) => value !== null)
  return {
    Title: titleFor(type, record),
    [keyColumn]: key,
    [archivedColumn]: false,
    ...Object.fromEntries(filled),
  }
}

/** The columns of a changed record, the title among them where it follows. */
export const changedColumns = (
  type: AnyRecordType,
  before: Loose,
  changes: Loose,
  after: Loose,
): Record<string, unknown> => {
  const title = titleFor(type, after)
  return { ...columnsFor(type, changes), ...(title === titleFor(type, before) ? {} : { Title: title }) }
}
