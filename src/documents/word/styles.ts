import { declaration, wordNamespace } from './names.ts'

const dark = '1F3864'
const rule = 'A6A6A6'
/** Grey that still has 4.5 : 1 on white. */
const quiet = '595959'

type Paragraph = {
  id: string
  name: string
  basedOn?: string
  next?: string
  spacing?: string
  keepNext?: true
  level?: number
  numbering?: number
  /** What the schema wants before the spacing: borders, tabs. */
  first?: string
  other?: string
  run?: string
}
const paragraph = (s: Paragraph): string =>
  `<w:style w:type="paragraph" w:styleId="${s.id}"><w:name w:val="${s.name}"/>` +
  `<w:basedOn w:val="${s.basedOn ?? 'Normal'}"/>` +
  (s.next ? `<w:next w:val="${s.next}"/>` : '') +
  '<w:uiPriority w:val="9"/><w:qFormat/><w:pPr>' +
  (s.keepNext ? '<w:keepNext/><w:keepLines/>' : '') +
  (s.numbering === undefined ? '' : `<w:numPr><w:numId w:val="${s.numbering}"/></w:numPr>`) +
  (s.first ?? '') +
  (s.spacing ? `<w:spacing ${s.spacing}/>` : '') +
  (s.other ?? '') +
  (s.level === undefined ? '' : `<w:outlineLvl w:val="${s.level}"/>`) +
  `</w:pPr>${s.run ? `<w:rPr>${s.run}</w:rPr>` : ''}</w:style>`

const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
const inDark = `<w:b/><w:bCs/><w:color w:val="${dark}"/>`
const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${rule}"/>`

const table =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>' +
  '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="table" w:customStyle="1" w:styleId="RecordTable"><w:name w:val="Record Table"/>' +
  '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr>' +
  `<w:tblBorders>${line('top')}${line('bottom')}${line('insideH')}</w:tblBorders>` +
  '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>' +
  '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
  `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="${dark}"/></w:rPr>` +
  '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr></w:tblStylePr>' +
  '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>'

const character = (id: string, name: string, run: string) =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:uiPriority w:val="99"/><w:rPr>${run}</w:rPr></w:style>`

/** Calibri 11 pt at 1.15, headings in one dark colour, built-in style names so that a school's own template applies. */
export const stylesXml =
  `${declaration}<w:styles xmlns:w="${wordNamespace}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>' +
  `${size(22)}<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
  '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>' +
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>' +
  '<w:semiHidden/><w:unhideWhenUsed/></w:style>' +
  table +
  paragraph({
    id: 'Title',
    name: 'Title',
    next: 'Normal',
    keepNext: true,
    spacing: 'w:before="0" w:after="160" w:line="240" w:lineRule="auto"',
    run: `${inDark}${size(40)}`,
  }) +
  paragraph({
    id: 'Heading1',
    name: 'heading 1',
    next: 'Normal',
    keepNext: true,
    spacing: 'w:before="320" w:after="100" w:line="240" w:lineRule="auto"',
    level: 0,
    run: `${inDark}${size(30)}`,
  }) +
  paragraph({
    id: 'Heading2',
    name: 'heading 2',
    next: 'Normal',
    keepNext: true,
    spacing: 'w:before="200" w:after="60" w:line="240" w:lineRule="auto"',
    level: 1,
    run: `${inDark}${size(24)}`,
  }) +
  paragraph({
    id: 'Heading3',
    name: 'heading 3',
    next: 'Normal',
    keepNext: true,
    spacing: 'w:before="160" w:after="40" w:line="240" w:lineRule="auto"',
    level: 2,
    run: `${inDark}${size(22)}`,
  }) +
  paragraph({
    id: 'Note',
    name: 'Note',
    spacing: 'w:before="80" w:after="120"',
    run: `<w:color w:val="${quiet}"/>${size(20)}`,
  }) +
  paragraph({
    id: 'Quote',
    name: 'Quote',
    other: '<w:ind w:left="284"/>',
    run: '<w:i/><w:iCs/>',
  }) +
  paragraph({
    id: 'Letterhead',
    name: 'Letterhead',
    next: 'Note',
    keepNext: true,
    spacing: 'w:before="0" w:after="40" w:line="240" w:lineRule="auto"',
    run: `${inDark}${size(30)}`,
  }) +
  paragraph({
    id: 'Address',
    name: 'Address',
    spacing: 'w:before="240" w:after="160" w:line="252" w:lineRule="auto"',
  }) +
  paragraph({
    id: 'Signature',
    name: 'Signature',
    spacing: 'w:before="400" w:after="0" w:line="252" w:lineRule="auto"',
  }) +
  paragraph({
    id: 'ListBullet',
    name: 'List Bullet',
    numbering: 1,
    // None between its items, a paragraph's after the last.
    spacing: 'w:after="120"',
    other: '<w:contextualSpacing/>',
  }) +
  paragraph({
    id: 'TableText',
    name: 'Table Text',
    spacing: 'w:after="0" w:line="252" w:lineRule="auto"',
    run: size(20),
  }) +
  paragraph({
    id: 'Asked',
    name: 'Asked',
    keepNext: true,
    spacing: 'w:before="280" w:after="80" w:line="264" w:lineRule="auto"',
    run: `<w:b/><w:bCs/>${size(28)}`,
  }) +
  paragraph({
    id: 'AskedLarge',
    name: 'Asked Large',
    basedOn: 'Asked',
    run: size(40),
  }) +
  paragraph({
    id: 'AnswerLine',
    name: 'Answer Line',
    spacing: 'w:before="0" w:after="0" w:line="520" w:lineRule="exact"',
    first: `<w:pBdr>${line('bottom')}${line('between')}</w:pBdr>`,
  }) +
  paragraph({
    id: 'Pictures',
    name: 'Pictures',
    spacing: 'w:before="80" w:after="120" w:line="240" w:lineRule="auto"',
    first: '<w:tabs><w:tab w:val="left" w:pos="3600"/><w:tab w:val="left" w:pos="6100"/></w:tabs>',
  }) +
  paragraph({
    id: 'Footer',
    name: 'footer',
    spacing: 'w:after="0" w:line="240" w:lineRule="auto"',
    run: `<w:color w:val="${quiet}"/>${size(17)}`,
  }) +
  character('PlaceholderText', 'Placeholder Text', `<w:color w:val="${quiet}"/>`) +
  character('Strong', 'Strong', '<w:b/><w:bCs/>') +
  '</w:styles>'

/** The points of Normal above, from which a document's own size is reckoned. */
const usualPoints = 11

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
