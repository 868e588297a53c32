import { strToU8, zipSync } from 'fflate'
import {
  addressOf,
  type Book,
  type BookCell,
  type BookRule,
  type BookSheet,
  type BookTable,
  columnOf,
  plainLook,
  quoteSheet,
  rowOf,
} from './book.ts'
import { Styles } from './writeStyles.ts'
import { argb, head, ns, rel, safe, sheetml } from './writeXml.ts'

const cellXml = (at: number, cell: BookCell, styles: Styles): string => {
  const place = `r="${addressOf({ top: rowOf(at), bottom: rowOf(at), left: columnOf(at), right: columnOf(at) })}" s="${styles.of(cell.look)}"`
  const f = cell.formula === undefined ? '' : `<f>${safe(cell.formula)}</f>`
  const { value } = cell
  if (value === null) return f || cell.look !== plainLook ? `<c ${place}>${f}</c>` : ''
  if (typeof value === 'number') return `<c ${place}>${f}<v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c ${place} t="b">${f}<v>${Number(value)}</v></c>`
  if (typeof value === 'object') return `<c ${place} t="e">${f}<v>${safe(value.error)}</v></c>`
  if (f) return `<c ${place} t="str">${f}<v>${safe(value)}</v></c>`
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${safe(value)}</t></is></c>`
}

const ruleXml = ({ box, rule, alert }: BookRule): string => {
  const [kind, inside] = Object.entries(rule)[0]! as [string, Record<string, unknown>]
  const formula = (name: string, value: unknown) => {
    if (value === undefined) return ''
    const written = String(value)
    const day =
      kind === 'date' && /^\d{4}-\d{2}-\d{2}/.test(written)
        ? Date.parse(`${written.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25569
        : null
    return `<${name}>${day ?? safe(written.replace(/^=/, ''))}</${name}>`
  }
  const type = kind === 'wholeNumber' ? 'whole' : kind
  const operator =
    typeof inside['operator'] === 'string'
      ? ` operator="${inside['operator'].charAt(0).toLowerCase()}${inside['operator'].slice(1)}"`
      : ''
  const source = kind === 'list' ? String(inside['source']) : ''
  const formulas =
    kind === 'list'
      ? `<formula1>${source.startsWith('=') ? safe(source.slice(1)) : `"${safe(source)}"`}</formula1>`
      : formula('formula1', inside['formula1'] ?? inside['formula']) + formula('formula2', inside['formula2'])
  return `<dataValidation type="${type}"${operator} allowBlank="1" showInputMessage="1" showErrorMessage="${alert.showAlert === false ? 0 : 1}"${alert.title ? ` errorTitle="${safe(alert.title)}"` : ''}${alert.message ? ` error="${safe(alert.message)}"` : ''} sqref="${addressOf(box)}">${formulas}</dataValidation>`
}

const paperNumbers: Record<string, number> = { Letter: 1, A3: 8, A4: 9, A5: 11 }

const sheetXml = (book: Book, sheet: BookSheet, styles: Styles): string => {
  const rows = new Map<number, [number, BookCell][]>()
  for (const [at, cell] of sheet.cells) {
    const own = rows.get(rowOf(at)) ?? []
    own.push([at, cell])
    rows.set(rowOf(at), own)
  }
  const numbers = [...new Set([...rows.keys(), ...sheet.rows.keys()])].sort((a, b) => a - b)
  const data = numbers.map((row) => {
    const { height, hidden } = sheet.rows.get(row) ?? {}
    const cells = (rows.get(row) ?? [])
      .sort(([a], [b]) => a - b)
      .map(([at, cell]) => cellXml(at, cell, styles))
      .join('')
    const size = `${height === undefined ? '' : ` ht="${(height * 3) / 4}" customHeight="1"`}${hidden ? ' hidden="1"' : ''}`
    return cells || size ? `<row r="${row + 1}"${size}>${cells}</row>` : ''
  })
  const columns = [...sheet.columns]
    .sort(([a], [b]) => a - b)
    .map(
      ([column, { width = 64, hidden }]) =>
        `<col min="${column + 1}" max="${column + 1}" width="${((width - 5) / 7).toFixed(4)}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`,
    )
  const { rows: down, columns: across } = sheet.frozen
  const corner = addressOf({ top: down, left: across, bottom: down, right: across })
  const pane = down && across ? 'bottomRight' : down ? 'bottomLeft' : 'topRight'
  const frozen =
    down || across
      ? `<pane${across ? ` xSplit="${across}"` : ''}${down ? ` ySplit="${down}"` : ''} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`
      : ''
  const { page } = sheet
  const own = book.tables.filter((table) => table.sheet === sheet)
  const footer = `${page.footer.left ? `&L${page.footer.left}` : ''}${page.footer.centre ? `&C${page.footer.centre}` : ''}${page.footer.right ? `&R${page.footer.right}` : ''}`
  return [
    head,
    `<worksheet xmlns="${ns}" xmlns:r="${rel}">`,
    `<sheetPr>${sheet.tabColour ? `<tabColor rgb="${argb(sheet.tabColour)}"/>` : ''}<pageSetUpPr${page.fitWidth ? ' fitToPage="1"' : ''}/></sheetPr>`,
    `<sheetViews><sheetView${sheet.gridlines ? '' : ' showGridLines="0"'}${book.active === sheet ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    `<sheetData>${data.join('')}</sheetData>`,
    ...sheet.highlights.map(
      (highlight, at) =>
        `<conditionalFormatting sqref="${addressOf(highlight.box)}"><cfRule type="expression" dxfId="${styles.dxf(highlight)}" priority="${at + 1}"><formula>${safe(highlight.formula.replace(/^=/, ''))}</formula></cfRule></conditionalFormatting>`,
    ),
    sheet.rules.length > 0
      ? `<dataValidations count="${sheet.rules.length}">${sheet.rules.map(ruleXml).join('')}</dataValidations>`
      : '',
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${paperNumbers[page.paper] ?? 9}"${page.scale ? ` scale="${page.scale}"` : ''} orientation="${page.orientation.toLowerCase()}"${page.fitWidth ? ` fitToWidth="${page.fitWidth}" fitToHeight="0"` : ''}/>`,
    footer ? `<headerFooter><oddFooter>${safe(footer)}</oddFooter></headerFooter>` : '',
    page.starts?.length
      ? `<rowBreaks count="${page.starts.length}" manualBreakCount="${page.starts.length}">${page.starts.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')}</rowBreaks>`
      : '',
    own.length > 0
      ? `<tableParts count="${own.length}">${own.map((_, at) => `<tablePart r:id="rId${at + 1}"/>`).join('')}</tableParts>`
      : '',
    '</worksheet>',
  ].join('')
}

/** The formula that every row of a column has, if they all have the same one. */
const columnFormula = ({ sheet, box }: BookTable, column: number): string | undefined => {
  const all = new Set<string | undefined>()
  for (let row = box.top + 1; row <= box.bottom; row++)
    all.add(sheet.cells.get(row * 16384 + box.left + column)?.formula)
  const [only] = all
  return all.size === 1 ? only : undefined
}

const tableXml = (table: BookTable, id: number): string => {
  const columns = table.columns.map(({ name }, at) => {
    const formula = columnFormula(table, at)
    return `<tableColumn id="${at + 1}" name="${safe(name)}"${formula === undefined ? '/>' : `><calculatedColumnFormula>${safe(formula)}</calculatedColumnFormula></tableColumn>`}`
  })
  return `${head}<table xmlns="${ns}" id="${id}" name="${safe(table.name)}" displayName="${safe(table.name)}" ref="${addressOf(table.box)}" totalsRowShown="0"><autoFilter ref="${addressOf(table.box)}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns><tableStyleInfo name="${safe(table.style)}" showFirstColumn="0" showLastColumn="0" showRowStripes="${table.banded ? 1 : 0}" showColumnStripes="0"/></table>`
}

const relations = (all: readonly [type: string, target: string][]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${rel}/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** The workbook as an .xlsx file of its own: what this stand-in holds, and nothing that it dropped when it opened one. */
export const workbookBytes = (book: Book): Uint8Array => {
  const styles = new Styles()
  const parts: Record<string, string> = {}
  const types: [string, string][] = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
  ]
  let tables = 0
  for (const [at, sheet] of book.sheets.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(book, sheet, styles)
    types.push([`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet'])
    const own = book.tables.filter((table) => table.sheet === sheet)
    if (own.length === 0) continue
    parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relations(
      own.map((table) => {
        tables += 1
        parts[`xl/tables/table${tables}.xml`] = tableXml(table, tables)
        types.push([`/xl/tables/table${tables}.xml`, 'table'])
        return ['table', `../tables/table${tables}.xml`]
      }),
    )
  }
  parts['xl/styles.xml'] = styles.xml()
  const printNames = book.sheets.flatMap(({ name, page }, at) => {
    const on = quoteSheet(name)
    const area = page.area && addressOf(page.area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
    return [
      ...(area
        ? [`<definedName name="_xlnm.Print_Area" localSheetId="${at}">${safe(`${on}!${area}`)}</definedName>`]
        : []),
      ...(page.titleRows
        ? [
            `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${safe(`${on}!$${page.titleRows[0] + 1}:$${page.titleRows[1] + 1}`)}</definedName>`,
          ]
        : []),
    ]
  })
  const names = [
    ...book.names.map(
      ({ name, formula, comment, visible }) =>
        `<definedName name="${safe(name)}"${comment ? ` comment="${safe(comment)}"` : ''}${visible ? '' : ' hidden="1"'}>${safe(formula.replace(/^=/, ''))}</definedName>`,
    ),
    ...printNames,
  ]
  const sheets = book.sheets.map(
    ({ name, visibility }, at) =>
      `<sheet name="${safe(name)}" sheetId="${at + 1}"${visibility === 'Visible' ? '' : ` state="${visibility.charAt(0).toLowerCase()}${visibility.slice(1)}"`} r:id="rId${at + 1}"/>`,
  )
  parts['xl/workbook.xml'] =
    `${head}<workbook xmlns="${ns}" xmlns:r="${rel}"><bookViews><workbookView activeTab="${book.sheets.indexOf(book.active)}"/></bookViews><sheets>${sheets.join('')}</sheets>${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}</workbook>`
  parts['xl/_rels/workbook.xml.rels'] = relations([
    ...book.sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
    ['styles', 'styles.xml'],
  ])
  parts['_rels/.rels'] = relations([['officeDocument', 'xl/workbook.xml']])
  const contents = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.map(([part, type]) => `<Override PartName="${part}" ContentType="${sheetml}.${type}+xml"/>`).join('')}</Types>`
  const files = Object.entries({ '[Content_Types].xml': contents, ...parts }).map(([path, text]) => [
    path,
    strToU8(text),
  ])
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { level: 6 })
}
