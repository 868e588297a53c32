import { beforeAll, beforeEach, expect, test } from 'vitest'
import { serialOf } from '../../src/domain/rules/day.ts'
import type { FoundInMap } from '../../src/documents/mapBack/differences.ts'
import { mapBack } from '../../src/documents/mapBack/mapBack.ts'
import { plannedWrites } from '../../src/documents/mapBack/plannedWrites.ts'
import type { MapInput } from '../../src/documents/provisionMap/input.ts'
import { heads } from '../../src/documents/provisionMap/mapColumns.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { newBook } from '../../src/emulator/office/excel/book.ts'
import { findMaps, insertWorkbook } from '../../src/host/excel.ts'
import { readMap } from '../../src/host/excel/readMap.ts'
import { decisionsOf, noChoices } from '../../src/taskpane/workbook/decisions.ts'
import { workedExample } from '../documents/madeUpSchool.ts'
import { faults, noReckoning, openBook, startOffice, valuesAt } from './excelHost.ts'

beforeAll(startOffice)
beforeEach(() => faults.splice(0))

const inserted = async (reckons = false, input: MapInput = workedExample()): Promise<MapInput> => {
  openBook(newBook(), reckons ? {} : { reckoner: noReckoning })
  await insertWorkbook((copy) => provisionMap(input, copy))
  return input
}
const inTable = (act: (table: Excel.Table, context: Excel.RequestContext) => void | Promise<void>) =>
  Excel.run(async (context) => {
    await act(context.workbook.worksheets.getItem('Provision map').tables.getItemAt(0), context)
    await context.sync()
  })
type Typed = {
  readonly row: number
  readonly heading: string
  readonly value?: unknown
  readonly formula?: string
}
const type = (cells: readonly Typed[]) =>
  inTable((table) => {
    for (const { row, heading, value, formula } of cells) {
      const cell = table.columns.getItem(heading).getDataBodyRange().getCell(row, 0)
      if (formula === undefined) cell.values = [[value]]
      else {
        // As a paste brings it: in a cell of text it would be words.
        cell.numberFormat = [['General']]
        cell.formulas = [[formula]]
      }
    }
  })
const look = async (records: MapInput) => {
  const [map] = await findMaps()
  const reading = await readMap(map!)
  if (reading.is === 'none') throw new Error(reading.words)
  return { reading, back: mapBack({ ...reading, records }) }
}
const found = async (records: MapInput): Promise<FoundInMap> => {
  const { back } = await look(records)
  if ('refusal' in back) throw new Error(back.refusal.words)
  return back
}
/** What Send would do before anybody chose anything. */
const sentUnasked = (all: FoundInMap, { allocations, groups = [] }: MapInput) =>
  plannedWrites(
    decisionsOf(all, noChoices, () => ''),
    { allocations, groups },
  ).writes

const from = serialOf('2026-09-07')
test.each<[name: string, cells: Typed[], said: [at: string, words: RegExp][]]>([
  ['a group of nobody', [{ row: 0, heading: heads.group, value: 0 }], [['L4', /from 1 to 60/]]],
  ['words in a number', [{ row: 1, heading: heads.minutes, value: 'lots' }], [['J5', /this says “lots”/]]],
  [
    'dates the wrong way round',
    [{ row: 2, heading: heads.until, value: from - 30 }],
    [['H6', /Until is before from/]],
  ],
  [
    'both dates changed, the wrong way round',
    [
      { row: 2, heading: heads.from, value: from + 60 },
      { row: 2, heading: heads.until, value: from + 30 },
    ],
    [
      ['G6', /Until is before from/],
      ['H6', /Until is before from/],
    ],
  ],
  [
    'a day as words',
    [{ row: 0, heading: heads.from, value: 'after Easter' }],
    [['G4', /is a date, such as/]],
  ],
  [
    'a day that is a small number',
    [{ row: 0, heading: heads.from, value: 46 }],
    [['G4', /this is the number 46/]],
  ],
  ['another currency', [{ row: 0, heading: heads.resources, value: '€12' }], [['Q4', /in pounds/]]],
  [
    'hours with a comma',
    [{ row: 0, heading: heads.minutes, value: "'1,5 h" }],
    [['J4', /“1,5 h”. How many minutes/]],
  ],
  [
    'a number with a comma',
    [{ row: 0, heading: heads.sessions, value: "'1,5" }],
    [['I4', /“1,5”. Which number/]],
  ],
  [
    'a formula pasted as a note',
    [{ row: 0, heading: heads.notes, formula: '=A4&" has"' }],
    [[expect.stringMatching(/^[A-Z]+4$/) as unknown as string, /holds a formula, not words/]],
  ],
])('%s is named by its cell and nothing of it is sent', async (_name, cells, said) => {
  const input = await inserted()
  await type(cells)
  const all = await found(input)
  const wrong = all.changes.filter(({ change }) => !('value' in change))
  expect(wrong.map(({ at }) => at)).toEqual(said.map(([at]) => at))
  for (const [index, [, words]] of said.entries()) {
    const { change } = wrong[index]!
    expect('complaint' in change ? change.complaint : 'ask' in change && change.ask).toMatch(words)
  }
  const writes = sentUnasked(all, input)
  for (const { field } of wrong)
    expect(writes.some((write) => 'changes' in write && field in write.changes)).toBe(false)
  // An end and a beginning that don't go together change neither.
  if (wrong.some(({ field }) => field === 'until' || field === 'from')) expect(writes).toEqual([])
  expect(faults).toEqual([])
})

test.each<[name: string, typed: Typed, field: string, value: unknown]>([
  ['a number as text', { row: 0, heading: heads.minutes, value: "'45" }, 'minutes', 45],
  ['pounds as text', { row: 0, heading: heads.resources, value: "'£12.50" }, 'resources', 1250],
  ['a day as text', { row: 0, heading: heads.until, value: "'18 December 2026" }, 'until', '2026-12-18'],
  ['a sum', { row: 0, heading: heads.minutes, formula: '=3*15' }, 'minutes', 45],
])('%s is read as what it says', async (_name, typed, field, value) => {
  const input = await inserted(typed.formula !== undefined)
  await type([typed])
  const all = await found(input)
  expect(all.changes).toMatchObject([{ field, change: { value } }])
})

test('a group size that is gone waits for somebody to say so, and the sheet says what its cost lacks', async () => {
  const input = await inserted(true)
  await type([{ row: 0, heading: heads.group, value: '' }])
  const all = await found(input)
  expect(all.changes).toMatchObject([{ at: 'L4', field: 'groupSize', change: { value: null } }])
  expect(sentUnasked(all, input)).toEqual([])
  const [[cost, needed]] = (await valuesAt('Provision map', 'M4:N4')) as [[unknown, unknown]]
  expect(cost).toBe('Unfinished')
  expect(needed).toMatch(/how many pupils share it/)
})

test('a first day before the first rate is said in its row of the sheet, and no total is spoilt', async () => {
  const input = await inserted(true)
  await type([{ row: 0, heading: heads.from, value: serialOf('2019-09-02') }])
  const [[cost, needed]] = (await valuesAt('Provision map', 'M4:N4')) as [[unknown, unknown]]
  expect(cost).toBe('Unfinished')
  expect(needed).toMatch(/a rate for .* on 2 Sep 2019/)
  const all = [...(await valuesAt('Provision map', 'A1:AE11')), ...(await valuesAt('Totals', 'A1:M40'))]
  expect(all.flat().filter((value) => /^#[A-Z]/.test(String(value)))).toEqual([])
  expect((await found(input)).changes).toMatchObject([{ at: 'G4' }])
})

test('a line that would share days with one of the same pupil and provision says with which cell’s, and waits', async () => {
  const input = await inserted()
  const [first] = await valuesAt('Provision map', 'A4:C4')
  await inTable((table) => {
    table.rows.add(undefined, [
      Array.from({ length: Object.keys(heads).length }, () => null),
    ] as unknown as string[][])
  })
  const last = input.allocations.length
  await type([
    { row: last, heading: heads.pupil, value: first![0] },
    { row: last, heading: heads.provision, value: first![2] },
    { row: last, heading: heads.from, value: serialOf('2026-11-02') },
  ])
  const all = await found(input)
  expect(all.added).toMatchObject([{ at: `A${last + 4}`, complaints: [] }])
  expect(all.added[0]!.doubt).toMatch(/^Shares days with A4, the same support of this pupil \(/)
  expect(sentUnasked(all, input)).toEqual([])
})

test('a workbook of last year is said to be one, and read only when that is meant', async () => {
  const input = workedExample()
  await inserted(false, { ...input, today: '2025-11-20' })
  const { reading, back } = await look(input)
  expect(back).toMatchObject({ refusal: { why: 'otherYear', words: expect.stringContaining('20 Nov 2025') } })
  expect(mapBack({ ...reading, records: input, chosen: { otherYear: true } })).not.toHaveProperty('refusal')
})

test('columns that were moved and one that was taken out: what is there is read by its heading, what is not is told', async () => {
  const input = await inserted()
  await type([{ row: 0, heading: heads.minutes, value: 45 }])
  // Sessions and minutes change places, headings and all.
  await inTable(async (table, context) => {
    const [head, body] = [table.getHeaderRowRange(), table.getDataBodyRange()]
    head.load('values,columnIndex,rowIndex')
    body.load('values,rowCount')
    await context.sync()
    const names = head.values[0] as string[]
    const [one, two] = [names.indexOf(heads.sessions), names.indexOf(heads.minutes)]
    const column = (at: number) => (body.values as unknown[][]).map((row) => [row[at]])
    const put = (at: number, name: string, values: unknown[][]) => {
      head.getCell(0, at).values = [[name]]
      body.getColumn(at).values = values
    }
    const [sessions, minutes] = [column(one), column(two)]
    head.getCell(0, one).values = [['·']]
    await context.sync()
    put(two, heads.sessions, sessions)
    put(one, heads.minutes, minutes)
    const staff = table.columns.getItem(heads.staff)
    staff.getDataBodyRange().clear('Contents')
    head.getCell(0, names.indexOf(heads.staff)).values = [['Mine']]
  })
  const all = await found(input)
  expect(all.changes).toMatchObject([{ at: 'I4', field: 'minutes', sheet: '45' }])
  expect(all.notes.join()).toContain(`“${heads.staff}” is not in the table any more`)
})
