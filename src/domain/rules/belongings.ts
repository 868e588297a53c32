import type { Value } from '../fields.ts'
import { type AnyRecordType, fieldsOf } from '../record.ts'
import { recordTypes } from '../records/index.ts'

/**
 * By which a row leads to its pupil: a key field that points to a pupil or to something of a pupil's; or the pair
 * `recordType` and `record`, which names any record in text.
 */
export type Link =
  | { readonly field: string; readonly to: string }
  | { readonly field: 'record'; readonly typeIn: 'recordType' }

/** A record type whose rows belong to a pupil, and by which of its fields, the surest first. */
export type BelongingType = { readonly type: AnyRecordType; readonly links: readonly Link[] }

/** A row of any type, as the store gives it. */
export type BelongingRow = { readonly key: string; readonly [field: string]: Value }
/** Rows by the name of their record type; archived ones too, or they are not found. */
export type RowsByType = Readonly<Record<string, readonly BelongingRow[]>>

const pointers = (type: AnyRecordType) =>
  fieldsOf(type).flatMap(([field, definition]) =>
    definition.kind === 'key' ? [{ field, to: definition.to }] : [],
  )
const namesAnyRecord = (type: AnyRecordType): boolean =>
  'record' in (type.fields as object) && 'recordType' in (type.fields as object)

/** The names of the types from which key fields, one after another, lead to Pupil; Pupil is one. */
const leadingToPupil = (types: readonly AnyRecordType[]): ReadonlySet<string> => {
  const found = new Set(['Pupil'])
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const type of types)
      if (namesAnyRecord(type) || pointers(type).some(({ to }) => found.has(to))) found.add(type.name)
  }
  return found
}

const linksOf = (type: AnyRecordType, known: ReadonlySet<string>): Link[] => {
  const keys = pointers(type).filter(({ to }) => known.has(to))
  return [
    ...keys.filter(({ to }) => to === 'Pupil'),
    ...keys.filter(({ to }) => to !== 'Pupil' && to !== type.name),
    ...(namesAnyRecord(type) ? [{ field: 'record', typeIn: 'recordType' } as const] : []),
    ...keys.filter(({ to }) => to !== 'Pupil' && to === type.name),
  ]
}

/**
 * Every record type whose rows can belong to a pupil, found from the declarations alone: what points to others comes
 * before what it points to (children first), Pupil is the last. A new record type is in here without new code.
 */
export const belongingTypes = (types: readonly AnyRecordType[] = recordTypes): readonly BelongingType[] => {
  const known = leadingToPupil(types)
  const all = types
    .filter(({ name }) => known.has(name))
    .map((type) => ({ type, links: type.name === 'Pupil' ? [] : linksOf(type, known) }))
  const placed: BelongingType[] = []
  const place = (one: BelongingType, above: readonly BelongingType[]): void => {
    if (placed.includes(one) || above.includes(one)) return
    for (const other of all) if (pointsTo(other, one)) place(other, [...above, one])
    placed.push(one)
  }
  for (const one of all) place(one, [])
  return placed
}

// What names any record comes before all others; of two such, the one that nothing else leads to a pupil is first.
const pointsTo = (one: BelongingType, other: BelongingType): boolean =>
  one !== other &&
  one.links.some((link) =>
    'to' in link
      ? link.to === other.type.name
      : !namesAnyRecord(other.type) || (one.links.length === 1 && other.links.length > 1),
  )

/** The record types of which no row belongs to a pupil: settings, what the school offers, the logs of work. */
export const typesOfNoPupil = (types: readonly AnyRecordType[] = recordTypes): readonly AnyRecordType[] => {
  const known = leadingToPupil(types)
  return types.filter(({ name }) => !known.has(name))
}

/** Whose a row is: the key of its pupil, or null where nothing filled in leads to one. */
export type OwnerOf = (type: AnyRecordType, row: BelongingRow) => string | null

/**
 * Says of any row whose it is. The first link that leads anywhere decides, a direct one to the pupil before all
 * others: a row that says Amira is Amira's, whatever else it points to. Rows of the types on the way must be given.
 */
export const ownerIn = (rows: RowsByType, types: readonly AnyRecordType[] = recordTypes): OwnerOf => {
  const linksByType = new Map(belongingTypes(types).map(({ type, links }) => [type.name, links]))
  const byKey = new Map(
    Object.entries(rows).map(([name, all]) => [name, new Map(all.map((row) => [row.key, row]))]),
  )
  const owner = (name: string, row: BelongingRow, seen: ReadonlySet<string>): string | null => {
    if (name === 'Pupil') return row.key
    if (seen.has(row.key)) return null
    for (const link of linksByType.get(name) ?? []) {
      const target = row[link.field]
      if (typeof target !== 'string') continue
      const to = 'to' in link ? link.to : row[link.typeIn]
      if (to === 'Pupil') return target
      const next = typeof to === 'string' ? byKey.get(to)?.get(target) : undefined
      const found = next && owner(to as string, next, new Set([...seen, row.key]))
      if (found) return found
    }
    return null
  }
  return (type, row) => owner(type.name, row, new Set())
}

/** What one pupil has in one list. */
export type Belongings<Row> = { readonly type: AnyRecordType; readonly records: readonly Row[] }

/**
 * Everything that belongs to a pupil, children first, the pupil's own row last; lists in which there is nothing are
 * left out. Give whole lists with archived rows (`allWithArchived`).
 */
export const belongingsOf = <Row extends { readonly key: string }>(
  pupil: string,
  rows: Readonly<Record<string, readonly Row[]>>,
  types: readonly AnyRecordType[] = recordTypes,
): readonly Belongings<Row>[] => {
  const owner = ownerIn(rows as unknown as RowsByType, types)
  return belongingTypes(types)
    .map(({ type }) => ({
      type,
      records: (rows[type.name] ?? []).filter((row) => owner(type, row as unknown as BelongingRow) === pupil),
    }))
    .filter(({ records }) => records.length > 0)
}

/** The folders of the SENCO's library in which documents about one pupil are saved, each marked as `isFileOf` knows it. */
export const pupilFolders = ['Reviews', 'Letters', 'Documents'] as const

/** The end of a record's key, by which a file in a library is known to be about it. */
export const fileMark = (key: string): string => key.slice(-6)

/**
 * Whether a file such as `MK 2026-03-10 9J2K4F.docx` is about one of these records, by the mark in its name, or by the
 * whole key, as in that of one pupil's provision map.
 */
export const isFileOf = (name: string, keys: Iterable<string>): boolean => {
  const words = new Set(name.toUpperCase().split(/[^0-9A-Z]+/))
  for (const key of keys) if (words.has(fileMark(key)) || words.has(key)) return true
  return false
}
