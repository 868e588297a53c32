import type { Workbook } from '../../documents/xlsx/model.ts'
import { type Block, jsonBytes, valueBlocks } from './rectangles.ts'
import { suspend } from './runExcel.ts'
import { addTable, finishedBytes, finishSheet, preparedBytes, prepareSheet } from './writeSheet.ts'

/** The web takes 5 MB a request; what is counted here is about what is sent, up to a twentieth less. */
const mostInOneTrip = 4_250_000
/** Small enough that a trip is filled to near its brim. */
const mostInOneBlock = 300_000
const bytesOfName = 900
const bytesOfSheet = 700
const bytesOfBlock = 700
const bytesOfTable = 1_400

/** A part of the work and about how many bytes of a request it takes, never fewer. */
type Piece = { readonly bytes: number; readonly act: () => void }

/**
 * Sheets, looks, values and tables, then what rests on them, in as few round trips as 5 MB each allow. Nothing is
 * reckoned or drawn in any of them before it ends: formulas come when every table is there.
 */
export const writeWorkbook = async (
  context: Excel.RequestContext,
  workbook: Workbook,
  onProgress: (done: number, of: number) => void,
): Promise<void> => {
  const { worksheets, names } = context.workbook
  const sheets = new Map<string, Excel.Worksheet>()
  const sheetOf = (name: string) => sheets.get(name)!
  const put = (name: string, { area: { row, column, rows, columns }, values }: Block) => {
    sheetOf(name).getRangeByIndexes(row, column, rows, columns).values = values as unknown[][]
  }
  const pieces: Piece[] = [
    ...workbook.sheets.map(({ name }) => ({
      bytes: bytesOfSheet,
      act: () => void sheets.set(name, worksheets.add(name)),
    })),
    ...workbook.names.map(({ name, refersTo, hidden, comment }) => ({
      bytes: bytesOfName + jsonBytes([name, refersTo, comment]),
      act: () => {
        const added = names.add(name, `=${refersTo}`, comment ?? '')
        if (hidden) added.visible = false
      },
    })),
    ...workbook.sheets.flatMap((model) => [
      { bytes: preparedBytes(model), act: () => prepareSheet(sheetOf(model.name), model) },
      ...valueBlocks(model, mostInOneBlock).map((block) => ({
        bytes: bytesOfBlock + block.size,
        act: () => put(model.name, block),
      })),
      ...model.tables.map((table) => ({
        bytes: bytesOfTable,
        act: () => addTable(sheetOf(model.name), table),
      })),
    ]),
    ...workbook.sheets.map((model) => ({
      bytes: finishedBytes(model),
      act: () => finishSheet(sheetOf(model.name), model),
    })),
  ]
  const whole = pieces.reduce((sum, { bytes }) => sum + bytes, 0)
  let [inTrip, done] = [0, 0]
  suspend(context.workbook)
  for (const { bytes, act } of pieces) {
    if (inTrip > 0 && inTrip + bytes > mostInOneTrip) {
      await context.sync()
      onProgress((done += inTrip), whole)
      suspend(context.workbook)
      inTrip = 0
    }
    act()
    inTrip += bytes
  }
  const [first] = workbook.sheets
  if (first) sheetOf(first.name).activate()
  await context.sync()
}
