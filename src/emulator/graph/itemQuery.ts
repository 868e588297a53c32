import type { Call, Reply } from './call.ts'
import { wireName } from './fieldValues.ts'
import { readFilter, type Clause } from './filter.ts'
import { listIn, maySee } from './findList.ts'
import { checkFieldsIn, itemContext, itemShown } from './items.ts'
import type { Json } from './json.ts'
import { skipRefused } from './lists.ts'
import { matches } from './matches.ts'
import { allowOnly, expanded, fromToken, linkWith, selected, toToken, topOf } from './query.ts'
import { markOf, thinned } from './thinPages.ts'
import { badArgument, badRequest, Refusal } from './refusal.ts'
import { answered, firstBehind, idsBehind, rowsWith, type Answered } from './found.ts'
import type { Column, ListState, Row } from './world.ts'

type Asked = { column: Column; clause: Clause }

export const items = (call: Call): Reply => {
  refuseOptions(call)
  const list = listIn(call)
  const parts = expanded(call.query, 'fields')
  checkFieldsIn(call, list, parts)
  const keys = selected(call.query)
  const unindexedAllowed = /HonorNonIndexedQueriesWarningMayFailRandomly/i.test(
    call.headers.get('prefer') ?? '',
  )
  const filter = call.query.get('$filter')
  const asked =
    filter === undefined ? [] : readFilter(filter).map((clause) => ask(list, clause, unindexedAllowed))
  const order = readOrder(list, call.query.get('$orderby'), unindexedAllowed)
  const place = placeOf(call.query.get('$skiptoken'))
  const top = thinned(call.graph, Math.min(topOf(call.query) ?? 200, call.graph.settings.mostRows))
  const page: Row[] = []
  let more = false
  for (const row of rowsBehind(call, list, asked, order, place)) {
    if (!maySee(call, list, row)) continue
    more = page.length === top
    if (more) break
    page.push(row)
  }
  return {
    status: 200,
    body: {
      '@odata.context': itemContext(call, list),
      ...(more ? { '@odata.nextLink': nextLink(call, placeBehind(page, order) ?? place ?? start) } : {}),
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

/** Where a page ended; id 0 is the beginning. */
type Place = { id: number; value: Json }

const start: Place = { id: 0, value: null }

const placeBehind = (page: readonly Row[], order: Order): Place | null => {
  const last = page.at(-1)
  return last ? { id: last.id, value: order.by?.(last) ?? null } : null
}

const nextLink = (call: Call, { id, value }: Place): string =>
  linkWith(
    call.url,
    '$skiptoken',
    toToken(JSON.stringify({ Paged: true, p_ID: id, p_Value: value, ...markOf(call.graph) })),
  )

const placeOf = (token: string | undefined): Place | null => {
  if (token === undefined) return null
  try {
    const { Paged, p_ID: id, p_Value: value = null } = JSON.parse(fromToken(token) ?? '')
    if (Paged === true && Number.isInteger(id)) return id === 0 ? null : { id, value }
  } catch {
    // Not a token of ours, as below.
  }
  throw badArgument()
}

/** The rows behind the place where the last page ended, though the row that stood there may have gone or moved. */
function* rowsBehind(
  call: Call,
  list: ListState,
  asked: readonly Asked[],
  order: Order,
  place: Place | null,
): Generator<Row> {
  if (asked.length === 0 && !order.by) {
    for (const id of idsBehind(list, place?.id ?? 0)) yield list.rows.get(id) as Row
    return
  }
  const question = JSON.stringify([call.query.get('$filter'), call.query.get('$orderby')])
  const { rows, scanned } = answered(list, question, () => answering(list, asked, order))
  const { cGrade, threshold } = call.graph.settings
  if (cGrade && scanned > threshold) {
    throw new Refusal(429, 'activityLimitReached', 'The request has been throttled', {
      inner: 'throttledRequest',
    })
  }
  const isBehind = (at: number) =>
    place === null || order.compare(valueAt(rows, at, order), rows[at]?.id ?? 0, place.value, place.id) > 0
  for (let at = firstBehind(rows.length, isBehind); at < rows.length; at += 1) yield rows[at] as Row
}

const valueAt = (rows: readonly Row[], at: number, order: Order): Json => {
  const row = rows[at]
  return (row && order.by?.(row)) ?? null
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
  // What the column cannot be compared with is refused even where there is no row to compare.
  matches(column, clause, null)
  return { column, clause }
}

// SharePoint answers the first clause first; when that alone leaves too many rows it gives up, as throttling.
const answering = (list: ListState, asked: readonly Asked[], order: Order): Answered => {
  const [first, ...rest] = asked
  const byFirst = first ? rowsOf(list, first) : [...list.rows.values()]
  const rows = byFirst.filter((row) => rest.every((each) => holds(row, each)))
  rows.sort((a, b) => order.compare(order.by?.(a) ?? null, a.id, order.by?.(b) ?? null, b.id))
  const served = first ? servedByIndex(first) : order.indexed
  return { rows, scanned: served ? (first ? byFirst.length : 0) : list.rows.size }
}

// An index on text serves a value or its beginning, no range (sp-dev-docs #7149); none serves "not this one".
const servedByIndex = ({ column, clause }: Asked): boolean => {
  const { operator, path } = clause
  if (!column.indexed || operator === 'ne') return false
  if (column.kind === 'person' || column.kind === 'lookup') return path.endsWith('LookupId')
  const isText = column.kind === 'text' || column.kind === 'choice'
  return !isText || operator === 'eq' || operator === 'startswith'
}

const rowsOf = (list: ListState, asked: Asked): Row[] => {
  const { column, clause } = asked
  const quick = clause.operator === 'eq' && ['text', 'choice', 'number'].includes(column.kind)
  if (!quick) return [...list.rows.values()].filter((row) => holds(row, asked))
  return [...rowsWith(list, column.name, clause.literal.value)].flatMap((id) => list.rows.get(id) ?? [])
}

const valueOf = (row: Row, { name }: Column): Json => {
  if (name === 'Created') return row.created
  return name === 'Modified' ? row.modified : (row.fields[name] ?? null)
}

const holds = (row: Row, { column, clause }: Asked): boolean => matches(column, clause, valueOf(row, column))

/** How rows are ordered: by a value, or by their ids alone. */
type Order = {
  indexed: boolean
  by: ((row: Row) => Json) | null
  compare: (value: Json, id: number, otherValue: Json, otherId: number) => number
}

const readOrder = (list: ListState, text: string | undefined, unindexedAllowed: boolean): Order => {
  if (text === undefined) return { indexed: true, by: null, compare: (_, id, __, otherId) => id - otherId }
  const [, path = '', direction = 'asc'] = /^\s*(\S+?)(?:\s+(asc|desc))?\s*$/.exec(text) ?? []
  const [, name] = /^fields\/([A-Za-z0-9_]+)$/.exec(path) ?? []
  if (name === undefined) throw badRequest('The provided order by statement is not supported')
  const column = columnNamed(list, name)
  refuseUnindexed(column, unindexedAllowed)
  const sign = direction === 'desc' ? -1 : 1
  return {
    indexed: column.indexed,
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
