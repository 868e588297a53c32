import { beforeAll, beforeEach, expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import type { AnyRecordType, RecordOf } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { serialOf } from '../../src/domain/rules/day.ts'
import { mapBack } from '../../src/documents/mapBack/mapBack.ts'
import { idOf, plannedWrites } from '../../src/documents/mapBack/plannedWrites.ts'
import { settledWrites } from '../../src/documents/mapBack/refresh.ts'
import type { MapInput } from '../../src/documents/provisionMap/input.ts'
import { heads } from '../../src/documents/provisionMap/mapColumns.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { newBook } from '../../src/emulator/office/excel/book.ts'
import type { SchoolRecords } from '../../src/graph/storeTypes.ts'
import { findMaps, insertWorkbook } from '../../src/host/excel.ts'
import { readMap } from '../../src/host/excel/readMap.ts'
import { writeMap } from '../../src/host/excel/writeMap.ts'
import { type Choices, decisionsOf, noChoices } from '../../src/taskpane/workbook/decisions.ts'
import { type Rows, sendMap } from '../../src/taskpane/workbook/sendMap.ts'
import { bigMap } from '../documents/madeUpSchool.ts'
import { oakfieldSchool } from '../graph/oakfield.ts'
import { faults, noReckoning, openBook, startOffice } from './excelHost.ts'

beforeAll(startOffice)
beforeEach(() => faults.splice(0))

type Input = Omit<MapInput, keyof Rows> & Rows

/** A map of so many lines in the open workbook, its records in the local Graph, read through the product's stores. */
const begun = async (count: number) => {
  const made = bigMap(count)
  const school = await oakfieldSchool()
  const { records } = school.as('senco')
  const fill = async <R extends AnyRecordType>(type: R, rows: readonly (RecordOf<R> & { key: string })[]) => {
    const given = rows.map(({ key, ...record }) => ({ key, record: record as unknown as RecordOf<R> }))
    const written = await records.store(type).createMany(given)
    expect(written.filter(({ outcome }) => outcome !== 'stored')).toEqual([])
  }
  await fill(Pupil, made.pupils)
  await fill(Provision, made.provisions)
  await fill(Allocation, made.allocations)
  const input = async (): Promise<Input> => ({
    ...made,
    pupils: (await records.store(Pupil).all()).records,
    provisions: (await records.store(Provision).all()).records,
    allocations: (await records.store(Allocation).all()).records,
    groups: [],
  })
  openBook(newBook(), { reckoner: noReckoning })
  const first = await input()
  await insertWorkbook((copy) => provisionMap(first, copy))
  return { school, records, input }
}
type Begun = Awaited<ReturnType<typeof begun>>

const inTable = (act: (table: Excel.Table) => void) =>
  Excel.run(async (context) => {
    act(context.workbook.tables.getItem('ProvisionMap'))
    await context.sync()
  })
const put = (table: Excel.Table, row: number, heading: string, value: unknown) => {
  table.columns.getItem(heading).getDataBodyRange().getCell(row, 0).values = [[value]]
}

const looked = async ({ input }: Pick<Begun, 'input'>) => {
  const records = await input()
  const [map] = await findMaps()
  const reading = await readMap(map!)
  if (reading.is === 'none') throw new Error(reading.words)
  const found = mapBack({ ...reading, records })
  if ('refusal' in found) throw new Error(found.refusal.words)
  return { records, reading, found }
}

/** What pressing Send does with what was looked at: to the records, then into the workbook's memory. */
const sent = async (
  { input, records: stores }: { input: Begun['input']; records: SchoolRecords },
  { records, reading, found }: Awaited<ReturnType<typeof looked>>,
  choices: Choices = noChoices,
  isStopped: () => boolean = () => false,
  onProgress: (done: number) => void = () => undefined,
) => {
  const decided = decisionsOf(found, choices, () => newKey())
  const { writes } = plannedWrites(decided, { allocations: records.allocations, groups: [] })
  const result = await sendMap(stores, records, writes, onProgress, isStopped)
  const ids = new Set(result.done.flatMap(({ write }) => write.settles))
  const now = await input()
  const again = mapBack({ ...reading, records: now })
  if ('refusal' in again) throw new Error('refused')
  const pupilAt = reading.table.headers.indexOf(heads.pupil)
  const made = decided.flatMap((one) =>
    one.is === 'add' && ids.has(idOf(one))
      ? [
          {
            id: one.row.id,
            row: one.row.row,
            says: String(reading.table.rows.find(({ at }) => at === one.row.row)!.cells[pupilAt]!.value),
            key: one.key,
          },
        ]
      : [],
  )
  const back = settledWrites(
    { ...reading, found: { ...again, columns: found.columns }, records: now, copy: 1 },
    { ids, made, archived: [], ended: [] },
  )
  const unwritten = await writeMap(reading.tableName!, back, reading.basePlaces)
  expect(unwritten).toEqual({ kept: 0, lost: 0, unsure: [] })
  return { result, decided }
}
const versionOf = (etag: string) => Number(/,(\d+)"/.exec(etag)?.[1])
const minutesOf = async ({ input }: Begun, keys: readonly string[]) => {
  const { allocations } = await input()
  return keys.map((key) => allocations.find((line) => line.key === key)!.minutes)
}

test('a record that somebody changed between the look and the sending keeps theirs, shows both values, and goes when it is chosen', async () => {
  const at = await begun(8)
  await inTable((table) => {
    put(table, 0, heads.minutes, 111)
    put(table, 1, heads.minutes, 112)
    put(table, 2, heads.minutes, 113)
  })
  const look = await looked(at)
  const keys = look.found.changes.map(({ key }) => key)
  expect(keys).toHaveLength(3)
  const others = at.school.as('senco').records.store(Allocation)
  const theirs = (await others.all()).records.find(({ key }) => key === keys[1])!
  await others.update(theirs, { minutes: 77 })

  const { result } = await sent(at, look)
  expect(result.done.map(({ write }) => write.key)).toEqual([keys[0], keys[2]])
  expect([...result.failed.values()].map(({ code }) => code)).toEqual(['changed'])
  expect(await minutesOf(at, keys)).toEqual([111, 77, 113])

  const second = await looked(at)
  expect(second.found.changes).toMatchObject([
    { key: keys[1], at: 'J5', record: '77', sheet: '112', since: 'both' },
  ])
  // Both sides changed it: nothing is sent before somebody chooses.
  expect((await sent(at, second)).decided).toEqual([])
  const [difference] = second.found.changes
  const chosen = { ...noChoices, ways: new Map([[difference!.id, 'take0']]) }
  await sent(at, await looked(at), chosen)
  expect(await minutesOf(at, keys)).toEqual([111, 112, 113])
  const { found, records } = await looked(at)
  expect([found.changes, found.newer, found.added]).toEqual([[], [], []])
  expect(records.allocations).toHaveLength(8)
  // Written once by the pane, and twice where somebody else had written it too.
  expect(keys.map((key) => versionOf(records.allocations.find((line) => line.key === key)!.etag))).toEqual([
    2, 3, 2,
  ])
  expect(faults).toEqual([])
})

test('a sending that is stopped has stored whole batches, and a second one does the rest: each record is written once', async () => {
  const count = 45
  const at = await begun(count)
  const { records } = await looked(at)
  const [pupil, provision] = [records.pupils[0]!, records.provisions.at(-1)!]
  await inTable((table) => {
    for (let row = 0; row < count; row++) put(table, row, heads.minutes, 100 + row)
    table.rows.add(undefined, [
      Array.from({ length: Object.keys(heads).length }, () => null),
    ] as unknown as string[][])
  })
  await inTable((table) => {
    put(table, count, heads.pupil, `${pupil.surname}, ${pupil.forename}`)
    put(table, count, heads.provision, provision.name)
    put(table, count, heads.from, serialOf('2026-11-02'))
    put(table, count, heads.minutes, 20)
  })
  const look = await looked(at)
  expect([look.found.changes.length, look.found.added.length]).toEqual([count, 1])
  const add = (row: (typeof look.found.added)[number]): Choices => ({
    ...noChoices,
    ways: new Map([[row.id, 'add']]),
    picks: new Map(
      [
        ['pupil', row.pupil, pupil.key],
        ['provision', row.provision, provision.key],
      ].flatMap(([what, named, key]) =>
        'several' in (named as object) ? [[`${row.id}/${what as string}`, key as string]] : [],
      ) as [string, string][],
    ),
  })
  let done = 0
  const first = await sent(
    at,
    look,
    add(look.found.added[0]!),
    () => done >= 20,
    (so) => (done = so),
  )
  expect([first.result.done.length, first.result.stopped.size, first.result.failed.size]).toEqual([20, 26, 0])
  expect((await at.input()).allocations).toHaveLength(count)

  const second = await looked(at)
  expect([second.found.changes.length, second.found.added.length]).toEqual([25, 1])
  const rest = await sent(at, second, add(second.found.added[0]!))
  expect([rest.result.done.length, rest.result.stopped.size]).toEqual([26, 0])
  const last = await looked(at)
  expect([last.found.changes, last.found.added, last.found.newer, last.found.doubled]).toEqual([
    [],
    [],
    [],
    [],
  ])
  expect(last.records.allocations).toHaveLength(count + 1)
  const versions = last.records.allocations.map(({ etag }) => versionOf(etag)).toSorted()
  expect(versions).toEqual([1, ...Array.from({ length: count }, () => 2)])
  expect(faults).toEqual([])
})
