import { a1, columnLetters, type Plain, type Sheet, type Table, type Validation } from './model.ts'
import { letterBytes } from './letterBytes.ts'
import { looksLikeFormula } from './looksLikeFormula.ts'
import { highlightOrder, type CellStyle } from './styles.ts'
import { cellText, declaration, element, main, relationships, xml } from './xml.ts'

/** The number of a style in `styles.xml`. */
export type StyleNumber = (style: CellStyle, quoted: boolean) => number

/** Characters of rows that are packed at once. */
const pieceSize = 128_000

/** Only what begins or ends in space, or breaks its line, needs the mark that keeps it so. */
const spaced = /^\s|\s$|\n/

/** The texts of a workbook, each kept once: far fewer bytes to write and to pack than in every cell. */
export type Texts = {
  /** The number of a text, doubled; odd where it looks like a formula and its cell has to say that it is text. */
  readonly numberOf: (text: string) => number
  /** `sharedStrings.xml`, when all sheets are written. */
  readonly xml: () => Generator<string>
}

export const textsOf = (): Texts => {
  const numbers = new Map<string, number>()
  let used = 0
  return {
    numberOf: (text) => {
      used += 1
      const known = numbers.get(text)
      if (known !== undefined) return known
      const made = numbers.size * 2 + (looksLikeFormula(text) ? 1 : 0)
      numbers.set(text, made)
      return made
    },
    xml: function* () {
      let piece = `${declaration}<sst xmlns="${main}" count="${used}" uniqueCount="${numbers.size}">`
      for (const text of numbers.keys()) {
        piece += `<si><t${spaced.test(text) ? ' xml:space="preserve"' : ''}>${cellText(text)}</t></si>`
        if (piece.length > pieceSize) {
          yield piece
          piece = ''
        }
      }
      yield `${piece}</sst>`
    },
  }
}

/**
 * The rows as bytes, a piece at a time. This is where the time of a big workbook goes: what is the same for a column
 * or a formula is worked out once, and plain letters go straight into bytes, since texts stand elsewhere.
 */
function* rowPieces(sheet: Sheet, number: StyleNumber, texts: Texts): Generator<Uint8Array> {
  const out = letterBytes(pieceSize)
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const columns = Array.from({ length: width }, (_, at) => {
    const style = sheet.columns[at]?.style ?? 'label.general'
    return { start: `<c r="${columnLetters(at)}`, plain: number(style, false), quoted: number(style, true) }
  })
  const formulas = new Map<string, string>()
  const formulaXml = (formula: string): string => {
    const known = formulas.get(formula)
    if (known !== undefined) return known
    const made = `<f>${xml(formula)}</f>`
    formulas.set(formula, made)
    return made
  }
  // What stands between a cell's place and its value, by style.
  const beforeNumber: string[] = []
  const beforeText: string[] = []
  for (const [at, { cells, height }] of sheet.rows.entries()) {
    if (cells.length === 0 && height === undefined) continue
    const row = String(at + 1)
    out.ascii(height === undefined ? `<row r="${row}">` : `<row r="${row}" ht="${height}" customHeight="1">`)
    for (let place = 0; place < cells.length; place++) {
      const cell = cells[place]!
      const column = columns[place]!
      const full = cell !== null && typeof cell === 'object' ? cell : null
      const value = full ? full.value : (cell as Plain)
      const formula = full?.formula
      const text = typeof value === 'string' && formula === undefined ? texts.numberOf(value) : 0
      const quoted = text % 2 === 1
      const s =
        full?.style === undefined ? (quoted ? column.quoted : column.plain) : number(full.style, quoted)
      out.ascii(column.start)
      out.ascii(row)
      if (formula !== undefined) {
        const type = typeof value === 'string' ? ' t="str"' : typeof value === 'boolean' ? ' t="b"' : ''
        const v = typeof value === 'string' ? cellText(value) : String(Number(value))
        out.any(`" s="${s}"${type}>${formulaXml(formula)}${value === null ? '' : `<v>${v}</v>`}</c>`)
      } else if (value === null) out.ascii(`" s="${s}"/>`)
      else if (typeof value === 'boolean') out.ascii(`" s="${s}" t="b"><v>${value ? 1 : 0}</v></c>`)
      else {
        const isText = typeof value === 'string'
        out.ascii(
          isText ? (beforeText[s] ??= `" s="${s}" t="s"><v>`) : (beforeNumber[s] ??= `" s="${s}"><v>`),
        )
        out.ascii(String(isText ? text >> 1 : value))
        out.ascii('</v></c>')
      }
    }
    out.ascii('</row>')
    if (out.isFull()) yield out.take()
  }
  yield out.take()
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
    element('sheetPr', {}, element('pageSetUpPr', { fitToPage: true })) +
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
        orientation: sheet.print.landscape ? 'landscape' : 'portrait',
        fitToWidth: 1,
        fitToHeight: 0,
      }),
      element('headerFooter', {}, `<oddFooter>${xml(footerCode(sheet.print.footer))}</oddFooter>`),
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
