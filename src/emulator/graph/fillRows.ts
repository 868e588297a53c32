import { instant, type Graph } from './call.ts'
import { startingFields, writtenFields } from './fieldValues.ts'
import { indexKey, rowsWith } from './found.ts'
import type { Fields, ListState, Row } from './world.ts'

/** New rows for a list, checked like those that come through Graph. Throws on the first that would be refused. */
export const newRows = (graph: Graph, list: ListState, given: readonly Fields[], persona: string): Row[] => {
  const { head, nextRow, sequence } = list
  const made = instant(graph.now())
  const unique = head.columns.filter((column) => column.unique)
  const taken = new Map(unique.map(({ name }) => [name, new Set<string>()]))
  return given.map((each, at) => {
    const fields = writtenFields(head, startingFields(head), each, graph.settings)
    for (const [name, seen] of taken) {
      const value = fields[name]
      if (value === undefined) continue
      const key = indexKey(value)
      if (seen.has(key) || rowsWith(list, name, value).size > 0) throw new Error(`${name} is taken: ${key}`)
      seen.add(key)
    }
    return {
      id: nextRow + at,
      guid: graph.newGuid(),
      number: 1,
      sequence: sequence + 1 + at,
      fields,
      created: made,
      createdBy: persona,
      modified: made,
      modifiedBy: persona,
    }
  })
}
