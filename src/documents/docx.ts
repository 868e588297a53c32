import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Block, DocumentContent, Photo } from './blocks.ts'
import { type Design, type PictureLink, pictureTypes, widthOf } from './design/design.ts'
import { plainDesign } from './design/plain.ts'
import { provenanceOf } from './provenance.ts'
import { bodyXml } from './word/body.ts'
import {
  appXml,
  contentTypesWith,
  coreXml,
  footerType,
  footerXml,
  footLines,
  headerType,
  identityPropertiesXml,
  identityXml,
  linksXml,
  relationshipsXml,
} from './word/parts.ts'
import { stylesIn } from './word/language.ts'
import { scaled, usualPoints } from './word/styles.ts'

/** The earliest moment that a zip can hold, in local parts, so that the same content is always the same bytes. */
const zipTime = new Date(1980, 0, 1)

/** A table of matches this large finds all that a larger one does in texts of this length, and is filled sooner. */
const mem = 4

const packageRelationships = relationshipsXml([
  ['officeDocument', 'word/document.xml'],
  ['core-properties', 'docProps/core.xml'],
  ['extended-properties', 'docProps/app.xml'],
])
const itemRelationships = relationshipsXml([['customXmlProps', 'itemProps1.xml']])

const photoOf = ({ blocks }: DocumentContent): Photo | undefined =>
  blocks.flatMap((block) => (block.is === 'title' && block.photo ? [block.photo] : []))[0]

/** One part beside the main part: how the main part names it, what it is, and its own links. */
type Beside = {
  readonly is: 'header' | 'footer' | 'theme' | 'fontTable'
  readonly kind?: 'default' | 'first' | 'even'
  readonly name: string
  readonly xml: string
  readonly type: string
  readonly pictures: readonly PictureLink[]
}

/** Headers as the design has them; footers of every kind of page in use, with what this document says at its foot. */
const storiesOf = (content: DocumentContent, design: Design): Beside[] => {
  const { headers, footers, styleIds, page, firstPageDiffers } = design
  const lines = {
    footer: content.footer,
    width: widthOf(page),
    counted: !content.blocks.some((block) => block.is === 'pageBreak' && block.ends === 'section'),
    style: styleIds['Footer'] ?? 'Footer',
  }
  const kinds = (['default', 'first', 'even'] as const).filter(
    (kind) =>
      kind === 'default' ||
      (kind === 'first' ? firstPageDiffers : design.settings.includes('<w:evenAndOddHeaders/>')),
  )
  return [
    ...kinds.map((kind, at): Beside => {
      const own = footers.find((one) => one.kind === kind)
      const numbered = headers.some((one) => one.kind === kind && one.numbered)
      return {
        is: 'footer',
        kind,
        name: `footer${at + 1}.xml`,
        xml: own
          ? own.before +
            footLines(lines, { numbered: own.numbered || numbered, confidential: own.confidential }) +
            own.after
          : footerXml(footLines(lines, numbered ? { numbered, confidential: false } : null)),
        type: footerType,
        pictures: own?.pictures ?? [],
      }
    }),
    ...headers.map(({ kind, xml, pictures }, at): Beside => ({
      is: 'header',
      kind,
      name: `header${at + 1}.xml`,
      xml,
      type: headerType,
      pictures,
    })),
    ...design.beside.map(({ is, name, xml, type }): Beside => ({ is, name, xml, type, pictures: [] })),
  ]
}

/** A letter's head says who writes only as far as the letterhead of the template doesn't. */
const withoutTwice = (blocks: readonly Block[], { says }: Design): readonly Block[] =>
  says.name || says.ways
    ? blocks.filter(
        (block) =>
          block.is !== 'paragraph' ||
          !((says.name && block.tone === 'letterhead') || (says.ways && block.tone === 'ways')),
      )
    : blocks

/**
 * A Word document (.docx) of these blocks: the same bytes for Insert, Download and Save, and the same each time for
 * the same content. Every bound field is a content control that `readControls` reads again. `design`: how the school's
 * documents look; ours where it has settled nothing.
 */
export const docxOf = (content: DocumentContent, design: Design = plainDesign): Uint8Array<ArrayBuffer> => {
  const photo = photoOf(content)
  const beside = storiesOf(content, design)
  const [first, ...others] = beside
  const links = [
    ['styles', 'styles.xml'],
    ['settings', 'settings.xml'],
    ['numbering', 'numbering.xml'],
    [first!.is, first!.name],
    ['customXml', '../customXml/item1.xml'],
    ...others.map(({ is, name }) => [is, name]),
    ...(photo ? [['image', 'media/photo.jpg']] : []),
  ].map(([type, target], at) => ({ id: `rId${at + 1}`, type: type!, target: target! }))
  const idOf = (name: string) => links.find(({ target }) => target === name)!.id
  const pictures = [...design.pictures, ...(photo ? [{ name: 'media/photo.jpg', bytes: photo.jpeg }] : [])]
  const extensions = [...new Set(pictures.map(({ name }) => name.slice(name.lastIndexOf('.') + 1)))]

  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypesWith(
      Object.fromEntries(extensions.map((extension) => [extension, pictureTypes[extension]!])),
      Object.fromEntries(beside.map(({ name, type }) => [`/word/${name}`, type])),
    ),
    '_rels/.rels': packageRelationships,
    'word/document.xml': bodyXml(withoutTwice(content.blocks, design), {
      page: design.page,
      styleIds: design.styleIds,
      bullets: design.bullets,
      references: beside
        .toSorted((a, b) => (a.is === b.is ? 0 : a.is === 'header' ? -1 : 1))
        .flatMap(({ is, kind, name }) =>
          kind && (is === 'header' || is === 'footer') ? [{ is, kind, id: idOf(name) }] : [],
        ),
      firstPageDiffers: design.firstPageDiffers,
      photo: photo ? idOf('media/photo.jpg') : '',
      rightToLeft: content.rightToLeft === true,
    }),
    'word/_rels/document.xml.rels': linksXml(links),
    'word/styles.xml': stylesIn(
      content,
      content.type ? scaled(design.styles, (content.type * usualPoints) / design.points) : design.styles,
    ),
    'word/settings.xml': design.settings,
    'word/numbering.xml': design.numbering,
    ...Object.fromEntries(beside.map(({ name, xml }) => [`word/${name}`, xml])),
    ...Object.fromEntries(
      beside
        .filter((one) => one.pictures.length > 0)
        .map(({ name, pictures: own }) => [
          `word/_rels/${name}.rels`,
          linksXml(own.map(({ id, target }) => ({ id, type: 'image', target }))),
        ]),
    ),
    'customXml/item1.xml': identityXml(content.identity, provenanceOf(content)),
    'customXml/_rels/item1.xml.rels': itemRelationships,
    'customXml/itemProps1.xml': identityPropertiesXml,
    'docProps/core.xml': coreXml(content),
    'docProps/app.xml': appXml,
  }
  const files: Zippable = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))
  // Pictures are packed already: once more would cost time and save nothing.
  for (const { name, bytes } of pictures) files[`word/${name}`] = [bytes, { level: 0 }]
  return zipSync(files, { level: 6, mem, mtime: zipTime })
}
