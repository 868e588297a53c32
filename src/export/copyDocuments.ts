import { Problem } from '../domain/problem.ts'
import type { Audience } from '../domain/record.ts'
import type { Files } from '../graph/storeTypes.ts'
import { isSafePath } from './readZip.ts'

export type FoundDocument = { readonly audience: Audience; readonly path: string; readonly size: number }

const deepest = 30

/** Every file in the library of a site, folder by folder, in the order of their paths. */
export const documentsIn = async (files: Files, audience: Audience): Promise<FoundDocument[]> => {
  const found: FoundDocument[] = []
  const walk = async (folder: string, depth: number): Promise<void> => {
    for (const { name, isFolder, size } of await files.list(audience, folder)) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (!isFolder) found.push({ audience, path, size })
      else if (depth < deepest) await walk(path, depth + 1)
    }
  }
  await walk('', 0)
  return found.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

export const documentPath = ({ audience, path }: FoundDocument): string => `documents/${audience}/${path}`

/** Why a document can't go into a copy; null where it can. `room` is what is left, in bytes. */
export const whyNotCopied = (document: FoundDocument, room: number): string | null =>
  !isSafePath(documentPath(document))
    ? 'its name can’t be kept in a zip file: copy it by hand'
    : document.size > room
      ? 'the copy would grow too large: copy it by hand'
      : null

/** A Problem that concerns one file alone, so that the copy may go on without it. */
export const isOfOneFile = (thrown: unknown): boolean =>
  thrown instanceof Problem && ['gone', 'noAccess', 'unexpected', 'refused'].includes(thrown.code)
