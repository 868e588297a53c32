import { expect, test } from 'vitest'
import { Problem } from '../../src/domain/problem.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { sendMap, takeBack } from '../../src/taskpane/workbook/sendMap.ts'
import { keyNumbered, stored } from '../documents/madeUpReview.ts'

const [one, two, three, fresh] = [1, 2, 3, 4].map((number) => keyNumbered(920_000 + number)) as [
  string,
  string,
  string,
  string,
]
const line = (key: string) =>
  stored(
    Allocation,
    { pupil: keyNumbered(1), provision: keyNumbered(2), from: '2026-09-07', minutes: 20 },
    key,
  )
type Row = ReturnType<typeof line>

test('each record is sent with the version that was read; one that somebody changed stops no other, and all of it is taken back', async () => {
  const rows = new Map([one, two, three].map((key) => [key, line(key)]))
  const asked: string[] = []
  const put = (row: Row, changes: object): Row => {
    const next = { ...row, ...changes, etag: `${row.etag}+` }
    rows.set(row.key, next)
    return next
  }
  const store = {
    updateMany: async (all: { stored: Row; changes: object }[]) =>
      all.map(({ stored: row, changes }) => {
        asked.push(row.etag)
        return row.key === two
          ? {
              key: row.key,
              outcome: 'refused',
              problem: new Problem({ code: 'changed', mine: changes, theirs: row }, ''),
            }
          : { key: row.key, outcome: 'stored', record: put(row, changes) }
      }),
    createMany: async (all: { key: string; record: object }[]) =>
      all.map(({ key, record }) => ({ key, outcome: 'stored', record: put(line(key), record) })),
    shelveMany: async (all: { stored: Row }[]) =>
      all.map(({ stored: row }) => ({
        key: row.key,
        outcome: 'stored',
        record: put(row, { archived: true }),
      })),
    update: async (row: Row, changes: object) => {
      if (rows.get(row.key)!.etag !== row.etag) throw new Problem({ code: 'changed', mine: 1, theirs: 2 }, '')
      return put(row, changes)
    },
    archive: async (row: Row) => put(row, { archived: true }),
    restore: async (row: Row) => put(row, { archived: false }),
  }
  const records = { store: () => store } as never
  const steps: number[] = []
  const sent = await sendMap(
    records,
    { allocations: [...rows.values()], groups: [] },
    [
      { of: 'line', key: one, changes: { minutes: 45 }, settles: ['a'] },
      { of: 'line', key: two, changes: { minutes: 50 }, settles: ['b', 'c'] },
      { of: 'new', key: fresh, record: { ...line(fresh), minutes: 10 }, settles: ['d'] },
      { of: 'archive', key: three, settles: ['e'] },
    ],
    (done) => steps.push(done),
  )
  expect(asked).toEqual([line(one).etag, line(two).etag])
  expect(sent.done.flatMap(({ write }) => write.settles)).toEqual(['a', 'd', 'e'])
  expect([...sent.failed].map(([id, { code }]) => [id, code])).toEqual([
    ['b', 'changed'],
    ['c', 'changed'],
  ])
  expect(rows.get(one)!.minutes).toBe(45)
  // Somebody changes the new line before all of it is taken back; the others go back all the same.
  put(rows.get(one)!, { notes: 'theirs' })
  expect(await takeBack(records, sent)).toBe(1)
  expect(rows.get(one)).toMatchObject({ minutes: 45, notes: 'theirs' })
  expect([rows.get(three)!.archived, rows.get(fresh)!.archived]).toEqual([false, true])
})

test('a connection that goes fails each record of its step by itself and keeps what was stored before', async () => {
  const store = {
    updateMany: async (all: { stored: Row }[]) =>
      all.map(({ stored: row }) => ({ key: row.key, outcome: 'stored', record: row })),
    createMany: async () => {
      throw new Problem({ code: 'offline' }, '')
    },
  }
  const sent = await sendMap(
    { store: () => store } as never,
    { allocations: [line(one)], groups: [] },
    [
      { of: 'line', key: one, changes: { minutes: 45 }, settles: ['a'] },
      { of: 'new', key: fresh, record: line(fresh), settles: ['d'] },
    ],
    () => undefined,
  )
  expect(sent.done).toHaveLength(1)
  expect(sent.failed.get('d')).toEqual({ code: 'offline' })
})
