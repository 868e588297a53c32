import type { Block, Cell, Run } from '../blocks.ts'
import { type PageKind, type PageSetup, widthOf } from '../design/design.ts'
import type { Drawing } from '../drawings.ts'
import { controlIds, controlXml, runXml } from './control.ts'
import { drawingXml } from './drawing.ts'
import { photoXml } from './photo.ts'
import { bookmarkName, declaration, relationshipsNamespace, wordNamespace } from './names.ts'
import { xmlAttribute } from './xmlText.ts'

/** From the margin to the words beside a picture. */
const inset = 1_134
const pictureSize = { beside: 44, chosen: 64, heading: 34 }
const indents = {
  hanging: `<w:ind w:left="${inset}" w:hanging="${inset}"/>`,
  under: `<w:ind w:left="${inset}"/>`,
  listed: `<w:ind w:left="${inset + 284}" w:hanging="284"/>`,
}
const linesToWrite = 3
const boxHeight = 2_400

type Table = Extract<Block, { is: 'table' }>
/** What runs through the whole document while it is written. */
type Writing = {
  id(tag: string): number
  bookmark(): number
  drawing(): number
  /** The relationship id of the photo's part. */
  photo: string
  /** Between the margins. */
  width: number
  style(ours: string): string
  /** Numbering for lines of a list, as Word writes it; '' where their style has it. */
  bullets: string
  startsPage: boolean
  afterTable: boolean
  rightToLeft: boolean
}

const run = (r: Run, n: Writing): string =>
  'bound' in r
    ? controlXml(r.bound, n.id(r.bound.tag), n.style('PlaceholderText'))
    : runXml(r.text, r.strong && n.style('Strong'))
const runs = (all: readonly Run[], n: Writing) => all.map((r) => run(r, n)).join('')

type Shape = {
  keepWithNext?: boolean | undefined
  right?: boolean | undefined
  apart?: boolean | undefined
  /** Beside a picture: the first line begins at the margin, with the picture; under its words; a list under them. */
  beside?: keyof typeof indents | undefined
}
/** Children of pPr are in the schema's order. A page break goes onto the first paragraph after it: no empty carrier. */
const paragraph = (n: Writing, style: string | null, inside: string, shape: Shape = {}): string => {
  const properties =
    (style ? `<w:pStyle w:val="${n.style(style)}"/>` : '') +
    (shape.keepWithNext ? '<w:keepNext/>' : '') +
    (n.startsPage ? '<w:pageBreakBefore/>' : '') +
    (style === 'ListBullet' ? n.bullets : '') +
    (shape.beside === 'hanging' ? `<w:tabs><w:tab w:val="left" w:pos="${inset}"/></w:tabs>` : '') +
    (n.rightToLeft ? '<w:bidi/>' : '') +
    (shape.apart ? '<w:spacing w:before="140"/>' : '') +
    (shape.beside ? indents[shape.beside] : '') +
    (shape.right ? '<w:jc w:val="right"/>' : '') +
    (shape.beside === 'hanging' ? '<w:textAlignment w:val="center"/>' : '')
  n.startsPage = false
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`
}

/** Whole twips that add up to the page, whatever the shares. */
const gridOf = (table: Table, textWidth: number): number[] => {
  const shares = table.head.map((_, at) => Math.max(table.widths?.[at] ?? 1, 0.01))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((share / whole) * textWidth))
  widths[widths.length - 1]! += textWidth - widths.reduce((sum, width) => sum + width, 0)
  return widths
}

const cellXml = (width: number, cell: Cell, keepWithNext: boolean | undefined, n: Writing) =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>` +
  `${paragraph(n, 'TableText', runs(cell.runs, n), { right: cell.align === 'right', keepWithNext })}</w:tc>`

type RowShape = { heading?: true; tall?: boolean | undefined; keepWithNext?: boolean | undefined }
const rowXml = (cells: readonly Cell[], widths: readonly number[], shape: RowShape, n: Writing) =>
  `<w:tr><w:trPr><w:cantSplit/>${shape.tall ? '<w:trHeight w:val="680" w:hRule="atLeast"/>' : ''}${shape.heading ? '<w:tblHeader/>' : ''}</w:trPr>` +
  widths.map((width, at) => cellXml(width, cells[at] ?? { runs: [] }, shape.keepWithNext, n)).join('') +
  '</w:tr>'

const tableXml = (table: Table, n: Writing): string => {
  const widths = gridOf(table, n.width)
  const summary = xmlAttribute(table.summary)
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="${n.style('RecordTable')}"/>${n.rightToLeft ? '<w:bidiVisual/>' : ''}` +
    `<w:tblW w:w="${n.width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    `<w:tblLook w:val="${table.rowHeadings ? '06A0' : '0620'}" w:firstRow="1" w:lastRow="0"` +
    ` w:firstColumn="${table.rowHeadings ? 1 : 0}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
    `<w:tblCaption w:val="${summary}"/><w:tblDescription w:val="${summary}"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    rowXml(
      table.head.map((text) => ({ runs: [{ text }] })),
      widths,
      { heading: true, keepWithNext: true },
      n,
    ) +
    table.rows
      .map((cells, at) =>
        rowXml(
          cells,
          widths,
          { tall: table.tall, keepWithNext: table.together && at < table.rows.length - 1 },
          n,
        ),
      )
      .join('') +
    '</w:tbl>'
  )
}

/** One empty cell with a border all round: what is typed into it in Word makes it grow. */
const boxXml = (left: number, { width: whole }: Writing): string => {
  const width = whole - left
  const side = (name: string) => `<w:${name} w:val="single" w:sz="8" w:space="0" w:color="767676"/>`
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="${left}" w:type="dxa"/><w:tblBorders>` +
    `${['top', 'left', 'bottom', 'right'].map(side).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    '<w:tblCaption w:val="Room to draw or write"/><w:tblDescription w:val="Room to draw or write"/></w:tblPr>' +
    `<w:tblGrid><w:gridCol w:w="${width}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/>` +
    `<w:trHeight w:val="${boxHeight}" w:hRule="atLeast"/></w:trPr><w:tc><w:tcPr>` +
    `<w:tcW w:w="${width}" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`
  )
}

const tones = {
  note: 'Note',
  quote: 'Quote',
  letterhead: 'Letterhead',
  ways: 'Note',
  address: 'Address',
  signature: 'Signature',
} as const
const besidePicture = (drawing: Drawing, points: number, n: Writing) =>
  `${drawingXml(drawing, points, n.drawing())}<w:r><w:tab/></w:r>`
const blocks: { [K in Block['is']]: (block: Extract<Block, { is: K }>, n: Writing) => string } = {
  title: ({ text, photo }, n) =>
    paragraph(n, 'Title', `${photo ? photoXml(photo, n.photo, n.drawing()) : ''}${runXml(text)}`),
  heading: ({ level, text, id, drawing }, n) => {
    const picture = drawing ? besidePicture(drawing, pictureSize.heading, n) : ''
    const shape: Shape = picture ? { beside: 'hanging' } : {}
    if (!id) return paragraph(n, `Heading${level}`, `${picture}${runXml(text)}`, shape)
    const at = n.bookmark()
    const name = xmlAttribute(bookmarkName(id))
    return paragraph(
      n,
      `Heading${level}`,
      `<w:bookmarkStart w:id="${at}" w:name="${name}"/>${picture}${runXml(text)}<w:bookmarkEnd w:id="${at}"/>`,
      shape,
    )
  },
  paragraph: ({ runs: all, tone, keepWithNext, inset: under }, n) =>
    paragraph(n, tone ? tones[tone] : null, runs(all, n), {
      keepWithNext,
      apart: n.afterTable,
      beside: under ? 'under' : undefined,
    }),
  list: ({ items, inset: under }, n) =>
    items
      .map((item) => paragraph(n, 'ListBullet', runs(item, n), { beside: under ? 'listed' : undefined }))
      .join(''),
  table: tableXml,
  ask: ({ text, drawing, large }, n) => {
    const picture = drawing && besidePicture(drawing, pictureSize.beside, n)
    return paragraph(n, large ? 'AskedLarge' : 'Asked', `${picture ?? ''}${runXml(text)}`, {
      beside: picture ? 'hanging' : undefined,
    })
  },
  room: ({ as, inset: under }, n) =>
    as === 'box'
      ? boxXml(under ? inset : 0, n)
      : Array.from({ length: linesToWrite }, (_, at) =>
          paragraph(n, 'AnswerLine', '', {
            beside: under ? 'under' : undefined,
            keepWithNext: at < linesToWrite - 1,
          }),
        ).join(''),
  pictures: ({ drawings, inset: under }, n) =>
    paragraph(
      n,
      'Pictures',
      drawings.map((one) => drawingXml(one, pictureSize.chosen, n.drawing())).join('<w:r><w:tab/></w:r>'),
      { beside: under ? 'under' : undefined },
    ),
  pageBreak: (_, n) => {
    n.startsPage = true
    return ''
  },
}

const written = (block: Block, n: Writing): string => {
  const xml = (blocks[block.is] as (b: Block, n: Writing) => string)(block, n)
  n.afterTable = block.is === 'table'
  return xml
}

const isSectionEnd = (block: Block) => block.is === 'pageBreak' && block.ends === 'section'

/** A section's properties stand in its last paragraph: an empty one of their own could begin a page. */
const withSection = (xml: string, section: string): string => {
  const at = xml.lastIndexOf('<w:p>')
  const last = xml.slice(at)
  return last.startsWith('<w:p><w:pPr>')
    ? xml.slice(0, at) + last.replace('</w:pPr>', `${section}</w:pPr>`)
    : xml.slice(0, at) + last.replace('<w:p>', `<w:p><w:pPr>${section}</w:pPr>`)
}

/** What the main part takes from how documents look. Ids are of relationships. */
export type BodyLook = {
  readonly page: PageSetup
  readonly styleIds: Readonly<Record<string, string>>
  readonly bullets: number | null
  /** In the order in which a section names them. */
  readonly references: readonly {
    readonly is: 'header' | 'footer'
    readonly kind: PageKind
    readonly id: string
  }[]
  readonly firstPageDiffers: boolean
  readonly photo: string
  readonly rightToLeft: boolean
}

const sectionXml = (
  { page, references, firstPageDiffers, rightToLeft }: BodyLook,
  several: boolean,
): string =>
  `<w:sectPr>${references.map(({ is, kind, id }) => `<w:${is}Reference w:type="${kind}" r:id="${id}"/>`).join('')}` +
  `<w:pgSz w:w="${page.width}" w:h="${page.height}"${page.landscape ? ' w:orient="landscape"' : ''}/>` +
  `<w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}"` +
  ` w:header="${page.header}" w:footer="${page.footer}" w:gutter="${page.gutter}"/>${page.borders}` +
  `${several ? '<w:pgNumType w:start="1"/>' : ''}${firstPageDiffers ? '<w:titlePg/>' : ''}${rightToLeft ? '<w:bidi/>' : ''}</w:sectPr>`

/** The main part: every block in order, in sections of one page set-up with its headers and footers. */
export const bodyXml = (all: readonly Block[], look: BodyLook): string => {
  let mark = 0
  const section = sectionXml(look, all.some(isSectionEnd))
  let picture = 0
  const { styleIds, bullets, page, photo, rightToLeft } = look
  const n: Writing = {
    id: controlIds(),
    bookmark: () => mark++,
    drawing: () => ++picture,
    photo,
    width: widthOf(page),
    style: (ours) => styleIds[ours] ?? ours,
    bullets: bullets === null ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${bullets}"/></w:numPr>`,
    startsPage: false,
    afterTable: false,
    rightToLeft,
  }
  const body = all.reduce(
    (xml, block) => (isSectionEnd(block) ? withSection(xml, section) : xml + written(block, n)),
    '',
  )
  return (
    `${declaration}<w:document xmlns:w="${wordNamespace}" xmlns:r="${relationshipsNamespace}"><w:body>` +
    `${body}${section}</w:body></w:document>`
  )
}
