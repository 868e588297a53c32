import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Problem } from '../domain/problem.ts'

export const packageNamespace = 'http://schemas.microsoft.com/office/2006/xmlPackage'
export const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
/** Far more than any review: a larger text was not written by Word for us. */
const most = 64_000_000
/** Tables within tables within boxes come to about a hundred; each further level makes all reading slower. */
const deepest = 500

const unreadable = (why: string, cause?: unknown) =>
  new Problem({ code: 'unsupported', what: 'Reading this document' }, why, cause)

/**
 * Walks a part of a Word document, or the flat package that Word's getOoxml gives, in reading order. `started` is told
 * of each element and may answer with what to do where it ends; `text` of all text. Problem `unsupported` where it is
 * not XML that Word writes: too large, not well-formed, with entities of its own, or nested too deeply.
 */
export const walkPackage = (
  xml: string,
  started: (tag: SaxesTagNS) => (() => void) | void,
  text: (text: string) => void,
): void => {
  if (xml.length > most) throw unreadable('the document is too large to read')
  const closing: (() => void)[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('doctype', () => {
    throw unreadable('the document declares its own entities')
  })
  parser.on('error', (cause) => {
    throw unreadable('the document is not well-formed XML', cause)
  })
  parser.on('opentag', (tag) => {
    if (closing.length >= deepest) throw unreadable('the document is nested too deeply')
    closing.push(started(tag) ?? (() => {}))
  })
  parser.on('closetag', () => closing.pop()?.())
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(xml.replace(/^\uFEFF/, '')).close()
}
