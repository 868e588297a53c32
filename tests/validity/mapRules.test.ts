import { expect, test } from 'vitest'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { ruleWords } from '../../src/documents/provisionMap/rulesInForce.ts'
import { plain, type Workbook } from '../../src/documents/xlsx/model.ts'
import { xlsxBytes } from '../../src/documents/xlsx/xlsx.ts'
import { fullExample } from '../documents/madeUpSchool.ts'
import { hasLibreOffice } from './programs.ts'
import { recalculated } from './recalculated.ts'

const label = 'Rules that can’t be read'
/** The workbook as it is after somebody wrote something else beside the first rule of a name. */
const withRule = (workbook: Workbook, rule: string, value: string | null): Workbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) => {
    if (sheet.id !== 'rates') return sheet
    const at = sheet.rows.findIndex(
      ({ cells: [name, , , no] }) => name && no && plain(name) === rule && typeof plain(no) === 'number',
    )
    expect(at).toBeGreaterThan(0)
    const rows = sheet.rows.map((row, each) =>
      each === at
        ? {
            ...row,
            cells: [row.cells[0]!, { value }, ...row.cells.slice(2)],
          }
        : row,
    )
    return { ...sheet, rows }
  }),
})

/** The workbook after somebody emptied the row of a rule. */
const withoutRule = (workbook: Workbook, rule: string): Workbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) =>
    sheet.id === 'rates'
      ? {
          ...sheet,
          rows: sheet.rows.map((row) =>
            row.cells[0] && plain(row.cells[0]) === rule ? { ...row, cells: row.cells.map(() => null) } : row,
          ),
        }
      : sheet,
  ),
})

test.runIf(hasLibreOffice)(
  'a rule that was taken out of the workbook, or mistyped, is named beside the money that follows it',
  async () => {
    const whole = provisionMap(fullExample())
    const money = whole.sheets.find(({ id }) => id === 'money')!
    const rows = whole.sheets.find(({ id }) => id === 'rates')!.rows
    const rowOf = (rule: string) => rows.findIndex(({ cells: [name] }) => name && plain(name) === rule) + 1
    const broken = withRule(
      withRule(withRule(whole, ruleWords.threshold, null), ruleWords.weeks, 'thirty-eight'),
      'Counts: teaching assistants',
      null,
    )
    const said = async (workbook: Workbook) =>
      recalculated(await xlsxBytes(workbook, new Date('2026-11-22T09:00:00Z')), [money.name])
        .get(money.name)!
        .find(([first]) => first === label)![1]
    expect(await said(whole)).toBe('')
    const gone = withoutRule(whole, ruleWords.group)
    expect(await said(gone)).toBe(`${ruleWords.group} (its row is gone); `)
    expect(await said(broken)).toBe(
      [ruleWords.threshold, ruleWords.weeks, 'Counts: teaching assistants']
        .map((rule) => `${rule} (B${rowOf(rule)}); `)
        .join(''),
    )
  },
  120_000,
)
