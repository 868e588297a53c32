import { tagParts } from '../readBack.ts'
import { grouped } from '../../domain/grouped.ts'
import { type AnyRecordType, fieldsOf } from '../../domain/record.ts'
import type { Place } from '../reviewPlaces.ts'
import type { DocumentRow, DocumentTable } from './documentTables.ts'
import { type List, listTypes } from './lists.ts'

/** A table of the open document that holds one record in each row, and what its columns mean. */
export type DocumentList = {
  readonly table: DocumentTable
  readonly type: AnyRecordType
  /** The table of the minutes that it is; null where the record would have no such table now. */
  readonly list: List | null
  readonly fieldAt: (column: number) => string | null
  /** What cells of a column say that stands for nothing in the record: placeholders, and words of our own. */
  readonly saysNothing: (column: number, text: string) => boolean
}

/** Alike to a reader, whatever spaces and capitals. */
export const squeezed = (text: string): string => text.replace(/[\s\u00A0\u202F]+/g, '').toLowerCase()

const controlsOf = (row: DocumentRow) => row.cells.flatMap(({ controls }) => controls)
/** The records of some type that a row holds controls of. */
export const recordsIn = (row: DocumentRow, type: AnyRecordType): string[] => [
  ...new Set(
    controlsOf(row).flatMap(({ tag }) => {
      const parts = tagParts(tag)
      return parts?.of.startsWith(`${type.short}.`) ? [parts.of] : []
    }),
  ),
]

/** Other words for a field that stand over its column. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  'rc.organisation': ['From'],
  'rc.recommendation': ['Recommends'],
  'ac.what': ['What', 'What was agreed'],
  'ac.status': ['Now'],
  'ou.text': ['Target'],
}

const fieldCalled = (type: AnyRecordType, head: string): string | null =>
  fieldsOf(type).find(([field, { label }]) =>
    [label, ...(alsoCalled[`${type.short}.${field}`] ?? [])].some((one) => squeezed(one) === squeezed(head)),
  )?.[0] ?? null

const headOf = (table: DocumentTable): DocumentRow | undefined => table.rows.find(({ isGone }) => !isGone)

/** The type of the records in a table, by the controls in it: each row holds one record, with a field to a column. */
const typeByControls = (table: DocumentTable): AnyRecordType | null => {
  const counts = listTypes.map((type) => ({
    type,
    rows: table.rows.filter((row) => recordsIn(row, type).length === 1).length,
  }))
  const [best] = counts.toSorted((a, b) => b.rows - a.rows)
  return best && best.rows > 0 ? best.type : null
}

const fieldsByControls = (table: DocumentTable, type: AnyRecordType): Map<number, string> => {
  const all = table.rows.flatMap((row) =>
    row.cells.flatMap(({ column, controls }) =>
      controls.flatMap(({ tag }) => {
        const parts = tagParts(tag)
        return parts?.of.startsWith(`${type.short}.`) ? [{ column, field: parts.field }] : []
      }),
    ),
  )
  const found = new Map<number, string>()
  for (const [column, here] of grouped(all, (one) => one.column)) {
    const [best] = [...grouped(here, ({ field }) => field)].toSorted(([, a], [, b]) => b.length - a.length)
    found.set(column, best![0])
  }
  return found
}

const likeness = (list: List, fields: ReadonlyMap<number, string>, ids: ReadonlySet<string>): number => {
  const columns = [...fields].filter(([, field]) => list.fields.includes(field)).length
  const missing = fields.size - columns
  const rows = list.rows.filter(({ place }) => ids.has(`${place.type.short}.${place.key}`)).length
  return columns === 0 ? -1 : rows * 3 + columns - missing * 2
}

const byHead = (table: DocumentTable, lists: readonly List[]): List | null => {
  const head = headOf(table)?.cells.map(({ shown }) => squeezed(shown)) ?? []
  return (
    lists.find(
      (list) => list.head.length === head.length && list.head.every((one, at) => squeezed(one) === head[at]),
    ) ?? null
  )
}

/** What a table of the document is a list of, or null where it is none of ours. */
export const documentList = (
  table: DocumentTable,
  lists: readonly List[],
  places: ReadonlyMap<string, Place>,
): DocumentList | null => {
  const known = typeByControls(table)
  const fields = known ? fieldsByControls(table, known) : new Map<number, string>()
  const ids = new Set(known ? table.rows.flatMap((row) => recordsIn(row, known)) : [])
  const list = known
    ? (lists
        .filter(({ type }) => type === known)
        .map((one) => ({ one, like: likeness(one, fields, ids) }))
        .filter(({ like }) => like > 0)
        .toSorted((a, b) => b.like - a.like)[0]?.one ?? null)
    : byHead(table, lists)
  const type = known ?? list?.type
  if (!type) return null
  const head = headOf(table)
  const fieldAt = (column: number): string | null =>
    fields.get(column) ??
    list?.fields[column] ??
    fieldCalled(type, head?.cells.find((cell) => cell.column === column)?.shown ?? '')
  // What a row of ours shows and no control of it holds: `Family` in the place of an organisation.
  const ours = new Map<number, Set<string>>()
  for (const row of table.rows) {
    const [id] = recordsIn(row, type)
    for (const { column, controls, outside } of row.cells) {
      const words = ours.get(column) ?? new Set<string>()
      ours.set(column, words)
      for (const { placeholder } of controls) if (placeholder) words.add(squeezed(placeholder))
      if (id && places.has(id) && controls.length === 0 && fields.has(column)) words.add(squeezed(outside))
    }
  }
  return {
    table,
    type,
    list,
    fieldAt,
    saysNothing: (column, text) =>
      squeezed(text) === '' ||
      (ours.get(column)?.has(squeezed(text)) ?? false) ||
      /^[–—-]$/.test(text.trim()),
  }
}
