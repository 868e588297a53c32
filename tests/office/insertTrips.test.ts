import { beforeAll, expect, test } from 'vitest'
import type { MapInput } from '../../src/documents/provisionMap/input.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import type { Workbook } from '../../src/documents/xlsx/model.ts'
import { newBook } from '../../src/emulator/office/excel/book.ts'
import { insertWorkbook } from '../../src/host/excel.ts'
import { muchMore, whatIfs } from '../validity/whatIfs.ts'
import { bigSchool } from '../documents/bigSchool.ts'
import { faults, noReckoning, openBook, startOffice } from './excelHost.ts'

beforeAll(startOffice)

/** What an insert sends: one look, then writes, each with how many bytes it is and whether nothing is reckoned meanwhile. */
const sent = async (input: MapInput) => {
  const workbook = provisionMap(input)
  const { host, model } = openBook(newBook(), { reckoner: noReckoning })
  await insertWorkbook(() => workbook)
  expect(faults).toEqual([])
  expect(model.book.tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(workbook.sheets.flatMap(({ tables }) => tables.map(({ name }) => name))),
  )
  return {
    workbook,
    trips: host.rich.batches.map(({ request, writes }) => {
      const calls = request.Actions.map(({ Name }) => Name)
      const suspends = ['SuspendApiCalculationUntilNextSync', 'SuspendScreenUpdatingUntilNextSync']
      return {
        writes,
        bytes: Buffer.byteLength(JSON.stringify(request)),
        // Before the first thing that is written: later would be too late for what came before.
        suspended:
          suspends.every((name) => calls.includes(name)) &&
          Math.max(...suspends.map((name) => calls.indexOf(name))) <
            calls.findIndex((name) => name === 'Values' || name === 'Formulas'),
      }
    }),
  }
}

const checked = ([look, ...writes]: Awaited<ReturnType<typeof sent>>['trips']) => {
  expect(look).toMatchObject({ writes: false })
  for (const trip of writes) {
    expect(trip).toMatchObject({ writes: true, suspended: true })
    expect(trip.bytes).toBeLessThan(5_000_000)
  }
}
const rowsOf = ({ sheets }: Workbook) =>
  sheets.flatMap(({ tables }) => tables.map(({ area }) => area.rows - 1)).reduce((sum, some) => sum + some, 0)

// Each inserts tens of thousands of rows through office.js: most of a minute of work on its own.
test('the whole workbook of 1,100 pupils with every sheet and two stored what ifs goes in within 5 MB a round trip, at most three for each 5,000 rows, with calculation suspended', async () => {
  const input = bigSchool(1_500, 1_100, 40)
  const scenarios = [
    ...whatIfs(input, '2026-11-23').slice(0, 1),
    muchMore(input, '2026-11-30', '01JD00000000000000000002ZZ'),
  ]
  const { workbook, trips } = await sent({ ...input, more: { ...input.more, scenarios } })
  const ids = new Set(workbook.sheets.map(({ id }) => id.replace(/\d+$/, '')))
  const asked = ['pupil', 'timetable', 'delivery', 'impact', 'scenario', 'moneyLines', 'topUps', 'whatIf', 'whatIfWeeks', 'whatIf1Money'] // prettier-ignore
  for (const id of asked) expect(ids).toContain(id)
  checked(trips)
  expect(trips.length).toBeLessThanOrEqual(Math.floor((3 * rowsOf(workbook)) / 5_000))
  // Forty-nine thousand rows: twenty-nine would be allowed.
  expect(rowsOf(workbook)).toBeGreaterThan(45_000)
  expect(trips.length).toBeLessThanOrEqual(5)
}, 300_000)

test('a sheet of their own for 150 pupils, looks more than rows, takes at most three round trips for each 5,000 rows begun', async () => {
  const { workbook, trips } = await sent(bigSchool(300, 150, 150))
  expect(workbook.sheets.filter(({ id }) => /^pupil\d+$/.test(id))).toHaveLength(150)
  checked(trips)
  expect(trips.length).toBeLessThanOrEqual(3 * Math.ceil(rowsOf(workbook) / 5_000))
}, 300_000)
