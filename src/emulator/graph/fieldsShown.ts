import { wireName } from './fieldValues.ts'
import type { Graph } from './call.ts'
import type { Json, JsonObject } from './json.ts'
import { badRequest, notEmulated } from './refusal.ts'
import type { Column, Fields, ListState, Row, Version } from './world.ts'

/** A row's eTag, its quotes included, as it stands in the JSON and in If-Match. */
export const eTagOf = (row: Row): string => `"${row.guid},${row.number}"`

/**
 * The fields of one saved state of a row as SharePoint sends them: blanks left out, columns that are hidden or
 * lookups by text only when chosen by name.
 */
export const fieldsShown = (
  graph: Graph,
  list: ListState,
  row: Row,
  version: Version,
  chosen: readonly string[] | null,
): JsonObject => {
  const { columns, texts, own } = planFor(list.head.columns, chosen)
  const { lineBreaks } = graph.settings
  const shown: JsonObject = { '@odata.etag': eTagOf(row) }
  for (const [key, column] of columns) {
    const value = valueShown(column, version.fields)
    if (value !== null) shown[key] = column.kind === 'note' && lineBreaks === 'crlf' ? crlf(value) : value
  }
  for (const column of texts) {
    const text = lookedUp(graph, column, version.fields[column.name])
    if (text !== null) shown[column.name] = text
  }
  for (const [key, value] of own) {
    const held = value(graph, row, version)
    if (held !== null) shown[key] = held
  }
  return shown
}

/** Refuses what cannot be chosen of a list's fields: columns that are not there, and more than 12 lookups. */
export const checkChosen = (graph: Graph, { head }: ListState, chosen: readonly string[] | null): void => {
  if (!chosen) return
  const byName = new Map(
    head.columns.flatMap((each) => [[each.name, each] as const, [wireName(each), each] as const]),
  )
  const unknown = chosen.find((name) => !byName.has(name) && !(name in systemFields) && !people.has(name))
  if (unknown !== undefined && graph.settings.unknownSelect === 'refused') {
    throw badRequest(`Field '${unknown}' is not recognized`)
  }
  const isLookup = (name: string) => {
    const column = byName.get(name)
    return people.has(name) || (column !== undefined && column.name === name && wireName(column) !== name)
  }
  // Microsoft's page on fieldValueSet names the limit; what it answers beyond it is not known.
  if (chosen.filter(isLookup).length > 12) {
    throw badRequest(
      'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.',
    )
  }
}

const people: ReadonlySet<string> = new Set(['Author', 'Editor'])

type Own = (graph: Graph, row: Row, version: Version) => Json

type Plan = {
  columns: readonly (readonly [string, Column])[]
  /** Lookups whose text was asked for. */
  texts: readonly Column[]
  own: readonly (readonly [string, Own])[]
}

const plans = new WeakMap<readonly Column[], Map<string, Plan>>()

// Worked out once for all rows of a page, and for all pages.
const planFor = (columns: readonly Column[], chosen: readonly string[] | null): Plan => {
  let known = plans.get(columns)
  if (!known) plans.set(columns, (known = new Map()))
  const name = chosen ? chosen.join(',') : ''
  const found = known.get(name)
  if (found) return found
  const wanted = chosen && new Set(chosen)
  const plan = {
    columns: columns
      .map((column) => [wireName(column), column] as const)
      .filter(([key, column]) => (wanted ? wanted.has(key) : !column.hidden)),
    texts: wanted
      ? columns.filter((column) => wireName(column) !== column.name && wanted.has(column.name))
      : [],
    own: Object.entries(systemFields).filter(([key]) => !wanted || wanted.has(key)),
  }
  known.set(name, plan)
  return plan
}

const crlf = (value: Json): Json => (typeof value === 'string' ? value.replace(/\r?\n/g, '\r\n') : value)

const valueShown = ({ kind, name }: Column, fields: Fields): Json => {
  const value = fields[name]
  if (value === undefined) return null
  return kind === 'person' || kind === 'lookup' ? String(value) : value
}

const systemFields: Readonly<Record<string, Own>> = {
  LinkTitleNoMenu: (_, row) => row.fields['Title'] ?? null,
  LinkTitle: (_, row) => row.fields['Title'] ?? null,
  id: (_, row) => String(row.id),
  ContentType: () => 'Item',
  Modified: (_, __, { modified }) => modified,
  Created: (_, row) => row.created,
  AuthorLookupId: (graph, row) => siteUserId(graph, row.createdBy),
  EditorLookupId: (graph, _, { modifiedBy }) => siteUserId(graph, modifiedBy),
  _UIVersionString: (_, __, { number }) => `${number}.0`,
  Attachments: () => false,
  Edit: () => '',
  ItemChildCount: () => '0',
  FolderChildCount: () => '0',
  _ComplianceFlags: () => '',
  _ComplianceTag: () => '',
  _ComplianceTagWrittenTime: () => '',
  _ComplianceTagUserId: () => '',
}

/** The fields that SharePoint adds to those of a list's columns. */
export const ownFields: ReadonlySet<string> = new Set(Object.keys(systemFields))

/** People are numbered by each site's own list of them; here all sites count alike, from 6. */
const siteUserId = (graph: Graph, persona: string): string =>
  String(6 + graph.personas.findIndex(({ id }) => id === persona))

const lookedUp = (graph: Graph, column: Column, value: Json | undefined): Json => {
  if (value === undefined || value === null) return null
  if (column.kind === 'person') return graph.personas[Number(value) - 6]?.user.displayName ?? null
  if (column.kind !== 'lookup') throw notEmulated(`the texts of ${column.kind}`)
  const { listId, columnName } = column.facet
  const target = graph.world.lists.get(String(listId))?.rows.get(Number(value))
  return target?.fields[String(columnName)] ?? null
}
