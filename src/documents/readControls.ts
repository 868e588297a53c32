import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Problem } from '../domain/problem.ts'
import { identityNamespace, strictWordNamespace, wordNamespace } from './word/names.ts'

/** A content control as it stands in a document, with tracked changes taken as accepted. */
export type Control = {
  readonly tag: string
  readonly text: string
  /** It shows its placeholder: nobody has filled it in. */
  readonly placeholder?: true
  /** All that it held is deleted under tracked changes. */
  readonly deleted?: true
}
/** Which records a document is of, from the part that Goldthread put into it. */
export type Identity = {
  readonly kind: string
  readonly made: string
  readonly keys: Readonly<Record<string, string>>
}
export type ReadDocument = {
  readonly controls: readonly Control[]
  readonly identity: Identity | null
  /** Whether anything at all is written in it. */
  readonly hasText: boolean
}

const packageNamespace = 'http://schemas.microsoft.com/office/2006/xmlPackage'
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
/** Far more than any review: a larger text was not written by Word for us. */
const most = 64_000_000
/** Tables within tables within boxes come to about a hundred; each further level makes all reading slower. */
const deepest = 500

type Open = { tag: string; text: string; placeholder: boolean; deleted: boolean; breakBefore: boolean }

const unreadable = (why: string, cause?: unknown) =>
  new Problem({ code: 'unsupported', what: 'Reading this document' }, why, cause)

/**
 * The tagged content controls of a document's main part, or of the flat package that Word's getOoxml gives, in
 * reading order. Text is what Word would show with all tracked changes accepted: insertions kept, deletions left out;
 * line breaks and paragraphs are \n. Problem `unsupported` where it is not XML that Word writes.
 */
export const readControls = (xml: string): ReadDocument => {
  if (xml.length > most) throw unreadable('the document is too large to read')
  const controls: Open[] = []
  let open: Open[] = []
  const closing: (() => void)[] = []
  let hasText = false
  let gone = 0
  let skipped = 0
  let inPart = true
  let markGone = false
  let inMark = 0
  let text: ((t: string) => void) | null = null
  let identity: { kind: string; made: string; keys: Record<string, string> } | null = null

  const say = (t: string) => {
    if (t === '' || skipped > 0) return
    for (const control of open) {
      if (gone > 0) {
        control.deleted = true
        continue
      }
      if (control.breakBefore && control.text !== '') control.text += '\n'
      control.breakBefore = false
      control.text += t
    }
    if (gone === 0 && t.trim() !== '') hasText = true
  }
  /** A paragraph's end: a new line only if more text follows within the control. */
  const endParagraph = () => {
    if (!markGone && gone === 0)
      for (const control of open) {
        if (control.breakBefore && control.text !== '') control.text += '\n'
        control.breakBefore = true
      }
    markGone = false
  }
  const value = (tag: SaxesTagNS, name: string) =>
    Object.values(tag.attributes).find((a) => a.local === name)?.value ?? ''

  const word: Record<string, (tag: SaxesTagNS) => (() => void) | void> = {
    sdt: () => {
      const control: Open = { tag: '', text: '', placeholder: false, deleted: false, breakBefore: false }
      controls.push(control)
      open.push(control)
      return () => void open.pop()
    },
    sdtPr: () => {
      skipped++
      return () => void skipped--
    },
    tag: (tag) => {
      const control = open.at(-1)
      if (control && skipped > 0) control.tag = value(tag, 'val')
    },
    showingPlcHdr: (tag) => {
      const control = open.at(-1)
      if (control && !['0', 'false', 'off'].includes(value(tag, 'val'))) control.placeholder = true
    },
    t: () => {
      text = say
      return () => void (text = null)
    },
    delText: () => {
      for (const control of open) control.deleted = true
    },
    tab: () => {
      if (inMark === 0) say('\t')
    },
    br: () => say('\n'),
    cr: () => say('\n'),
    noBreakHyphen: () => say('-'),
    pPr: () => {
      inMark++
      return () => void inMark--
    },
    p: () => endParagraph,
    del: () => removed(),
    moveFrom: () => removed(),
    // Text of a box that hangs on a word is no part of what was typed there.
    txbxContent: () => {
      const around = open
      open = []
      return () => void (open = around)
    },
  }
  const removed = () => {
    if (inMark > 0) {
      markGone = true
      return undefined
    }
    gone++
    return () => void gone--
  }
  const started = (tag: SaxesTagNS): (() => void) | void => {
    if (tag.uri === packageNamespace && tag.local === 'package') inPart = false
    if (tag.uri === packageNamespace && tag.local === 'part') {
      inPart = /^\/word\/document\d*\.xml$/.test(value(tag, 'name'))
      return () => void (inPart = false)
    }
    if (tag.uri === identityNamespace && tag.local === 'identity')
      identity ??= { kind: value(tag, 'kind'), made: value(tag, 'made'), keys: {} }
    if (tag.uri === identityNamespace && tag.local === 'key' && identity) {
      const { keys } = identity
      const name = value(tag, 'name')
      text = (t) => void (keys[name] = (Object.hasOwn(keys, name) ? keys[name]! : '') + t)
      return () => void (text = null)
    }
    if (!inPart) return
    if (tag.uri === compatibility && tag.local === 'Fallback') {
      skipped++
      return () => void skipped--
    }
    if (tag.uri === wordNamespace || tag.uri === strictWordNamespace)
      return Object.hasOwn(word, tag.local) ? word[tag.local]!(tag) : undefined
  }

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
  parser.on('text', (t) => text?.(t))
  parser.on('cdata', (t) => text?.(t))
  parser.write(xml.replace(/^\uFEFF/, '')).close()

  return {
    controls: controls.flatMap(({ tag, text: said, placeholder, deleted }) =>
      tag === ''
        ? []
        : [
            {
              tag,
              text: placeholder ? '' : said,
              ...(placeholder ? { placeholder: true as const } : {}),
              ...(deleted && said === '' ? { deleted: true as const } : {}),
            },
          ],
    ),
    identity,
    hasText,
  }
}
