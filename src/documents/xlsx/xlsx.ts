import { chartXml, drawingXml } from './chartXml.ts'
import { absolute, quotedSheet, type Workbook } from './model.ts'
import { type Part, zipOf } from './pack.ts'
import { sheetXml, tableXml } from './sheetXml.ts'
import type { CellStyle } from './styles.ts'
import { stylesXml, type UsedStyle } from './stylesXml.ts'
import { textsOf } from './texts.ts'
import { declaration, element, main, relationships, xml } from './xml.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packageNs = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const drawingml = 'application/vnd.openxmlformats-officedocument.drawingml'
export const xlsxType = `${spreadsheet}.sheet`

const relations = (all: readonly { readonly type: string; readonly target: string }[]) =>
  declaration +
  element(
    'Relationships',
    { xmlns: `${packageNs}/relationships` },
    all
      .map(({ type, target }, at) =>
        element('Relationship', { Id: `rId${at + 1}`, Type: type, Target: target }),
      )
      .join(''),
  )

const workbookXml = (workbook: Workbook): string => {
  const printNames = workbook.sheets.flatMap((sheet, localSheetId) => {
    const of = `${quotedSheet(sheet.name)}!`
    const rows = sheet.print.titleRows
    return [
      ...(sheet.print.area
        ? [{ name: '_xlnm.Print_Area', localSheetId, refersTo: of + absolute(sheet.print.area) }]
        : []),
      ...(rows
        ? [{ name: '_xlnm.Print_Titles', localSheetId, refersTo: `${of}$${rows[0] + 1}:$${rows[1] + 1}` }]
        : []),
    ]
  })
  const names = [...workbook.names, ...printNames].toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return (
    declaration +
    element(
      'workbook',
      { xmlns: main, 'xmlns:r': relationships },
      element('bookViews', {}, element('workbookView', { activeTab: 0 })) +
        element(
          'sheets',
          {},
          workbook.sheets
            .map((sheet, at) =>
              element('sheet', {
                name: sheet.name,
                sheetId: at + 1,
                state: sheet.hidden ? 'hidden' : undefined,
                'r:id': `rId${at + 1}`,
              }),
            )
            .join(''),
        ) +
        (names.length > 0
          ? element(
              'definedNames',
              {},
              names
                .map(({ refersTo, ...attributes }) => element('definedName', attributes, xml(refersTo)))
                .join(''),
            )
          : '') +
        element('calcPr', { calcId: 191029 }),
    )
  )
}

const propertiesXml = (workbook: Workbook, made: Date): string => {
  const instant = made.toISOString().replace(/\.\d+/, '')
  const when = (name: string) => element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, instant)
  return (
    declaration +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${packageNs}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      `<dc:title>${xml(workbook.title)}</dc:title><dc:subject>${xml(workbook.subject)}</dc:subject>` +
        `<dc:creator>${xml(workbook.author)}</dc:creator>` +
        (workbook.about === undefined ? '' : `<dc:description>${xml(workbook.about)}</dc:description>`) +
        `${when('created')}${when('modified')}<dc:language>en-GB</dc:language>`,
    )
  )
}

/**
 * The workbook as .xlsx bytes. `made` is the instant in its properties.
 * Source: ECMA-376 part 1, SpreadsheetML; Excel's own limits are kept by the model and looked for by lintXlsx.
 */
export const xlsxBytes = async (workbook: Workbook, made: Date): Promise<Uint8Array> => {
  const used: UsedStyle[] = []
  const known = { plain: new Map<CellStyle, number>(), quoted: new Map<CellStyle, number>() }
  const number = (style: CellStyle, quoted: boolean): number => {
    const numbers = quoted ? known.quoted : known.plain
    const at = numbers.get(style) ?? used.push({ style, quoted })
    numbers.set(style, at)
    return at
  }
  const texts = textsOf()
  const parts: Part[] = []
  const types: [part: string, type: string][] = []
  const add = (name: string, type: string | null, ...text: readonly string[]) => {
    parts.push({ name, text })
    if (type !== null) types.push([`/${name}`, type])
  }
  let [tables, charts, drawings] = [0, 0, 0]
  for (const [at, sheet] of workbook.sheets.entries()) {
    const name = `xl/worksheets/sheet${at + 1}.xml`
    parts.push({ name, text: sheetXml(sheet, at === 0, number, texts) })
    types.push([`/${name}`, `${spreadsheet}.worksheet+xml`])
    const targets = sheet.tables.map((table) => {
      tables += 1
      add(`xl/tables/table${tables}.xml`, `${spreadsheet}.table+xml`, tableXml(table, tables))
      return { type: `${office}/relationships/table`, target: `../tables/table${tables}.xml` }
    })
    if (sheet.charts?.length) {
      drawings += 1
      const drawn = sheet.charts.map((chart) => {
        charts += 1
        add(`xl/charts/chart${charts}.xml`, `${drawingml}.chart+xml`, chartXml(chart, sheet))
        return { type: `${office}/relationships/chart`, target: `../charts/chart${charts}.xml` }
      })
      add(
        `xl/drawings/drawing${drawings}.xml`,
        'application/vnd.openxmlformats-officedocument.drawing+xml',
        drawingXml(sheet.charts),
      )
      add(`xl/drawings/_rels/drawing${drawings}.xml.rels`, null, relations(drawn))
      targets.push({
        type: `${office}/relationships/drawing`,
        target: `../drawings/drawing${drawings}.xml`,
      })
    }
    if (targets.length > 0) add(`xl/worksheets/_rels/sheet${at + 1}.xml.rels`, null, relations(targets))
  }
  add('xl/workbook.xml', `${spreadsheet}.sheet.main+xml`, workbookXml(workbook))
  add(
    'xl/_rels/workbook.xml.rels',
    null,
    relations([
      ...workbook.sheets.map((_, at) => ({
        type: `${office}/relationships/worksheet`,
        target: `worksheets/sheet${at + 1}.xml`,
      })),
      { type: `${office}/relationships/styles`, target: 'styles.xml' },
      { type: `${office}/relationships/sharedStrings`, target: 'sharedStrings.xml' },
    ]),
  )
  add(
    'docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    propertiesXml(workbook, made),
  )
  add(
    '_rels/.rels',
    null,
    relations([
      { type: `${office}/relationships/officeDocument`, target: 'xl/workbook.xml' },
      { type: `${packageNs}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    ]),
  )
  types.push(
    ['/xl/styles.xml', `${spreadsheet}.styles+xml`],
    ['/xl/sharedStrings.xml', `${spreadsheet}.sharedStrings+xml`],
  )
  const contentTypes =
    declaration +
    element(
      'Types',
      { xmlns: `${packageNs}/content-types` },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }) +
        element('Default', { Extension: 'xml', ContentType: 'application/xml' }) +
        types.map(([PartName, ContentType]) => element('Override', { PartName, ContentType })).join(''),
    )
  // The styles and texts in use are known once every sheet is written: their parts are last.
  const styles = (function* () {
    yield stylesXml(used)
  })()
  return zipOf(
    [
      { name: '[Content_Types].xml', text: [contentTypes] },
      ...parts,
      { name: 'xl/styles.xml', text: styles },
      { name: 'xl/sharedStrings.xml', text: texts.xml() },
    ],
    made,
  )
}
