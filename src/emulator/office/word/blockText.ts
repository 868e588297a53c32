import { addInline, clearInline, paragraphLike, trackMark } from './edit.ts'
import { drop, isW, kids } from './dom.ts'
import type { WordFile } from './wordFile.ts'

const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r]/)

/** Paragraphs anywhere inside a holder, those in tables and controls too, in order. */
export const paragraphsIn = (holder: Element): Element[] =>
  Array.from(holder.getElementsByTagNameNS(holder.namespaceURI, 'p')).filter(
    (each) => !inTextBox(each, holder),
  )

const inTextBox = (node: Element, holder: Element): boolean => {
  for (let at = node.parentNode; at && at !== holder; at = at.parentNode)
    if (isW(at, 'txbxContent')) return true
  return false
}

/** A paragraph like `model` with this text, put before `next` in `holder`; tracked when tracking is on. */
const placeParagraph = (
  word: WordFile,
  holder: Node,
  next: Node | null,
  model: Element | undefined,
  text: string,
): Element => {
  const paragraph = holder.insertBefore(paragraphLike(model, holder), next)
  const look = model?.getElementsByTagNameNS(model.namespaceURI, 'r')[0]
  if (text !== '') addInline(word, paragraph, text, 'End', look)
  if (word.tracking) trackMark(word, paragraph, 'ins')
  return paragraph
}

/** Adds a paragraph to a holder of blocks, before a block of it (null: at its end), like the one it follows. */
export const addParagraph = (word: WordFile, holder: Element, text: string, next: Node | null): Element => {
  const blocks = kids(holder)
  const at = next ? blocks.indexOf(next as Element) : blocks.length
  const model = blocks.slice(0, at).findLast((block) => isW(block, 'p')) ?? kids(holder, 'p')[0]
  return placeParagraph(word, holder, next ?? kids(holder, 'sectPr')[0] ?? null, model, text)
}

/** Makes a holder of blocks (body, cell, block-level control) hold these lines as paragraphs, tracked or not. */
export const setLines = (word: WordFile, holder: Element, text: string): Element[] => {
  const lines = linesOf(text)
  const old = paragraphsIn(holder)
  const model = old[0] ?? addParagraph(word, holder, '', null)
  const last = old.at(-1) ?? model
  if (!word.tracking) {
    const end = kids(holder, 'sectPr')[0] ?? null
    const added = lines.map((line) => placeParagraph(word, holder, end, model, line))
    for (const child of kids(holder)) if (!isW(child, 'sectPr', 'tcPr') && !added.includes(child)) drop(child)
    return added
  }
  for (const paragraph of old) {
    clearInline(word, paragraph)
    if (paragraph !== last) trackMark(word, paragraph, 'del')
  }
  const added = lines
    .slice(0, -1)
    .map((line) => placeParagraph(word, last.parentNode as Node, last, model, line))
  const end = lines.at(-1) ?? ''
  if (end !== '') addInline(word, last, end, 'End')
  return [...added, last]
}

/** Adds text at the start or end of a holder of blocks; line ends make new paragraphs. */
export const addLines = (word: WordFile, holder: Element, text: string, at: 'Start' | 'End'): Element[] => {
  const paragraphs = paragraphsIn(holder)
  const place = (at === 'Start' ? paragraphs[0] : paragraphs.at(-1)) ?? addParagraph(word, holder, '', null)
  const [first = '', ...rest] = linesOf(text)
  if (rest.length === 0) return [addInline(word, place, first, at)]
  const parent = place.parentNode as Node
  if (at === 'Start') {
    const added = [first, ...rest.slice(0, -1)].map((line) =>
      placeParagraph(word, parent, place, place, line),
    )
    return [...added, addInline(word, place, rest.at(-1) ?? '', 'Start')]
  }
  const start = addInline(word, place, first, 'End')
  const next = place.nextSibling
  return [start, ...rest.map((line) => placeParagraph(word, parent, next, place, line))]
}
