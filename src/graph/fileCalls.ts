import { Problem } from '../domain/problem.ts'
import { answerFrom } from './answer.ts'
import type { Graph } from './client.ts'
import { pagesOf } from './pages.ts'
import { isBusy, waitBefore } from './patience.ts'
import { isPassing, isUncertain, problemOf, problemOfThrown } from './problem.ts'
import { mustBeSharePoint, requestFor } from './send.ts'
import type { FolderEntry } from './storeTypes.ts'

// A file's name may hold a pupil's initials: no message says it.
export const about = { kind: 'file', name: 'Documents' } as const

/**
 * The bytes of a file. Graph's own /content answers with a redirect to SharePoint, which browsers don't follow for a
 * request with a token (its preflight is refused there); Microsoft's page on downloading asks to take the address
 * from the file itself, which holds its permission: no token goes there.
 */
export const bytesAt = async (graph: Graph, at: string): Promise<Uint8Array> => {
  const { body } = await graph.ask({ path: `${at}?$select=id,@microsoft.graph.downloadUrl`, about })
  const address = (body as Record<string, unknown> | null)?.['@microsoft.graph.downloadUrl']
  if (typeof address !== 'string') {
    throw new Problem({ code: 'unexpected' }, 'Graph gave no address for a file')
  }
  mustBeSharePoint(address)
  const asked = { about } as const
  for (let attempt = 0; ; attempt += 1) {
    try {
      const response = await graph.send(requestFor(address, { method: 'GET', credentials: 'omit' }, 'file'))
      if (response.status < 400) return new Uint8Array(await response.arrayBuffer())
      if (!isBusy(response.status) || attempt === 3) {
        throw problemOf(await answerFrom(response), asked, graph.now())
      }
    } catch (thrown) {
      if (attempt > 0 || !(thrown instanceof TypeError)) throw problemOfThrown(thrown, asked)
    }
    await graph.sleep(waitBefore(attempt, null))
  }
}

type Entry = {
  readonly name: string
  readonly size?: number
  readonly eTag?: string
  readonly folder?: object
  readonly createdDateTime?: string
  readonly webUrl?: string
  readonly createdBy?: { readonly user?: { readonly displayName?: string } } | null
}

export const entriesAt = async (graph: Graph, at: string): Promise<FolderEntry[]> => {
  const path = `${at}/children?$select=name,size,eTag,folder,createdDateTime,createdBy,webUrl`
  const entries: FolderEntry[] = []
  try {
    for await (const { value } of pagesOf<Entry>(graph, { path, about })) entries.push(...value.map(shown))
    return entries
  } catch (thrown) {
    if (isGone(thrown)) return []
    throw thrown
  }
}

const shown = ({ name, size, eTag, folder, createdDateTime, createdBy, webUrl }: Entry): FolderEntry => ({
  name,
  isFolder: folder !== undefined,
  size: size ?? 0,
  etag: eTag ?? '',
  createdAt: createdDateTime ?? null,
  createdBy: createdBy?.user?.displayName ?? null,
  webUrl: webUrl ?? null,
})

/** Deletes one file, never a folder with all that is in it. Gone is gone; when no answer came, the place tells. */
export const disposeAt = async (graph: Graph, at: string): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    const there = await entryAt(graph, at)
    if (there === null) return
    if (there.folder) throw new Problem({ code: 'refused', why: 'It is a folder' }, 'A folder is not deleted')
    try {
      const headers = there.eTag ? { 'If-Match': there.eTag } : {}
      await graph.ask({ method: 'DELETE', path: at, about, headers })
      return
    } catch (thrown) {
      if (isGone(thrown)) return
      if (tries === 2 || !isUncertain(thrown) || !isPassing(thrown)) throw thrown
    }
  }
}

const entryAt = async (graph: Graph, at: string): Promise<Entry | null> => {
  try {
    return (await graph.ask({ path: `${at}?$select=id,eTag,folder`, about })).body as Entry | null
  } catch (thrown) {
    if (isGone(thrown)) return null
    throw thrown
  }
}

const isGone = (thrown: unknown): boolean => thrown instanceof Problem && thrown.code === 'gone'
