import { Problem } from '../domain/problem.ts'
import type { Asking } from './asking.ts'
import type { Graph } from './client.ts'

type Page<T> = {
  readonly value?: T[]
  readonly '@odata.nextLink'?: string
  readonly '@odata.deltaLink'?: string
}

/**
 * What Graph has to list at an address, page by page to the end, its links followed as they are. An answer without
 * a list is a Problem, never taken for "there are none", and so are links that lead round in a circle.
 */
export async function* pagesOf<T>(graph: Graph, asking: Asking): AsyncGenerator<Page<T> & { value: T[] }> {
  const followed = new Set<string>()
  let next: string | undefined = asking.path
  while (next !== undefined) {
    followed.add(next)
    const { body } = await graph.ask({ ...asking, path: next })
    const page = body as Page<T> | null
    next = page?.['@odata.nextLink']
    if (!Array.isArray(page?.value) || (next !== undefined && followed.has(next))) {
      throw new Problem({ code: 'unexpected' }, `Graph’s answer for ${asking.about.name} holds no list`)
    }
    yield page as Page<T> & { value: T[] }
  }
}

/** All that Graph has to list at an address. */
export const allPages = async <T>(graph: Graph, asking: Asking): Promise<T[]> => {
  const all: T[] = []
  for await (const { value } of pagesOf<T>(graph, asking)) for (const each of value) all.push(each)
  return all
}
