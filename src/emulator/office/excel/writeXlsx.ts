import type { ExcelModel } from './excelModel.ts'
export const workbookBytes = (model: ExcelModel): Uint8Array => {
  throw new Error(String(model.version))
}
