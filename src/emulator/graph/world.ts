import type { Json, JsonObject } from './json.ts'
import { forgetIndexes, noteGone, noteRow, nothingFound, type Found } from './found.ts'

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
  /** Who may change rows: everybody who may write, each only their own, or nobody; owners always may. */
  editing?: Editing
  /** The list's own members, by persona; without them those of its site. */
  permissions?: Members | null
  columns: readonly Column[]
}

export type Editing = 'all' | 'own' | 'none'
export type Members = { readonly [persona: string]: Role }

/** A row that is no more; `createdBy` tells to whom the deletion of a row may be told where people see only theirs. */
export type Gone = { id: number; guid: string; sequence: number; createdBy?: string }

/** Something in the recycle bin of a site. */
export type Binned = { deleted: string; deletedBy: string } & (
  { kind: 'row'; list: string; row: Row } | { kind: 'file'; file: FileEntry }
)

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

/** An event in a person's own calendar. `made`: what the request that made it asked for. */
export type CalendarEvent = {
  id: string
  owner: string
  uid: string
  changeKey: string
  created: string
  modified: string
  made: JsonObject
  properties: JsonObject
}

type RowDropped = { drop: 'row'; list: string; gone: Gone; deleted?: string; deletedBy?: string }
type FileDropped = { drop: 'file'; file: string; deleted: string; deletedBy: string }

/** What is remembered; each is enough to repeat what happened, so the journal is a list of these. */
export type Change =
  | { put: 'list'; list: ListHead }
  | { put: 'row'; list: string; row: Row; history?: readonly Version[] }
  | RowDropped
  | { put: 'file'; file: FileEntry }
  | FileDropped
  | { put: 'binned'; binned: Binned }
  | { put: 'event'; event: CalendarEvent }
  | { drop: 'event'; id: string }
  | { drop: 'everything' }

export type ListState = {
  head: ListHead
  /** In the order of their ids. */
  rows: Map<number, Row>
  history: Map<number, Version[]>
  gone: Map<number, Gone>
  nextRow: number
  sequence: number
  /** What answers quickly; made from the rest when first asked for. */
  found: Found
}

export type World = {
  lists: Map<string, ListState>
  files: Map<string, FileEntry>
  bin: Binned[]
  events: Map<string, CalendarEvent>
  /** How many changes were ever taken in: another number says that something is different. */
  changes: number
}

/** How many versions of a row are kept, the newest included: what a SharePoint list is set to when it is made. */
const keptVersions = 50

export const emptyWorld = (): World => ({
  lists: new Map(),
  files: new Map(),
  bin: [],
  events: new Map(),
  changes: 0,
})

/** Takes one change into the world. Doing it twice does no harm. */
export const apply = (world: World, change: Change): void => {
  world.changes += 1
  if ('drop' in change) {
    if (change.drop === 'everything') {
      world.lists.clear()
      world.files.clear()
      world.bin.length = 0
      world.events.clear()
    } else if (change.drop === 'event') world.events.delete(change.id)
    else if (change.drop === 'file') dropFile(world, change)
    else dropRow(world, change)
    return
  }
  if (change.put === 'file') world.files.set(change.file.id, change.file)
  else if (change.put === 'event') world.events.set(change.event.id, change.event)
  else if (change.put === 'binned') world.bin.push(change.binned)
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
  for (const event of world.events.values()) yield { put: 'event', event }
  for (const binned of world.bin) yield { put: 'binned', binned }
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
    forgetIndexes(known.found)
    return
  }
  world.lists.set(head.id, {
    head,
    rows: new Map(),
    history: new Map(),
    gone: new Map(),
    nextRow: 1,
    sequence: 0,
    found: nothingFound(),
  })
}

const putRow = (list: ListState, row: Row, history: readonly Version[] | undefined) => {
  const before = list.rows.get(row.id)
  if (before && before.sequence >= row.sequence) return
  if (history) {
    if (history.length > 0) list.history.set(row.id, [...history])
  } else if (before) {
    const { number, fields, modified, modifiedBy } = before
    const earlier = list.history.get(row.id) ?? []
    earlier.push({ number, fields, modified, modifiedBy })
    if (earlier.length >= keptVersions) earlier.splice(0, earlier.length + 1 - keptVersions)
    list.history.set(row.id, earlier)
  }
  list.rows.set(row.id, row)
  list.gone.delete(row.id)
  noteRow(list.found, before, row)
  list.nextRow = Math.max(list.nextRow, row.id + 1)
  list.sequence = Math.max(list.sequence, row.sequence)
}

const dropRow = (world: World, { list: id, gone, deleted, deletedBy }: RowDropped) => {
  const list = listOf(world, id)
  const row = list.rows.get(gone.id)
  if (row && deleted !== undefined && deletedBy !== undefined) {
    world.bin.push({ kind: 'row', list: id, row, deleted, deletedBy })
  }
  list.rows.delete(gone.id)
  list.history.delete(gone.id)
  list.gone.set(gone.id, gone)
  noteGone(list.found, row, gone)
  list.nextRow = Math.max(list.nextRow, gone.id + 1)
  list.sequence = Math.max(list.sequence, gone.sequence)
}

const dropFile = (world: World, { file: id, deleted, deletedBy }: FileDropped) => {
  const file = world.files.get(id)
  if (!file) return
  world.bin.push({ kind: 'file', file, deleted, deletedBy })
  world.files.delete(id)
}
