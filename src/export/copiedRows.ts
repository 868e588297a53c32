import { strToU8 } from 'fflate'
import { type AnyRecordType, fieldsOf, type Stored } from '../domain/record.ts'
import { Problem } from '../domain/problem.ts'
import type { Listing, SchoolRecords, Store } from '../graph/storeTypes.ts'
import type { Loose } from './pupilFile.ts'

const kept = [
  'key',
  'archived',
  'archivedReason',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
] as const

/** A record as an export writes it: what the store keeps, then each field in its order. SharePoint's own id is no part. */
export const copiedRow = (type: AnyRecordType, record: Stored<Loose>): Loose =>
  Object.fromEntries([
    ...kept.map((name) => [name, record[name]]),
    ...fieldsOf(type).map(([name]) => [name, record[name] ?? null]),
  ])

/** A JSON list with a record a line: any program reads it, and two copies can be compared line by line. */
export const jsonLines = (rows: readonly unknown[]): Uint8Array =>
  strToU8(rows.length === 0 ? '[]\n' : `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`)

/** In the order of their keys, so that two copies can be compared. */
export const byKey = <T extends { readonly key: string }>(rows: readonly T[]) =>
  rows.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))

/** SharePoint counts a row's changes in its eTag; two changes within a second have the same instants. */
export const wasChanged = ({ etag }: Stored<Loose>) => !/,1"?$/.test(etag)

const historiesAtOnce = 4

const ownRows = 'you see only what you added yourself'

/** The rows of a list, or why this person can't have them. SharePoint answers who has no access with nothing. */
export const readable = async (
  records: SchoolRecords,
  type: AnyRecordType,
  signal: AbortSignal | undefined,
): Promise<Listing<Loose> | { why: string }> => {
  try {
    if (!(await records.mayRead(type.audience))) return { why: 'you don’t have access to its site' }
    if (type.guard && !(await records.readsAll(type))) return { why: ownRows }
    return (await records.store(type).allWithArchived({ signal })) as unknown as Listing<Loose>
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown
    if (thrown.trouble.code === 'noAccess')
      return {
        why: thrown.trouble.ownRowsOnly ? ownRows : 'you don’t have access to it',
      }
    if (thrown.trouble.code === 'notSetUp') return { why: 'the list isn’t there' }
    throw thrown
  }
}

/** What a record is called where another points to it; '' where a row lacks what its title is made of. */
export const titleFor = (type: AnyRecordType, record: Stored<Loose>): string => {
  try {
    return String(type.titleOf(record as never))
  } catch {
    return ''
  }
}

/** The earlier versions of records, some records at once, as a file. */
export const historyOf = async (
  store: Store<Loose>,
  records: readonly Stored<Loose>[],
  next: (doing: string) => Promise<void>,
  list: string,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> => {
  const rows: unknown[] = []
  for (let from = 0; from < records.length; from += historiesAtOnce) {
    await next(`${list}: earlier versions, ${from} of ${records.length}`)
    const some = records.slice(from, from + historiesAtOnce)
    const histories = await Promise.all(some.map((record) => store.history(record, { signal })))
    rows.push(...some.map(({ key }, at) => ({ key, versions: histories[at] })))
  }
  return jsonLines(rows)
}
