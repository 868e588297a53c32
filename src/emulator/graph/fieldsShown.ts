import { wireName } from './fieldValues.ts'
import type { Graph } from './call.ts'
import type { Json, JsonObject } from './json.ts'
import { notEmulated } from './refusal.ts'
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
  const shown: JsonObject = { '@odata.etag': eTagOf(row) }
  const wanted = chosen && new Set(chosen)
  for (const column of list.head.columns) {
    const key = wireName(column)
    if (wanted ? wanted.has(key) : !column.hidden) {
      const value = valueShown(column, version.fields)
      if (value !== null) shown[key] = value
    }
    if (wanted && key !== column.name && wanted.has(column.name)) {
      const text = lookedUp(graph, column, version.fields[column.name])
      if (text !== null) shown[column.name] = text
    }
  }
  for (const [key, value] of Object.entries(systemFields(graph, row, version))) {
    if (value !== null && (!wanted || wanted.has(key))) shown[key] = value
  }
  return shown
}

const valueShown = ({ kind, name }: Column, fields: Fields): Json => {
  const value = fields[name]
  if (value === undefined) return null
  return kind === 'person' || kind === 'lookup' ? String(value) : value
}

const systemFields = (graph: Graph, row: Row, version: Version): { readonly [key: string]: Json } => ({
  LinkTitleNoMenu: row.fields['Title'] ?? null,
  LinkTitle: row.fields['Title'] ?? null,
  id: String(row.id),
  ContentType: 'Item',
  Modified: version.modified,
  Created: row.created,
  AuthorLookupId: siteUserId(graph, row.createdBy),
  EditorLookupId: siteUserId(graph, version.modifiedBy),
  _UIVersionString: `${version.number}.0`,
  Attachments: false,
  Edit: '',
  ItemChildCount: '0',
  FolderChildCount: '0',
  _ComplianceFlags: '',
  _ComplianceTag: '',
  _ComplianceTagWrittenTime: '',
  _ComplianceTagUserId: '',
})

/** People are numbered by each site's own list of them; here all sites count alike, from 6. */
export const siteUserId = (graph: Graph, persona: string): string =>
  String(6 + graph.personas.findIndex(({ id }) => id === persona))

const lookedUp = (graph: Graph, column: Column, value: Json | undefined): Json => {
  if (value === undefined || value === null) return null
  if (column.kind === 'person') return graph.personas[Number(value) - 6]?.user.displayName ?? null
  if (column.kind !== 'lookup') throw notEmulated(`the texts of ${column.kind}`)
  const { listId, columnName } = column.facet
  const target = graph.world.lists.get(String(listId))?.rows.get(Number(value))
  return target?.fields[String(columnName)] ?? null
}
