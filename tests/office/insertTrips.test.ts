import { beforeAll, expect, test } from 'vitest'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { newBook } from '../../src/emulator/office/excel/book.ts'
import { insertWorkbook } from '../../src/host/excel.ts'
import { bigSchool } from '../documents/bigSchool.ts'
import { faults, noReckoning, openBook, startOffice } from './excelHost.ts'

beforeAll(startOffice)

/** What an insert sends: one look, then writes, each with how many bytes it is and whether nothing is reckoned meanwhile. */
const sent = async (lines: number, pupils: number, costed: number) => {
  const workbook = provisionMap(bigSchool(lines, pupils, costed))
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

test('the whole workbook of 1,100 pupils with every sheet goes in within 5 MB a round trip, at most three for each 5,000 rows, with calculation suspended', async () => {
  const { workbook, trips } = await sent(1_500, 1_100, 40)
  const ids = new Set(workbook.sheets.map(({ id }) => id.replace(/\d+$/, '')))
  for (const id of ['pupil', 'timetable', 'delivery', 'impact', 'scenario', 'moneyLines', 'topUps'])
    expect(ids).toContain(id)
  const [look, ...writes] = trips
  expect(look).toMatchObject({ writes: false })
  for (const trip of writes) {
    expect(trip).toMatchObject({ writes: true, suspended: true })
    expect(trip.bytes).toBeLessThan(5_000_000)
  }
  const rows = workbook.sheets.flatMap(({ tables }) => tables.map(({ area }) => area.rows - 1))
  const all = rows.reduce((sum, some) => sum + some, 0)
  expect(trips.length).toBeLessThanOrEqual(Math.floor((3 * all) / 5_000))
  // 40 sheets of pupils are looks more than rows: nearly a third of what is sent.
  expect(trips.length).toBeLessThanOrEqual(4)
}, 120_000)
