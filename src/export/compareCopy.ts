import { type AnyRecordType, fieldsOf, type Stored } from '../domain/record.ts'
import type { Files, SchoolRecords, Store } from '../graph/storeTypes.ts'
import type { Copy, DocumentOfCopy, Fields, ListOfCopy, RefusedRow, RowOfCopy } from './readCopy.ts'

/** A record that is there already and says something else: it is left as it is. */
export type DiffersRow = { readonly key: string; readonly fields: readonly string[] }

/** What bringing in one list would do, or did. */
export type ListPlan = {
  readonly type: AnyRecordType
  readonly fresh: readonly RowOfCopy[]
  /** There with the same fields; only still to be archived. */
  readonly toArchive: readonly { readonly row: RowOfCopy; readonly stored: Stored<Fields> }[]
  readonly same: number
  readonly differs: readonly DiffersRow[]
  readonly refused: readonly RefusedRow[]
  readonly unreadable: number
  /** Records of the school that the copy doesn't hold. */
  readonly others: number
}
export type DocumentPlan = {
  readonly document: DocumentOfCopy
  readonly is: 'fresh' | 'same' | 'differs' | 'noSite'
}
export type RestorePlan = {
  readonly lists: readonly ListPlan[]
  readonly documents: readonly DocumentPlan[]
}

export type CompareOptions = {
  readonly progress?: (done: number, of: number, doing: string) => void
  readonly signal?: AbortSignal | undefined
  readonly gate?: () => Promise<void>
}

export const storeFor = (records: SchoolRecords, type: AnyRecordType) =>
  records.store(type) as unknown as Store<Fields>

/** The labels of the fields in which a stored record differs from the copy's. */
const differing = (type: AnyRecordType, row: RowOfCopy, stored: Stored<Fields>): string[] =>
  fieldsOf(type).flatMap(([name, field]) =>
    Object.is(row.record[name] ?? null, stored[name] ?? null) ? [] : [field.label],
  )

const planList = async (
  list: ListOfCopy,
  records: SchoolRecords,
  signal: AbortSignal | undefined,
): Promise<ListPlan> => {
  const there = await storeFor(records, list.type).allWithArchived({ signal })
  const byKey = new Map(there.records.map((record) => [record.key, record]))
  const spoilt = new Set(there.unreadable.map(({ key }) => key))
  const fresh: RowOfCopy[] = []
  const toArchive: { row: RowOfCopy; stored: Stored<Fields> }[] = []
  const differs: DiffersRow[] = []
  let same = 0
  for (const row of list.rows) {
    const stored = byKey.get(row.key)
    if (spoilt.has(row.key)) differs.push({ key: row.key, fields: ['It can’t be read in SharePoint'] })
    else if (!stored) fresh.push(row)
    else {
      const fields = differing(list.type, row, stored)
      const unarchived = row.archived && !stored.archived
      if (!unarchived && (row.archived !== stored.archived || row.archivedReason !== stored.archivedReason))
        fields.push('Archived')
      if (fields.length > 0) differs.push({ key: row.key, fields })
      else if (unarchived) toArchive.push({ row, stored })
      else same += 1
    }
  }
  const inCopy = new Set([...list.rows, ...list.refused].map(({ key }) => key))
  return {
    type: list.type,
    fresh,
    toArchive,
    same,
    differs,
    refused: list.refused,
    unreadable: list.unreadable,
    others: there.records.filter(({ key }) => !inCopy.has(key)).length,
  }
}

const folderOf = (path: string) => path.split('/').slice(0, -1).join('/')
const nameOf = (path: string) => path.split('/').at(-1)!

const planDocuments = async (copy: Copy, records: SchoolRecords, files: Files | undefined) => {
  const known = new Map<string, ReadonlyMap<string, number>>()
  const plans: DocumentPlan[] = []
  for (const document of copy.documents) {
    const { audience, path, size } = document
    if (!files || !(await records.mayRead(audience).catch(() => false))) {
      plans.push({ document, is: 'noSite' })
      continue
    }
    const folder = `${audience}/${folderOf(path)}`
    if (!known.has(folder)) {
      const entries = await files.list(audience, folderOf(path))
      known.set(folder, new Map(entries.map((entry) => [entry.name, entry.size])))
    }
    const there = known.get(folder)!.get(nameOf(path))
    const same = async () => equalBytes(await files.read(audience, path), document.read())
    plans.push({
      document,
      is: there === undefined ? 'fresh' : there === size && (await same()) ? 'same' : 'differs',
    })
  }
  return plans
}

const equalBytes = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

/** Compares a copy with the school record by record; changes nothing. Problems as the store has them. */
export const planRestore = async (
  copy: Copy,
  records: SchoolRecords,
  files?: Files,
  { progress = () => {}, signal, gate = async () => {} }: CompareOptions = {},
): Promise<RestorePlan> => {
  const lists: ListPlan[] = []
  for (const list of copy.lists) {
    await gate()
    signal?.throwIfAborted()
    progress(lists.length, copy.lists.length, list.type.list)
    lists.push(await planList(list, records, signal))
  }
  return { lists, documents: await planDocuments(copy, records, files) }
}

/** Whether the school now holds all that the copy does, the same in every field. */
export const isWhole = ({ lists, documents }: RestorePlan): boolean =>
  lists.every(
    ({ fresh, toArchive, differs, refused, unreadable }) =>
      fresh.length + toArchive.length + differs.length + refused.length + unreadable === 0,
  ) && documents.every(({ is }) => is === 'same')

/** How many writes a plan is. */
export const workIn = ({ lists, documents }: RestorePlan): number =>
  lists.reduce(
    (sum, { fresh, toArchive }) =>
      sum + fresh.length + toArchive.length + fresh.filter(({ archived }) => archived).length,
    0,
  ) + documents.filter(({ is }) => is === 'fresh').length

/** How many writes all of a copy is, from an empty school. */
export const workOfAll = ({ lists, documents }: Copy): number =>
  lists.reduce((sum, { rows }) => sum + rows.length + rows.filter(({ archived }) => archived).length, 0) +
  documents.length
