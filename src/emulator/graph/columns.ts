import { context, instant, type Call, type Reply } from './call.ts'
import { systemColumns } from './builtInColumns.ts'
import type { JsonObject } from './json.ts'
import { changedColumn, learnColumn } from './learnColumn.ts'
import { listIn } from './findList.ts'
import { allowOnly, pick, selected } from './query.ts'
import { badRequest, Refusal } from './refusal.ts'
import { readBody } from './readBody.ts'
import { indexKey } from './found.ts'
import type { Column, ColumnKind, ListState } from './world.ts'

const columnShown = (column: Column): JsonObject => ({
  columnGroup: column.kind === 'system' || column.name === 'Title' ? 'Core List Columns' : 'Custom Columns',
  description: column.description,
  displayName: column.displayName,
  enforceUniqueValues: column.unique,
  hidden: column.hidden,
  id: column.id,
  indexed: column.indexed,
  name: column.name,
  readOnly: column.readOnly,
  required: column.required,
  ...(column.defaultValue === null ? {} : { defaultValue: { value: column.defaultValue } }),
  [column.type]: structuredClone(column.facet),
})

/** A list's columns as Graph shows them, SharePoint's own read-only ones included. */
export const columnsShown = (list: ListState, keys: readonly string[] | null): JsonObject[] =>
  [...list.head.columns, ...systemColumns].map((each) => pick(columnShown(each), keys))

const contextOf = (call: Call, list: ListState, tail = '') =>
  context(`sites('${call.site.id}')/lists('${list.head.id}')/columns${tail}`)

export const columns = (call: Call): Reply => {
  allowOnly(call.query, '$select')
  const list = listIn(call)
  return {
    status: 200,
    body: { '@odata.context': contextOf(call, list), value: columnsShown(list, selected(call.query)) },
  }
}

const columnIn = (call: Call, list: ListState): Column => {
  const asked = (call.params['column'] ?? '').toLowerCase()
  const all = [...list.head.columns, ...systemColumns]
  const found = all.find(({ id, name }) => id.toLowerCase() === asked || name.toLowerCase() === asked)
  if (!found) throw new Refusal(404, 'itemNotFound', 'Item not found')
  return found
}

export const column = (call: Call): Reply => {
  allowOnly(call.query, '$select')
  const list = listIn(call)
  const shown = pick(columnShown(columnIn(call, list)), selected(call.query))
  return { status: 200, body: { '@odata.context': contextOf(call, list, '/$entity'), ...shown } }
}

export const makeColumn = async (call: Call): Promise<Reply> => {
  const list = listIn(call)
  const made = apartFromSystem(learnColumn(readBody(call), call.graph.newGuid()))
  await keep(call, list, [...list.head.columns, made], made)
  return { status: 201, body: { '@odata.context': contextOf(call, list, '/$entity'), ...columnShown(made) } }
}

export const changeColumn = async (call: Call): Promise<Reply> => {
  const list = listIn(call)
  const before = columnIn(call, list)
  if (before.kind === 'system') throw badRequest(`Field '${before.name}' is read-only`)
  const after = changedColumn(before, readBody(call))
  await keep(
    call,
    list,
    list.head.columns.map((each) => (each.id === before.id ? after : each)),
    after,
  )
  return { status: 200, body: { '@odata.context': contextOf(call, list, '/$entity'), ...columnShown(after) } }
}

const keep = async (call: Call, list: ListState, all: readonly Column[], changed: Column) => {
  checkIndexes(all)
  const { settings, now, commit } = call.graph
  const before = list.head.columns.find(({ id }) => id === changed.id)
  if (changed.indexed && !before?.indexed && settings.cGrade && list.rows.size > settings.threshold) {
    throw badRequest('The attempted operation is prohibited because it exceeds the list view threshold.')
  }
  if (changed.unique && !before?.unique) refuseDuplicates(list, changed)
  const head = { ...list.head, columns: all, modified: instant(now()), modifiedBy: call.persona.id }
  await commit([{ put: 'list', list: head }])
}

const refuseDuplicates = (list: ListState, { name }: Column) => {
  const seen = new Set<string>()
  for (const { fields } of list.rows.values()) {
    const key = indexKey(fields[name])
    if (key !== '' && seen.has(key))
      throw badRequest('This field contains duplicate values, so unique values cannot be enforced.')
    seen.add(key)
  }
}

/** Columns that SharePoint can index; the rest hold several values or many lines. */
const indexable: ReadonlySet<ColumnKind> = new Set([
  'text',
  'number',
  'boolean',
  'choice',
  'dateTime',
  'dateOnly',
  'person',
  'lookup',
])

/** A column whose name SharePoint needs itself gets a 0 behind it: `Author` → `Author0`. */
export const apartFromSystem = (column: Column): Column =>
  systemColumns.some(({ name }) => name.toLowerCase() === column.name.toLowerCase())
    ? { ...column, name: `${column.name.slice(0, 31)}0` }
    : column

/** Refuses a set of columns that SharePoint could not keep: names twice, impossible indexes, too many of them. */
export const checkIndexes = (columns: readonly Column[]): void => {
  const names = new Set<string>()
  for (const { name, kind, indexed, unique } of columns) {
    if (names.has(name.toLowerCase())) {
      throw new Refusal(409, 'nameAlreadyExists', `A duplicate field name "${name}" was found.`)
    }
    names.add(name.toLowerCase())
    if (indexed && !indexable.has(kind))
      throw badRequest(`Field '${name}' is of a type that cannot be indexed.`)
    if (unique && !indexed) throw badRequest('This field must be indexed to enforce unique values')
    if (unique && kind === 'boolean')
      throw badRequest(`Field '${name}' is of a type that cannot enforce unique values.`)
  }
  if (columns.filter(({ indexed }) => indexed).length > 20) {
    throw badRequest('The maximum number of columns that can be indexed in a list is 20.')
  }
}
