import type { Call, Reply } from './call.ts'
import { wireName } from './fieldValues.ts'
import { readFilter, type Clause } from './filter.ts'
import { listIn, maySee } from './findList.ts'
import { itemContext, itemShown } from './items.ts'
import type { Json } from './json.ts'
import { skipRefused } from './lists.ts'
import { matches } from './matches.ts'
import { allowOnly, expanded, fromToken, linkWith, selected, toToken, topOf } from './query.ts'
import { badArgument, badRequest, Refusal } from './refusal.ts'
import { rowsWith, type Column, type ListState, type Row } from './world.ts'

type Asked = { column: Column; clause: Clause }

export const items = (call: Call): Reply => {
  refuseOptions(call)
  const list = listIn(call)
  const parts = expanded(call.query, 'fields')
  const keys = selected(call.query)
  const unindexedAllowed = /HonorNonIndexedQueriesWarningMayFailRandomly/i.test(
    call.headers.get('prefer') ?? '',
  )
  const filter = call.query.get('$filter')
  const asked =
    filter === undefined ? [] : readFilter(filter).map((clause) => ask(list, clause, unindexedAllowed))
  const order = readOrder(list, call.query.get('$orderby'), unindexedAllowed)
  const found = answering(call, list, asked).filter((row) => maySee(call, list, row))
  if (order.by) found.sort((a, b) => order.compare(order.by?.(a) ?? null, a.id, order.by?.(b) ?? null, b.id))
  const from = startOf(call.query.get('$skiptoken'), found, order)
  const top = Math.min(topOf(call.query) ?? 200, 5000)
  const page = found.slice(from, from + top)
  const last = page.at(-1)
  const more = last !== undefined && from + top < found.length
  return {
    status: 200,
    body: {
      '@odata.context': itemContext(call, list),
      ...(more ? { '@odata.nextLink': nextLink(call, last, order) } : {}),
      value: page.map((row) => itemShown(call, list, row, parts, keys)),
    },
  }
}

const refuseOptions = ({ query }: Call) => {
  if (query.has('$skip')) throw skipRefused()
  if (query.has('$count')) {
    throw badRequest(
      '$count is not supported on this API. Only URLs returned by the API can be used to page.',
    )
  }
  allowOnly(query, '$select', '$expand', '$filter', '$orderby', '$top', '$skiptoken')
}

const nextLink = (call: Call, last: Row, order: Order): string => {
  const place = { p_ID: last.id, ...(order.by ? { p_Value: order.by(last) } : {}) }
  return linkWith(call.url, '$skiptoken', toToken(JSON.stringify({ Paged: true, ...place })))
}

// The first row behind the place where the last page ended, though that row may have gone or moved since.
const startOf = (token: string | undefined, found: readonly Row[], order: Order): number => {
  if (token === undefined) return 0
  const place = placeIn(token)
  const next = found.findIndex(
    (row) => order.compare(order.by?.(row) ?? null, row.id, place.value, place.id) > 0,
  )
  return next < 0 ? found.length : next
}

const placeIn = (token: string): { id: number; value: Json } => {
  try {
    const { Paged, p_ID: id, p_Value: value = null } = JSON.parse(fromToken(token) ?? '')
    if (Paged === true && Number.isInteger(id)) return { id, value }
  } catch {
    // Not a token of ours, as below.
  }
  throw badArgument()
}

const notRecognized = (name: string) => badRequest(`Field '${name}' is not recognized`)

/** Columns of SharePoint's own that a filter or an order may name; none of them is indexed. */
const own: readonly string[] = ['Created', 'Modified']

const columnNamed = (list: ListState, name: string): Column => {
  const found = list.head.columns.find((column) => wireName(column) === name || column.name === name)
  if (found) return found
  if (!own.includes(name)) throw notRecognized(name)
  return {
    ...(list.head.columns[0] as Column),
    id: name,
    name,
    kind: 'dateTime',
    indexed: false,
    unique: false,
  }
}

const refuseUnindexed = ({ name, indexed }: Column, allowed: boolean) => {
  if (indexed || allowed) return
  throw badRequest(
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  )
}

const fieldIn = (path: string): string => {
  const [, name] = /^fields\/([A-Za-z0-9_]+)$/.exec(path) ?? []
  if (name === undefined) throw new Refusal(400, 'BadRequest', 'Invalid filter clause')
  return name
}

const ask = (list: ListState, clause: Clause, unindexedAllowed: boolean): Asked => {
  const column = columnNamed(list, fieldIn(clause.path))
  refuseUnindexed(column, unindexedAllowed)
  return { column, clause }
}

// SharePoint answers the first clause first; when that alone leaves too many rows it gives up, as throttling.
const answering = (call: Call, list: ListState, asked: readonly Asked[]): Row[] => {
  const [first, ...rest] = asked
  if (!first) return [...list.rows.values()]
  const { cGrade, threshold } = call.graph.settings
  const scanned = first.column.indexed ? rowsOf(list, first) : [...list.rows.values()]
  if (cGrade && scanned.length > threshold) {
    throw new Refusal(429, 'activityLimitReached', 'The request has been throttled', {
      inner: 'throttledRequest',
    })
  }
  const found = first.column.indexed ? scanned : scanned.filter((row) => holds(row, first))
  return found.filter((row) => rest.every((each) => holds(row, each)))
}

const rowsOf = (list: ListState, asked: Asked): Row[] => {
  const { column, clause } = asked
  const all = list.rows
  if (clause.operator !== 'eq' || column.kind !== 'text')
    return [...all.values()].filter((row) => holds(row, asked))
  const ids = [...rowsWith(list, column.name, clause.literal.value)].sort((a, b) => a - b)
  return ids.flatMap((id) => all.get(id) ?? [])
}

const valueOf = (row: Row, { name }: Column): Json => {
  if (name === 'Created') return row.created
  return name === 'Modified' ? row.modified : (row.fields[name] ?? null)
}

const holds = (row: Row, { column, clause }: Asked): boolean => matches(column, clause, valueOf(row, column))

/** How rows are ordered: by a value, or by their ids alone. */
type Order = {
  by: ((row: Row) => Json) | null
  compare: (value: Json, id: number, otherValue: Json, otherId: number) => number
}

const readOrder = (list: ListState, text: string | undefined, unindexedAllowed: boolean): Order => {
  if (text === undefined) return { by: null, compare: (_, id, __, otherId) => id - otherId }
  const [, path = '', direction = 'asc'] = /^\s*(\S+?)(?:\s+(asc|desc))?\s*$/.exec(text) ?? []
  const [, name] = /^fields\/([A-Za-z0-9_]+)$/.exec(path) ?? []
  if (name === undefined) throw badRequest('The provided order by statement is not supported')
  const column = columnNamed(list, name)
  refuseUnindexed(column, unindexedAllowed)
  const sign = direction === 'desc' ? -1 : 1
  return {
    by: (row) => valueOf(row, column),
    compare: (value, id, otherValue, otherId) => sign * compareValues(value, otherValue) || id - otherId,
  }
}

const compareValues = (a: Json, b: Json): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b)
  return Number(a) - Number(b)
}

const collator = new Intl.Collator('en-GB', { sensitivity: 'base' })
