import { DOMParser, XMLSerializer } from '@xmldom/xmldom'
import { xmlWith, type Xml } from './xml.ts'

class StrictParser {
  parseFromString(text: string, type: 'application/xml'): Document {
    const strict = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new SyntaxError(message)
      },
    })
    return strict.parseFromString(text, type) as unknown as Document
  }
}

class Writer {
  serializeToString(node: Node): string {
    return new XMLSerializer().serializeToString(node as never)
  }
}

/** XML outside a browser, for tests and scripts. */
export const nodeXml = (): Xml => xmlWith(StrictParser, Writer)
