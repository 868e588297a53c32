import type { Json } from './json.ts'
import type { Gone, ListState, Row } from './world.ts'

type Stand = { id: number; sequence: number }

/** What lets a list of 100,000 rows answer without going through them all for each page. */
export type Found = {
  /** Rows by the value of a column. */
  indexes: Map<string, Map<string, Set<number>>>
  /** The ids of all rows, in order; null until asked for. */
  ids: number[] | null
  /** Every change in its order, with those that were overtaken since; null until asked for. */
  changes: Stand[] | null
  /** The rows that answer a filter in an order, as long as nothing changed. */
  answers: Map<string, Answered>
}

/** Rows in the order in which they are sent, and how many of the list had to be looked at for the first clause. */
export type Answered = { readonly rows: readonly Row[]; readonly scanned: number }

const keptAnswers = 8

export const nothingFound = (): Found => ({
  indexes: new Map(),
  ids: null,
  changes: null,
  answers: new Map(),
})

export const forgetIndexes = (found: Found): void => {
  found.indexes.clear()
  found.answers.clear()
}

/** Keeps up with a new or changed row. */
export const noteRow = (found: Found, before: Row | undefined, row: Row): void => {
  reindex(found, before, row)
  found.answers.clear()
  found.changes?.push(row)
  if (before || !found.ids) return
  if (row.id > (found.ids.at(-1) ?? 0)) found.ids.push(row.id)
  else found.ids = null
}

/** Keeps up with a row that went. */
export const noteGone = (found: Found, before: Row | undefined, gone: Gone): void => {
  if (before) reindex(found, before, undefined)
  found.answers.clear()
  found.changes?.push(gone)
  if (before) found.ids = null
}

const reindex = ({ indexes }: Found, before: Row | undefined, after: Row | undefined) => {
  for (const [column, index] of indexes) {
    const [old, next] = [before && indexKey(before.fields[column]), after && indexKey(after.fields[column])]
    if (old === next) continue
    if (before && old !== undefined) index.get(old)?.delete(before.id)
    if (after && next !== undefined) enter(index, next, after.id)
  }
}

const enter = (index: Map<string, Set<number>>, key: string, id: number) => {
  const ids = index.get(key)
  if (ids) ids.add(id)
  else index.set(key, new Set([id]))
}

/** SharePoint compares text without regard to case or to spaces at its end, in filters as in unique columns. */
export const indexKey = (value: Json | undefined): string => comparable(String(value ?? ''))

export const comparable = (text: string): string => text.toLowerCase().replace(/ +$/, '')

/** The ids of the rows whose column holds this value. */
export const rowsWith = ({ found, rows }: ListState, column: string, value: Json): ReadonlySet<number> => {
  let index = found.indexes.get(column)
  if (!index) {
    index = new Map()
    for (const row of rows.values()) enter(index, indexKey(row.fields[column]), row.id)
    found.indexes.set(column, index)
  }
  return index.get(indexKey(value)) ?? none
}

const none: ReadonlySet<number> = new Set()

/** The ids of all rows from this one on, upwards. */
export const idsBehind = function* ({ found, rows }: ListState, id: number): Generator<number> {
  const ids = (found.ids ??= [...rows.keys()].sort((a, b) => a - b))
  for (let at = firstBehind(ids.length, (each) => (ids[each] ?? 0) > id); at < ids.length; at += 1) {
    yield ids[at] as number
  }
}

/** The changes after one place in the list's order up to another, each row once, as it is now or as gone. */
export const changesBetween = function* (list: ListState, at: number, until: number): Generator<Row | Gone> {
  const { found, rows, gone } = list
  const latest = (id: number) => rows.get(id) ?? gone.get(id)
  const many = found.changes?.length ?? 0
  if (!found.changes || many > 2 * (rows.size + gone.size) + 1000) {
    found.changes = [...rows.values(), ...gone.values()].sort((a, b) => a.sequence - b.sequence)
  }
  const { changes } = found
  const from = firstBehind(changes.length, (each) => (changes[each]?.sequence ?? 0) > at)
  for (let each = from; each < changes.length; each += 1) {
    const { id, sequence } = changes[each] as Stand
    if (sequence > until) return
    const now = latest(id)
    if (now?.sequence === sequence) yield now
  }
}

/** The first place, from 0 to `length`, at which `behind` holds; it holds from there on. */
export const firstBehind = (length: number, behind: (place: number) => boolean): number => {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (behind(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** What `work` found for this question, kept until the list changes. */
export const answered = ({ found }: ListState, question: string, work: () => Answered): Answered => {
  const known = found.answers.get(question)
  if (known) return known
  const made = work()
  if (found.answers.size >= keptAnswers) found.answers.clear()
  found.answers.set(question, made)
  return made
}
