import { strToU8, zipSync } from 'fflate'
import type { DocumentContent, Photo } from './blocks.ts'
import { provenanceOf } from './provenance.ts'
import { bodyXml, textWidth } from './word/body.ts'
import {
  appXml,
  contentTypesXml,
  coreXml,
  footerXml,
  identityPropertiesXml,
  identityXml,
  numberingXml,
  relationshipsXml,
  settingsXml,
} from './word/parts.ts'
import { photoType, relationshipsWithPhoto } from './word/photo.ts'
import { scaled, stylesXml } from './word/styles.ts'

/** The earliest moment that a zip can hold, in local parts, so that the same content is always the same bytes. */
const zipTime = new Date(1980, 0, 1)

const packageRelationships = relationshipsXml([
  ['officeDocument', 'word/document.xml'],
  ['core-properties', 'docProps/core.xml'],
  ['extended-properties', 'docProps/app.xml'],
])
const documentRelationships = relationshipsXml([
  ['styles', 'styles.xml'],
  ['settings', 'settings.xml'],
  ['numbering', 'numbering.xml'],
  ['footer', 'footer1.xml'],
  ['customXml', '../customXml/item1.xml'],
])
const photoId = 'rId6'
const photoOf = ({ blocks }: DocumentContent): Photo | undefined =>
  blocks.flatMap((block) => (block.is === 'title' && block.photo ? [block.photo] : []))[0]
const itemRelationships = relationshipsXml([['customXmlProps', 'itemProps1.xml']])

/**
 * A Word document (.docx) of these blocks: the same bytes for Insert, Download and Save, and the same each time for
 * the same content. Every bound field is a content control that `readControls` reads again.
 */
export const docxOf = (content: DocumentContent): Uint8Array<ArrayBuffer> => {
  const photo = photoOf(content)
  const parts: Record<string, string> = {
    '[Content_Types].xml': photo ? photoType(contentTypesXml) : contentTypesXml,
    '_rels/.rels': packageRelationships,
    'word/document.xml': bodyXml(content.blocks, 'rId4', photoId),
    'word/_rels/document.xml.rels': photo
      ? relationshipsWithPhoto(documentRelationships, photoId)
      : documentRelationships,
    'word/styles.xml': content.type ? scaled(stylesXml, content.type) : stylesXml,
    'word/settings.xml': settingsXml,
    'word/numbering.xml': numberingXml,
    'word/footer1.xml': footerXml(
      content.footer,
      textWidth,
      !content.blocks.some((block) => block.is === 'pageBreak' && block.ends === 'section'),
    ),
    'customXml/item1.xml': identityXml(content.identity, provenanceOf(content)),
    'customXml/_rels/item1.xml.rels': itemRelationships,
    'customXml/itemProps1.xml': identityPropertiesXml,
    'docProps/core.xml': coreXml(content),
    'docProps/app.xml': appXml,
  }
  const files = {
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
    ...(photo ? { 'word/media/photo.jpg': photo.jpeg } : {}),
  }
  return zipSync(files, { level: 6, mtime: zipTime })
}
