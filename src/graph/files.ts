import { Problem } from '../domain/problem.ts'
import { type Answer, answerFrom } from './answer.ts'
import type { Graph } from './client.ts'
import { fileName, stampedName } from './fileNames.ts'
import { about, bytesAt, disposeAt, entriesAt } from './fileCalls.ts'
import { isBusy, waitBefore } from './patience.ts'
import { problemOf, problemOfThrown, refusalOf } from './problem.ts'
import { mustBeSharePoint, requestFor } from './send.ts'
import type { Sites } from './sites.ts'
import type { Audience } from '../domain/record.ts'
import type { Files, SavedFile } from './storeTypes.ts'

/** Microsoft asks for an upload session from 4 MB on; its pieces are multiples of 320 KiB. */
const small = 4_000_000
const pieceSize = 16 * 327_680

type DriveItem = { readonly name: string; readonly webUrl: string; readonly eTag: string }

/**
 * Documents in a site's own library. A name that is taken is never written over: the new file takes the name with
 * the day and time behind it, and the answer says which name it got.
 */
export const filesOf = (graph: Graph, sites: Sites): Files => {
  const at = async (audience: Audience, names: readonly string[]) =>
    `/sites/${await sites.idOf(audience)}/drive/root${names.length > 0 ? `:/${names.map(encodeURIComponent).join('/')}:` : ''}`
  return {
    save: async (audience, path, bytes, type) => {
      const folders = namesIn(path)
      const wanted = folders.pop() ?? fileName('')
      for (let tries = 0; ; tries += 1) {
        const name = tries === 0 ? wanted : stampedName(wanted, graph.now(), tries)
        const place = await at(audience, [...folders, name])
        try {
          return await (bytes.length > small
            ? inPieces(graph, place, bytes)
            : atOnce(graph, place, bytes, type))
        } catch (thrown) {
          if (refusalOf(thrown)?.status !== 409 || tries === 5) throw thrown
        }
      }
    },
    read: async (audience, path) => bytesAt(graph, await at(audience, namesIn(path))),
    list: async (audience, path) => entriesAt(graph, await at(audience, namesIn(path))),
    dispose: async (audience, path) => disposeAt(graph, await at(audience, namesIn(path))),
  }
}

const namesIn = (path: string): string[] => path.split('/').filter(Boolean).map(fileName)

const saved = (body: unknown): SavedFile => {
  const { name, webUrl, eTag } = body as DriveItem
  return { name, webUrl, etag: eTag }
}

const atOnce = async (graph: Graph, at: string, bytes: Uint8Array, type: string): Promise<SavedFile> => {
  const { body } = await graph.ask({
    method: 'PUT',
    path: `${at}/content?@microsoft.graph.conflictBehavior=fail`,
    about,
    headers: { 'Content-Type': type },
    bytes: bytes as Uint8Array<ArrayBuffer>,
  })
  return saved(body)
}

/** The upload's own address holds its permission: no token goes there. */
const inPieces = async (graph: Graph, at: string, bytes: Uint8Array): Promise<SavedFile> => {
  const { body } = await graph.ask({
    method: 'POST',
    path: `${at}/createUploadSession`,
    about,
    body: { item: { '@microsoft.graph.conflictBehavior': 'fail' } },
  })
  const { uploadUrl } = body as { uploadUrl: string }
  mustBeSharePoint(uploadUrl)
  for (let from = 0; ; from += pieceSize) {
    const piece = bytes.slice(from, from + pieceSize) as Uint8Array<ArrayBuffer>
    const range = `bytes ${from}-${from + piece.length - 1}/${bytes.length}`
    const answer = await sendPiece(graph, uploadUrl, piece, range)
    if (answer.status !== 202) return saved(answer.body)
    if (from + piece.length >= bytes.length) {
      throw new Problem({ code: 'unexpected' }, 'An upload did not end with its last piece')
    }
  }
}

const sendPiece = async (
  graph: Graph,
  address: string,
  piece: Uint8Array<ArrayBuffer>,
  range: string,
): Promise<Answer> => {
  const asked = { about, method: 'PUT' } as const
  for (let attempt = 0; ; attempt += 1) {
    const answer = await graph
      .send(requestFor(address, { method: 'PUT', headers: { 'Content-Range': range }, body: piece }))
      .then(answerFrom)
      .catch((thrown: unknown) => Promise.reject(problemOfThrown(thrown, asked)))
    if (answer.status < 400) return answer
    if (!isBusy(answer.status) || attempt === 3) throw problemOf(answer, asked, graph.now())
    await graph.sleep(waitBefore(attempt, null))
  }
}
