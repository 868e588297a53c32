import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Problem } from '../../domain/problem.ts'
import { strictWordNamespace, wordNamespace } from '../word/names.ts'

/**
 * One element of somebody else's document, with where it stands in its text: what is filled in is spliced in there,
 * and everything else stays as it was to the letter.
 */
export type Element = {
  /** Its local name where it is Word's own, with `w14:` and the like before it where it belongs to another namespace. */
  readonly name: string
  readonly parent: Element | null
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  /** Text directly in it, as of `t` and `instrText`. */
  text: string
  /** Where its first tag begins and ends, its last tag begins and ends. One that closes itself has them alike. */
  readonly start: number
  readonly opened: number
  closing: number
  end: number
}

const most = 64_000_000
const deepest = 500

const unreadable = (why: string, cause?: unknown) =>
  new Problem({ code: 'unsupported', what: 'Reading this form' }, why, cause)

const known: Readonly<Record<string, string>> = {
  [wordNamespace]: '',
  [strictWordNamespace]: '',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
}

const attributesOf = (tag: SaxesTagNS) => {
  const found: Record<string, string> = Object.create(null) as Record<string, string>
  for (const { local, value } of Object.values(tag.attributes)) found[local] = value
  return found
}

/**
 * A part of a Word document as a tree with places. Problem `unsupported` where it is not XML that Word writes: not
 * well-formed, with entities of its own, or nested deeper than any form.
 */
export const treeOf = (xml: string): Element => {
  if (xml.length > most) throw unreadable('the form is too large to read')
  // A byte order mark would shift every place by one.
  if (xml.startsWith('\uFEFF')) throw unreadable('the text begins with a mark that belongs to its bytes')
  const parser = new SaxesParser({ xmlns: true })
  let root: Element | null = null
  let open: Element | null = null
  let depth = 0
  parser.on('doctype', () => {
    throw unreadable('the form declares its own entities')
  })
  parser.on('error', (cause) => {
    throw unreadable('the form is not well-formed XML', cause)
  })
  parser.on('opentag', (tag) => {
    if (++depth > deepest) throw unreadable('the form is nested too deeply')
    const opened = parser.position
    const element: Element = {
      name: `${known[tag.uri] ?? 'x:'}${tag.local}`,
      parent: open,
      attributes: attributesOf(tag),
      children: [],
      text: '',
      // No attribute can hold a `<`: the last one before the end of a tag begins it.
      start: xml.lastIndexOf('<', opened - 1),
      opened,
      closing: opened,
      end: opened,
    }
    open?.children.push(element)
    root ??= element
    open = element
  })
  parser.on('closetag', (tag) => {
    depth--
    const element = open!
    if (!tag.isSelfClosing) {
      element.end = parser.position
      element.closing = xml.lastIndexOf('<', element.end - 1)
    }
    open = element.parent
  })
  const said = (text: string) => {
    if (open) open.text += text
  }
  parser.on('text', said)
  parser.on('cdata', said)
  parser.write(xml).close()
  return root!
}

/** The first child of a name, and of it the next name of the path; none where one is missing. */
export const childOf = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((at, name) => at?.children.find((child) => child.name === name), element)

/** The children of a name, in order. */
export const childrenOf = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name)

/** Every element below, in reading order, without those below a name that is left out. */
export const below = function* (
  element: Element,
  leaveOut: (child: Element) => boolean = () => false,
): Generator<Element> {
  for (const child of element.children) {
    if (leaveOut(child)) continue
    yield child
    yield* below(child, leaveOut)
  }
}

/** On or off, as Word writes it: the element alone is on. */
export const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(element.attributes['val'] ?? '1')
