import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

type Part = { path: string; type: string; xml: string; kind?: string }

/** A .docx written by hand: what is inside w:body, and other parts that the document relates to as rId1, rId2, … */
export const smallDocx = (
  body: string,
  parts: readonly Part[] = [],
  more: Record<string, Uint8Array> = {},
): Uint8Array => {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>${parts.map((part) => `<Override PartName="/${part.path}" ContentType="${part.type.includes('/') ? part.type : `${word}.${part.type}+xml`}"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${w}" xmlns:r="${r}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts.map((part, at) => `<Relationship Id="rId${at + 1}" Type="${office}/${part.kind ?? part.type}" Target="/${part.path}"/>`).join('')}</Relationships>`,
    ),
  }
  for (const part of parts) files[part.path] = strToU8(part.xml.replaceAll('xmlns:w=""', `xmlns:w="${w}"`))
  return zipSync({ ...files, ...more })
}

export const paragraph = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A content control; `content` is what stands inside, `kind` its kind (none: rich text). */
export const control = (tag: string, content: string, kind = '', id = 0): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="${tag} title"/><w:tag w:val="${tag}"/><w:id w:val="${id || 1000 + tag.length}"/>${kind}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

export const styles = (...styles: string[]): Part => ({
  path: 'word/styles.xml',
  type: 'styles',
  xml: `<w:styles xmlns:w=""><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${styles.join('')}</w:styles>`,
})

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** The parts of a saved file as texts. */
export const opened = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))

export const part = (files: Record<string, string>, path: string): string => {
  const text = files[path]
  if (text === undefined) throw new Error(`no part ${path}; there are ${Object.keys(files).join(', ')}`)
  return text
}
