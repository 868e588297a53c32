import fc from 'fast-check'
import { expect } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { type AnyRecordType, fieldsOf, type Stored } from '../../src/domain/record.ts'
import { collected } from '../../src/export/writeZip.ts'
import { type CopyOptions, writeCopy } from '../../src/export/schoolCopy.ts'
import { type Copy, readCopy } from '../../src/export/readCopy.ts'
import type { Connection } from '../../src/graph/connect.ts'
import { keptTypes, oakfield } from '../graph/oakfield.ts'
import { anyRecord } from '../graph/records.ts'

type Loose = Record<string, unknown>

const copyOptions = ({ records, files }: Connection, more: Partial<CopyOptions> = {}): CopyOptions => ({
  school: oakfield,
  audiences: ['senco', 'staff'],
  records,
  files,
  madeBy: 'Sam Senco',
  now: () => new Date('2026-07-14T09:00:00Z'),
  ...more,
})

export const copyOf = async (connection: Connection, more: Partial<CopyOptions> = {}) => {
  const { sink, bytes } = collected()
  const index = await writeCopy(copyOptions(connection, more), sink)
  return { index, bytes: bytes() }
}

export const readWell = async (bytes: Uint8Array): Promise<Copy> => {
  const read = await readCopy(bytes)
  if ('refused' in read) throw new Error(read.refused)
  return read.copy
}

/** Some records of every type in a school, every fifth of them archived. */
export const fill = async ({ records }: Connection, each = 12, seed = 7): Promise<void> => {
  for (const type of keptTypes) {
    const given = fc
      .sample(anyRecord(type), { seed, numRuns: each })
      .map((record) => ({ key: newKey(), record }))
    const store = records.store(type)
    const written = await store.createMany(given as never)
    expect(written.map(({ outcome }) => outcome)).toEqual(given.map(() => 'stored'))
    const some = written.flatMap((row, at) => (at % 5 === 0 && row.outcome === 'stored' ? [row.record] : []))
    await store.shelveMany(some.map((record) => ({ stored: record as never, reason: 'Left =1+1' })))
  }
}

/** All that must be equal of a school: each list's records by key, every field, archived and why. */
export const contentOf = async ({ records }: Connection): Promise<Record<string, Loose>> => {
  const lists: Record<string, Loose> = {}
  for (const type of keptTypes) {
    const listing = await records.store(type).allWithArchived()
    expect(listing.unreadable).toEqual([])
    lists[type.name] = Object.fromEntries(
      (listing.records as unknown as Stored<Loose>[]).map((record) => [
        record.key,
        contentOfRow(type, record),
      ]),
    )
  }
  return lists
}
const contentOfRow = (type: AnyRecordType, record: Stored<Loose>) => ({
  ...Object.fromEntries(fieldsOf(type).map(([name]) => [name, record[name]])),
  archived: record.archived,
  archivedReason: record.archivedReason,
})
