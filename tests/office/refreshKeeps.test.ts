import { beforeAll, expect, test } from 'vitest'
import { mapBack } from '../../src/documents/mapBack/mapBack.ts'
import { refreshPlan } from '../../src/documents/mapBack/refresh.ts'
import { heads } from '../../src/documents/provisionMap/mapColumns.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { newBook } from '../../src/emulator/office/excel/book.ts'
import { findMaps, insertWorkbook } from '../../src/host/excel.ts'
import { readMap } from '../../src/host/excel/readMap.ts'
import { writeMap } from '../../src/host/excel/writeMap.ts'
import { workedExample } from '../documents/madeUpSchool.ts'
import { faults, noReckoning, openBook, startOffice } from './excelHost.ts'

beforeAll(startOffice)

test('a refresh of a map that somebody sorted, filtered and added to changes the one cell of which the record says something new', async () => {
  const { model } = openBook(newBook(), { reckoner: noReckoning })
  const input = workedExample()
  await insertWorkbook((copy) => provisionMap(input, copy))
  const mine = ['Seen by head', ...input.allocations.map((_, at) => `tick ${at}`)]
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('ProvisionMap')
    table.columns.add(
      undefined,
      mine.map((text) => [text]),
    )
    await context.sync()
    const own = context.workbook.worksheets.add('My sums')
    own.getRange('A1:B2').values = [
      ['For governors', 1],
      ['And parents', 2],
    ]
    const sheet = context.workbook.worksheets.getItem('Provision map')
    sheet.getRange('C:C').format.columnWidth = 321
    table.columns.getItem(heads.notes).getDataBodyRange().format.fill.color = '#FF0000'
    table.columns.getItem(heads.role).filter.applyValuesFilter(['Teaching assistant'])
    await context.sync()
  })
  const found = model.book.tables.find(({ name }) => name === 'ProvisionMap')!
  // The first and the last line change places, as a sort would have it.
  for (let column = found.box.left; column <= found.box.right; column++) {
    const [one, two] = [found.box.top + 1, found.box.bottom].map((row) => row * 16_384 + column)
    const [first, second] = [found.sheet.cells.get(one!), found.sheet.cells.get(two!)]
    for (const [place, cell] of [
      [one, second],
      [two, first],
    ] as const)
      if (cell) found.sheet.cells.set(place!, cell)
      else found.sheet.cells.delete(place!)
  }
  const said = () =>
    structuredClone({
      cells: new Map(
        [...found.sheet.cells].map(([place, { value, formula, look }]) => [place, { value, formula, look }]),
      ),
      own: model.book.sheets.find(({ name }) => name === 'My sums')!.cells,
      widths: [...found.sheet.columns].map(([at, { width }]) => [at, width]),
      filters: found.filters,
      box: found.box,
      sheets: model.book.sheets.map(({ name }) => name),
    })
  const before = said()
  expect(before.filters?.size).toBe(1)
  const changed = input.allocations.find(({ minutes }) => minutes !== null)!
  const records = {
    ...input,
    allocations: input.allocations.map((line) => (line === changed ? { ...line, minutes: 77 } : line)),
  }
  const [map] = await findMaps()
  const reading = await readMap(map!)
  if (reading.is === 'none') throw new Error(reading.words)
  const back = mapBack({ ...reading, records })
  if ('refusal' in back) throw new Error(back.refusal.words)
  const plan = refreshPlan({ ...reading, found: back, records, copy: 1 })
  await writeMap(reading.tableName!, plan.writes, reading.basePlaces, plan.formulas)
  expect(faults).toEqual([])
  const after = said()
  const other = [...after.cells].filter(
    ([place, cell]) => JSON.stringify(cell) !== JSON.stringify(before.cells.get(place)),
  )
  expect(other).toMatchObject([[expect.any(Number), { value: 77 }]])
  const { cells: _, ...rest } = after
  const { cells: __, ...was } = before
  expect(rest).toEqual(was)
  expect(after.cells.size).toBe(before.cells.size)
})
