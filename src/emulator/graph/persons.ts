import type { Graph } from './call.ts'
import { guidOf } from './guid.ts'
import type { JsonObject } from './json.ts'

/** Who did it, as Graph shows it: an identity set. What nobody did, SharePoint's own account did. */
export const personShown = (graph: Graph, persona: string): JsonObject => {
  const found = graph.personas.find(({ id }) => id === persona)
  if (!found) return { user: { email: '', id: guidOf('System Account'), displayName: 'System Account' } }
  const { displayName, id, mail } = found.user
  return { user: { email: mail, id, displayName } }
}
