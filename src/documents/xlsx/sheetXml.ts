import {
  a1,
  columnLetters,
  type Cell,
  type Column,
  type Sheet,
  type Table,
  type Validation,
} from './model.ts'
import { looksLikeFormula } from './looksLikeFormula.ts'
import { highlightOrder, type CellStyle } from './styles.ts'
import { cellText, declaration, element, main, relationships, xml } from './xml.ts'

/** The number of a style in `styles.xml`. */
export type StyleNumber = (style: CellStyle, quoted: boolean) => number

const cellXml = (cell: Cell, at: string, column: Column | undefined, number: StyleNumber): string => {
  const full = cell !== null && typeof cell === 'object' ? cell : { value: cell }
  const style = full.style ?? column?.style ?? 'label.general'
  const value = full.value
  const s = number(style, typeof value === 'string' && full.formula === undefined && looksLikeFormula(value))
  const start = `<c r="${at}" s="${s}"`
  const f = full.formula === undefined ? '' : `<f>${xml(full.formula)}</f>`
  if (value === null) return `${start}${f === '' ? '/>' : `>${f}</c>`}`
  if (typeof value === 'number') return `${start}>${f}<v>${value}</v></c>`
  if (typeof value === 'boolean') return `${start} t="b">${f}<v>${Number(value)}</v></c>`
  if (f !== '') return `${start} t="str">${f}<v>${cellText(value)}</v></c>`
  return `${start} t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`
}

const rowXml = (sheet: Sheet, at: number, number: StyleNumber): string => {
  const row = sheet.rows[at]!
  const cells = row.cells
    .map((cell, column) => cellXml(cell, columnLetters(column) + (at + 1), sheet.columns[column], number))
    .join('')
  const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`
  return cells === '' && height === '' ? '' : `<row r="${at + 1}"${height}>${cells}</row>`
}

const viewXml = (sheet: Sheet, first: boolean): string => {
  const { rows = 0, columns = 0 } = sheet.freeze ?? {}
  const topLeftCell = columnLetters(columns) + (rows + 1)
  const pane = rows && columns ? 'bottomRight' : rows ? 'bottomLeft' : 'topRight'
  const frozen =
    rows || columns
      ? element('pane', {
          xSplit: columns || undefined,
          ySplit: rows || undefined,
          topLeftCell,
          activePane: pane,
          state: 'frozen',
        }) + element('selection', { pane, activeCell: topLeftCell, sqref: topLeftCell })
      : ''
  return element(
    'sheetViews',
    {},
    element(
      'sheetView',
      { showGridLines: false, tabSelected: first || undefined, workbookViewId: 0 },
      frozen,
    ),
  )
}

const validationXml = (rule: Validation): string => {
  const common = {
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    errorTitle: 'Please check',
    error: rule.message,
    sqref: a1(rule.area),
  }
  if (rule.is === 'list')
    return element('dataValidation', { type: 'list', ...common }, `<formula1>${xml(rule.source)}</formula1>`)
  const [type, min, max] =
    rule.is === 'date' ? ['date', 36526, 109575] : [rule.whole ? 'whole' : 'decimal', rule.min, rule.max]
  return element(
    'dataValidation',
    { type: String(type), operator: 'between', ...common },
    `<formula1>${min}</formula1><formula2>${max}</formula2>`,
  )
}

/** `worksheets/sheetN.xml`. Tables are related as rId1, rId2, … in their order. */
export const sheetXml = (sheet: Sheet, first: boolean, number: StyleNumber): string => {
  const widest = Math.max(1, ...sheet.rows.map((row) => row.cells.length))
  const parts = [
    element('sheetPr', {}, element('pageSetUpPr', { fitToPage: true })),
    element('dimension', {
      ref: a1({ row: 0, column: 0, rows: Math.max(1, sheet.rows.length), columns: widest }),
    }),
    viewXml(sheet, first),
    element('sheetFormatPr', { defaultRowHeight: 15 }),
    element(
      'cols',
      {},
      sheet.columns
        .map(({ width, hidden, style }, at) =>
          element('col', {
            min: at + 1,
            max: at + 1,
            width,
            style: style && hidden ? number(style, false) : undefined,
            hidden,
            customWidth: true,
          }),
        )
        .join(''),
    ),
    `<sheetData>${sheet.rows.map((_, at) => rowXml(sheet, at, number)).join('')}</sheetData>`,
    ...sheet.highlights.map(({ area, formula, highlight }, at) =>
      element(
        'conditionalFormatting',
        { sqref: a1(area) },
        element(
          'cfRule',
          { type: 'expression', dxfId: highlightOrder.indexOf(highlight), priority: at + 1 },
          `<formula>${xml(formula)}</formula>`,
        ),
      ),
    ),
    sheet.validations.length > 0
      ? element(
          'dataValidations',
          { count: sheet.validations.length },
          sheet.validations.map(validationXml).join(''),
        )
      : '',
    element('pageMargins', { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }),
    element('pageSetup', {
      paperSize: 9,
      orientation: sheet.print.landscape ? 'landscape' : 'portrait',
      fitToWidth: 1,
      fitToHeight: 0,
    }),
    element('headerFooter', {}, `<oddFooter>${xml(footerCode(sheet.print.footer))}</oddFooter>`),
    sheet.tables.length > 0
      ? element(
          'tableParts',
          { count: sheet.tables.length },
          sheet.tables.map((_, at) => element('tablePart', { 'r:id': `rId${at + 1}` })).join(''),
        )
      : '',
  ]
  return declaration + element('worksheet', { xmlns: main, 'xmlns:r': relationships }, parts.join(''))
}

/** The words at the left, the page number at the right. An & in the words would start a code. */
const footerCode = (words: string): string => `&L${words.replaceAll('&', '&&').slice(0, 200)}&RPage &P of &N`

/** `tables/tableN.xml`; `id` is unique in the workbook. */
export const tableXml = (table: Table, id: number): string =>
  declaration +
  element(
    'table',
    {
      xmlns: main,
      id,
      name: table.name,
      displayName: table.name,
      ref: a1(table.area),
      totalsRowShown: false,
    },
    element('autoFilter', { ref: a1(table.area) }) +
      element(
        'tableColumns',
        { count: table.columns.length },
        table.columns
          .map(({ name, formula }, at) =>
            element(
              'tableColumn',
              { id: at + 1, name },
              formula === undefined
                ? ''
                : `<calculatedColumnFormula>${xml(formula)}</calculatedColumnFormula>`,
            ),
          )
          .join(''),
      ) +
      element('tableStyleInfo', {
        name: 'TableStyleLight1',
        showFirstColumn: false,
        showLastColumn: false,
        showRowStripes: false,
        showColumnStripes: false,
      }) +
      element(
        'extLst',
        {},
        element(
          'ext',
          {
            uri: '{504A1905-F514-4f6f-8877-14C23A59335A}',
            'xmlns:x14': 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main',
          },
          element('x14:table', { altText: table.about }),
        ),
      ),
  )
