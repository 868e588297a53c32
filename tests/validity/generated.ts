import { recordTypes } from '../../src/domain/records/index.ts'
import type { AnyRecordType, Stored } from '../../src/domain/record.ts'
import { generateSchool } from '../../src/emulator/seed/generateSchool.ts'
import type { GeneratedSchool, SchoolKind } from '../../src/emulator/seed/rows.ts'
import type { SchoolRecords, Store } from '../../src/graph/storeTypes.ts'

type Loose = Record<string, unknown>

const storedRow = ({ key, record }: { key: string; record: unknown }, at: number): Stored<Loose> => ({
  ...(record as Loose),
  key,
  id: String(at + 1),
  etag: '"1"',
  archived: false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
})

/** The records of a generated school, to read alone: what the builders of documents need, without a Graph. */
export const generatedRecords = (kind: SchoolKind, seed: number, today: string) => {
  const generated = generateSchool(kind, seed, today)
  const rowsOf = new Map(
    // What comes of work in the app, such as a job or a line of the log, is not made up.
    recordTypes.map(({ name }) => [name, (generated[name as keyof GeneratedSchool] ?? []).map(storedRow)]),
  )
  const store = (type: AnyRecordType) => {
    const rows = rowsOf.get(type.name)!
    return {
      all: async () => ({ records: rows, unreadable: [] }),
      about: async (field: string, value: string) => ({
        records: rows.filter((row) => row[field] === value),
        unreadable: [],
      }),
      byKey: async (key: string) => rows.find((row) => row.key === key)!,
    } as unknown as Store<unknown>
  }
  return { generated, records: { store, mayRead: async () => true } as unknown as SchoolRecords }
}
