import {
  a1,
  type Area,
  type Chart,
  type Sheet,
  type Table,
  type Validation,
} from '../../documents/xlsx/model.ts'
import {
  alignOf,
  defaultFont,
  formatOf,
  formats,
  highlights,
  indentOf,
  lookOf,
  ruleColour,
  type CellStyle,
} from '../../documents/xlsx/styles.ts'
import { formulaAreas, jsonBytes, styledAreas, widthOf } from './rectangles.ts'

const hash = (rgb: string) => `#${rgb}`
const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area) =>
  sheet.getRangeByIndexes(row, column, rows, columns)

/** Excel's widths in points: 7 pixels a character of the default font, 5 of padding. */
const points = (characters: number) => Math.trunc(characters * 7 + 5) * 0.75

/** What each cell of ours has unless a layer says otherwise: said once for the whole sheet. */
const applyUsual = ({ format }: Excel.Range): void => {
  format.horizontalAlignment = 'Left'
  format.verticalAlignment = 'Top'
  format.font.color = hash(defaultFont.colour)
}

/**
 * A part of how cells look that is said by itself, as looks take most of the bytes of a small sheet: all cells of a table
 * have the same lines and room, whatever their colours and numbers. `said` is nothing where the usual holds.
 */
type Layer = {
  readonly said: (style: CellStyle) => string
  readonly apply: (range: Excel.Range, style: CellStyle, area: Area) => void
  /** About how many bytes of a request one rectangle takes, never fewer. */
  readonly bytes: number
}
const numbers: Layer = {
  said: (style) => {
    const [format, align] = [formats[formatOf(style)], alignOf(style)]
    return format === 'General' && align === 'left' ? '' : `${align} ${format}`
  },
  apply: (range, style) => {
    const format = formats[formatOf(style)]
    // One value for the whole range: the API takes it, its types only know the two-dimensional form.
    if (format !== 'General') range.numberFormat = format as unknown as string[][]
    if (alignOf(style) === 'right') range.format.horizontalAlignment = 'Right'
  },
  bytes: 740,
}
const room: Layer = {
  said: (style) => {
    const { wrap = false, rule = '' } = lookOf(style)
    const indent = indentOf(style) ?? 0
    return wrap || rule || indent ? `${wrap} ${indent} ${rule}` : ''
  },
  apply: ({ format }, style, { rows }) => {
    const { wrap, rule } = lookOf(style)
    const indent = indentOf(style)
    if (wrap) format.wrapText = true
    if (indent) format.indentLevel = indent
    if (!rule) return
    for (const side of [
      rule === 'above' ? 'EdgeTop' : 'EdgeBottom',
      rows > 1 && 'InsideHorizontal',
    ] as const) {
      if (!side) continue
      const border = format.borders.getItem(side)
      border.style = 'Continuous'
      border.color = hash(ruleColour)
    }
  },
  bytes: 1_700,
}
const ink: Layer = {
  said: (style) => {
    const { bold = false, size = '', colour = '', fill = '' } = lookOf(style)
    return bold || size || colour || fill ? `${bold} ${size} ${colour} ${fill}` : ''
  },
  apply: ({ format }, style) => {
    const { bold, size, colour, fill } = lookOf(style)
    if (colour) format.font.color = hash(colour)
    if (bold) format.font.bold = true
    if (size) format.font.size = size
    if (fill) format.fill.color = hash(fill)
  },
  bytes: 1_200,
}
const layers = [numbers, room, ink]

/** Columns of one width beside each other. */
const columnRuns = ({ columns }: Sheet) => {
  const runs: { column: number; columns: number; width: number; hidden: boolean }[] = []
  for (const [column, { width, hidden = false }] of columns.entries()) {
    const last = runs.at(-1)
    if (last && last.width === width && last.hidden === hidden) last.columns += 1
    else runs.push({ column, columns: 1, width, hidden })
  }
  return runs
}

/** Columns, looks and number formats: before the values, so that text is text when it arrives. */
export const prepareSheet = (sheet: Excel.Worksheet, model: Sheet): void => {
  sheet.showGridlines = false
  for (const { column, columns, width, hidden } of columnRuns(model)) {
    const range = sheet.getRangeByIndexes(0, column, 1, columns).getEntireColumn()
    range.format.columnWidth = points(width)
    if (hidden) range.columnHidden = true
  }
  applyUsual(sheet.getRangeByIndexes(0, 0, Math.max(1, model.rows.length), Math.max(1, widthOf(model))))
  for (const { said, apply } of layers)
    for (const { area, style } of styledAreas(model, said)) apply(rangeOf(sheet, area), style, area)
}

/** About how many bytes of a request `prepareSheet` takes, never fewer. Measured on office.js's own requests. */
export const preparedBytes = (model: Sheet): number =>
  layers.reduce((sum, { said, bytes }) => sum + bytes * styledAreas(model, said).length, 0) +
  980 * columnRuns(model).length +
  1_300

export const addTable = (sheet: Excel.Worksheet, table: Table): void => {
  const made = sheet.tables.add(a1(table.area), true)
  made.name = table.name
  made.style = 'TableStyleLight1'
  made.showBandedRows = false
}

const ruleOf = (rule: Validation): Excel.DataValidationRule => {
  if (rule.is === 'list') return { list: { inCellDropDown: true, source: `=${rule.source}` } }
  if (rule.is === 'date')
    return { date: { formula1: '2000-01-01', formula2: '2199-12-31', operator: 'Between' } }
  const between = { formula1: rule.min, formula2: rule.max, operator: 'Between' as const }
  return rule.whole ? { wholeNumber: between } : { decimal: between }
}

const printSheet = (sheet: Excel.Worksheet, { print }: Sheet): void => {
  const page = sheet.pageLayout
  page.orientation = print.landscape ? 'Landscape' : 'Portrait'
  page.paperSize = 'A4'
  page.zoom = print.percent === undefined ? { horizontalFitToPages: 1 } : { scale: print.percent }
  for (const row of print.starts ?? []) sheet.horizontalPageBreaks.add(`A${row + 1}`)
  if (print.area) page.setPrintArea(a1(print.area))
  if (print.titleRows) page.setPrintTitleRows(`$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`)
  const footer = page.headersFooters.defaultForAllPages
  footer.leftFooter = print.footer.replaceAll('&', '&&').slice(0, 200)
  footer.rightFooter = 'Page &P of &N'
}

const chartKinds = { bar: 'BarClustered', column: 'ColumnClustered', line: 'LineMarkers' } as const

/**
 * A chart over cells of its own sheet. Excel.Chart has no alternative text in any requirement set, and Excel.Shape,
 * which has (ExcelApi 1.9), is documented for pictures, shapes and lines only: so it gets a name that says what it
 * shows, and its numbers stand in a table on its sheet. The file has the alternative text.
 */
const addChart = (sheet: Excel.Worksheet, chart: Chart): void => {
  const [first] = chart.series
  if (!first) return
  const made = sheet.charts.add(chartKinds[chart.kind], rangeOf(sheet, first.values), 'Columns')
  made.name = chart.title.slice(0, 100)
  made.title.text = chart.title
  made.legend.visible = chart.series.length > 1
  made.axes.valueAxis.title.text = chart.unit
  made.axes.valueAxis.numberFormat = formats[chart.format]
  const labels = rangeOf(sheet, chart.labels)
  for (const [at, { name, values, line }] of chart.series.entries()) {
    const series = at === 0 ? made.series.getItemAt(0) : made.series.add(name)
    series.name = name
    if (at > 0) series.setValues(rangeOf(sheet, values))
    series.setXAxisValues(labels)
    if (line) series.chartType = 'Line'
  }
  const { row, column, rows, columns } = chart.at
  made.setPosition(
    sheet.getRangeByIndexes(row, column, 1, 1),
    sheet.getRangeByIndexes(row + rows - 1, column + columns - 1, 1, 1),
  )
}

/** Rows outside of tables that have a height of their own, those of one height below each other together. */
const heightRuns = (model: Sheet): { row: number; rows: number; height: number }[] => {
  const body = (row: number) => model.tables.some(({ area }) => row > area.row && row < area.row + area.rows)
  const runs: { row: number; rows: number; height: number }[] = []
  for (const [row, { height }] of model.rows.entries()) {
    if (height === undefined || body(row)) continue
    const last = runs.at(-1)
    if (last && last.height === height && last.row + last.rows === row) last.rows += 1
    else runs.push({ row, rows: 1, height })
  }
  return runs
}

/** About how many bytes of a request `finishSheet` takes, never fewer. Measured on office.js's own requests. */
export const finishedBytes = (model: Sheet): number => {
  const formulas = formulaAreas(model).reduce((sum, { formula }) => sum + 500 + jsonBytes(formula), 0)
  const rules = jsonBytes(model.validations) + 1_300 * model.validations.length
  const highlighted = jsonBytes(model.highlights) + 2_000 * model.highlights.length
  const charts = (model.charts ?? []).reduce((sum, { series }) => sum + 3_500 + 2_000 * series.length, 0)
  const heights = 600 * heightRuns(model).length
  const starts = 600 * (model.print.starts?.length ?? 0)
  return 3_500 + starts + formulas + rules + highlighted + charts + heights + 620 * model.tables.length
}

/** What rests on values and tables being there: formulas, rules, highlights, heights, panes and print set-up. */
export const finishSheet = (sheet: Excel.Worksheet, model: Sheet): void => {
  for (const { area, formula } of formulaAreas(model))
    rangeOf(sheet, area).formulas = `=${formula}` as unknown as string[][]
  for (const rule of model.validations) {
    const validation = rangeOf(sheet, rule.area).dataValidation
    validation.rule = ruleOf(rule)
    validation.errorAlert = { title: 'Please check', message: rule.message, showAlert: true, style: 'Stop' }
  }
  for (const { area, formula, highlight } of model.highlights) {
    const { custom } = rangeOf(sheet, area).conditionalFormats.add('Custom')
    custom.rule.formula = `=${formula}`
    custom.format.font.color = hash(highlights[highlight].colour)
    custom.format.font.bold = true
    custom.format.fill.color = hash(highlights[highlight].fill)
  }
  for (const { row, rows, height } of heightRuns(model))
    sheet.getRangeByIndexes(row, 0, rows, 1).format.rowHeight = height
  for (const { area } of model.tables)
    rangeOf(sheet, { ...area, row: area.row + 1, rows: area.rows - 1 }).format.autofitRows()
  if (model.freeze)
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, model.freeze.rows, model.freeze.columns))
  for (const chart of model.charts ?? []) addChart(sheet, chart)
  printSheet(sheet, model)
  if (model.hidden) sheet.visibility = 'Hidden'
}
