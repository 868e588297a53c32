import { Problem } from '../domain/problem.ts'
import type { Asking } from './asking.ts'
import type { Graph } from './client.ts'

/**
 * Everything that Graph has to list at an address, page by page to the end, its links followed as they are. An
 * answer without a list is a Problem, never taken for "there are none".
 */
export const allPages = async <T>(graph: Graph, asking: Asking): Promise<T[]> => {
  const all: T[] = []
  let next: string | undefined = asking.path
  while (next !== undefined) {
    const { body } = await graph.ask({ ...asking, path: next })
    const page = body as { value?: unknown; '@odata.nextLink'?: string } | null
    if (!Array.isArray(page?.value) || page['@odata.nextLink'] === next) {
      throw new Problem({ code: 'unexpected' }, `Graph’s answer for ${asking.about.name} holds no list`)
    }
    all.push(...(page.value as T[]))
    next = page['@odata.nextLink']
  }
  return all
}
