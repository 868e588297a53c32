import { beforeAll, beforeEach, expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { serialOf } from '../../src/domain/rules/day.ts'
import type { FoundInMap } from '../../src/documents/mapBack/differences.ts'
import { mapBack } from '../../src/documents/mapBack/mapBack.ts'
import { plannedWrites } from '../../src/documents/mapBack/plannedWrites.ts'
import { refreshPlan, settledWrites } from '../../src/documents/mapBack/refresh.ts'
import { type MapInput } from '../../src/documents/provisionMap/input.ts'
import { heads } from '../../src/documents/provisionMap/mapColumns.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { newBook } from '../../src/emulator/office/excel/book.ts'
import { readWorkbook } from '../../src/emulator/office/excel/readXlsx.ts'
import { ApiError } from '../../src/emulator/office/hostObject.ts'
import { nodeXml } from '../../src/emulator/office/nodeXml.ts'
import { findMaps, insertWorkbook } from '../../src/host/excel.ts'
import { type MapReading, readMap } from '../../src/host/excel/readMap.ts'
import { writeMap } from '../../src/host/excel/writeMap.ts'
import { bigMap, workedExample } from '../documents/madeUpSchool.ts'
import { faults, noReckoning, openBook, startOffice } from './excelHost.ts'

beforeAll(startOffice)
beforeEach(() => faults.splice(0))

const inserted = async (input: MapInput = workedExample(), reckons = false) => {
  const opened = openBook(newBook(), reckons ? {} : { reckoner: noReckoning })
  await insertWorkbook((copy) => provisionMap(input, copy))
  return { ...opened, input }
}
const read = async (): Promise<Extract<MapReading, { is: 'read' }>> => {
  const [map] = await findMaps()
  const reading = await readMap(map!)
  if (reading.is === 'none') throw new Error(reading.words)
  return reading
}
const look = async (input: MapInput) => {
  const reading = await read()
  const back = mapBack({ ...reading, records: input })
  if ('refusal' in back) throw new Error(back.refusal.words)
  return { reading, found: back }
}
const inTable = (
  act: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => void | Promise<void>,
) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Provision map')
    await act(sheet.tables.getItemAt(0), sheet, context)
    await context.sync()
  })
const cell = (table: Excel.Table, row: number, heading: string) =>
  table.columns.getItem(heading).getDataBodyRange().getCell(row, 0)
const type = (row: number, heading: string, value: unknown) =>
  inTable((table) => {
    cell(table, row, heading).values = [[value]]
  })
const valueOf = (heading: string): Promise<unknown[]> =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets
      .getItem('Provision map')
      .tables.getItemAt(0)
      .columns.getItem(heading)
      .getDataBodyRange()
    range.load('values')
    await context.sync()
    return (range.values as unknown[][]).map(([value]) => value)
  })
const what = ({ changes, newer, added, leaving, refused, doubled, missing }: FoundInMap) => ({
  changes,
  newer,
  added,
  leaving,
  refused,
  doubled,
  missing,
})
const nothing = { changes: [], newer: [], added: [], leaving: [], refused: [], doubled: [], missing: [] }

test('an inserted map read back says nothing; what is typed, struck out and added in it does', async () => {
  const { input } = await inserted()
  expect(what((await look(input)).found)).toEqual(nothing)
  await type(0, heads.minutes, 45)
  await type(1, heads.from, '14/09/2026')
  await type(1, heads.notes, "'=A1 went well")
  await inTable((table) => {
    cell(table, 2, heads.pupil).format.font.strikethrough = true
    const row = table.columns.getItem(heads.pupil).getDataBodyRange()
    row.load('rowCount')
    table.rows.add(undefined, [
      Array.from({ length: Object.keys(heads).length }, () => null),
    ] as unknown as string[][])
  })
  const last = (await valueOf(heads.pupil)).length - 1
  await type(last, heads.pupil, 'Kaur, Amira')
  await type(last, heads.provision, 'Nurture room')
  await type(last, heads.from, serialOf('2026-11-02'))
  const { found } = await look(input)
  expect(found.changes.map(({ at, field, sheet, since }) => [at, field, sheet, since])).toEqual([
    ['J4', 'minutes', '45', 'sheet'],
    ['G5', 'from', '14 Sep 2026', 'sheet'],
    [expect.stringMatching(/5$/), 'notes', '=A1 went well', 'sheet'],
  ])
  expect(found.leaving).toMatchObject([{ why: 'struck', at: 'A6' }])
  expect(found.added).toMatchObject([
    { at: 'A12', pupil: { one: {} }, provision: { one: {} }, complaints: [] },
  ])
  expect(faults).toEqual([])
})

test('rows that a filter or a hand hides are read like the others, and told of', async () => {
  const { input } = await inserted()
  await type(0, heads.minutes, 45)
  await inTable((table, sheet) => {
    table.columns.getItem(heads.pupil).filter.applyValuesFilter(['nobody'])
    sheet.getRange('4:4').rowHidden = true
  })
  const { reading, found } = await look(input)
  expect(reading).toMatchObject({ hiddenRows: 8, filtered: true })
  expect(found.changes).toMatchObject([{ at: 'J4' }])
})

test('charts of the workbook stand in the open one too, over the same cells', async () => {
  const { model, input } = await inserted()
  const wanted = provisionMap(input).sheets.flatMap(({ name, charts = [] }) =>
    charts.map(({ title, series }) => [name, title, series.length]),
  )
  expect(wanted.length).toBeGreaterThan(0)
  expect(
    model.book.sheets.flatMap(({ name, charts }) =>
      charts.map(({ title, series }) => [name, title, series.length]),
    ),
  ).toEqual(wanted)
  // A chart has no alternative text through the API: its name says what it shows.
  const charts = model.book.sheets.flatMap((sheet) => sheet.charts)
  expect(charts.map(({ name }) => name)).toEqual(charts.map(({ title }) => title))
  const all = model.book.sheets.flatMap(({ charts }) => charts.flatMap(({ series }) => series))
  for (const { values, labels } of all) expect([values, labels]).not.toContain('')
  expect(faults).toEqual([])
})

test('a table that was renamed, turned into cells or deleted is found or said', async () => {
  const { input } = await inserted()
  await type(0, heads.minutes, 45)
  await inTable((table) => {
    table.name = 'OurMap'
  })
  const renamed = await look(input)
  expect(renamed.reading.notes).toEqual([expect.stringContaining('called “OurMap” now')])
  expect(renamed.found.changes).toMatchObject([{ at: 'J4' }])
  await inTable((table) => void table.convertToRange())
  const cells = await look(input)
  expect(cells.reading).toMatchObject({ tableName: null, notes: [expect.stringContaining('plain cells')] })
  expect(cells.found.changes).toMatchObject([{ at: 'J4' }])
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Provision map').getRange('A1:AZ60').clear()
    await context.sync()
  })
  const [map] = await findMaps()
  expect(await readMap(map!)).toMatchObject({
    is: 'none',
    words: expect.stringContaining('gone from the sheet'),
  })
})

/** The school's records after what was sent, as the stores would have them. */
const stored = (input: MapInput, writes: ReturnType<typeof plannedWrites>['writes']): MapInput => ({
  ...input,
  allocations: [
    ...input.allocations
      .filter((line) => !writes.some(({ of, key }) => of === 'archive' && key === line.key))
      .map((line) => {
        const write = writes.find(({ of, key }) => of === 'line' && key === line.key)
        return write?.of === 'line' ? { ...line, ...write.changes } : line
      }),
    ...writes.flatMap((write) => (write.of === 'new' ? [{ ...write.record, key: write.key }] : [])),
  ],
})

const asAdded = (row: FoundInMap['added'][number]) => {
  const one = (named: typeof row.pupil) => ('one' in named ? named.one.key : '')
  return {
    pupil: one(row.pupil),
    provision: one(row.provision),
    values: Object.fromEntries(
      row.cells.map(({ field, change: said }) => [field, (said as { value: number }).value]),
    ),
  }
}

test('once sent, the workbook remembers it: a second look finds nothing, and “1 h” has become 60', async () => {
  const { input } = await inserted()
  await type(0, heads.minutes, "'1 h")
  await inTable((table) => {
    cell(table, 2, heads.provision).format.font.strikethrough = true
    cell(table, 3, heads.pupil).format.font.strikethrough = true
    table.rows.add(undefined, [
      Array.from({ length: Object.keys(heads).length }, () => null),
    ] as unknown as string[][])
  })
  const last = (await valueOf(heads.pupil)).length - 1
  await type(last, heads.pupil, 'Kaur, Amira')
  await type(last, heads.provision, 'Nurture room')
  await type(last, heads.from, serialOf('2026-11-02'))
  await type(last, heads.weeks, "'6 wks")
  const { reading, found } = await look(input)
  const [change] = found.changes
  const [row] = found.added
  const [ends, goes] = found.leaving
  const key = newKey()
  const { writes, complaints } = plannedWrites(
    [
      { is: 'take', difference: change!, value: 60 },
      {
        is: 'add',
        row: row!,
        key,
        ...asAdded(row!),
      },
      { is: 'end', leaving: ends!, on: '2026-12-18' },
      { is: 'archive', leaving: goes! },
    ],
    { allocations: input.allocations, groups: [] },
  )
  expect([...complaints]).toEqual([])
  expect(writes.map(({ of }) => of).toSorted()).toEqual(['archive', 'line', 'line', 'new'])
  const after = stored(input, writes)
  const again = mapBack({ ...reading, records: after })
  if ('refusal' in again) throw new Error('refused')
  const back = settledWrites(
    { ...reading, found: again, records: after, copy: 1 },
    {
      ids: new Set([change!.id]),
      made: [{ id: row!.id, row: row!.row, says: 'Kaur, Amira', key }],
      archived: [goes!.key],
      ended: [{ key: ends!.key, until: '2026-12-18' }],
    },
  )
  expect(await writeMap(reading.tableName!, back, reading.basePlaces)).toEqual({
    kept: 0,
    lost: 0,
    unsure: [],
  })
  expect(faults).toEqual([])
  const second = await look(after)
  expect(what(second.found)).toEqual(nothing)
  expect(second.found.alike).toEqual([])
  expect((await valueOf(heads.minutes))[0]).toBe(60)
  expect((await valueOf(heads.weeks)).at(-1)).toBe(6)
  expect(await valueOf('Record key')).toContain(key)
  expect(await valueOf('Record key')).not.toContain(goes!.key)
})

/** The first row once more above itself, as when somebody copies a row and inserts it; with other words in some cells. */
const copyAbove = (change: Readonly<Record<string, unknown>> = {}) =>
  inTable(async (table, _sheet, context) => {
    const row = table.rows.getItemAt(0)
    row.load('values')
    await context.sync()
    table.rows.add(0, row.values)
    for (const [heading, value] of Object.entries(change)) cell(table, 0, heading).values = [[value]]
  })
const withMinutes = (input: MapInput, key: string, minutes: number): MapInput => ({
  ...input,
  allocations: input.allocations.map((line) => (line.key === key ? { ...line, minutes } : line)),
})
const refreshed = async (records: MapInput, chosen = {}) => {
  const reading = await read()
  const found = mapBack({ ...reading, records, chosen })
  if ('refusal' in found) throw new Error(found.refusal.words)
  const plan = refreshPlan({ ...reading, found, records, copy: 1 })
  return {
    found,
    plan,
    unwritten: await writeMap(reading.tableName!, plan.writes, reading.basePlaces, plan.formulas),
  }
}

test('a copy for another pupil above its original takes nothing of what a refresh brings', async () => {
  const { input } = await inserted()
  const [original] = (await valueOf('Record key')) as string[]
  const [first, second] = await valueOf(heads.pupil)
  const other = second === first ? (await valueOf(heads.pupil)).find((one) => one !== first) : second
  await copyAbove({ [heads.pupil]: other, [heads.minutes]: 41 })
  const { found, unwritten } = await refreshed(withMinutes(input, original!, 77))
  expect(found.doubled).toEqual([])
  expect(found.added).toMatchObject([{ at: 'A4', copyOf: 'A5' }])
  expect(unwritten).toEqual({ kept: 0, lost: 0, unsure: [] })
  expect((await valueOf(heads.minutes)).slice(0, 2)).toEqual([41, 77])
  expect((await valueOf('Record key')).slice(0, 2)).toEqual([original, original])
})

test('a row that was copied as it is is asked about by cell, and a refresh writes into neither until it is said', async () => {
  const { input } = await inserted()
  const [original] = (await valueOf('Record key')) as string[]
  await copyAbove({ [heads.minutes]: 41 })
  const now = withMinutes(input, original!, 77)
  const open = await refreshed(now)
  expect(open.found.doubled).toMatchObject([{ said: null, rows: [{ at: 'A4' }, { at: 'A5' }] }])
  expect([open.found.changes, open.found.added, open.found.newer]).toEqual([[], [], []])
  expect((await valueOf(heads.minutes)).slice(0, 2)).toEqual([41, 20])
  // The lower one is the line: it gets what the record says, the copy loses the key and is a new line from now on.
  const said = await refreshed(now, { rowOf: new Map([[original!, 4]]) })
  expect(said.found.doubled).toMatchObject([{ said: 4 }])
  expect((await valueOf(heads.minutes)).slice(0, 2)).toEqual([41, 77])
  expect((await valueOf('Record key')).slice(0, 2)).toEqual(['', original])
  const { found } = await look(now)
  expect([found.doubled, found.changes, found.newer]).toEqual([[], [], []])
  expect(found.added).toMatchObject([{ at: 'A4', complaints: [expect.stringContaining('already')] }])
})

test('rows with one key that were sorted or typed in between the look and the write are told from each other, or left', async () => {
  const { input, model } = await inserted()
  const [original] = (await valueOf('Record key')) as string[]
  await copyAbove({ [heads.minutes]: 41 })
  const now = withMinutes(input, original!, 77)
  const reading = await read()
  const found = mapBack({ ...reading, records: now, chosen: { rowOf: new Map([[original!, 4]]) } })
  if ('refusal' in found) throw new Error('refused')
  const plan = refreshPlan({ ...reading, found, records: now, copy: 1 })
  const swapFirstTwo = () => {
    const { sheet, box } = model.book.tables.find(({ name }) => name === 'ProvisionMap')!
    for (let column = box.left; column <= box.right; column++) {
      const [one, two] = [3, 4].map((row) => row * 16_384 + column)
      const [first, second] = [sheet.cells.get(one!)!, sheet.cells.get(two!)!]
      sheet.cells.set(one!, second)
      sheet.cells.set(two!, first)
    }
  }
  swapFirstTwo()
  await type(0, heads.minutes, 21)
  const write = () => writeMap(reading.tableName!, plan.writes, reading.basePlaces, plan.formulas)
  expect(await write()).toEqual({ kept: 0, lost: 0, unsure: ['A4', 'A5'] })
  expect((await valueOf(heads.minutes)).slice(0, 2)).toEqual([21, 41])
  // What the base says was not moved on either: the record is still the side that changed.
  const left = await read()
  expect(left.base!.get(original!)!.get('minutes')).toBe(20)
  await type(0, heads.minutes, 20)
  expect(await write()).toEqual({ kept: 0, lost: 0, unsure: [] })
  expect((await valueOf(heads.minutes)).slice(0, 2)).toEqual([77, 41])
  expect((await valueOf('Record key')).slice(0, 2)).toEqual([original, ''])
})

test('a copy above its original becomes a line of its own once sent, and what is written for the original goes to the original', async () => {
  const { input } = await inserted()
  const [original] = (await valueOf('Record key')) as string[]
  await copyAbove({ [heads.from]: serialOf('2027-05-03') })
  const now = withMinutes(input, original!, 77)
  const chosen = { rowOf: new Map([[original!, 4]]) }
  const reading = await read()
  const found = mapBack({ ...reading, records: now, chosen })
  if ('refusal' in found) throw new Error('refused')
  const [row] = found.added
  expect(row).toMatchObject({ copyOf: 'A5', complaints: [] })
  const key = newKey()
  const decided = { is: 'add' as const, row: row!, key, ...asAdded(row!) }
  const { writes } = plannedWrites([decided], { allocations: now.allocations, groups: [] })
  const after = stored(now, writes)
  const again = mapBack({ ...reading, records: after, chosen })
  if ('refusal' in again) throw new Error('refused')
  const says = String(reading.table.rows[0]!.cells[reading.table.headers.indexOf(heads.pupil)]!.value)
  const back = settledWrites(
    { ...reading, found: again, records: after, copy: 1 },
    { ids: new Set([row!.id]), made: [{ id: row!.id, row: row!.row, says, key }], archived: [], ended: [] },
  )
  expect(await writeMap(reading.tableName!, back, reading.basePlaces)).toEqual({
    kept: 0,
    lost: 0,
    unsure: [],
  })
  expect((await valueOf('Record key')).slice(0, 2)).toEqual([key, original])
  const { found: second } = await look(after)
  expect([second.doubled, second.added, second.changes]).toEqual([[], [], []])
  expect(second.newer).toMatchObject([{ key: original, field: 'minutes', record: '77' }])
})

test('a key column with a heading of somebody’s own is written by what is in it', async () => {
  const { input } = await inserted()
  const [key] = (await valueOf('Record key')) as string[]
  await inTable(async (table, _sheet, context) => {
    const head = table.getHeaderRowRange()
    head.load('values')
    await context.sync()
    head.getCell(0, (head.values[0] as string[]).indexOf('Record key')).values = [['Our numbers']]
  })
  await refreshed(withMinutes(input, key!, 77))
  expect((await valueOf(heads.minutes))[0]).toBe(77)
})

test('a refresh writes what the records changed, adds and takes away rows, and leaves everything else as it was', async () => {
  const { input, model } = await inserted(workedExample(), true)
  await inTable((table, sheet) => {
    const count = input.allocations.length
    table.columns.add(undefined, [
      ['Seen by head'],
      ...Array.from({ length: count }, (_, at) => [`tick ${at}`]),
    ])
    sheet.getRange('A:A').format.columnWidth = 200
    cell(table, 1, heads.minutes).format.fill.color = '#FF0000'
    cell(table, 3, heads.minutes).values = [[55]]
  })
  await Excel.run(async (context) => {
    const own = context.workbook.worksheets.add('My sums')
    own.getRange('A1').formulas = [['=SUM(ProvisionMap[Cost])']]
    await context.sync()
  })
  const keys = (await valueOf('Record key')) as string[]
  const [pupilOne, provisionOne] = [input.pupils[0]!, input.provisions[3]!]
  const fresh = {
    ...blank(Allocation, {
      pupil: pupilOne.key,
      provision: provisionOne.key,
      from: '2026-11-09',
      minutes: 10,
      sessionsPerWeek: 1,
      weeks: 4,
      groupSize: 1,
      role: 'ta',
      notes: '=not a formula',
    }),
    key: newKey(),
  }
  const now: MapInput = {
    ...input,
    allocations: [
      ...input.allocations
        .filter(({ key }) => key !== keys[2])
        .map((line) => (line.key === keys[1] ? { ...line, minutes: 35, until: '2027-03-26' } : line))
        .map((line) => (line.key === keys[3] ? { ...line, minutes: 50, sessionsPerWeek: 2 } : line)),
      fresh,
    ],
  }
  const { reading, found } = await look(now)
  expect(found.changes).toMatchObject([{ field: 'minutes', since: 'both', record: '50', sheet: '55' }])
  const plan = refreshPlan({ ...reading, found, records: now, copy: 1 })
  expect(plan).toMatchObject({ added: 1, removed: 1, newPupils: 0 })
  await writeMap(reading.tableName!, plan.writes, reading.basePlaces, plan.formulas)
  expect(faults).toEqual([])
  const after = await look(now)
  expect(after.found.changes).toMatchObject([{ field: 'minutes', since: 'both' }])
  expect([after.found.newer, after.found.missing, after.found.refused, after.found.leaving]).toEqual([
    [],
    [],
    [],
    [],
  ])
  const kept = (await valueOf('Record key')) as string[]
  expect(kept).toEqual([...keys.filter((key) => key !== keys[2]), fresh.key])
  // Beside each line stands what its owner wrote there.
  expect(await valueOf('Seen by head')).toEqual([
    ...keys.map((_, at) => `tick ${at}`).filter((_, at) => at !== 2),
    '',
  ])
  expect((await valueOf(heads.minutes)).slice(0, 4)).toEqual([expect.anything(), 35, 55, expect.anything()])
  expect((await valueOf(heads.notes)).at(-1)).toBe('=not a formula')
  const sheet = model.book.sheets.find(({ name }) => name === 'Provision map')!
  expect(sheet.columns.get(0)!.width).toBeGreaterThan(200)
  const places = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Provision map').getRange('J5')
    range.load('format/fill/color')
    const sum = context.workbook.worksheets.getItem('My sums').getRange('A1')
    sum.load('values')
    const costs = context.workbook.tables
      .getItem('ProvisionMap')
      .columns.getItem(heads.cost)
      .getDataBodyRange()
    costs.load('values')
    await context.sync()
    return {
      fill: range.format.fill.color,
      sum: sum.values[0]![0] as number,
      costs: (costs.values as unknown[][]).flat(),
    }
  })
  expect(places.fill).toBe('#FF0000')
  const total = places.costs.filter((one) => typeof one === 'number').reduce((sum, one) => sum + one, 0)
  expect(places.sum).toBeCloseTo(total, 2)
  expect(places.costs.at(-1)).toEqual(expect.any(Number))
})

test('a filtered table gives up no rows: they are kept and told, the rest is refreshed', async () => {
  const { input } = await inserted()
  const keys = (await valueOf('Record key')) as string[]
  await inTable((table) => table.columns.getItem(heads.role).filter.applyValuesFilter(['Teaching assistant']))
  const now = { ...input, allocations: input.allocations.filter(({ key }) => key !== keys[0]) }
  const { reading, found } = await look(now)
  const plan = refreshPlan({ ...reading, found, records: now, copy: 1 })
  expect(await writeMap(reading.tableName!, plan.writes, reading.basePlaces, plan.formulas)).toEqual({
    kept: 1,
    lost: 0,
    unsure: [],
  })
  expect(await valueOf('Record key')).toEqual(keys)
  // The row that stayed is still known for what it was, so a refresh without the filter takes it out.
  await inTable((table) => void table.columns.getItem(heads.role).filter.clear())
  const later = await look(now)
  expect(later.found.refused).toMatchObject([{ key: keys[0], why: 'archived' }])
  const again = refreshPlan({ ...later.reading, found: later.found, records: now, copy: 1 })
  await writeMap(later.reading.tableName!, again.writes, later.reading.basePlaces, again.formulas)
  expect(await valueOf('Record key')).toEqual(keys.slice(1))
})

test('a table sorted between looking and writing is written by its keys, not by its rows', async () => {
  const { input, model } = await inserted()
  const keys = (await valueOf('Record key')) as string[]
  const now = {
    ...input,
    allocations: input.allocations.map((line) => (line.key === keys[1] ? { ...line, minutes: 33 } : line)),
  }
  const { reading, found } = await look(now)
  const plan = refreshPlan({ ...reading, found, records: now, copy: 1 })
  // Two rows change places, as a sort would have it.
  const { sheet, box } = model.book.tables.find(({ name }) => name === 'ProvisionMap')!
  for (let column = box.left; column <= box.right; column++) {
    const [one, two] = [4, 6].map((row) => row * 16_384 + column)
    const [first, second] = [sheet.cells.get(one!)!, sheet.cells.get(two!)!]
    sheet.cells.set(one!, second)
    sheet.cells.set(two!, first)
  }
  await writeMap(reading.tableName!, plan.writes, reading.basePlaces, plan.formulas)
  const minutes = await valueOf(heads.minutes)
  expect(((await valueOf('Record key')) as string[])[3]).toBe(keys[1])
  expect(minutes[3]).toBe(33)
})

test('a map that was saved, closed and opened again comes back the same', async () => {
  const { input, host } = await inserted()
  await type(0, heads.minutes, 45)
  await inTable((table) => {
    cell(table, 2, heads.pupil).format.font.strikethrough = true
  })
  openBook(readWorkbook(await host.document.bytes(), 'map.xlsx', nodeXml()), { reckoner: noReckoning })
  const { reading, found } = await look(input)
  expect(reading.facts).toMatchObject({ made: input.today, scope: 'school', school: input.schoolName })
  expect(found.changes).toMatchObject([{ at: 'J4', since: 'sheet' }])
  expect(found.leaving).toMatchObject([{ why: 'struck' }])
  expect(found.notes).toEqual([])
})

// Two inserts of as many lines as need a third trip, each request made by office.js: half a minute of work on its own.
test('an insert that fails in its second trip leaves nothing behind, nor does one whose answer is lost', async () => {
  for (const when of ['before', 'after'] as const) {
    const { host, model } = openBook(newBook(), { reckoner: noReckoning })
    let trips = 0
    host.rich.trouble[when] = () => {
      if (++trips === 3) throw new ApiError('GeneralException', 'Something went wrong.')
    }
    const steps: number[] = []
    await expect(
      insertWorkbook(
        (copy) => provisionMap(bigMap(4_000), copy),
        [],
        (done, of) => steps.push(done / of),
      ),
    ).rejects.toMatchObject({ code: 'unexpected' })
    expect(trips).toBeGreaterThan(2)
    expect(steps.every((share) => share > 0 && share < 1)).toBe(true)
    expect(model.book.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
    expect([model.book.names, model.book.tables]).toEqual([[], []])
  }
}, 240_000)

test.each([5_000, 20_000])(
  '%i lines go in and are read back within three round trips for each 5,000 rows and 5 MB each',
  async (count) => {
    const { host } = openBook(newBook(), { reckoner: noReckoning })
    const input = bigMap(count)
    await insertWorkbook((copy) => provisionMap(input, copy))
    const trips = () =>
      host.rich.batches.splice(0).map(({ request, response }) => ({
        sent: JSON.stringify(request).length,
        got: JSON.stringify(response).length,
      }))
    const inTrips = trips()
    const { reading } = await look(input)
    const outTrips = trips()
    expect(faults).toEqual([])
    expect(reading.table.rows).toHaveLength(count)
    expect(inTrips.length).toBeLessThanOrEqual((3 * count) / 5000)
    for (const { sent, got } of [...inTrips, ...outTrips]) expect(Math.max(sent, got)).toBeLessThan(5_000_000)
  },
  300_000,
)
