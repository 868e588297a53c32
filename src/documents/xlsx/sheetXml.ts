import { a1, columnLetters, type Sheet, type Table, type Validation } from './model.ts'
import { rowPieces, type StyleNumber } from './rowPieces.ts'
import { highlightOrder } from './styles.ts'
import type { Texts } from './texts.ts'
import { declaration, element, main, relationships, xml } from './xml.ts'

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

/**
 * `worksheets/sheetN.xml` in pieces. Tables are related as rId1, rId2, … in their order; the drawing, where there are
 * charts, comes after them.
 */
export function* sheetXml(
  sheet: Sheet,
  first: boolean,
  number: StyleNumber,
  texts: Texts,
): Generator<string | Uint8Array> {
  const widest = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 1)
  yield (
    declaration +
    `<worksheet xmlns="${main}" xmlns:r="${relationships}">` +
    element('sheetPr', {}, element('pageSetUpPr', { fitToPage: sheet.print.percent === undefined })) +
    element('dimension', {
      ref: a1({ row: 0, column: 0, rows: Math.max(1, sheet.rows.length), columns: widest }),
    }) +
    viewXml(sheet, first) +
    element('sheetFormatPr', { defaultRowHeight: 15 }) +
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
    ) +
    '<sheetData>'
  )
  yield* rowPieces(sheet, number, texts)
  yield (
    '</sheetData>' +
    [
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
        scale: sheet.print.percent,
        orientation: sheet.print.landscape ? 'landscape' : 'portrait',
        ...(sheet.print.percent === undefined && { fitToWidth: 1, fitToHeight: 0 }),
      }),
      element('headerFooter', {}, `<oddFooter>${xml(footerCode(sheet.print.footer))}</oddFooter>`),
      sheet.print.starts?.length ? startsXml(sheet.print.starts) : '',
      sheet.charts?.length ? element('drawing', { 'r:id': `rId${sheet.tables.length + 1}` }) : '',
      sheet.tables.length > 0
        ? element(
            'tableParts',
            { count: sheet.tables.length },
            sheet.tables.map((_, at) => element('tablePart', { 'r:id': `rId${at + 1}` })).join(''),
          )
        : '',
    ].join('') +
    '</worksheet>'
  )
}

/** Rows before which a page ends, as their own numbers less one: a break stands below a row. */
const startsXml = (starts: readonly number[]): string =>
  element(
    'rowBreaks',
    { count: starts.length, manualBreakCount: starts.length },
    starts.map((row) => element('brk', { id: row, max: 16_383, man: true })).join(''),
  )

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
