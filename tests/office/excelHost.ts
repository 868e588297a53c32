import init, { Model } from '@ironcalc/wasm'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { newBook, type Book } from '../../src/emulator/office/excel/book.ts'
import { Calculator, type Reckoner } from '../../src/emulator/office/excel/calculate.ts'
import { openExcel, type ExcelHost } from '../../src/emulator/office/excel/openExcel.ts'
import { loadOfficeJs, switchboard } from '../../src/emulator/office/loadOfficeJs.ts'

export const faults: unknown[] = []
type Options = NonNullable<Parameters<typeof openExcel>[2]> & { reckoner?: Reckoner }

/** Loads the calculation engine into this process, once a test file. */
export const startEngine = async (): Promise<void> => {
  const wasm = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm')
  await init({ module_or_path: readFileSync(wasm) })
}
export const makeModel = (): Model => new Model('Book', 'en-GB', 'Europe/London', 'en')

const open = (book: Book, options: Options = {}): ExcelHost =>
  openExcel(options.reckoner ?? new Calculator(makeModel), book, {
    onFault: (fault) => faults.push(fault),
    ...options,
  })

let current: ExcelHost
const board = switchboard(() => current.host)

/** The real office.js in this test file, talking to whichever workbook was opened last. */
export const startOffice = async (): Promise<void> => {
  await startEngine()
  current = open(newBook())
  await loadOfficeJs(board)
}

export const openBook = (book: Book = newBook(), options: Options = {}): ExcelHost => {
  current = open(book, options)
  current.host.panes = board.panes
  return current
}

/** For a workbook whose formulas nobody reads. */
export const noReckoning: Reckoner = { all: () => {}, some: () => {} }

/** What is in a range, by address on a sheet. */
export const valuesAt = (sheet: string, address: string): Promise<unknown[][]> =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address)
    range.load('values')
    await context.sync()
    return range.values as unknown[][]
  })
