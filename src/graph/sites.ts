import type { SchoolConfig, SiteAddress } from '../config.ts'
import { Problem } from '../domain/problem.ts'
import type { Audience } from '../domain/record.ts'
import type { Graph } from './client.ts'

export type Sites = {
  /** Graph's id of the site for an audience; Problem `notSetUp` where the school has none. */
  idOf(audience: Audience): Promise<string>
  /**
   * The site as a path names it without waiting: by its id where that is known, else by its address while the id is
   * looked up. Null where the school has none.
   */
  atOnce(audience: Audience): { readonly segment: string; readonly byId: boolean } | null
  /** Lists whose delta does not tell all rows in large pages: from then on they are read as lists. */
  readonly notByDelta: Set<string>
  mayRead(audience: Audience): Promise<boolean>
}

/** `oakfieldtrust.sharepoint.com:/sites/oakfield-senco` as the part of a path, each of its names encoded. */
const siteSegment = (address: SiteAddress): string => {
  const colon = address.indexOf(':')
  const path = address
    .slice(colon + 1)
    .split('/')
    .filter(Boolean)
    .map(encodeURIComponent)
  return `${address.slice(0, colon)}:/${path.join('/')}`
}

export const siteIdAt = async (graph: Graph, address: SiteAddress): Promise<string> => {
  const about = { kind: 'site', name: address.replace(':', '') } as const
  const { body } = await graph.ask({ path: `/sites/${siteSegment(address)}?$select=id`, about })
  const id = (body as { id?: unknown } | null)?.id
  if (typeof id === 'string') return id
  throw new Problem({ code: 'unexpected' }, `Graph gave no id for site ${address}`)
}

/** A school's sites. Each is looked up once; a look-up that failed is not kept. */
export const sitesOf = (graph: Graph, school: SchoolConfig): Sites => {
  const known = new Map<Audience, Promise<string>>()
  const ids = new Map<Audience, string>()
  const idOf = (audience: Audience): Promise<string> => {
    const address = school.sites[audience]
    if (address === undefined) {
      const missing = `site for ${audience}`
      return Promise.reject(new Problem({ code: 'notSetUp', missing }, `${school.id} has no ${missing}`))
    }
    const found = known.get(audience) ?? siteIdAt(graph, address)
    known.set(audience, found)
    found.then(
      (id) => ids.set(audience, id),
      () => known.delete(audience),
    )
    return found
  }
  const atOnce: Sites['atOnce'] = (audience) => {
    const address = school.sites[audience]
    if (address === undefined) return null
    const id = ids.get(audience)
    if (id !== undefined) return { segment: id, byId: true }
    idOf(audience).catch(() => {})
    return { segment: `${siteSegment(address)}:`, byId: false }
  }
  // A person who is not let in may be told 403 or, since SharePoint hides what they may not see, 404.
  const shut = new Set<Audience>()
  const mayRead = async (audience: Audience): Promise<boolean> => {
    if (shut.has(audience)) return false
    try {
      await idOf(audience)
      return true
    } catch (thrown) {
      if (!(thrown instanceof Problem) || (thrown.code !== 'noAccess' && thrown.code !== 'notSetUp'))
        throw thrown
      shut.add(audience)
      return false
    }
  }
  return { idOf, atOnce, mayRead, notByDelta: new Set() }
}
