/** How this realm reads and writes XML: the browser's own, or another that keeps to the same standard. */
export type Xml = {
  /** Reads a whole document. Throws a SyntaxError for text that is not well formed. */
  parse(text: string): Document
  /** Writes a node without an XML declaration. */
  write(node: Node): string
}

type ParserClass = new () => { parseFromString(text: string, type: 'application/xml'): Document }
type WriterClass = new () => { serializeToString(node: Node): string }

const declaration = /^\uFEFF?\s*<\?xml[^>]*\?>\s*/

export const xmlWith = (Parser: ParserClass, Writer: WriterClass): Xml => ({
  parse: (text) => {
    const document = new Parser().parseFromString(text.replace(/^\uFEFF/, ''), 'application/xml')
    if (!document.documentElement || document.getElementsByTagName('parsererror').length > 0)
      throw new SyntaxError('The text is not well-formed XML')
    return document
  },
  write: (node) => new Writer().serializeToString(node).replace(declaration, ''),
})

export const browserXml = (): Xml => xmlWith(DOMParser, XMLSerializer)
