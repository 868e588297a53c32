import type { SiteAddress } from '../config.ts'
import type { AnyRecordType } from '../domain/record.ts'
import type { Graph } from './client.ts'
import { columnsOf, definitionOf } from './columns.ts'
import { type Drift, driftIn, type HeldColumn } from './drift.ts'
import { heldColumns } from './heldColumns.ts'
import { hasMarker, keepMarker } from './marker.ts'
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
): Promise<SiteReport> => {
  const id = await siteIdAt(graph, site)
  const lists: ListReport[] = []
  for (const type of types) {
    lists.push(await setUpList(graph, id, type))
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
  const id = await siteIdAt(graph, site)
  const lists: ListReport[] = []
  for (const type of types) {
    const held = await heldColumns(graph, listPath(id, type), type)
    const marked = held !== null && (await hasMarker(graph, `${listPath(id, type)}/items`, type))
    lists.push(report(type, held ? 'ready' : 'missing', [], held, marked))
    progress(lists.length, types.length)
  }
  return { site, lists }
}

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
  const marked = await keepMarker(graph, `${listPath(site, type)}/items`, type)
  return report(type, state, made ? [] : missing.map(({ displayName }) => displayName), after, marked)
}

const report = (
  type: AnyRecordType,
  state: ListReport['state'],
  added: readonly string[],
  held: readonly HeldColumn[] | null,
  marked: boolean,
): ListReport => {
  const drift = held === null ? [] : driftIn(columnsOf(type), held)
  return { list: type.list, state, added, drift, marked }
}

export const listPath = (site: string, type: AnyRecordType) =>
  `/sites/${site}/lists/${encodeURIComponent(type.list)}`

const makeList = async (graph: Graph, site: string, type: AnyRecordType): Promise<boolean> => {
  const body = {
    displayName: type.list,
    description: type.about,
    columns: columnsOf(type).map(definitionOf),
    list: { template: 'genericList' },
  }
  try {
    await graph.ask({
      method: 'POST',
      path: `/sites/${site}/lists`,
      about: { kind: 'site', name: type.list },
      body,
    })
    return true
  } catch (thrown) {
    // Somebody else sets up too, or an earlier try got through though its answer was lost: the rest is an upgrade.
    if (refusalOf(thrown)?.status === 409) return false
    throw thrown
  }
}
