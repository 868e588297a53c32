import type { Graph } from './call.ts'
import type { JsonObject } from './json.ts'

/** Who did it, as Graph shows it: an identity set. */
export const personShown = (graph: Graph, persona: string): JsonObject => {
  const found = graph.personas.find(({ id }) => id === persona)
  if (!found) return { user: { displayName: 'System Account' } }
  const { displayName, id, mail } = found.user
  return { user: { email: mail, id, displayName } }
}
