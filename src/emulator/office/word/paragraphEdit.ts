import { children, drop, isW, kid, kids } from './dom.ts'
import { paragraphLike, replaceText, runStartingAt, textAt, trackMark } from './edit.ts'
import type { Place, WordFile } from './wordFile.ts'

/** What Enter does: the paragraph ends before this character, and what follows it is a paragraph of its own. */
export const splitParagraph = (word: WordFile, place: Place, at: number): Element => {
  const paragraph = place.parent
  const next = paragraphLike(paragraph, paragraph)
  const run = runStartingAt(place, at)
  let from: Node | null = run ?? place.until
  while (from && from.parentNode !== paragraph) from = from.parentNode
  const inside = run && run.parentNode !== paragraph ? splitHolder(run) : from
  for (let node = inside; node;) {
    const following: Node | null = node.nextSibling
    next.appendChild(node)
    node = following
  }
  const broken = kid(paragraph, 'pPr')
  const section = broken && kid(broken, 'sectPr')
  if (section)
    (kid(next, 'pPr') ?? next.insertBefore(broken.cloneNode(false), next.firstChild)).appendChild(section)
  paragraph.parentNode?.insertBefore(next, paragraph.nextSibling)
  if (word.tracking) trackMark(word, paragraph, 'ins')
  word.changed(paragraph)
  return next
}

/** Splits the insertion or link around a run, so that the run and what follows can move to another paragraph. */
const splitHolder = (run: Element): Node => {
  const holder = run.parentNode as Element
  const rest = holder.cloneNode(false) as Element
  for (let node: Node | null = run; node;) {
    const following: Node | null = node.nextSibling
    rest.appendChild(node)
    node = following
  }
  holder.parentNode?.insertBefore(rest, holder.nextSibling)
  if (!holder.firstChild) drop(holder)
  return rest
}

/**
 * What Backspace does at the start of a paragraph: it runs on from the one before. Answers with the paragraph and the
 * character where they met, or null when no paragraph stands just before.
 */
export const joinWithPrevious = (
  word: WordFile,
  paragraph: Element,
): { paragraph: Element; at: number } | null => {
  let previous: Node | null = paragraph.previousSibling
  while (previous && !isW(previous)) previous = previous.previousSibling
  if (!isW(previous, 'p')) return null
  const last = children(previous).findLast((child) => isW(child, 'sdt')) ?? null
  const place: Place = { parent: previous, after: last, until: null }
  const at = textAt(place).length
  if (word.tracking && !ownNewMark(word, previous)) trackMark(word, previous, 'del')
  else {
    const properties = kid(previous, 'pPr')
    for (const mark of properties ? kids(properties, 'rPr') : []) kids(mark, 'ins').forEach(drop)
    for (const child of children(paragraph)) if (!isW(child, 'pPr')) previous.appendChild(child)
    drop(paragraph)
  }
  word.changed(previous)
  return { paragraph: previous, at }
}

const ownNewMark = (word: WordFile, paragraph: Element): boolean => {
  const properties = kid(paragraph, 'pPr')
  const mark = properties && kid(properties, 'rPr')
  const own = mark && kid(mark, 'ins')
  return own?.getAttributeNS(own.namespaceURI, 'author') === word.author
}

/** A line break where character `at` is: what Shift and Enter do, and Enter in a control within a line. */
export const breakLine = (word: WordFile, place: Place, from: number, to: number): void =>
  replaceText(word, place, from, to, '\v')
