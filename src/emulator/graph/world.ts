import type { Json } from './json.ts'

/** What a person may do on a site. `write` is like SharePoint's Contribute: rows, never lists or columns. */
export type Role = 'read' | 'write' | 'owner'

export type ColumnKind =
  | 'text'
  | 'note'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'dateTime'
  | 'dateOnly'
  | 'person'
  | 'people'
  | 'lookup'
  | 'lookups'
  | 'link'
  | 'system'

/** A column as SharePoint would have learned it; `facet` is shown as it stands under the name of its type. */
export type Column = {
  id: string
  name: string
  displayName: string
  description: string
  kind: ColumnKind
  type: string
  facet: { readonly [key: string]: Json }
  indexed: boolean
  unique: boolean
  hidden: boolean
  required: boolean
  readOnly: boolean
  defaultValue: string | null
}

export type Fields = { readonly [column: string]: Json }

/** One saved state of a row. `number` 3 is SharePoint's version "3.0". Times are ISO instants, people persona ids. */
export type Version = { number: number; fields: Fields; modified: string; modifiedBy: string }

export type Row = Version & {
  id: number
  guid: string
  created: string
  createdBy: string
  /** Where this change stands in the list's order of changes; deltas count on it. */
  sequence: number
}

export type ListHead = {
  id: string
  site: string
  name: string
  displayName: string
  description: string
  template: string
  hidden: boolean
  created: string
  createdBy: string
  modified: string
  modifiedBy: string
  readOwnOnly: boolean
  columns: readonly Column[]
}

export type Gone = { id: number; guid: string; sequence: number }

export type FileEntry = {
  id: string
  site: string
  parent: string | null
  name: string
  folder: boolean
  /** The bytes in base64; null for a folder. */
  content: string | null
  size: number
  version: number
  created: string
  createdBy: string
  modified: string
  modifiedBy: string
}

/** What is remembered; each is enough to repeat what happened, so the journal is a list of these. */
export type Change =
  | { put: 'list'; list: ListHead }
  | { put: 'row'; list: string; row: Row; history?: readonly Version[] }
  | { drop: 'row'; list: string; gone: Gone }
  | { put: 'file'; file: FileEntry }
  | { drop: 'everything' }

export type ListState = {
  head: ListHead
  rows: Map<number, Row>
  history: Map<number, Version[]>
  gone: Map<number, Gone>
  nextRow: number
  sequence: number
  /** Rows by the value of a column, made when first asked for. */
  indexes: Map<string, Map<string, Set<number>>>
}

export type World = { lists: Map<string, ListState>; files: Map<string, FileEntry> }

/** How many versions of a row are kept, the newest included: what a SharePoint list is set to when it is made. */
const keptVersions = 50

export const emptyWorld = (): World => ({ lists: new Map(), files: new Map() })

/** Takes one change into the world. Doing it twice does no harm. */
export const apply = (world: World, change: Change): void => {
  if ('drop' in change) {
    if (change.drop === 'everything') {
      world.lists.clear()
      world.files.clear()
    } else dropRow(listOf(world, change.list), change.gone)
    return
  }
  if (change.put === 'file') world.files.set(change.file.id, change.file)
  else if (change.put === 'list') putList(world, change.list)
  else putRow(listOf(world, change.list), change.row, change.history)
}

/** Everything as changes from nothing: what a snapshot holds. */
export function* changesOf(world: World): Generator<Change> {
  for (const { head, rows, history, gone } of world.lists.values()) {
    yield { put: 'list', list: head }
    for (const row of rows.values()) {
      yield { put: 'row', list: head.id, row, history: history.get(row.id) ?? [] }
    }
    for (const each of gone.values()) yield { drop: 'row', list: head.id, gone: each }
  }
  for (const file of world.files.values()) yield { put: 'file', file }
}

const listOf = (world: World, id: string): ListState => {
  const list = world.lists.get(id)
  if (!list) throw new Error(`The journal speaks of a list that was never made: ${id}`)
  return list
}

const putList = (world: World, head: ListHead) => {
  const known = world.lists.get(head.id)
  if (known) {
    known.head = head
    known.indexes.clear()
    return
  }
  world.lists.set(head.id, {
    head,
    rows: new Map(),
    history: new Map(),
    gone: new Map(),
    nextRow: 1,
    sequence: 0,
    indexes: new Map(),
  })
}

const putRow = (list: ListState, row: Row, history: readonly Version[] | undefined) => {
  const before = list.rows.get(row.id)
  if (before && before.sequence >= row.sequence) return
  if (history) list.history.set(row.id, [...history])
  else if (before) {
    const { number, fields, modified, modifiedBy } = before
    const earlier = list.history.get(row.id) ?? []
    earlier.push({ number, fields, modified, modifiedBy })
    list.history.set(row.id, earlier.slice(1 - keptVersions))
  }
  list.rows.set(row.id, row)
  reindex(list, before, row)
  list.nextRow = Math.max(list.nextRow, row.id + 1)
  list.sequence = Math.max(list.sequence, row.sequence)
}

const dropRow = (list: ListState, gone: Gone) => {
  reindex(list, list.rows.get(gone.id), undefined)
  list.rows.delete(gone.id)
  list.history.delete(gone.id)
  list.gone.set(gone.id, gone)
  list.nextRow = Math.max(list.nextRow, gone.id + 1)
  list.sequence = Math.max(list.sequence, gone.sequence)
}

const reindex = (list: ListState, before: Row | undefined, after: Row | undefined) => {
  for (const [column, index] of list.indexes) {
    if (before) index.get(indexKey(before.fields[column]))?.delete(before.id)
    if (after) enter(index, indexKey(after.fields[column]), after.id)
  }
}

const enter = (index: Map<string, Set<number>>, key: string, id: number) => {
  const ids = index.get(key)
  if (ids) ids.add(id)
  else index.set(key, new Set([id]))
}

/** SharePoint compares text without regard to case, in filters as in unique columns. */
export const indexKey = (value: Json | undefined): string => String(value ?? '').toLowerCase()

/** The ids of the rows whose column holds this value. */
export const rowsWith = (list: ListState, column: string, value: Json): ReadonlySet<number> => {
  let index = list.indexes.get(column)
  if (!index) {
    index = new Map()
    for (const row of list.rows.values()) enter(index, indexKey(row.fields[column]), row.id)
    list.indexes.set(column, index)
  }
  return index.get(indexKey(value)) ?? new Set()
}
