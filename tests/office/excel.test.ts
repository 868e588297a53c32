import { beforeAll, expect, test, vi } from 'vitest'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { mapLines } from '../../src/documents/provisionMap/input.ts'
import { columnLetters } from '../../src/documents/xlsx/model.ts'
import { xlsxBytes } from '../../src/documents/xlsx/xlsx.ts'
import { newBook, spot } from '../../src/emulator/office/excel/book.ts'
import { readWorkbook } from '../../src/emulator/office/excel/readXlsx.ts'
import { nodeXml } from '../../src/emulator/office/nodeXml.ts'
import { findMaps, insertWorkbook } from '../../src/host/excel.ts'
import { fullExample, bigMap, workedExample } from '../documents/madeUpSchool.ts'
import { tabMoney } from '../documents/tabMoney.ts'
import { faults, noReckoning, openBook, startOffice, valuesAt } from './excelHost.ts'

beforeAll(async () => {
  await startOffice()
})

/** Where the amount of the first rate of a role stands. */
const rateAt = async (role: string): Promise<string> => {
  const roles = (await valuesAt('Rates and rules', 'A1:A30')).flat()
  expect(roles).toContain(role)
  return `D${roles.indexOf(role) + 1}`
}

test('an inserted map costs every line as the domain does, and a changed rate changes every cost', async () => {
  openBook()
  const input = workedExample()
  const { sheets } = await insertWorkbook((copy) => provisionMap(input, copy))
  expect(faults).toEqual([])
  expect(sheets).toEqual([
    'Provision map',
    'Totals',
    'Money',
    'Top-ups',
    'Money lines',
    'Money weeks',
    'Rates and rules',
    'About this map',
    'Lists',
    'Last export',
  ])
  const costs = (await valuesAt('Provision map', 'M4:M11')).flat()
  expect(costs).toEqual(
    mapLines(input).lines.map(({ cost }) => (cost.cost ? cost.cost.perPupilPence / 100 : 'Unfinished')),
  )
  expect(costs).toContain(2178.67)
  const hours = await rateAt('Teaching assistant')
  await Excel.run(async (context) => {
    const rates = context.workbook.worksheets.getItem('Rates and rules')
    rates.getRange(hours).values = [[1307.2]]
    await context.sync()
  })
  expect((await valuesAt('Provision map', 'M4:M11')).flat()).toContain(4357.33)
})

test('what a paste brings past the rules of the cells is named beside its line and spoils no total', async () => {
  openBook()
  await insertWorkbook((copy) => provisionMap(workedExample(), copy))
  const hlta = await rateAt('Higher level teaching assistant')
  await Excel.run(async (context) => {
    const map = context.workbook.worksheets.getItem('Provision map')
    map.getRange('J4').values = [['half an hour']]
    map.getRange('G5').values = [['after Easter']]
    map.getRange('Q6').values = [['ask Sam']]
    context.workbook.worksheets.getItem('Rates and rules').getRange(hlta).values = [['to come']]
    await context.sync()
  })
  const lines = await valuesAt('Provision map', 'M4:N6')
  expect(lines.map(([cost]) => cost)).toEqual(['Unfinished', 'Unfinished', 'Unfinished'])
  for (const [at, words] of ['minutes a session', 'a date for “From”', 'a number instead of words'].entries())
    expect(lines[at]![1]).toContain(words)
  const all = [...(await valuesAt('Provision map', 'A1:Y11')), ...(await valuesAt('Totals', 'A1:M40'))]
  expect(all.flat().filter((value) => /^#[A-Z]/.test(String(value)))).toEqual([])
})

test('the inserted sheets of money come to what the tab says, lines that are not on the map among them', async () => {
  openBook()
  const input = fullExample()
  const workbook = provisionMap(input)
  await insertWorkbook(() => workbook)
  expect(faults).toEqual([])
  const sheet = workbook.sheets.find(({ id }) => id === 'money')!
  const { area, columns } = sheet.tables[0]!
  const wanted = new Map(tabMoney(input).pupils.map((one) => [one.pupil.key, one]))
  const rows = await valuesAt(
    'Money',
    `A${area.row + 2}:${columnLetters(area.columns - 1)}${area.row + area.rows}`,
  )
  const at = (head: string) => columns.findIndex(({ name }) => name === head)
  expect(rows).toHaveLength(wanted.size)
  for (const row of rows) {
    const one = wanted.get(String(row[at('Pupil key')]))!
    expect(row[at('Cost in the year')]).toBe(one.actual.pence / 100)
    expect(row[at('Counts towards the threshold')]).toBe(one.counted.pence / 100)
    expect(row[at('Gap after top-up')]).toBe(one.topUpGap.pence / 100)
  }
})

test('a map of 5,000 lines goes in with one look and two writes, within what the web takes', async () => {
  const { host } = openBook(newBook(), { reckoner: noReckoning })
  const input = bigMap(5000)
  await insertWorkbook((copy) => provisionMap(input, copy))
  expect(faults).toEqual([])
  expect(host.rich.batches.map(({ writes }) => writes)).toEqual([false, true, true])
  for (const { request } of host.rich.batches)
    expect(Buffer.byteLength(JSON.stringify(request))).toBeLessThan(4_500_000)
  expect(await valuesAt('Provision map', 'A5003:B5003')).toEqual([
    [expect.stringMatching(/^Pupil/), expect.any(String)],
  ])
}, 60_000)

test('a second map stands beside the first under names of its own; replacing takes both away, sheets renamed or not', async () => {
  const { model } = openBook()
  const make = (copy: number) => provisionMap(workedExample(), copy)
  await insertWorkbook(make)
  await insertWorkbook(make)
  const names = () => model.book.sheets.map(({ name }) => name)
  expect(names()).toContain('Provision map (2)')
  expect((await valuesAt('Provision map (2)', 'M4:M11')).flat()).toContain(2178.67)
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Totals').name = "The head's totals"
    await context.sync()
  })
  const maps = await findMaps()
  expect(maps.map(({ sheets }) => sheets)).toEqual([
    [
      'Provision map',
      "The head's totals",
      'Money',
      'Top-ups',
      'Money lines',
      'Money weeks',
      'Rates and rules',
      'About this map',
      'Lists',
      'Last export',
    ],
    [
      'Provision map (2)',
      'Totals (2)',
      'Money (2)',
      'Top-ups (2)',
      'Money lines (2)',
      'Money weeks (2)',
      'Rates and rules (2)',
      'About this map (2)',
      'Lists (2)',
      'Last export (2)',
    ],
  ])
  expect(maps[0]!.about).toBe('Whole school, made 22 Nov 2026')
  await insertWorkbook(make, maps)
  expect(names()).toEqual([
    'Sheet1',
    'Provision map',
    'Totals',
    'Money',
    'Top-ups',
    'Money lines',
    'Money weeks',
    'Rates and rules',
    'About this map',
    'Lists',
    'Last export',
  ])
  expect((await valuesAt('Provision map', 'M4:M11')).flat()).toContain(2178.67)
  expect(faults).toEqual([])
})

test('a failure half-way leaves the workbook as it was', async () => {
  const { model } = openBook()
  const broken = (copy: number) => {
    const workbook = provisionMap(workedExample(), copy)
    const [map, ...others] = workbook.sheets
    const table = { ...map!.tables[0]!, name: 'not a legal name' }
    return { ...workbook, sheets: [{ ...map!, tables: [table] }, ...others] }
  }
  await expect(insertWorkbook(broken)).rejects.toMatchObject({ code: 'unexpected' })
  expect(model.book.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
  expect(model.book.names).toEqual([])
})

test('text that looks like a formula stays text in the open workbook and in its file', async () => {
  const { host, model } = openBook()
  await insertWorkbook((copy) => provisionMap(workedExample(), copy))
  const [[name]] = (await valuesAt('Provision map', 'A4')) as [[string]]
  expect(name).toBe('=cmd|calc, +Lee')
  const sheet = model.book.sheets.find((one) => one.name === 'Provision map')!
  expect([...sheet.cells.values()].filter((cell) => cell.formula?.includes('cmd|calc'))).toEqual([])
  const again = readWorkbook(await host.document.bytes(), 'Book1.xlsx', nodeXml())
  const reopened = again.sheets.find((one) => one.name === 'Provision map')!
  expect(reopened.cells.get(spot(3, 0))).toMatchObject({ value: '=cmd|calc, +Lee', look: { quote: true } })
  expect(reopened.cells.get(spot(3, 0))!.formula).toBeUndefined()
})

test('a saved workbook opens again with its tables, formulas, rules, highlights, names and print set-up', async () => {
  const { host, model } = openBook()
  await insertWorkbook((copy) => provisionMap(workedExample(), copy))
  const again = readWorkbook(await host.document.bytes(), 'Book1.xlsx', nodeXml())
  const before = model.book.sheets.find((one) => one.name === 'Provision map')!
  const after = again.sheets.find((one) => one.name === 'Provision map')!
  expect(again.dropped).toEqual([])
  expect(again.tables.map(({ name, box }) => ({ name, box }))).toEqual(
    model.book.tables.map(({ name, box }) => ({ name, box })),
  )
  expect(again.names).toEqual(model.book.names)
  expect(after.cells.get(spot(5, 12))).toMatchObject({
    value: 71.43,
    formula: before.cells.get(spot(5, 12))!.formula,
  })
  expect(after.highlights).toEqual(before.highlights)
  expect(after.rules.map(({ box }) => box)).toEqual(before.rules.map(({ box }) => box))
  expect(after.page).toEqual(before.page)
  expect(after.frozen).toEqual({ rows: 3, columns: 1 })
})

test('our own file opens with every cost, and a rate changed in it moves them', async () => {
  const bytes = await xlsxBytes(provisionMap(workedExample()), new Date('2026-11-22T09:00:00Z'))
  openBook(readWorkbook(bytes, 'map.xlsx', nodeXml()))
  expect((await valuesAt('Provision map', 'M4:M11')).flat()).toContain(2178.67)
  const hours = await rateAt('Teaching assistant')
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Rates and rules').getRange(hours).values = [[1307.2]]
    await context.sync()
  })
  expect((await valuesAt('Provision map', 'M4:M11')).flat()).toContain(4357.33)
})

test('a member that is not here fails by name, and so does one above what is offered', async () => {
  openBook()
  const failing = (call: (context: Excel.RequestContext) => void) =>
    Excel.run(async (context) => {
      call(context)
      await context.sync()
    })
  await expect(
    failing((context) => context.workbook.worksheets.getActiveWorksheet().shapes.load('items')),
  ).rejects.toMatchObject({ code: 'ApiNotFound', message: expect.stringContaining('Worksheet.shapes') })
  openBook(newBook(), { matrix: { ExcelApi: '1.6' } })
  await expect(
    failing((context) =>
      context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, 1, 1).load('values'),
    ),
  ).rejects.toMatchObject({ message: expect.stringContaining('ExcelApi 1.7') })
})

test('an Excel that is too old is told so before anything is written', async () => {
  const { host } = openBook(newBook(), { matrix: { ExcelApi: '1.8' } })
  vi.spyOn(Office.context.requirements, 'isSetSupported').mockReturnValueOnce(false)
  await expect(insertWorkbook(() => provisionMap(workedExample()))).rejects.toMatchObject({
    code: 'unsupported',
  })
  expect(host.rich.batches).toEqual([])
})
