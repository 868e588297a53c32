import { strToU8, zipSync } from 'fflate'
import { relationshipsXml } from '../../word/parts.ts'
import { declaration, wordNamespace } from '../../word/names.ts'
import { xmlAttribute, xmlText } from '../../word/xmlText.ts'

/* A few shapes of Word, as authorities' own forms use them: enough to write an example, not to write documents. */

const w14 = 'http://schemas.microsoft.com/office/word/2010/wordml'

export type Shape = { bold?: boolean; italic?: boolean; underline?: boolean; shade?: string; size?: number }

export const run = (text: string, { bold, italic, underline, size }: Shape = {}): string =>
  `<w:r><w:rPr>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${size ? `<w:sz w:val="${size}"/>` : ''}${underline ? '<w:u w:val="single"/>' : ''}</w:rPr>` +
  `<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`

/** `inside`: runs; a plain text is one. */
export const paragraph = (inside: string, { style, ...shape }: Shape & { style?: string } = {}): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${inside.startsWith('<') ? inside : inside === '' ? '' : run(inside, shape)}</w:p>`

export const heading = (text: string, level = 1): string => paragraph(text, { style: `Heading${level}` })
export const empty = '<w:p/>'

export type CellShape = Shape & { span?: number; goesOn?: boolean; starts?: boolean }

export const cell = (inside: string, width: number, shape: CellShape = {}): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shape.span ? `<w:gridSpan w:val="${shape.span}"/>` : ''}` +
  `${shape.starts ? '<w:vMerge w:val="restart"/>' : shape.goesOn ? '<w:vMerge/>' : ''}` +
  `${shape.shade ? `<w:shd w:val="clear" w:color="auto" w:fill="${shape.shade}"/>` : ''}</w:tcPr>` +
  `${inside.startsWith('<w:p') || inside.startsWith('<w:tbl') || inside.startsWith('<w:sdt') ? inside : inside.startsWith('<') ? `<w:p>${inside}</w:p>` : paragraph(inside, shape)}</w:tc>`

export const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`

/** `widths`: of the grid's columns, in twentieths of a point. */
export const table = (widths: readonly number[], ...rows: readonly string[]): string =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>` +
  `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`

const fieldChar = (type: string, data = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`
const instruction = (code: string) => `<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>`

/** Word 97’s own form field, as older forms still have it; five wide blanks are its empty look. */
export const legacyText = (name: string, most?: number): string =>
  fieldChar(
    'begin',
    `<w:ffData><w:name w:val="${xmlAttribute(name)}"/><w:enabled/><w:calcOnExit w:val="0"/><w:textInput>${most ? `<w:maxLength w:val="${most}"/>` : ''}</w:textInput></w:ffData>`,
  ) +
  instruction('FORMTEXT') +
  fieldChar('separate') +
  run('\u2002\u2002\u2002\u2002\u2002') +
  fieldChar('end')

export const legacyCheck = (name: string): string =>
  fieldChar(
    'begin',
    `<w:ffData><w:name w:val="${xmlAttribute(name)}"/><w:enabled/><w:calcOnExit w:val="0"/><w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox></w:ffData>`,
  ) +
  instruction('FORMCHECKBOX') +
  fieldChar('separate') +
  fieldChar('end')

export const legacyList = (name: string, entries: readonly string[]): string =>
  fieldChar(
    'begin',
    `<w:ffData><w:name w:val="${xmlAttribute(name)}"/><w:enabled/><w:calcOnExit w:val="0"/><w:ddList>${entries.map((entry) => `<w:listEntry w:val="${xmlAttribute(entry)}"/>`).join('')}</w:ddList></w:ffData>`,
  ) +
  instruction('FORMDROPDOWN') +
  fieldChar('separate') +
  fieldChar('end')

let controls = 1000
const controlOf = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`

/** A plain-text control that shows Word’s usual invitation. */
export const control = (alias: string): string =>
  controlOf(
    `<w:alias w:val="${xmlAttribute(alias)}"/><w:id w:val="${++controls}"/><w:showingPlcHdr/><w:text/>`,
    run('Click or tap here to enter text.'),
  )

export const dropDown = (alias: string, options: readonly string[]): string =>
  controlOf(
    `<w:alias w:val="${xmlAttribute(alias)}"/><w:id w:val="${++controls}"/><w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText="Choose an item." w:value=""/>${options.map((option) => `<w:listItem w:displayText="${xmlAttribute(option)}" w:value="${xmlAttribute(option)}"/>`).join('')}</w:dropDownList>`,
    run('Choose an item.'),
  )

export const tickBox = (): string =>
  controlOf(
    `<w:id w:val="${++controls}"/><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>`,
    '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/></w:rPr><w:t>\u2610</w:t></w:r>',
  )

const style = (id: string, name: string, inside: string, type = 'paragraph', byDefault = false) =>
  `<w:style w:type="${type}"${byDefault ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
  .join('')

const stylesXml =
  `${declaration}<w:styles xmlns:w="${wordNamespace}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>` +
  style('Normal', 'Normal', '<w:qFormat/>', 'paragraph', true) +
  style('Title', 'Title', '<w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="34"/></w:rPr>') +
  [28, 24, 22]
    .map((size, at) =>
      style(
        `Heading${at + 1}`,
        `heading ${at + 1}`,
        `<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${at}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr>`,
      ),
    )
    .join('') +
  style(
    'TableNormal',
    'Normal Table',
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    'table',
    true,
  ) +
  style(
    'TableGrid',
    'Table Grid',
    `<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr>`,
    'table',
  ) +
  '</w:styles>'

const types =
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
  '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'

/** A .docx of these blocks on A4; the same bytes each time. */
export const formFile = (...blocks: readonly string[]): Uint8Array<ArrayBuffer> => {
  const parts = {
    '[Content_Types].xml': types,
    '_rels/.rels': relationshipsXml([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationshipsXml([['styles', 'styles.xml']]),
    'word/styles.xml': stylesXml,
    'word/document.xml':
      `${declaration}<w:document xmlns:w="${wordNamespace}" xmlns:w14="${w14}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"><w:body>` +
      `${blocks.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
    level: 6,
    mtime: new Date(1980, 0, 1),
  })
}
