import { inRow, wholeColumn } from '../xlsx/model.ts'
import { type Head, heads } from './mapColumns.ts'
import type { MapNames } from './names.ts'

/**
 * Formulas that read the map's row with the same record key, so that a fact stands in the workbook once: `rowOf` finds
 * the row, the others read from it. A row that was taken off the map reads as nothing.
 */
export const lookUp = (names: MapNames, table: string) => {
  const row = inRow(table, 'Row on the map')
  const cell = (head: Head) => `INDEX(${wholeColumn(names.map, heads[head])},${row})`
  return {
    rowOf: `IFERROR(MATCH(${inRow(table, 'Record key')},${wholeColumn(names.map, heads.key)},0),"")`,
    words: (head: Head) => `IFERROR(${cell(head)}&"","")`,
    value: (head: Head) => `IFERROR(IF(${cell(head)}="","",${cell(head)}),"")`,
  }
}
