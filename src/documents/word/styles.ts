import { declaration, wordNamespace } from './names.ts'

export const darkOf = '1F3864'
const rule = 'A6A6A6'
/** Grey that still has 4.5 : 1 on white. */
const quiet = '595959'

type Own<T extends string> = {
  readonly type: T
  readonly id: string
  /** Word's own name for a built-in style: the same in every language. */
  readonly name: string
}
export type OwnParagraph = Own<'paragraph'> & {
  readonly basedOn?: string
  readonly next?: string
  readonly spacing?: string
  readonly keepNext?: true
  readonly level?: number
  readonly numbered?: true
  /** What the schema wants before the spacing: borders, tabs. */
  readonly first?: string
  readonly other?: string
  readonly run?: string
  /** In place of `spacing` and `other` where a school's own ordinary text stands below. */
  readonly inTemplate?: { readonly spacing: string; readonly other: string }
}
/** Written out but for what its id is. */
type OwnOther = Own<'character' | 'table' | 'numbering'> & { readonly xml: string }
/** One style that documents of ours use. */
export type OwnStyle = OwnParagraph | OwnOther

type How = {
  /** By which id a style of ours goes. */
  idOf(id: string): string
  /** Six digits, in place of our dark blue. */
  readonly dark: string
  /** The numbering of lists. */
  readonly list: number
  readonly inTemplate?: true
}

const paragraph = (s: OwnParagraph, { idOf, list, inTemplate }: How): string => {
  const { spacing, other } = (inTemplate && s.inTemplate) || s
  return (
    `<w:style w:type="paragraph" w:styleId="${idOf(s.id)}"><w:name w:val="${s.name}"/>` +
    `<w:basedOn w:val="${idOf(s.basedOn ?? 'Normal')}"/>` +
    (s.next ? `<w:next w:val="${idOf(s.next)}"/>` : '') +
    '<w:uiPriority w:val="9"/><w:qFormat/><w:pPr>' +
    (s.keepNext ? '<w:keepNext/><w:keepLines/>' : '') +
    (s.numbered ? `<w:numPr><w:numId w:val="${list}"/></w:numPr>` : '') +
    (s.first ?? '') +
    (spacing ? `<w:spacing ${spacing}/>` : '') +
    (other ?? '') +
    (s.level === undefined ? '' : `<w:outlineLvl w:val="${s.level}"/>`) +
    `</w:pPr>${s.run ? `<w:rPr>${s.run}</w:rPr>` : ''}</w:style>`
  )
}

/** One style as its part holds it. */
export const styleXml = (style: OwnStyle, how: How): string => {
  const xml =
    style.type === 'paragraph'
      ? paragraph(style, how)
      : style.xml
          .replace(/(w:styleId=)"([^"]*)"/, (_, name: string, id: string) => `${name}"${how.idOf(id)}"`)
          .replace(
            /(<w:basedOn w:val=)"([^"]*)"/,
            (_, name: string, id: string) => `${name}"${how.idOf(id)}"`,
          )
  return how.dark === darkOf ? xml : xml.replaceAll(darkOf, how.dark)
}

const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
const inDark = `<w:b/><w:bCs/><w:color w:val="${darkOf}"/>`
const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${rule}"/>`

const tableNormal =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>' +
  '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
const recordTable =
  '<w:style w:type="table" w:customStyle="1" w:styleId="RecordTable"><w:name w:val="Record Table"/>' +
  '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr>' +
  `<w:tblBorders>${line('top')}${line('bottom')}${line('insideH')}</w:tblBorders>` +
  '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>' +
  '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
  `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="${darkOf}"/></w:rPr>` +
  '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr></w:tblStylePr>' +
  '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>'

const character = (id: string, name: string, run: string) =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:uiPriority w:val="99"/><w:rPr>${run}</w:rPr></w:style>`

/** Every style that documents of ours use, in the order in which the part has them. */
export const ownStyles: readonly OwnStyle[] = [
  {
    type: 'character',
    id: 'DefaultParagraphFont',
    name: 'Default Paragraph Font',
    xml:
      '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
      '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  },
  {
    type: 'numbering',
    id: 'NoList',
    name: 'No List',
    xml:
      '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>' +
      '<w:semiHidden/><w:unhideWhenUsed/></w:style>',
  },
  { type: 'table', id: 'TableNormal', name: 'Normal Table', xml: tableNormal },
  { type: 'table', id: 'RecordTable', name: 'Record Table', xml: recordTable },
  {
    type: 'paragraph',
    id: 'Title',
    name: 'Title',
    next: 'Normal',
    keepNext: true,
    spacing: 'w:before="0" w:after="160" w:line="240" w:lineRule="auto"',
    run: `${inDark}${size(40)}`,
  },
  {
    type: 'paragraph',
    id: 'Heading1',
    name: 'heading 1',
    next: 'Normal',
    keepNext: true,
    spacing: 'w:before="320" w:after="100" w:line="240" w:lineRule="auto"',
    level: 0,
    run: `${inDark}${size(30)}`,
  },
  {
    type: 'paragraph',
    id: 'Heading2',
    name: 'heading 2',
    next: 'Normal',
    keepNext: true,
    spacing: 'w:before="200" w:after="60" w:line="240" w:lineRule="auto"',
    level: 1,
    run: `${inDark}${size(24)}`,
  },
  {
    type: 'paragraph',
    id: 'Heading3',
    name: 'heading 3',
    next: 'Normal',
    keepNext: true,
    spacing: 'w:before="160" w:after="40" w:line="240" w:lineRule="auto"',
    level: 2,
    run: `${inDark}${size(22)}`,
  },
  {
    type: 'paragraph',
    id: 'Note',
    name: 'Note',
    spacing: 'w:before="80" w:after="120"',
    run: `<w:color w:val="${quiet}"/>${size(20)}`,
  },
  {
    type: 'paragraph',
    id: 'Quote',
    name: 'Quote',
    other: '<w:ind w:left="284"/>',
    run: '<w:i/><w:iCs/>',
  },
  {
    type: 'paragraph',
    id: 'Letterhead',
    name: 'Letterhead',
    next: 'Note',
    keepNext: true,
    spacing: 'w:before="0" w:after="40" w:line="240" w:lineRule="auto"',
    run: `${inDark}${size(30)}`,
  },
  {
    type: 'paragraph',
    id: 'Address',
    name: 'Address',
    first: '<w:keepLines/>',
    spacing: 'w:before="240" w:after="160" w:line="252" w:lineRule="auto"',
    // Short lines that a template set to both margins would pull apart.
    inTemplate: {
      spacing: 'w:before="240" w:after="160" w:line="252" w:lineRule="auto"',
      other: '<w:jc w:val="left"/>',
    },
  },
  {
    type: 'paragraph',
    id: 'Signature',
    name: 'Signature',
    first: '<w:keepLines/>',
    spacing: 'w:before="400" w:after="0" w:line="252" w:lineRule="auto"',
    // Short lines that a template set to both margins would pull apart.
    inTemplate: {
      spacing: 'w:before="400" w:after="0" w:line="252" w:lineRule="auto"',
      other: '<w:jc w:val="left"/>',
    },
  },
  {
    type: 'paragraph',
    id: 'ListBullet',
    name: 'List Bullet',
    numbered: true,
    // None between its items, a paragraph's after the last.
    spacing: 'w:after="120"',
    other: '<w:contextualSpacing/>',
  },
  {
    type: 'paragraph',
    id: 'TableText',
    name: 'Table Text',
    spacing: 'w:after="0" w:line="252" w:lineRule="auto"',
    run: size(20),
    inTemplate: {
      spacing: 'w:before="0" w:after="0" w:line="252" w:lineRule="auto"',
      other: '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/>',
    },
  },
  {
    type: 'paragraph',
    id: 'Asked',
    name: 'Asked',
    keepNext: true,
    spacing: 'w:before="280" w:after="80" w:line="264" w:lineRule="auto"',
    run: `<w:b/><w:bCs/>${size(28)}`,
  },
  {
    type: 'paragraph',
    id: 'AskedLarge',
    name: 'Asked Large',
    basedOn: 'Asked',
    run: size(40),
  },
  {
    type: 'paragraph',
    id: 'AnswerLine',
    name: 'Answer Line',
    spacing: 'w:before="0" w:after="0" w:line="520" w:lineRule="exact"',
    first: `<w:pBdr>${line('bottom')}${line('between')}</w:pBdr>`,
  },
  {
    type: 'paragraph',
    id: 'Pictures',
    name: 'Pictures',
    spacing: 'w:before="80" w:after="120" w:line="240" w:lineRule="auto"',
    first: '<w:tabs><w:tab w:val="left" w:pos="3600"/><w:tab w:val="left" w:pos="6100"/></w:tabs>',
  },
  {
    type: 'paragraph',
    id: 'Footer',
    name: 'footer',
    spacing: 'w:after="0" w:line="240" w:lineRule="auto"',
    run: `<w:color w:val="${quiet}"/>${size(17)}`,
  },
  {
    type: 'character',
    id: 'PlaceholderText',
    name: 'Placeholder Text',
    xml: character('PlaceholderText', 'Placeholder Text', `<w:color w:val="${quiet}"/>`),
  },
  {
    type: 'character',
    id: 'Strong',
    name: 'Strong',
    xml: character('Strong', 'Strong', '<w:b/><w:bCs/>'),
  },
]

/** Ordinary text: everything else stands on it. */
export const normalXml =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'

const ours: How = { idOf: (id) => id, dark: darkOf, list: 1 }

/** Calibri 11 pt at 1.15, headings in one dark colour, built-in style names so that a school's own template applies. */
export const stylesXml =
  `${declaration}<w:styles xmlns:w="${wordNamespace}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>' +
  `${size(22)}<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  normalXml +
  ownStyles.map((style) => styleXml(style, ours)).join('') +
  '</w:styles>'

/** The points of Normal above, from which a document's own size is reckoned. */
export const usualPoints = 11

/** The same styles at another size of text: letters and the room between them in proportion. */
export const scaled = (styles: string, points: number): string => {
  const grown = (value: string) => String(Math.max(1, Math.round((Number(value) * points) / usualPoints)))
  return styles
    .replace(/(<w:szC?s? w:val=")(\d+)"/g, (_, before: string, value: string) => `${before}${grown(value)}"`)
    .replace(/<w:spacing [^>]*>/g, (spacing) =>
      spacing.replace(/(w:(?:before|after)=")(\d+)"/g, (_, before: string, value: string) =>
        value === '0' ? `${before}0"` : `${before}${grown(value)}"`,
      ),
    )
}
