import { readBase } from '../../src/documents/mapBack/base.ts'
import type { CellRead, RowRead, TableRead } from '../../src/documents/mapBack/readTable.ts'
import { readFacts } from '../../src/documents/mapBack/facts.ts'
import { mapBack, type MapBackInput } from '../../src/documents/mapBack/mapBack.ts'
import type { FoundInMap } from '../../src/documents/mapBack/differences.ts'
import type { MapInput } from '../../src/documents/provisionMap/input.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { formulaOf, plain, type Sheet } from '../../src/documents/xlsx/model.ts'

const tableOf = (sheet: Sheet): TableRead => {
  const { name, area } = sheet.tables[0]!
  const row = (at: number): CellRead[] =>
    sheet.rows[at]!.cells.map((cell) => {
      const formula = formulaOf(cell)
      return { value: plain(cell) ?? '', ...(formula !== undefined && { formula: `=${formula}` }) }
    })
  return {
    sheet: sheet.name,
    name,
    left: area.column,
    headers: row(area.row).map(({ value }) => String(value)),
    rows: Array.from({ length: area.rows - 1 }, (_, at) => ({
      at: area.row + 1 + at,
      cells: row(area.row + 1 + at),
      struck: false,
    })),
  }
}

/** A map as it comes back from a workbook that nobody has touched. */
export const backOf = (
  input: MapInput,
): MapBackInput & { readonly base: NonNullable<MapBackInput['base']> } => {
  const { sheets, names } = provisionMap(input)
  const { headers, rows } = tableOf(sheets.find(({ id }) => id === 'base')!)
  return {
    table: tableOf(sheets.find(({ id }) => id === 'map')!),
    base: readBase(
      headers,
      rows.map(({ cells }) => cells.map(({ value }) => value)),
    )!,
    facts: readFacts(`=${names.find(({ name }) => name.endsWith('.facts'))!.refersTo}`),
    records: input,
  }
}

/** The table with one cell saying something else; the row counts from 0 within the table. */
export const typed = (
  table: TableRead,
  row: number,
  heading: string,
  value: CellRead['value'],
  formula?: string,
): TableRead => {
  const column = table.headers.indexOf(heading)
  if (column < 0) throw new Error(`No column ${heading}`)
  return withRow(table, row, (one) => ({
    ...one,
    cells: one.cells.map((cell, at) => (at === column ? { value, ...(formula && { formula }) } : cell)),
  }))
}
export const withRow = (table: TableRead, row: number, change: (row: RowRead) => RowRead): TableRead => ({
  ...table,
  rows: table.rows.map((one, at) => (at === row ? change(one) : one)),
})
/** A row below the others with these cells. */
export const withNew = (table: TableRead, cells: Readonly<Record<string, CellRead['value']>>): TableRead => ({
  ...table,
  rows: [
    ...table.rows,
    {
      at: table.rows.at(-1)!.at + 1,
      struck: false,
      cells: table.headers.map((head) => ({ value: cells[head] ?? '' })),
    },
  ],
})

export const foundIn = (input: MapBackInput): FoundInMap => {
  const back = mapBack(input)
  if ('refusal' in back) throw new Error(back.refusal.words)
  return back
}
