import type { SiteAddress } from '../config.ts'
import type { AnyRecordType } from '../domain/record.ts'
import type { Graph } from './client.ts'
import { columnsOf, definitionOf, keyHeading } from './columns.ts'
import { type Drift, driftIn, type HeldColumn } from './drift.ts'
import { heldColumns } from './heldColumns.ts'
import { listDefinition } from './listDefinition.ts'
import { keepMarker, type Marker, markerIfAny, type SetUpFor } from './marker.ts'
import { refusalOf } from './problem.ts'
import { siteIdAt } from './sites.ts'
import type { Progress } from './storeTypes.ts'

export type ListReport = {
  readonly list: string
  readonly state: 'created' | 'upgraded' | 'ready' | 'missing'
  /** Display names of the columns that this run added. */
  readonly added: readonly string[]
  readonly drift: readonly Drift[]
  /**
   * Whether this person sees the row by which a list that shows people only their own rows is told from an empty
   * one. Set-up puts it there; without it an empty list is a Problem `noAccess`.
   */
  readonly marked: boolean
  /** For which record types it was last set up; null where its marker doesn't say. */
  readonly setUpFor: SetUpFor | null
}
export type SiteReport = { readonly site: SiteAddress; readonly lists: readonly ListReport[] }

/**
 * Makes the lists of some record types in a site with every column and index while they are empty, and adds the
 * columns and the marker that older lists lack. Nothing is changed or taken away; what differs is reported. Doing it again does
 * no harm. Needs Sites.Manage.All and a person who owns the site: Problem `noAccess` otherwise.
 */
export const setUpSite = async (
  graph: Graph,
  site: SiteAddress,
  types: readonly AnyRecordType[],
  progress: Progress = () => {},
  told: (list: ListReport) => void = () => {},
): Promise<SiteReport> => {
  const bulk = inBulk(graph)
  const id = await siteIdAt(bulk, site)
  const lists: ListReport[] = []
  for (const type of types) {
    const list = await setUpList(bulk, id, type)
    lists.push(list)
    told(list)
    progress(lists.length, types.length)
  }
  return { site, lists }
}

/** The same report for what is there, changing nothing. */
export const checkSite = async (
  graph: Graph,
  site: SiteAddress,
  types: readonly AnyRecordType[],
  progress: Progress = () => {},
): Promise<SiteReport> => {
  const bulk = inBulk(graph)
  const id = await siteIdAt(bulk, site)
  const lists: ListReport[] = []
  for (const type of types) {
    const held = await heldColumns(bulk, listPath(id, type), type)
    const marker = held && (await markerIfAny(bulk, `${listPath(id, type)}/items`, type))
    lists.push(report(type, held ? 'ready' : 'missing', [], held, marker))
    progress(lists.length, types.length)
  }
  return { site, lists }
}

/** All the lists of a school would spend what the clicks of the person at the screen need in the same minute. */
const inBulk = (graph: Graph): Graph => ({ ...graph, ask: (asking) => graph.ask({ ...asking, bulk: true }) })

const setUpList = async (graph: Graph, site: string, type: AnyRecordType): Promise<ListReport> => {
  const before = await heldColumns(graph, listPath(site, type), type)
  const made = before === null && (await makeList(graph, site, type))
  const held = before ?? (await heldColumns(graph, listPath(site, type), type)) ?? []
  const names = new Set(held.map(({ name }) => name))
  const missing = columnsOf(type).filter(({ name }) => !names.has(name))
  for (const column of missing) {
    await graph.ask({
      method: 'POST',
      path: `${listPath(site, type)}/columns`,
      about: { kind: 'list', name: type.list },
      body: definitionOf(column),
    })
  }
  const after = missing.length > 0 ? ((await heldColumns(graph, listPath(site, type), type)) ?? []) : held
  const state = made ? 'created' : missing.length > 0 ? 'upgraded' : 'ready'
  // Without an index and a unique key the row can't be found again: each run would add one more.
  const keyed = driftIn(columnsOf(type), after).every(
    ({ column, what }) => column !== keyHeading || what === 'renamed',
  )
  const marker = keyed ? await keepMarker(graph, `${listPath(site, type)}/items`, type) : null
  return report(type, state, made ? [] : missing.map(({ displayName }) => displayName), after, marker)
}

const report = (
  type: AnyRecordType,
  state: ListReport['state'],
  added: readonly string[],
  held: readonly HeldColumn[] | null,
  marker: Marker | null,
): ListReport => {
  const drift = held === null ? [] : driftIn(columnsOf(type), held)
  return {
    list: type.list,
    state,
    added,
    drift,
    marked: marker !== null,
    setUpFor: marker?.setUpFor ?? null,
  }
}

export const listPath = (site: string, type: AnyRecordType) =>
  `/sites/${site}/lists/${encodeURIComponent(type.list)}`

const makeList = async (graph: Graph, site: string, type: AnyRecordType): Promise<boolean> => {
  try {
    await graph.ask({
      method: 'POST',
      path: `/sites/${site}/lists`,
      about: { kind: 'site', name: type.list },
      body: listDefinition(type),
    })
    return true
  } catch (thrown) {
    // Somebody else sets up too, or an earlier try got through though its answer was lost: the rest is an upgrade.
    if (refusalOf(thrown)?.status === 409) return false
    throw thrown
  }
}
