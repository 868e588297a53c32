import { strToU8 } from 'fflate'
import { dataDictionary } from '../domain/dataDictionary.ts'
import { type AnyRecordType, type Audience, recordTypesVersion, type Stored } from '../domain/record.ts'
import { recordTypes } from '../domain/records/index.ts'
import type { Files, SchoolRecords, Store, Unreadable } from '../graph/storeTypes.ts'
import { byKey, copiedRow, historyOf, jsonLines, readable, titleFor, wasChanged } from './copiedRows.ts'
import { copyCsv } from './copyCsv.ts'
import { documentPath, documentsIn, isOfOneFile, whyNotCopied } from './copyDocuments.ts'
import {
  type CopiedFile,
  type CopiedList,
  copyFormat,
  copyFormatVersion,
  type CopyIndex,
  fileStem,
} from './copyIndex.ts'
import { copyReadme } from './copyReadme.ts'
import { sha256 } from './hash.ts'
import type { Loose } from './pupilFile.ts'
import { jsonSchema } from './schema.ts'
import { type Sink, zipTo } from './writeZip.ts'

/** How far the copy is: what is being read, how many rows so far, bytes written. */
export type CopyProgress = {
  readonly doing: string
  readonly step: number
  readonly steps: number
  readonly rows: number
  readonly bytes: number
}

export type CopyOptions = {
  readonly school: { readonly id: string; readonly name: string }
  /** The sites that the school has. */
  readonly audiences: readonly Audience[]
  readonly records: SchoolRecords
  /** Without it no documents are taken. */
  readonly files?: Files | undefined
  readonly madeBy: string
  now(): Date
  /** Earlier versions too: a request for each record that was ever changed. */
  readonly versions?: boolean
  readonly progress?: (at: CopyProgress) => void
  readonly signal?: AbortSignal | undefined
  /** Awaited between the parts: a pause is a promise that is not kept yet. */
  readonly gate?: () => Promise<void>
}

/** All documents together: a zip of this kind ends at 4 GB, and a browser well before. */
const roomForDocuments = 1_500_000_000
/**
 * Writes everything that the school's lists hold, archived records too, as one .zip: JSON with its schema, CSV for
 * people, the data dictionary, rows that can't be read, documents, and an index with counts and SHA-256. What this
 * person may not read is left out and said. A Problem ends it; so does the signal.
 */
export const writeCopy = async (options: CopyOptions, sink: Sink): Promise<CopyIndex> => {
  const { records, files, audiences, signal, now, progress = () => {}, gate = async () => {} } = options
  const types = recordTypes.filter(({ audience }) => audiences.includes(audience))
  const steps = types.length * 2 + (files ? audiences.length : 0)
  const readFrom = now().toISOString()
  const written: CopiedFile[] = []
  const lists: CopiedList[] = []
  const leftOut: { what: string; why: string }[] = []
  const unreadable: ({ type: string; list: string } & Unreadable)[] = []
  const titles = new Map<string, string>()
  const held = new Map<AnyRecordType, readonly Stored<Loose>[]>()
  let [step, rows, bytes, documents] = [0, 0, 0, 0]

  const zip = zipTo((piece) => {
    bytes += piece.length
    sink(piece)
  })
  const tell = (doing: string) => progress({ doing, step, steps, rows, bytes })
  const next = async (doing: string) => {
    await gate()
    signal?.throwIfAborted()
    tell(doing)
  }
  const put = async (path: string, content: Uint8Array | string) => {
    const whole = typeof content === 'string' ? strToU8(content) : content
    written.push({ path, bytes: whole.length, sha256: await sha256(whole) })
    await zip.add(path, whole)
  }

  // Everything is read before anything is written, so that the lists lie as near to one moment as they can.
  for (const type of types) {
    await next(type.list)
    const listing = await readable(records, type, signal)
    if ('why' in listing) leftOut.push({ what: `List “${type.list}”`, why: listing.why })
    else {
      held.set(type, byKey(listing.records))
      unreadable.push(...listing.unreadable.map((row) => ({ type: type.name, list: type.list, ...row })))
      rows += listing.records.length + listing.unreadable.length
      for (const record of listing.records) titles.set(record.key, titleFor(type, record))
    }
    step += 1
  }
  const readUntil = now().toISOString()

  for (const [type, all] of held) {
    await next(type.list)
    const stem = fileStem(type.list)
    await put(`data/${stem}.json`, jsonLines(all.map((record) => copiedRow(type, record))))
    await put(
      `csv/${stem}.csv`,
      copyCsv(type, all, (key) => titles.get(key)),
    )
    if (options.versions) {
      const changed = all.filter(wasChanged)
      if (changed.length > 0)
        await put(
          `history/${stem}.json`,
          await historyOf(records.store(type) as unknown as Store<Loose>, changed, next, type.list, signal),
        )
    }
    lists.push({
      type: type.name,
      list: type.list,
      site: type.audience,
      file: `data/${stem}.json`,
      rows: all.length,
      archived: all.filter(({ archived }) => archived).length,
      unreadable: unreadable.filter((row) => row.type === type.name).length,
    })
    step += 1
  }

  let room = roomForDocuments
  for (const audience of files ? audiences : []) {
    await next('Documents')
    const found = await documentsIn(files!, audience).catch((thrown: unknown) => {
      if (!isOfOneFile(thrown)) throw thrown
      leftOut.push({ what: `Documents of the site “${audience}”`, why: 'they can’t be read' })
      return []
    })
    for (const document of found) {
      await next('Documents')
      const path = documentPath(document)
      const why = whyNotCopied(document, room)
      const content =
        why === null
          ? await files!.read(audience, document.path).catch((thrown: unknown) => {
              if (!isOfOneFile(thrown)) throw thrown
              return null
            })
          : null
      if (content === null) leftOut.push({ what: path, why: why ?? 'it can’t be read' })
      else {
        await put(path, content)
        room -= content.length
        documents += 1
      }
    }
    step += 1
  }

  const index = {
    format: copyFormat,
    formatVersion: copyFormatVersion,
    recordTypesVersion,
    school: { id: options.school.id, name: options.school.name },
    readFrom,
    readUntil,
    madeBy: options.madeBy,
    versions: options.versions === true,
    lists,
    documents,
    leftOut,
  } as const
  await put('schema.json', `${JSON.stringify(jsonSchema([...held.keys()]), null, 2)}\n`)
  await put('dictionary.md', dataDictionary(recordTypes))
  await put('unreadable.json', jsonLines(unreadable))
  await put('README.txt', copyReadme(index))
  const whole: CopyIndex = { ...index, files: written.toSorted((a, b) => (a.path < b.path ? -1 : 1)) }
  await zip.add('index.json', strToU8(`${JSON.stringify(whole, null, 2)}\n`))
  zip.end()
  tell('Done')
  return whole
}
