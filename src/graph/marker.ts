import { Problem } from '../domain/problem.ts'
import type { AnyRecordType } from '../domain/record.ts'
import type { Subject } from './asking.ts'
import type { Graph } from './client.ts'
import { archivedColumn, archivedReasonColumn, keyColumn } from './columns.ts'
import { allPages } from './pages.ts'
import type { Row } from './rows.ts'

/**
 * A row that set-up puts into every list. SharePoint may show people only the rows that they added, which Graph
 * neither sets nor tells: who does not see this row does not see the whole list (docs/decisions/010).
 */
export const markerKey = '0'.repeat(26)
const markerTitle = 'Goldthread: please keep this row'

export const isMarker = (row: Row): boolean => row.fields?.[keyColumn] === markerKey

/** Whether this person sees the row in the list whose rows are at `items`. */
export const seesMarker = async (graph: Graph, items: string, about: Subject): Promise<boolean> => {
  const filter = encodeURIComponent(`fields/${keyColumn} eq '${markerKey}'`)
  const path = `${items}?$select=id&$expand=fields($select=${keyColumn})&$filter=${filter}`
  return (await allPages<Row>(graph, { path, about })).some(isMarker)
}

/** For a report: a list too spoilt to be asked has no row that could be relied on. */
export const hasMarker = async (graph: Graph, items: string, type: AnyRecordType): Promise<boolean> => {
  try {
    return await seesMarker(graph, items, { kind: 'list', name: type.list })
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'notSetUp') return false
    throw thrown
  }
}

/** Puts the row into a list that lacks it; says whether it is there then. Doing it again does no harm. */
export const keepMarker = async (graph: Graph, items: string, type: AnyRecordType): Promise<boolean> => {
  if (await hasMarker(graph, items, type)) return true
  const fields = {
    Title: markerTitle,
    [keyColumn]: markerKey,
    [archivedColumn]: true,
    [archivedReasonColumn]: 'No record: by this row the app knows whether it sees the whole list',
  }
  const about = { kind: 'list', name: type.list } as const
  try {
    await graph.ask({ method: 'POST', path: items, about, body: { fields } })
    return true
  } catch (thrown) {
    // Its key is unique: another set-up was quicker, or the answer to this one was lost.
    if (await hasMarker(graph, items, type)) return true
    throw thrown
  }
}
