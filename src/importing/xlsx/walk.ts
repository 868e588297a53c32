import { SaxesParser } from 'saxes'

/** A workbook that is damaged or does what no workbook does; its message is a sentence for the person. */
export class Unreadable extends Error {}

/** A workbook nests about ten deep. */
const deepest = 60

export type Visitor = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** Walks the XML of a part. Names come without their prefix; attributes too, but for `r:id`, which stays so. */
export const walk = (bytes: Uint8Array, visitor: Visitor): void => {
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  parser.on('doctype', () => {
    throw new Unreadable('This workbook carries a document type, which Excel never writes. Ask for it again.')
  })
  parser.on('error', () => {
    throw new Unreadable('This workbook is damaged. Open it in Excel, save it again, and choose it again.')
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > deepest) throw new Unreadable('This workbook is nested far deeper than Excel writes.')
    visitor.open?.(localName(name), attributes as Record<string, string>)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    visitor.close?.(localName(name))
  })
  const text = (piece: string) => visitor.text?.(piece)
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(new TextDecoder().decode(bytes)).close()
}
