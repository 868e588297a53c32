import type {
  Area,
  Cell,
  Chart,
  Column,
  ConditionalFormat,
  Plain,
  Row,
  Sheet,
  Table,
  Validation,
} from '../xlsx/model.ts'
import { columnLetters } from '../xlsx/model.ts'
import { type CellStyle, formatOf } from '../xlsx/styles.ts'
import { type Kept, pageEnds } from './pageEnds.ts'
import { line, rowHeight } from './rowHeight.ts'

/** A column of a table; its formula is the same in every row. */
export type Spec = {
  readonly name: string
  readonly style: CellStyle
  readonly formula?: string
  /** What may be typed: words of a named list, a day, or a number between two. */
  readonly check?:
    | { readonly list: string }
    | { readonly day: true }
    | { readonly least: number; readonly most: number; readonly whole?: true }
  /** A test of the row, by the cells of its columns, for which the cell stands out. */
  readonly look?: {
    readonly highlight: ConditionalFormat['highlight']
    readonly when: (cell: (column: string) => string) => string
  }
}
/** Values by column; for a formula what the domain says that it comes to. */
export type Body = readonly (readonly (Plain | Typed | Reckoned)[])[]
/** Typed in where the column has a formula elsewhere. */
export type Typed = { readonly typed: Plain }
/** A formula of this cell alone, in a style of its own where its unit is not that of the column. */
type Reckoned = { readonly value: Plain; readonly formula: string; readonly style?: CellStyle }

export type Made = {
  readonly first: number
  readonly last: number
  /** The cells below a heading. */
  readonly cells: (column: string) => Area
}

const checkOf = (name: string, area: Area, check: NonNullable<Spec['check']>): Validation => {
  if ('list' in check)
    return { is: 'list', area, source: check.list, message: `Choose ${name.toLowerCase()} from the list.` }
  if ('day' in check) return { is: 'date', area, message: `${name} is a date, such as 10/03/2026.` }
  return {
    is: 'number',
    area,
    min: check.least,
    max: check.most,
    message: `${name} is a number from ${check.least} to ${check.most.toLocaleString('en-GB')}.`,
    ...(check.whole && { whole: check.whole }),
  }
}
const isKey = (style: CellStyle) => formatOf(style) === 'key'
const isNumber = (style: CellStyle) => !['text', 'general'].includes(formatOf(style))

/** A sheet as it grows downwards: figures with their formulas, tables, and charts beside or below them. */
export const pageOf = (columns: readonly Column[]) => {
  const rows: Row[] = []
  const tables: Table[] = []
  const validations: Validation[] = []
  const highlights: ConditionalFormat[] = []
  const charts: Chart[] = []
  const kept: Kept[] = []
  let titles: readonly [number, number] | undefined
  const push = (cells: readonly Cell[], height?: number) =>
    rows.push({ cells, height: height ?? rowHeight(cells, columns) })
  const gap = () => push([])
  const heading = (value: string) => push([{ value, style: 'heading.general' }], 20)
  const note = (value: string) => push([{ value, style: 'note.general' }], 18)
  const title = (value: string, words: string) => {
    push([{ value, style: 'title.general' }], 24)
    note(words)
    gap()
  }

  /** A label, its figure and why; answers with the figure's cell, such as `B5`. */
  const figure = (
    label: string,
    value: Plain,
    format: 'whole' | 'money' | 'percent' | 'number',
    formula: string | null,
    why: string,
  ): string => {
    push([
      { value: label, style: 'label.general' },
      formula === null
        ? { value, style: `input.${format}` }
        : { value, formula, style: `calculated.${format}` },
      { value: why, style: 'note.general' },
    ])
    return `B${rows.length}`
  }
  const fact = (label: string, words: string) =>
    push([
      { value: label, style: 'label.general' },
      { value: words, style: 'label.general' },
    ])

  const table = (name: string, about: string, specs: readonly Spec[], body: Body, repeated = false): Made => {
    const head = rows.length
    tables.push({
      name,
      about,
      area: { row: head, column: 0, rows: body.length + 1, columns: specs.length },
      columns: specs.map((spec) => ({
        name: spec.name,
        ...(spec.formula !== undefined && { formula: spec.formula }),
      })),
    })
    if (repeated) titles = [head, head]
    push(
      specs.map(({ name: value, style }) => ({
        value,
        style: isKey(style) ? 'header.key' : isNumber(style) ? 'header.whole' : 'header.general',
      })),
    )
    for (const values of body)
      push(
        specs.map(({ style, formula }, at): Cell => {
          const given = values[at] ?? null
          if (typeof given !== 'object' || given === null)
            return { value: given, style, ...(formula !== undefined && { formula }) }
          if ('typed' in given) return { value: given.typed, style: `input.${formatOf(style)}` }
          return { style, ...given }
        }),
      )
    const cells = (column: string): Area => ({
      row: head + 1,
      column: specs.findIndex((spec) => spec.name === column),
      rows: body.length,
      columns: 1,
    })
    const cell = (column: string) => `$${columnLetters(cells(column).column)}${head + 2}`
    for (const { name: column, check, look } of specs) {
      if (check) validations.push(checkOf(column, cells(column), check))
      if (look) highlights.push({ area: cells(column), formula: look.when(cell), highlight: look.highlight })
    }
    return { first: head + 1, last: head + body.length, cells }
  }

  /** A chart over cells above it, in rows of its own below them. */
  const chart = (given: Omit<Chart, 'at'>, width = 8, height = 15) => {
    gap()
    charts.push({ ...given, at: { row: rows.length, column: 0, rows: height, columns: width } })
    kept.push({ first: rows.length, last: rows.length + height - 1 })
    for (let row = 0; row < height; row++) push([], 20)
    gap()
  }

  /** A chart beside the table that was just made: heading, table and chart stay on one page. */
  const chartBeside = (
    given: Omit<Chart, 'at'>,
    { first, last }: Made,
    { column, width, points }: { column: number; width: number; points: number },
  ) => {
    const tall = Math.max(last - first + 2, Math.ceil(points / line))
    charts.push({ ...given, at: { row: first - 1, column, rows: tall, columns: width } })
    while (rows.length < first - 1 + tall) push([], line)
    kept.push({ first: first - 2, last: rows.length - 1 })
  }

  /** `printed`: how many columns go onto paper, where all would be too small to read. */
  const sheet = (id: string, name: string, footer: string, printed?: number): Sheet => ({
    id,
    name,
    columns,
    rows,
    tables,
    validations,
    highlights,
    ...(charts.length > 0 && { charts }),
    print: {
      ...(printed !== undefined && { area: { row: 0, column: 0, rows: rows.length, columns: printed } }),
      ...(titles && { titleRows: titles }),
      footer,
      landscape: true,
      ...pageEnds(columns.slice(0, printed), rows, kept, titles),
    },
  })
  return { push, gap, heading, note, title, figure, fact, table, chart, chartBeside, sheet, rows, highlights }
}
