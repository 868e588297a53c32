import { declaration, relationshipsNamespace, wordNamespace } from '../word/names.ts'
import { xmlAttribute } from '../word/xmlText.ts'
import { type Design, pictureKind } from './design.ts'
import { plainDesign } from './plain.ts'

/** English Metric Units in a centimetre. */
const emu = 360_000
/** The largest that a logo is drawn: wide enough for a name beside a crest, low enough to leave the page to the text. */
const most = { width: 8 * emu, height: 2.2 * emu }
const heaviest = 1_000_000

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'

/** Width and height in pixels of a PNG or JPEG; null where they can't be read. */
const sizeOf = (bytes: Uint8Array): { width: number; height: number } | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = pictureKind(bytes)
  if (kind === 'png' && bytes.length > 24) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (kind !== 'jpg') return null
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const mark = bytes[at + 1]!
    const isFrame = mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

export type ReadLogo = { readonly design: Design } | { readonly complaint: string }

const headerOf = (alt: string, width: number, height: number): string => {
  const said = xmlAttribute(alt)
  return (
    `${declaration}<w:hdr xmlns:w="${wordNamespace}" xmlns:r="${relationshipsNamespace}"><w:p><w:r><w:drawing>` +
    `<wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent cx="${width}" cy="${height}"/><wp:docPr id="100001" name="Logo" descr="${said}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture">` +
    `<pic:nvPicPr><pic:cNvPr id="100001" name="Logo" descr="${said}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    '<pic:blipFill><a:blip r:embed="rIdP1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>' +
    '</wp:inline></w:drawing></w:r></w:p></w:hdr>'
  )
}

/**
 * Our own look with the school's logo at the top of the first page, and of each letter in a file of several. `bytes`: a
 * PNG or JPEG. A complaint is a sentence for the person who chose it.
 */
export const designFromLogo = (bytes: Uint8Array, schoolName: string): ReadLogo => {
  const kind = pictureKind(bytes)
  const size = sizeOf(bytes)
  if ((kind !== 'png' && kind !== 'jpg') || !size || size.width < 1 || size.height < 1)
    return { complaint: 'This picture can’t be read. Choose the logo as a PNG or JPEG.' }
  if (bytes.length > heaviest)
    return {
      complaint: 'This picture is larger than 1 MB. Choose a smaller one: a logo is printed 2 cm high.',
    }
  // 96 pixels an inch unless that is too large.
  const natural = { width: size.width * 9_525, height: size.height * 9_525 }
  const share = Math.min(1, most.width / natural.width, most.height / natural.height)
  const width = Math.max(1, Math.round(natural.width * share))
  const height = Math.max(1, Math.round(natural.height * share))
  const name = `media/design1.${kind}`
  return {
    design: {
      ...plainDesign,
      headers: [
        {
          kind: 'first',
          xml: headerOf(`${schoolName} logo`, width, height),
          pictures: [{ id: 'rIdP1', target: name }],
          numbered: false,
        },
      ],
      firstPageDiffers: true,
      pictures: [{ name, bytes }],
    },
  }
}
