import { foldName } from '../../domain/rules/reconcileNames.ts'
import { below, childOf, childrenOf, type Element, isOn } from '../form/tree.ts'
import { type Splice, spliced } from '../form/splice.ts'
import { settingsWith } from '../word/parts.ts'
import { stylesXml, usualPoints } from '../word/styles.ts'
import { type Design, type Footer, type Header, type PageKind, pictureKind } from './design.ts'
import { NoTemplate, openTemplate, type Part, type TemplatePackage } from './openTemplate.ts'
import { numberingOf } from './numbering.ts'
import { pageOf } from './pageSetup.ts'
import { type LeftOut, type Story, storyOf, withoutStrayLinks } from './stories.ts'
import { type StyleSheet, styleSheetOf } from './styleSheet.ts'

export type TemplateLook = {
  readonly design: Design
  /** What the person should know of it, one sentence each. */
  readonly told: readonly string[]
  /** What header and footer say on every document: to be looked through for names of pupils. */
  readonly says: readonly string[]
}
export type ReadTemplate = TemplateLook | { readonly complaint: string }

/** Word takes files of 4 MB when they are inserted; a long review needs some of it. */
const mostBytes = 3_500_000
const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`

const leftOut: { [L in LeftOut]: string } = {
  linkedPictures:
    'Pictures that only lead to a file elsewhere are left out. In Word insert them into the template itself.',
  strangePictures: 'A picture of a kind that can’t go along is left out. Use a PNG or JPEG.',
  objects: 'Embedded files and form controls in the header or footer are left out.',
  charts: 'Charts and diagrams in the header or footer are left out. Use a picture of them.',
  links: 'Links in the header and footer stay as text.',
  fields: 'Fields that draw text from elsewhere stay as the text that they show now.',
  changes: 'Changes that were still tracked in the header or footer are taken as accepted.',
  altText:
    'A picture in the header or footer has no words for screen readers: it gets the school’s name and “logo”.',
}

const kinds: readonly PageKind[] = ['default', 'first', 'even']

/** The section whose header and page are used: the first that has a header or footer, else the last. */
const sectionOf = (main: Element): { section: Element | undefined; several: boolean } => {
  const all = [...below(main, ({ name }) => name === 'tbl')].filter(({ name }) => name === 'sectPr')
  const section =
    all.find(({ children }) => children.some(({ name }) => /^(header|footer)Reference$/.test(name))) ??
    all.at(-1)
  return { section, several: all.length > 1 }
}

const isWritten = (body: Element | undefined): boolean =>
  body !== undefined &&
  [...below(body)].some(
    ({ name, text }) => (name === 't' && text.trim() !== '') || name === 'drawing' || name === 'pict',
  )

/** A story's part with room for what a document says at its foot. */
const parted = ({ xml }: Story): { before: string; after: string } => {
  const at = xml.lastIndexOf('</')
  return { before: xml.slice(0, at), after: xml.slice(at) }
}
const hasBlocks = ({ xml }: Story) => /<(?:[\w.-]+:)?(?:p|tbl)[\s/>]/.test(xml)

const waysIn = /@|\b(?:\d[\s-]?){9,}\d\b|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i

/**
 * How documents look in a school's own template: its styles, theme, fonts, numbering, page, headers and footers, with
 * what ours need beside them. Nothing in it runs, links or loads from elsewhere. A complaint is a sentence for the
 * person who chose the file.
 */
export const designFromTemplate = (bytes: Uint8Array, schoolName: string): ReadTemplate => {
  try {
    return lookOf(openTemplate(bytes), schoolName)
  } catch (thrown) {
    if (thrown instanceof NoTemplate) return { complaint: thrown.message }
    throw thrown
  }
}

const lookOf = (file: TemplatePackage, schoolName: string): TemplateLook => {
  const { main } = file
  const settings = file.linked('settings')?.tree
  const { section, several } = sectionOf(main.tree)
  const told = new Set<LeftOut>()
  const pictures = new Map<string, { name: string; bytes: Uint8Array; from: string }>()
  let drawings = 100_000
  const pictureFor = (target: string): string | null => {
    const known = pictures.get(target)
    if (known) return known.name
    if (file.sizeOf(target) > 4 * mostBytes) throw tooHeavy(target, file.sizeOf(target))
    const bytes = file.bytes(target)
    const kind = bytes && pictureKind(bytes)
    if (!bytes || !kind) return null
    const name = `media/design${pictures.size + 1}.${kind}`
    pictures.set(target, { name, bytes, from: target })
    return name
  }
  const reading = { schoolName, pictureFor, told, drawing: () => ++drawings }

  const firstPageDiffers = isOn(childOf(section, 'titlePg'))
  const evenDiffers = isOn(childOf(settings, 'evenAndOddHeaders'))
  const used = kinds.filter((kind) =>
    kind === 'first' ? firstPageDiffers : kind === 'even' ? evenDiffers : true,
  )
  const storiesOf = (which: 'header' | 'footer') =>
    used.flatMap((kind) => {
      const reference = childrenOf(section ?? main.tree, `${which}Reference`).find(
        ({ attributes: { type } }) => (type ?? 'default') === kind,
      )
      const link = main.links.find(({ id, outside }) => id === reference?.attributes['id'] && !outside)
      const part = link ? file.part(link.target) : null
      if (!part || part.tree.name !== (which === 'header' ? 'hdr' : 'ftr')) return []
      const story = storyOf(part, reading)
      return hasBlocks(story) ? [{ kind, story }] : []
    })
  const headers = storiesOf('header')
  const footers = storiesOf('footer')

  const numbering = numberingOf(file.linked('numbering'))
  const sheet = sheetOf(file.linked('styles'), numbering.list)
  const { page, odd } = pageOf(section, main.xml)
  const theme = file.linked('theme')
  const fonts = file.linked('fontTable')
  const all = [...pictures.values()]
  const largest = all.toSorted((a, b) => b.bytes.length - a.bytes.length)[0]
  if (largest && all.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostBytes)
    throw tooHeavy(largest.from, largest.bytes.length)

  const head = headers.filter(({ kind }) => kind === (firstPageDiffers ? 'first' : 'default'))
  const foot = footers.filter(({ kind }) => kind === (firstPageDiffers ? 'first' : 'default'))
  const headText = head.map(({ story }) => story.text).join(' ')
  const footText = foot.map(({ story }) => story.text).join(' ')
  const named = foldName(headText).includes(foldName(schoolName))

  const design: Design = {
    styleIds: sheet.ids,
    styles: sheet.xml,
    points: sheet.points,
    numbering: numbering.xml,
    bullets: sheet.listNumbering ? null : numbering.list,
    settings: settingsWith({
      evenDiffers,
      colours: childOf(settings, 'clrSchemeMapping')?.attributes ?? null,
    }),
    page,
    headers: headers.map(({ kind, story }): Header => ({
      kind,
      xml: story.xml,
      pictures: story.pictures,
      numbered: story.numbered,
    })),
    footers: footers.map(({ kind, story }): Footer => ({
      kind,
      ...parted(story),
      pictures: story.pictures,
      numbered: story.numbered,
      confidential: /confidential/i.test(story.text),
    })),
    firstPageDiffers,
    beside: [
      ...(theme
        ? [{ is: 'theme' as const, name: 'theme/theme1.xml', xml: plainTheme(theme), type: themeType }]
        : []),
      ...(fonts
        ? [{ is: 'fontTable' as const, name: 'fontTable.xml', xml: withoutFiles(fonts), type: fontType }]
        : []),
    ],
    pictures: all.map(({ name, bytes }) => ({ name, bytes })),
    says: {
      name: named || head.some(({ story }) => story.pictures.length > 0),
      ways: waysIn.test(headText) || waysIn.test(footText),
    },
  }
  return {
    design,
    told: [
      ...(file.names.some((name) => /vbaProject\.bin$/i.test(name)) ? ['Its macros are left out.'] : []),
      ...pageWords(isWritten(childOf(main.tree, 'body')), headers.length > 0 || footers.length > 0),
      ...(several
        ? ['It has several sections: page and header are those of the first that has a header.']
        : []),
      ...(odd ? ['Its page leaves too little room for tables: our margins are used.'] : []),
      ...[...told].map((what) => leftOut[what]),
      ...(main.links.some(({ kind }) => kind === 'attachedTemplate') ||
      file.linked('settings')?.links.some(({ kind }) => kind === 'attachedTemplate')
        ? ['It names another template behind it, which is not used.']
        : []),
      ...(isOn(enforced(settings)) ? ['Its protection isn’t kept: minutes have to be written in.'] : []),
      ...(fonts && /<w:embed/.test(fonts.xml)
        ? ['Fonts that are inside it don’t go along: people who lack them see another.']
        : []),
      ...sheet.pale.map(
        ({ name, contrast }) =>
          `The style “${name}” is pale on white (${contrast.toFixed(1)} to 1; 4.5 can be read well). A darker colour in the template helps.`,
      ),
    ],
    says: [...headers, ...footers].map(({ story }) => story.text).filter((text) => text.trim() !== ''),
  }
}

const enforced = (settings: Element | undefined): Element | undefined => {
  const guard = childOf(settings, 'documentProtection')
  return guard && { ...guard, attributes: { val: guard.attributes['enforcement'] ?? '0' } }
}

const pageWords = (written: boolean, headed: boolean): string[] =>
  !written
    ? []
    : headed
      ? ['What is written on the page itself is left out: header, footer, styles and page are used.']
      : [
          'It has no header or footer, and what is written on the page itself is left out. If the letterhead stands there, cut it in Word, paste it into the header (Insert, Header, Edit Header), save, and choose the template again.',
        ]

const tooHeavy = (name: string, size: number) =>
  new NoTemplate(
    `The picture “${name.slice(name.lastIndexOf('/') + 1)}” in its header or footer has ${megabytes(size)}. Word takes documents of up to 4 MB: make the picture smaller (in Word: Picture Format, Compress Pictures), save, and choose the template again.`,
  )

const sheetOf = (part: Part | null, list: number): StyleSheet =>
  part
    ? styleSheetOf(part, list)
    : { xml: stylesXml, ids: {}, points: usualPoints, listNumbering: false, pale: [] }

const themeType = 'application/vnd.openxmlformats-officedocument.theme+xml'
const fontType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml'

/** Without fills from pictures, which would need parts of their own. */
const plainTheme = ({ tree, xml }: Part): string =>
  withoutStrayLinks(
    spliced(
      xml,
      [...below(tree, ({ parent }) => parent?.name === 'x:blipFill')]
        .filter(({ name }) => name === 'x:blipFill')
        .map(({ start, end }): Splice => {
          const prefix = /^<([\w.-]+:)?/.exec(xml.slice(start))?.[1] ?? ''
          const fill = `<${prefix}solidFill><${prefix}schemeClr val="phClr"/></${prefix}solidFill>`
          return { from: start, to: end, text: fill }
        }),
    ),
    new Set(),
  )

/** Without the fonts that the template carries in itself. */
const withoutFiles = ({ tree, xml }: Part): string =>
  spliced(
    xml,
    [...below(tree)]
      .filter(({ name }) => /^embed(Regular|Bold|Italic|BoldItalic)$/.test(name))
      .map(({ start, end }) => ({ from: start, to: end, text: '' })),
  )
