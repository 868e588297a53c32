import { type Drawing, drawingSize } from '../drawings.ts'
import { xmlAttribute } from './xmlText.ts'

const main = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const placed = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
const shape = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'
const choice = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

/** English Metric Units in a point, by which drawings are measured. */
const emuInPoint = 12_700
/** Path coordinates are whole numbers: hundredths of the drawing's own unit. */
const fine = 100

const step = { M: 'moveTo', L: 'lnTo', C: 'cubicBezTo' } as const

const pathXml = (path: string, filled: boolean): string => {
  const steps = [...path.matchAll(/([MLCZ])([^MLCZ]*)/g)].map(([, kind = '', numbers = '']) => {
    if (kind === 'Z') return '<a:close/>'
    const at = numbers.trim().split(/\s+/).map(Number)
    const points = at.flatMap((x, i) =>
      i % 2 === 0 ? [`<a:pt x="${Math.round(x * fine)}" y="${Math.round(at[i + 1]! * fine)}"/>`] : [],
    )
    const name = step[kind as keyof typeof step]
    return `<a:${name}>${points.join('')}</a:${name}>`
  })
  const size = drawingSize * fine
  return `<a:path w="${size}" h="${size}"${filled ? '' : ' fill="none"'}>${steps.join('')}</a:path>`
}

/**
 * A run with a drawing in the line of text, as lines that Word itself can change; `points`: its height and width.
 * Word 2010 and later show it; an older one leaves it out. `id` is its own in the document.
 */
export const drawingXml = ({ alt, lines }: Drawing, points: number, id: number): string => {
  const size = Math.round(points * emuInPoint)
  const said = xmlAttribute(alt)
  return (
    `<w:r><mc:AlternateContent xmlns:mc="${choice}"><mc:Choice Requires="wps" xmlns:wps="${shape}"><w:drawing>` +
    `<wp:inline xmlns:wp="${placed}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${size}" cy="${size}"/>` +
    `<wp:docPr id="${id}" name="Picture ${id}" descr="${said}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="${main}"><a:graphicData uri="${shape}"><wps:wsp><wps:cNvSpPr/><wps:spPr>` +
    `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${size}" cy="${size}"/></a:xfrm>` +
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>' +
    lines.map(({ path, filled }) => pathXml(path, filled === true)).join('') +
    '</a:pathLst></a:custGeom><a:solidFill><a:srgbClr val="000000"/></a:solidFill>' +
    '<a:ln w="25400" cap="rnd"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:round/></a:ln></wps:spPr>' +
    '<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback/>' +
    '</mc:AlternateContent></w:r>'
  )
}
