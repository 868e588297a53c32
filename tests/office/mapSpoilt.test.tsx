// @vitest-environment jsdom
import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { fieldsOf } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import type { FoundInMap } from '../../src/documents/mapBack/differences.ts'
import { mapBack } from '../../src/documents/mapBack/mapBack.ts'
import type { MapInput } from '../../src/documents/provisionMap/input.ts'
import { heads } from '../../src/documents/provisionMap/mapColumns.ts'
import { serialOf } from '../../src/domain/rules/day.ts'
import { readWorkbook } from '../../src/emulator/office/excel/readXlsx.ts'
import { nodeXml } from '../../src/emulator/office/nodeXml.ts'
import { findMaps } from '../../src/host/excel.ts'
import { readMap } from '../../src/host/excel/readMap.ts'
import { bigMap } from '../documents/madeUpSchool.ts'
import { begunWith, type Begun, found, inSheet, look, send, startOfficeBeside, typed } from './begunMap.tsx'
import { faults, noReckoning, openBook } from './excelHost.ts'

beforeAll(startOfficeBeside)
beforeEach(() => faults.splice(0))
afterEach(cleanup)

const inTable = (act: (table: Excel.Table, context: Excel.RequestContext) => void | Promise<void>) =>
  Excel.run(async (context) => {
    await act(context.workbook.tables.getItem('ProvisionMap'), context)
    await context.sync()
  })

/** Whole of their groups' sizes, so that nothing is missing before anybody types. */
const school = (): MapInput => {
  const made = bigMap(16)
  return {
    ...made,
    allocations: made.allocations.map((line) => ({ ...line, groupSize: line.groupSize ?? 2 })),
  }
}

/** What a person leaves in a map: every kind of bad input at once, and three cells that are right. */
const spoil = async () => {
  const day = serialOf('2026-09-07')
  await typed([
    [0, heads.group, 0],
    [1, heads.minutes, 'lots'],
    [2, heads.until, day - 300],
    [3, heads.from, 'after Easter'],
    [4, heads.resources, '€12'],
    [5, heads.minutes, "'1,5 h"],
    [6, heads.sessions, "'1,5"],
    [8, heads.minutes, "'44"],
    [9, heads.resources, "'£12.50"],
    [10, heads.weeks, ''],
    [11, heads.minutes, 43],
    [12, heads.role, 'Wizard'],
  ])
  await inTable((table) => {
    const note = table.columns.getItem(heads.notes).getDataBodyRange().getCell(7, 0)
    note.numberFormat = [['General']]
    note.formulas = [['=A4&" has"']]
    // A row that nobody sees is a row.
    table.worksheet.getRange('15:15').rowHidden = true
    table.rows.add(undefined, [
      Array.from({ length: Object.keys(heads).length }, () => null),
    ] as unknown as string[][])
  })
  const [pupil, provision] = [(await inSheet(heads.pupil))[13], (await inSheet(heads.provision))[13]]
  await typed([
    [16, heads.pupil, pupil],
    [16, heads.provision, provision],
    [16, heads.from, serialOf('2026-11-09')],
  ])
}
/** Each cell that waits for a person or is refused. */
const waiting = ({ changes, added }: FoundInMap) => [
  ...changes.flatMap(({ at, field, change }) =>
    'value' in change && change.value !== null ? [] : [`${at} ${field}`],
  ),
  ...added.map(({ at, doubt }) => `${at} ${doubt?.split(',')[0]}`),
]
const asked = [
  'L4 groupSize',
  'J5 minutes',
  'H6 until',
  'G7 from',
  'Q8 resources',
  'J9 minutes',
  'I10 sessionsPerWeek',
  expect.stringMatching(/^[A-Z]+11 notes$/),
  'K14 weeks',
  'F16 role',
  'A20 Shares days with A17',
]
/** What each line says, without when it was stored. */
const rowsOf = async ({ lines }: Begun) =>
  new Map(
    (await lines.all()).records.map((line) => [
      line.key,
      Object.fromEntries(
        fieldsOf(Allocation).map(([name]) => [name, (line as Record<string, unknown>)[name]]),
      ),
    ]),
  )

test('of a map with every kind of bad input only what is sure is stored; the rest is named by its cell, each time again', async () => {
  const made = school()
  const at = await begunWith(made)
  const before = await rowsOf(at)
  await spoil()
  const keys = (await inSheet('Record key')) as string[]
  const all = await look(at)
  expect(waiting(all)).toEqual(asked)
  expect(at.hook.current.decided).toHaveLength(3)
  await send(at)
  expect(at.hook.current.work).toMatchObject({ is: 'done', words: '3 changes sent to the records.' })
  const sent = {
    8: { minutes: 44 },
    9: { resources: 1250 },
    11: { minutes: 43 },
  }
  const wanted = new Map(before)
  for (const [row, changes] of Object.entries(sent)) {
    const key = keys[Number(row)]!
    wanted.set(key, { ...before.get(key), ...changes })
  }
  expect(await rowsOf(at)).toEqual(wanted)
  // What could not be sent stands as it was typed, and is named again.
  expect((await inSheet(heads.minutes)).slice(1, 6)).toEqual(expect.arrayContaining(['lots', '1,5 h']))
  expect(waiting(await look(at))).toEqual(asked)
  expect(found(at.hook.current).changes).toHaveLength(asked.length - 1)
  expect(faults).toEqual([])
})

test('saved as a file, its table renamed, filtered and two columns exchanged, the same cells are named', async () => {
  const made = school()
  const { host } = await begunWith(made)
  await spoil()
  await inTable(async (table, context) => {
    const [head, body] = [table.getHeaderRowRange(), table.getDataBodyRange()]
    head.load('values')
    body.load('values')
    await context.sync()
    const names = head.values[0] as string[]
    const [one, two] = [names.indexOf(heads.sessions), names.indexOf(heads.minutes)]
    const column = (place: number) => (body.values as unknown[][]).map((row) => [row[place]])
    head.getCell(0, one).values = [['·']]
    await context.sync()
    for (const [place, from] of [
      [two, one],
      [one, two],
    ] as const) {
      head.getCell(0, place).values = [[names[from]]]
      body.getColumn(place).values = column(from)
    }
    table.columns.getItem(heads.pupil).filter.applyValuesFilter(['nobody'])
    table.name = 'OurMap'
  })
  openBook(readWorkbook(await host.document.bytes(), 'map.xlsx', nodeXml()), { reckoner: noReckoning })
  const [map] = await findMaps()
  const reading = await readMap(map!)
  if (reading.is === 'none') throw new Error(reading.words)
  expect(reading).toMatchObject({ hiddenRows: 17, tableName: 'OurMap' })
  const back = mapBack({ ...reading, records: made })
  if ('refusal' in back) throw new Error(back.refusal.words)
  const moved = {
    'J5 minutes': 'I5 minutes',
    'J9 minutes': 'I9 minutes',
    'I10 sessionsPerWeek': 'J10 sessionsPerWeek',
  }
  expect(waiting(back)).toEqual(asked.map((cell) => moved[cell as keyof typeof moved] ?? cell))
  expect(back.changes.filter(({ change }) => 'value' in change && change.value !== null)).toHaveLength(3)
  expect(faults).toEqual([])
})
