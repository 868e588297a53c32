import { Problem } from '../domain/problem.ts'
import { type AnyRecordType, recordTypesVersion, versionOf } from '../domain/record.ts'
import type { Subject } from './asking.ts'
import type { Graph } from './client.ts'
import { archivedColumn, archivedReasonColumn, keyColumn } from './columns.ts'
import { allPages } from './pages.ts'
import type { Row } from './rows.ts'

/**
 * A row that set-up puts into every list. SharePoint may show people only the rows that they added, which Graph
 * neither sets nor tells: who does not see this row does not see the whole list (docs/decisions/010). It also says
 * for which version of the record types the list was set up (docs/decisions/052).
 */
export const markerKey = '0'.repeat(26)
const markerTitle = 'Goldthread: please keep this row'

/** For which record types a list was set up, and in which of them it last gained anything. */
export type SetUpFor = { readonly app: number; readonly list: number }
export type Marker = { readonly id: string; readonly setUpFor: SetUpFor | null }

export const isMarker = (row: Row): boolean => row.fields?.[keyColumn] === markerKey

const saying = ({ app, list }: SetUpFor) =>
  `Record types ${app}, list ${list}. No record: by this row the app knows whether it sees the whole list`

/** What a marker says; nothing where somebody wrote something else there. */
export const markerOf = (row: Row): Marker => {
  const said = /^Record types (\d{1,6}), list (\d{1,6})\./.exec(String(row.fields?.[archivedReasonColumn]))
  return { id: row.id, setUpFor: said ? { app: Number(said[1]), list: Number(said[2]) } : null }
}

/** The marker’s columns, for a list of this version of the record types. */
export const markerFields = (type: AnyRecordType): Record<string, unknown> => ({
  Title: markerTitle,
  [keyColumn]: markerKey,
  [archivedColumn]: true,
  [archivedReasonColumn]: saying({ app: recordTypesVersion, list: versionOf(type) }),
})

/** What to ask of a list’s rows for the marker alone. */
export const markerQuery =
  `$select=id&$expand=fields($select=${keyColumn},${archivedReasonColumn})` +
  `&$filter=${encodeURIComponent(`fields/${keyColumn} eq '${markerKey}'`)}`

/** The row in the list whose rows are at `items`; null where this person sees none. */
export const readMarker = async (graph: Graph, items: string, about: Subject): Promise<Marker | null> => {
  const rows = await allPages<Row>(graph, { path: `${items}?${markerQuery}`, about })
  const found = rows.find(isMarker)
  return found ? markerOf(found) : null
}

/** For a report: a list too spoilt to be asked has no row that could be relied on. */
export const markerIfAny = async (
  graph: Graph,
  items: string,
  type: AnyRecordType,
): Promise<Marker | null> => {
  try {
    return await readMarker(graph, items, { kind: 'list', name: type.list })
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'notSetUp') return null
    throw thrown
  }
}

/**
 * Puts the row into a list that lacks it and gives it as it then is. Raises the version that it says, never lowers
 * it: an older app may set up too. Doing it again does no harm.
 */
export const keepMarker = async (
  graph: Graph,
  items: string,
  type: AnyRecordType,
): Promise<Marker | null> => {
  const before = await markerIfAny(graph, items, type)
  if (before && !isBehind(before)) return before
  const about = { kind: 'list', name: type.list } as const
  const fields = markerFields(type)
  try {
    if (before) {
      const reason = { [archivedReasonColumn]: fields[archivedReasonColumn] }
      await graph.ask({ method: 'PATCH', path: `${items}/${before.id}/fields`, about, body: reason })
    } else await graph.ask({ method: 'POST', path: items, about, body: { fields } })
  } catch (thrown) {
    // Its key is unique: another set-up was quicker, or the answer to this one was lost.
    const there = await markerIfAny(graph, items, type)
    if (there && !isBehind(there)) return there
    throw thrown
  }
  return markerIfAny(graph, items, type)
}

const isBehind = ({ setUpFor }: Marker) => setUpFor === null || setUpFor.app < recordTypesVersion
