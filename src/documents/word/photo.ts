import type { Photo } from '../blocks.ts'
import { xmlAttribute } from './xmlText.ts'

const main = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const placed = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
const picture = 'http://schemas.openxmlformats.org/drawingml/2006/picture'

/** 3 cm, in English Metric Units: a face is known, and the small file that is kept is sharp at this size. */
const side = 1_080_000
const left = 144_000

/** A photo at the right margin, from the top of its paragraph; text flows beside it. `id` is its own in the document. */
export const photoXml = ({ alt }: Photo, relationship: string, id: number): string => {
  const said = xmlAttribute(alt)
  return (
    `<w:r><w:drawing><wp:anchor xmlns:wp="${placed}" distT="0" distB="${left}" distL="${left}" distR="0" simplePos="0"` +
    ' relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>' +
    '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>' +
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>' +
    `<wp:extent cx="${side}" cy="${side}"/><wp:wrapSquare wrapText="bothSides"/>` +
    `<wp:docPr id="${id}" name="Photo ${id}" descr="${said}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="${main}"><a:graphicData uri="${picture}"><pic:pic xmlns:pic="${picture}"><pic:nvPicPr>` +
    `<pic:cNvPr id="${id}" name="Photo ${id}" descr="${said}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>` +
    `<a:blip r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>` +
    `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${side}" cy="${side}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>' +
    '</wp:anchor></w:drawing></w:r>'
  )
}
