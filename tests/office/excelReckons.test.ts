import { beforeAll, expect, test } from 'vitest'
import { newBook } from '../../src/emulator/office/excel/book.ts'
import { Calculator, type Reckoner } from '../../src/emulator/office/excel/calculate.ts'
import { faults, makeModel, openBook, startOffice, valuesAt } from './excelHost.ts'

beforeAll(startOffice)

/** A workbook with 1, 2 and their sum, and how often it is reckoned: whole, or for the cells that were written. */
const counted = async () => {
  const calculator = new Calculator(makeModel)
  const times = { all: 0, some: 0 }
  const reckoner: Reckoner = {
    all: (book) => {
      times.all += 1
      calculator.all(book)
    },
    some: (book, edits) => {
      times.some += 1
      calculator.some(book, edits)
    },
  }
  openBook(newBook(), { reckoner })
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet()
    sheet.name = 'Sums'
    sheet.getRange('A1:C1').values = [[1, 2, '=A1+B1']]
    await context.sync()
  })
  expect(await valuesAt('Sums', 'A1:C1')).toEqual([[1, 2, 3]])
  times.all = 0
  times.some = 0
  return times
}
const inSums = (act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<void>) =>
  Excel.run((context) => act(context.workbook.worksheets.getItem('Sums'), context))

test('many writes of a round trip are reckoned once, with only the cells told that changed; looks are not', async () => {
  const times = await counted()
  await inSums(async (sheet, context) => {
    sheet.getRange('A1').values = [[10]]
    sheet.getRange('B1').values = [[20]]
    sheet.getRange('A2').formulas = [['=C1*2']]
    await context.sync()
  })
  expect(times).toEqual({ all: 0, some: 1 })
  expect(await valuesAt('Sums', 'A1:C2')).toEqual([
    [10, 20, 30],
    [60, '', ''],
  ])
  await inSums(async (sheet, context) => {
    sheet.getRange('A1:C2').format.font.bold = true
    sheet.getRange('A1:C2').numberFormat = [['0.00', '0.00', '0.00'], ['0.00', '0.00', '0.00']] // prettier-ignore
    sheet.getRange('A:A').format.columnWidth = 100
    await context.sync()
  })
  expect(times).toEqual({ all: 0, some: 1 })
  await inSums(async (sheet, context) => {
    sheet.getRange('A1').clear('Contents')
    await context.sync()
  })
  expect(await valuesAt('Sums', 'A1:C2')).toEqual([
    ['', 20, 20],
    [40, '', ''],
  ])
  expect(faults).toEqual([])
})

test('while calculation is suspended a formula keeps its value to the end of the round trip, and no longer', async () => {
  await counted()
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sums')
    context.workbook.application.suspendApiCalculationUntilNextSync()
    sheet.getRange('A1').values = [[5]]
    const sum = sheet.getRange('C1')
    sum.load('values')
    await context.sync()
    const before = (sum.values as unknown[][])[0]![0]
    sum.load('values')
    await context.sync()
    return [before, (sum.values as unknown[][])[0]![0]]
  })
  expect(seen).toEqual([3, 7])
})
