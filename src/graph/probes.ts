import { Problem } from '../domain/problem.ts'
import type { AnyRecordType } from '../domain/record.ts'
import type { Graph } from './client.ts'
import { keyColumn } from './columns.ts'
import { listPath } from './lists.ts'
import { allPages } from './pages.ts'

/** Lists looked at for a row that was ever changed, before it stays open. */
const mostLists = 6

/** Milliseconds of one small question to Graph and its answer. */
export const roundTrip = async (graph: Graph): Promise<number> => {
  const from = graph.now().getTime()
  await graph.ask({ path: '/me?$select=id', about: { kind: 'person', name: 'me' } })
  return graph.now().getTime() - from
}

/**
 * Whether SharePoint keeps earlier versions in a site's lists: a row that was changed has two or more. Null where no
 * row was changed yet. Only ids and counts are looked at, never a field.
 */
export const keepsVersions = async (
  graph: Graph,
  site: string,
  types: readonly AnyRecordType[],
): Promise<boolean | null> => {
  for (const type of types.slice(0, mostLists)) {
    const about = { kind: 'list', name: type.list } as const
    const items = `${listPath(site, type)}/items`
    const { body } = await graph.ask({ path: `${items}?$select=id,eTag&$top=200`, about })
    const rows = (body as { value?: { id?: unknown; eTag?: unknown }[] } | null)?.value ?? []
    const changed = rows.find(({ eTag }) => numberIn(eTag) > 1)
    if (typeof changed?.id !== 'string') continue
    const versions = await allPages<object>(graph, { path: `${items}/${changed.id}/versions`, about })
    return versions.length > 1
  }
  return null
}

/** The count of versions at the end of an eTag such as `"{GUID},756"`. */
const numberIn = (eTag: unknown): number => {
  const [, number] = /,(\d+)"?$/.exec(String(eTag)) ?? []
  return Number(number ?? 0)
}

/**
 * Whether this app may change a list's columns for this person, with no more than daily use asks for: the key
 * column is given the description that it has, so that nothing becomes other than it was.
 */
export const mayChangeColumns = async (graph: Graph, site: string, type: AnyRecordType): Promise<boolean> => {
  const about = { kind: 'list', name: type.list } as const
  const columns = `${listPath(site, type)}/columns`
  const held = await allPages<{ id?: string; name: string; description?: string }>(graph, {
    path: columns,
    about,
  })
  const own = held.find(({ name }) => name === keyColumn)
  if (!own?.id) throw new Problem({ code: 'notSetUp', missing: type.list }, `${type.list} has no key column`)
  try {
    const body = { description: own.description ?? '' }
    await graph.ask({ method: 'PATCH', path: `${columns}/${own.id}`, about, body })
    return true
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'noAccess') return false
    throw thrown
  }
}
