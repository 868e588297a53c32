import type { Cell, Row, Table } from '../xlsx/model.ts'
import type { CellStyle } from '../xlsx/styles.ts'
import { rowHeight } from './rowHeight.ts'

export const columns = [
  { width: 38 },
  { width: 14 },
  { width: 14 },
  { width: 10 },
  { width: 11 },
  ...Array.from({ length: 7 }, () => ({ width: 14 })),
  { width: 32 },
  { width: 29, hidden: true as const },
]

/** A column of a table of totals; its formula is the same in every row. */
export type Spec = { readonly name: string; readonly style: CellStyle; readonly formula?: string }
export type Body = readonly (readonly (string | number | null)[])[]

/** The sheet of totals as it grows downwards, row by row and table by table. */
export const totalsRows = () => {
  const rows: Row[] = []
  const tables: Table[] = []
  const push = (cells: readonly Cell[], height?: number) =>
    rows.push({ cells, height: height ?? rowHeight(cells, columns) })

  const table = (name: string, about: string, specs: readonly Spec[], body: Body) => {
    tables.push({
      name,
      about,
      area: { row: rows.length, column: 0, rows: body.length + 1, columns: specs.length },
      columns: specs.map(({ name: head, formula }) => ({
        name: head,
        ...(formula !== undefined && { formula }),
      })),
    })
    push(
      specs.map(({ name: value, style }) => ({
        value,
        style: style.endsWith('text') || style.endsWith('general') ? 'header.general' : 'header.whole',
      })),
    )
    for (const values of body)
      push(
        specs.map(({ style, formula }, at): Cell => ({
          value: values[at] ?? null,
          style,
          ...(formula !== undefined && { formula }),
        })),
      )
  }
  return { rows, tables, push, table }
}
