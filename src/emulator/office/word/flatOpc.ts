import { OpcPackage, relsPath } from '../opc.ts'
import type { Xml } from '../xml.ts'
import { children } from './dom.ts'

const pkg = 'http://schemas.microsoft.com/office/2006/xmlPackage'
const relsContent = 'application/vnd.openxmlformats-package.relationships+xml'
const typesNs = 'http://schemas.openxmlformats.org/package/2006/content-types'

const isXml = (contentType: string): boolean => /[+/]xml$/.test(contentType)

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

/** Throws a DOMException when the text is not base64. */
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (each) => each.charCodeAt(0))

/** Everything that a part leads to, by relationships of the package itself, but the add-ins' XML data. */
const reach = (file: OpcPackage, part: string, found: Set<string>): Set<string> => {
  for (const each of file.relationships(part)) {
    if (each.external || each.type.endsWith('/customXml') || found.has(each.target) || !file.has(each.target))
      continue
    found.add(each.target)
    reach(file, each.target, found)
  }
  return found
}

/** The document as one XML text: the main part, and all that it leads to but custom XML parts. */
export const toFlat = (file: OpcPackage): string => {
  const main = file.mainPart()
  const paths = [main, ...reach(file, main, new Set([main]))].filter(
    (path, at, all) => all.indexOf(path) === at,
  )
  const part = (path: string, contentType: string): string => {
    const name = `pkg:name="/${escaped(path)}" pkg:contentType="${escaped(contentType)}"`
    return isXml(contentType)
      ? `<pkg:part ${name}><pkg:xmlData>${file.xml.write(file.tree(path).documentElement)}</pkg:xmlData></pkg:part>`
      : `<pkg:part ${name} pkg:compression="store"><pkg:binaryData>${toBase64(file.bytes(path))}</pkg:binaryData></pkg:part>`
  }
  const links = (path: string): string => {
    const list = file.tree(relsPath(path)).documentElement.cloneNode(true) as Element
    for (const each of children(list))
      if (each.getAttribute('Type')?.endsWith('/customXml')) list.removeChild(each)
    return `<pkg:part pkg:name="/${escaped(relsPath(path))}" pkg:contentType="${relsContent}"><pkg:xmlData>${file.xml.write(list)}</pkg:xmlData></pkg:part>`
  }
  const root = `<pkg:part pkg:name="/_rels/.rels" pkg:contentType="${relsContent}"><pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${escaped(main)}"/></Relationships></pkg:xmlData></pkg:part>`
  const parts = paths.flatMap((path) => [
    part(path, file.contentType(path)),
    ...(file.has(relsPath(path)) ? [links(path)] : []),
  ])
  return `<?xml version="1.0" standalone="yes"?>\r\n<?mso-application progid="Word.Document"?>\r\n<pkg:package xmlns:pkg="${pkg}">${root}${parts.join('')}</pkg:package>`
}

/** Reads such a text as a package. Throws a SyntaxError when it is not one. */
export const fromFlat = (text: string, xml: Xml): OpcPackage => {
  const root = xml.parse(text).documentElement
  if (root.namespaceURI !== pkg || root.localName !== 'package')
    throw new SyntaxError('The text is not a flat package')
  const parts = new Map<string, Uint8Array>()
  const overrides: string[] = []
  for (const each of children(root)) {
    const name = (each.getAttributeNS(pkg, 'name') ?? '').replace(/^\//, '')
    const contentType = each.getAttributeNS(pkg, 'contentType') ?? ''
    const [holder] = children(each)
    const [inside] = holder?.localName === 'xmlData' ? children(holder) : []
    const bytes = inside
      ? new TextEncoder().encode(xml.write(inside))
      : fromBase64((holder?.textContent ?? '').replace(/\s+/g, ''))
    parts.set(name, bytes)
    overrides.push(`<Override PartName="/${escaped(name)}" ContentType="${escaped(contentType)}"/>`)
  }
  const types = `<Types xmlns="${typesNs}">${overrides.join('')}</Types>`
  parts.set('[Content_Types].xml', new TextEncoder().encode(types))
  return new OpcPackage(parts, xml)
}
