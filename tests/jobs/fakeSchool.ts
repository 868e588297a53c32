import { Problem } from '../../src/domain/problem.ts'
import type { AnyRecordType, Stored } from '../../src/domain/record.ts'
import type { Files, SchoolRecords, Store, Written } from '../../src/graph/storeTypes.ts'
import type { JobPorts } from '../../src/jobs/jobRow.ts'
import type { Loose } from '../../src/jobs/plan.ts'

export type FakeRow = Stored<Loose>
type Table = Map<string, FakeRow>

/** What may happen to one request: `after` and `crashAfter` were done all the same. */
export type Fate = 'well' | 'before' | 'after' | 'busy' | 'crashBefore' | 'crashAfter'

/** The lists and library of a school in memory, as the Store's contract has them. */
export type FakeSchool = {
  readonly tables: Map<string, Table>
  readonly files: Map<string, Uint8Array>
  /** Every state that a row has been in, oldest first. */
  readonly history: Map<string, FakeRow[]>
  put(type: string, key: string, record: Loose, archived?: boolean): FakeRow
  /** Somebody else saves a row. */
  meddle(type: string, key: string, changes: Loose): void
}

const idOf = (type: string, key: string) => `${type}/${key}`

export const fakeSchool = (): FakeSchool => {
  const tables = new Map<string, Table>()
  const history = new Map<string, FakeRow[]>()
  const table = (type: string) => tables.get(type) ?? tables.set(type, new Map()).get(type)!
  const keep = (type: string, row: FakeRow): FakeRow => {
    table(type).set(row.key, row)
    history.set(idOf(type, row.key), [...(history.get(idOf(type, row.key)) ?? []), row])
    return row
  }
  return {
    tables,
    history,
    files: new Map(),
    put: (type, key, record, archived = false) =>
      keep(type, {
        ...record,
        key,
        id: key,
        etag: '1',
        archived,
        archivedReason: archived ? 'Before' : null,
        createdAt: null,
        createdBy: null,
        modifiedAt: null,
        modifiedBy: null,
      } as FakeRow),
    meddle(type, key, changes) {
      const row = table(type).get(key)
      if (row) keep(type, { ...row, ...changes, etag: String(Number(row.etag) + 1) } as FakeRow)
    },
  }
}

export const historyOf = (school: FakeSchool, type: string, key: string): FakeRow[] =>
  school.history.get(idOf(type, key)) ?? []

const offline = () => new Problem({ code: 'offline' }, 'No answer')
const busy = () => new Problem({ code: 'busy' }, 'Busy')

/** What a page that is gone throws at whatever is still running in it. */
const gone = () => new Error('This page is gone')

/** One page's way to the school: each request meets a fate; after a crash nothing of the page reaches the school. */
export const pageOf = (school: FakeSchool, fate: (call: string) => Fate, pause: () => Promise<void>) => {
  let dead = false
  let time = Date.parse('2026-09-01T09:00:00Z')
  const done = <T>(call: string, work: () => T): T => {
    if (dead) throw gone()
    const met = fate(call)
    if (met === 'crashBefore') dead = true
    if (dead) throw gone()
    if (met === 'before') throw offline()
    if (met === 'busy') throw busy()
    const answer = work()
    if (met === 'crashAfter') {
      dead = true
      throw gone()
    }
    if (met === 'after') throw offline()
    return answer
  }
  const reach = async <T>(call: string, work: () => T): Promise<T> => {
    await pause()
    return done(call, work)
  }

  const storeOf = (type: AnyRecordType): Store<Loose> => {
    const table = () =>
      school.tables.get(type.name) ?? school.tables.set(type.name, new Map()).get(type.name)!
    const find = (key: string): FakeRow => {
      const row = table().get(key)
      if (!row) throw new Problem({ code: 'gone' }, 'No such row')
      return row
    }
    const writeIf = (stored: FakeRow, changes: Loose): FakeRow => {
      const now = find(stored.key)
      const differs = Object.entries(changes).some(([name, value]) => now[name] !== value)
      if (now.etag !== stored.etag) {
        if (!differs) return now
        const trouble = { code: 'changed', mine: { ...stored, ...changes }, theirs: now } as const
        throw new Problem(trouble, 'Changed by somebody')
      }
      if (differs) school.meddle(type.name, stored.key, changes)
      return find(stored.key)
    }
    const make = (key: string, record: Loose): FakeRow =>
      table().get(key) ?? school.put(type.name, key, record)
    const many = async <A>(
      call: string,
      all: readonly A[],
      keyOf: (one: A) => string,
      work: (one: A) => FakeRow,
    ) => {
      await pause()
      const written: Written<Loose>[] = []
      for (const one of all) {
        try {
          written.push({ key: keyOf(one), outcome: 'stored', record: done(call, () => work(one)) })
        } catch (thrown) {
          if (!(thrown instanceof Problem)) throw thrown
          written.push({ key: keyOf(one), outcome: 'refused', problem: thrown })
        }
        await pause()
      }
      return written
    }
    const shelf = (reason: string | null) =>
      ({ archived: reason !== null, archivedReason: reason }) as unknown as Loose
    const store = {
      allWithArchived: () => reach('read', () => ({ records: [...table().values()], unreadable: [] })),
      byKey: (key: string) => reach('read', () => find(key)),
      create: (record: Loose, key: string) => reach('write', () => make(key, record)),
      update: (stored: FakeRow, changes: Loose) => reach('write', () => writeIf(stored, changes)),
      createMany: (records: readonly { key: string; record: Loose }[]) =>
        many(
          'write',
          records,
          ({ key }) => key,
          ({ key, record }) => make(key, record),
        ),
      updateMany: (rows: readonly { stored: FakeRow; changes: Loose }[]) =>
        many(
          'write',
          rows,
          ({ stored }) => stored.key,
          ({ stored, changes }) => writeIf(stored, changes),
        ),
      shelveMany: (rows: readonly { stored: FakeRow; reason: string | null }[]) =>
        many(
          'write',
          rows,
          ({ stored }) => stored.key,
          ({ stored, reason }) => writeIf(stored, shelf(reason)),
        ),
    }
    return store as unknown as Store<Loose>
  }

  const files: Pick<Files, 'save' | 'read'> = {
    save: (_audience, path, bytes) =>
      reach('file', () => {
        let name = path
        while (school.files.has(name)) name = `${name}+`
        school.files.set(name, bytes)
        return { name: name.split('/').at(-1)!, webUrl: '', etag: '1' }
      }),
    read: (_audience, path) =>
      reach('read', () => {
        const bytes = school.files.get(path)
        if (!bytes) throw new Problem({ code: 'gone' }, 'No such file')
        return bytes
      }),
  }
  const ports: JobPorts = {
    records: { store: storeOf, mayRead: async () => true } as unknown as SchoolRecords,
    files,
    now: () => new Date(time),
    sleep: async (milliseconds) => {
      time += milliseconds
      await pause()
      if (dead) throw gone()
    },
  }
  return { ports, isDead: () => dead }
}
