import type { Call, Graph, Site } from './call.ts'
import { itemNotFound, Refusal } from './refusal.ts'
import type { ListState, Row } from './world.ts'

/** The lists of a site, oldest first. */
export const listsOf = (graph: Graph, site: Site): readonly ListState[] =>
  [...graph.world.lists.values()].filter(({ head }) => head.site === site.id)

/** The list in the path, by its id, its title or the name in its address. */
export const listIn = (call: Call): ListState => {
  const asked = (call.params['list'] ?? '').toLowerCase()
  const byId = call.graph.world.lists.get(asked)
  if (byId?.head.site === call.site.id) return byId
  for (const list of listsOf(call.graph, call.site)) {
    if ([list.head.displayName, list.head.name].some((each) => each.toLowerCase() === asked)) return list
  }
  throw new Refusal(404, 'itemNotFound', 'The specified list was not found')
}

/** The row in the path, if this person may see it. */
export const rowIn = (call: Call, list: ListState): Row => {
  const asked = call.params['item'] ?? ''
  const row = /^\d{1,10}$/.test(asked) ? list.rows.get(Number(asked)) : undefined
  if (!row || !maySee(call, list, row)) throw itemNotFound()
  return row
}

/** A list may be set to show people only the rows that they made themselves; owners see all. */
export const maySee = (call: Call, list: ListState, row: Row): boolean =>
  !list.head.readOwnOnly ||
  row.createdBy === call.persona.id ||
  call.site.members.get(call.persona.id) === 'owner'
