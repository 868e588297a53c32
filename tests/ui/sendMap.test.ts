import { expect, test } from 'vitest'
import { Problem } from '../../src/domain/problem.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { sendMap, takeBack, withSent } from '../../src/taskpane/workbook/sendMap.ts'
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

/** Rows 1 to `count`, each to get other minutes, and a store that takes them batch by batch. */
const many = (count: number) => {
  const rows = Array.from({ length: count }, (_, at) => line(keyNumbered(930_000 + at)))
  const writes = rows.map(({ key }) => ({
    of: 'line' as const,
    key,
    changes: { minutes: 45 },
    settles: [key],
  }))
  return { rows: { allocations: rows, groups: [] }, writes }
}
type Given = { stored: Row; changes: object }[]
const storing = (given: Given) =>
  given.map(({ stored: row, changes }) => ({
    key: row.key,
    outcome: 'stored',
    record: { ...row, ...changes, etag: `${row.etag}+` },
  }))

test('500 changes tell how far they are; a stop leaves the rest untried, and a second sending does just that rest', async () => {
  const { rows, writes } = many(500)
  const batches: string[][] = []
  const updateMany = async (given: Given) => {
    batches.push(given.map(({ stored: row }) => row.etag))
    return storing(given)
  }
  const records = { store: () => ({ updateMany }) } as never
  const first = await sendMap(
    records,
    rows,
    writes,
    () => undefined,
    () => batches.length >= 7,
  )
  expect([first.done.length, first.failed.size, first.stopped.size]).toEqual([140, 0, 360])
  expect(batches.every((batch) => batch.length === 20)).toBe(true)
  const after = withSent(rows, first)
  const left = writes.filter(({ settles }) => first.stopped.has(settles[0]!))
  const second = await sendMap(records, after, left, () => undefined)
  expect([second.done.length, second.stopped.size]).toEqual([360, 0])
  // Each row went out once, none with a version that was written meanwhile.
  const sent = batches.flat()
  expect(sent).toHaveLength(500)
  expect(sent.some((etag) => etag.endsWith('+'))).toBe(false)
  expect(withSent(after, second).allocations.every(({ minutes }) => minutes === 45)).toBe(true)
})

test('a connection that goes half-way is not tried for each of the rows that are left', async () => {
  const { rows, writes } = many(200)
  let asked = 0
  const updateMany = async (given: Given) => {
    asked += 1
    if (asked <= 2) return storing(given)
    return given.map(({ stored: row }) => ({
      key: row.key,
      outcome: 'refused',
      problem: new Problem({ code: 'offline' }, ''),
    }))
  }
  const sent = await sendMap({ store: () => ({ updateMany }) } as never, rows, writes, () => undefined)
  expect(asked).toBe(3)
  expect([sent.done.length, sent.failed.size]).toEqual([40, 160])
  expect(new Set([...sent.failed.values()].map(({ code }) => code))).toEqual(new Set(['offline']))
  // What is known of the rows without asking again: what was stored has its new version.
  const known = withSent(rows, sent).allocations
  expect(known.filter(({ minutes, etag }) => minutes === 45 && etag.endsWith('+'))).toHaveLength(40)
})
