import { officeHost, type HostDocument, type OfficeHost } from '../officeHost.ts'
import { excelMatrix, type Matrix } from '../requirementSets.ts'
import { HostEvent } from '../dispatch.ts'
import { type Book, type Box, newBook, spot } from './book.ts'
import type { Reckoner } from './calculate.ts'
import { ExcelModel } from './excelModel.ts'
import { shown } from './showNumber.ts'
import { Workbook } from './workbook.ts'
import { workbookBytes } from './writeXlsx.ts'

type Options = {
  matrix?: Matrix
  url?: string
  onFault?: (fault: unknown) => void
}

/** Excel on this machine with one open workbook. */
export type ExcelHost = {
  host: OfficeHost
  model: ExcelModel
  select(box: Box): void
}

/**
 * Opens a workbook in an Excel of this machine; `reckoner` works out its formulas. By default it offers what the
 * product asks for at least, ExcelApi 1.9, so that a call of a later set fails here by name.
 */
export const openExcel = (reckoner: Reckoner, book: Book = newBook(), options: Options = {}): ExcelHost => {
  const model = new ExcelModel(book, reckoner)
  const settings = new Map<string, string>()
  const given: HostDocument = {
    root: new Workbook(model),
    bytes: () => {
      model.fresh()
      return workbookBytes(book)
    },
    settings,
    // Settings and custom XML live as long as the open workbook: they are not put into the saved file.
    customXml: { list: () => [], get: () => undefined, add: () => null, remove: () => false },
    selectedText: () => {
      model.fresh()
      const cell = book.active.cells.get(spot(model.selected.top, model.selected.left))
      return cell ? shown(cell.value, cell.look.format) : ''
    },
    changed: () => model.tell(),
  }
  const host = officeHost('Excel', given, {
    matrix: options.matrix ?? excelMatrix.low,
    url: options.url ?? book.title,
    ...(options.onFault ? { onFault: options.onFault } : {}),
  })
  const select = (box: Box): void => {
    model.selected = box
    host.fire(HostEvent.selectionChanged, '', [])
  }
  return { host, model, select }
}
