import { formulaOf, plain, type Area, type Cell, type Plain, type Sheet } from '../../documents/xlsx/model.ts'
import { looksLikeFormula } from '../../documents/xlsx/looksLikeFormula.ts'
import type { CellStyle } from '../../documents/xlsx/styles.ts'

const styleOf = (sheet: Sheet, cell: Cell, column: number): CellStyle =>
  (cell !== null && typeof cell === 'object' ? cell.style : undefined) ??
  sheet.columns[column]?.style ??
  'label.general'

const same = (a: Area, b: Area) => a.row === b.row && a.rows === b.rows && a.column + a.columns === b.column

/** Not spread into Math.max: a call takes no such number of arguments as a long sheet has rows. */
export const widthOf = ({ rows }: Sheet): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)

/** A rectangle of the sheet in which the same is said, with a style that says it. */
export type Styled = { readonly area: Area; readonly style: CellStyle }

/**
 * The sheet cut into few rectangles in each of which `said` is the same: down the columns, then neighbours joined. Where
 * nothing is said there is none.
 */
export const styledAreas = (sheet: Sheet, said: (style: CellStyle) => string): readonly Styled[] => {
  const runs: { area: Area; style: CellStyle; words: string }[] = []
  const width = widthOf(sheet)
  for (let column = 0; column < width; column++) {
    let run: (typeof runs)[number] | undefined
    for (const [row, { cells }] of sheet.rows.entries()) {
      const cell = cells[column]
      const style = cell === undefined ? undefined : styleOf(sheet, cell, column)
      const words = style === undefined ? '' : said(style)
      if (run && words === run.words && run.area.row + run.area.rows === row) {
        run.area = { ...run.area, rows: run.area.rows + 1 }
        continue
      }
      run = words && style ? { area: { row, column, rows: 1, columns: 1 }, style, words } : undefined
      if (run) runs.push(run)
    }
  }
  const joined: typeof runs = []
  for (const run of runs) {
    const beside = joined.find((other) => other.words === run.words && same(other.area, run.area))
    if (beside) beside.area = { ...beside.area, columns: beside.area.columns + 1 }
    else joined.push(run)
  }
  return joined
}

/** A value as the API takes it without reading it as a formula; null leaves the cell as it is. */
export const written = (value: Plain): Plain =>
  typeof value === 'string' && looksLikeFormula(value) ? `'${value}` : value

export type Block = {
  readonly area: Area
  readonly values: readonly (readonly Plain[])[]
  readonly size: number
}

const encoder = new TextEncoder()
/** How many bytes of a request a value takes: a letter with an accent takes two, a sign of another script three. */
export const jsonBytes = (value: unknown): number => encoder.encode(JSON.stringify(value)).length

/** The sheet's values (no formulas) in blocks of whole rows, each within `most` bytes of JSON. */
export const valueBlocks = (sheet: Sheet, most: number): Block[] => {
  const width = widthOf(sheet)
  const blocks: { area: Area; values: Plain[][]; size: number }[] = []
  for (const [row, { cells }] of sheet.rows.entries()) {
    const values = Array.from({ length: width }, (_, at) => {
      const cell = cells[at] ?? null
      return formulaOf(cell) === undefined ? written(plain(cell)) : null
    })
    const size = jsonBytes(values) + 1
    const last = blocks.at(-1)
    if (last && last.size + size <= most) {
      last.values.push(values)
      last.size += size
      last.area = { ...last.area, rows: last.area.rows + 1 }
    } else blocks.push({ area: { row, column: 0, rows: 1, columns: width }, values: [values], size })
  }
  return blocks
}

/** Formulas: one for each run of a table column that has one, and each other cell's own. */
export const formulaAreas = (sheet: Sheet): { readonly area: Area; readonly formula: string }[] => {
  const ofTables = sheet.tables.flatMap(({ area, columns }) =>
    columns.flatMap(({ formula }, at) => {
      const column = area.column + at
      const runs: { area: Area; formula: string }[] = []
      if (formula !== undefined)
        for (let row = area.row + 1; row < area.row + area.rows; row++) {
          if (formulaOf(sheet.rows[row]!.cells[column] ?? null) !== formula) continue
          const last = runs.at(-1)
          if (last && last.area.row + last.area.rows === row)
            last.area = { ...last.area, rows: last.area.rows + 1 }
          else runs.push({ formula, area: { row, column, rows: 1, columns: 1 } })
        }
      return runs
    }),
  )
  const tableAt = (row: number) =>
    sheet.tables.find(({ area }) => row > area.row && row < area.row + area.rows)
  const alone = sheet.rows.flatMap(({ cells }, row) => {
    const table = tableAt(row)
    return cells.flatMap((cell, column) => {
      const formula = formulaOf(cell)
      return formula === undefined || formula === table?.columns[column - table.area.column]?.formula
        ? []
        : [{ formula, area: { row, column, rows: 1, columns: 1 } }]
    })
  })
  return [...ofTables, ...alone]
}
