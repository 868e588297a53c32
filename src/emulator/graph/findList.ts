import { roleOn } from './access.ts'
import type { Call, Graph, Site } from './call.ts'
import { accessDenied, itemNotFound, Refusal } from './refusal.ts'
import type { Gone, ListState, Row } from './world.ts'

/** The lists of a site, oldest first. */
export const listsOf = (graph: Graph, site: Site): readonly ListState[] =>
  [...graph.world.lists.values()].filter(({ head }) => head.site === site.id)

export const listNotFound = () => new Refusal(404, 'itemNotFound', 'The specified list was not found')

/** A site's list by its id or its title. */
export const listNamed = (graph: Graph, site: Site, named: string): ListState | undefined => {
  const asked = named.toLowerCase()
  const byId = graph.world.lists.get(asked)
  if (byId?.head.site === site.id) return byId
  for (const list of graph.world.lists.values()) {
    if (list.head.site === site.id && list.head.displayName.toLowerCase() === asked) return list
  }
  return undefined
}

/** The list in the path. */
export const listIn = (call: Call): ListState => {
  const found = listNamed(call.graph, call.site, call.params['list'] ?? '')
  if (!found) throw listNotFound()
  return found
}

/** The row in the path, if this person may see it. */
export const rowIn = (call: Call, list: ListState): Row => {
  const asked = call.params['item'] ?? ''
  const row = /^\d{1,10}$/.test(asked) ? list.rows.get(Number(asked)) : undefined
  if (!row || !maySee(call, list, row)) throw itemNotFound()
  return row
}

const owns = ({ site, persona }: Call, list: ListState): boolean => roleOn(site, list, persona) === 'owner'

/** A list may be set to show people only the rows that they made themselves; owners see all. */
export const maySee = (call: Call, list: ListState, { createdBy }: Pick<Gone, 'createdBy'>): boolean =>
  !list.head.readOwnOnly || createdBy === call.persona.id || owns(call, list)

/** Refuses a change to a row in a list that lets people change only their own rows, or none; owners change all. */
export const mustMayChange = (call: Call, list: ListState, { createdBy }: Row): void => {
  const { editing = 'all' } = list.head
  if (editing === 'all' || (editing === 'own' && createdBy === call.persona.id) || owns(call, list)) return
  throw accessDenied()
}
