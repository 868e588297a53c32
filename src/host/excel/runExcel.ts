import { excelProblem } from './problem.ts'

/** One piece of work in the open workbook. What fails is a Problem. */
export const runExcel = async <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
  try {
    return await Excel.run(batch)
  } catch (thrown) {
    throw excelProblem(thrown)
  }
}

/** Nothing is reckoned or drawn before the next round trip is done. */
export const suspend = ({ application }: { application: Excel.Application }): void => {
  application.suspendApiCalculationUntilNextSync()
  application.suspendScreenUpdatingUntilNextSync()
}
