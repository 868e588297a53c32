import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { cell, row, table } from '../../../src/documents/form/examples/build.ts'
import { declaration, wordNamespace } from '../../../src/documents/word/names.ts'

/* Shapes that reach beyond the flow of a page: headers, footers, boxes that float, cells for one letter each. */

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const namespaces =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml"'

let shapes = 0

/** A box that floats over the page, as Word writes it: once for itself and once more for older readers. */
export const textBox = (inside: string, again = inside): string => {
  const id = ++shapes
  return (
    `<w:p><w:r><mc:AlternateContent ${namespaces}><mc:Choice Requires="wps"><w:drawing>` +
    `<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="${id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">` +
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>3200000</wp:posOffset></wp:positionH>' +
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2800000" cy="900000"/>' +
    `<wp:wrapSquare wrapText="bothSides"/><wp:docPr id="${id}" name="Text Box ${id}"/>` +
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>' +
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>' +
    `<wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:shape id="box${id}" style="position:absolute;width:220pt;height:70pt"><v:textbox><w:txbxContent>${again}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>` +
    '</mc:AlternateContent></w:r></w:p>'
  )
}

/** A label with a cell for each letter behind it. */
export const letterBoxes = (label: string, letters: number): string =>
  table(
    [2600, ...Array.from({ length: letters }, () => 400)],
    row(cell(label, 2600), ...Array.from({ length: letters }, () => cell('', 400))),
  )

/** A day in three cells under DD, MM and YYYY. */
export const dayCells = (label: string): string =>
  table(
    [2600, 800, 800, 1200],
    row(cell(label, 2600, { starts: true }), cell('DD', 800), cell('MM', 800), cell('YYYY', 1200)),
    row(cell('', 2600, { goesOn: true }), cell('', 800), cell('', 800), cell('', 1200)),
  )

/** The same file with headers and footers, the first of each for every page and the second for the first page. */
export const withHeaders = (
  file: Uint8Array,
  headers: readonly string[],
  footers: readonly string[] = [],
): Uint8Array<ArrayBuffer> => {
  const parts = unzipSync(file)
  const text = (name: string) => strFromU8(parts[name]!)
  let references = ''
  let relationships = ''
  let types = ''
  const put = (kind: 'header' | 'footer', inside: string, at: number) => {
    const name = `${kind}${at + 1}`
    const root = kind === 'header' ? 'hdr' : 'ftr'
    parts[`word/${name}.xml`] = strToU8(
      `${declaration}<w:${root} xmlns:w="${wordNamespace}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14">${inside}</w:${root}>`,
    )
    references += `<w:${kind}Reference xmlns:r="${office}" w:type="${at === 0 ? 'default' : 'first'}" r:id="${name}"/>`
    relationships += `<Relationship Id="${name}" Type="${office}/${kind}" Target="${name}.xml"/>`
    types += `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`
  }
  headers.forEach((inside, at) => put('header', inside, at))
  footers.forEach((inside, at) => put('footer', inside, at))
  const changed = (name: string, from: string, to: string) => {
    parts[name] = strToU8(text(name).replace(from, to))
  }
  changed('word/document.xml', '<w:sectPr>', `<w:sectPr>${references}`)
  if (headers.length > 1 || footers.length > 1)
    changed('word/document.xml', '</w:sectPr>', '<w:titlePg/></w:sectPr>')
  changed('word/_rels/document.xml.rels', '</Relationships>', `${relationships}</Relationships>`)
  changed('[Content_Types].xml', '</Types>', `${types}</Types>`)
  return zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1) })
}
