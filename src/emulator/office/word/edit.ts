import {
  after,
  before,
  children,
  drop,
  empty,
  isElement,
  isW,
  kid,
  kids,
  make,
  makeText,
  setText,
} from './dom.ts'
import { charactersOf, isDeletion } from './text.ts'
import type { Place, WordFile } from './wordFile.ts'

export const nodesOf = (place: Place): Element[] => {
  const nodes: Element[] = []
  let node = place.after ? place.after.nextSibling : place.parent.firstChild
  for (; node && node !== place.until; node = node.nextSibling)
    if (isElement(node) && !isW(node, 'pPr')) nodes.push(node)
  return nodes
}

/** One piece of a run: a text, a tab or a break, with the characters it stands for. */
type Piece = { element: Element; run: Element; text: string }

const piecesOf = (nodes: readonly Element[]): Piece[] =>
  nodes.flatMap((node): Piece[] => {
    if (isDeletion(node) || isW(node, 'sdt', 'pPr')) return []
    if (!isW(node, 'r')) return piecesOf(children(node))
    return children(node).flatMap((element) => {
      const text = charactersOf(element)
      return text === null ? [] : [{ element, run: node, text }]
    })
  })

const piecesAt = (place: Place): Piece[] => piecesOf(nodesOf(place))

/** The text of a place as a person sees it: what is deleted under tracking is not there. */
export const textAt = (place: Place): string =>
  piecesAt(place)
    .map((piece) => piece.text)
    .join('')

/** Text, tabs and line breaks as children of a run. */
const insideRun = (near: Node, text: string): Element[] =>
  text
    .split(/(\t|\r\n|[\n\r\v])/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '\t'
        ? make(near, 'tab')
        : /^[\r\n\v]/.test(part)
          ? make(near, 'br')
          : makeText(near, 't', part),
    )

/** A run that looks like another one (the look of a placeholder is not kept). */
export const runLike = (near: Node, model: Element | undefined, text: string): Element => {
  const look = model && kid(model, 'rPr')
  const kept =
    look && kid(look, 'rStyle')?.getAttributeNS(look.namespaceURI, 'val') !== 'PlaceholderText'
      ? look
      : undefined
  return make(near, 'r', {}, ...(kept ? [kept.cloneNode(true)] : []), ...insideRun(near, text))
}

/** Cuts a run in two before `element`'s character `offset`; gives the run after the cut. */
const split = (run: Element, element: Element, offset: number): Element => {
  const rest = make(run, 'r')
  const look = kid(run, 'rPr')
  if (look) rest.appendChild(look.cloneNode(true))
  const all = children(run)
  const at = all.indexOf(element)
  const text = charactersOf(element) ?? ''
  if (offset > 0 && offset < text.length) {
    rest.appendChild(makeText(run, 't', text.slice(offset)))
    setText(element, text.slice(0, offset))
  }
  for (const child of all.slice(offset === 0 ? at : at + 1)) if (!isW(child, 'rPr')) rest.appendChild(child)
  after(run, rest)
  return rest
}

/** Sees to it that a run begins at this character; gives the run, or undefined past the last one. */
export const runStartingAt = (place: Place, at: number): Element | undefined => {
  let passed = 0
  for (const piece of piecesAt(place)) {
    const offset = at - passed
    const first = children(piece.run).find((child) => !isW(child, 'rPr')) === piece.element
    if (offset === 0 && first) return piece.run
    if (offset >= 0 && offset < piece.text.length) return split(piece.run, piece.element, offset)
    passed += piece.text.length
  }
  return undefined
}

/** The run whose last character stands before character `at`. */
const runUpTo = (place: Place, at: number): Element | undefined => {
  let passed = 0
  for (const piece of piecesAt(place)) {
    passed += piece.text.length
    if (passed === at) return piece.run
  }
  return undefined
}

const mine = (word: WordFile, node: Node): Element | undefined => {
  const parent = node.parentNode
  return isW(parent, 'ins') && parent.getAttributeNS(parent.namespaceURI, 'author') === word.author
    ? parent
    : undefined
}

/** Marks a run as deleted by the person at the document, or takes it out where it was their own insertion. */
const deleteRun = (word: WordFile, run: Element): void => {
  const own = mine(word, run)
  if (own) {
    drop(run)
    if (!own.firstChild) drop(own)
    return
  }
  for (const text of kids(run, 't')) {
    before(text, makeText(run, 'delText', text.textContent ?? ''))
    drop(text)
  }
  const earlier = run.previousSibling
  if (isW(earlier, 'del') && earlier.getAttributeNS(earlier.namespaceURI, 'author') === word.author) {
    earlier.appendChild(run)
    return
  }
  const mark = make(run, 'del', word.revision())
  before(run, mark)
  mark.appendChild(run)
}

/** Marks a run that was just placed as an insertion, when tracking is on. */
const inserted = (word: WordFile, run: Element): void => {
  if (!word.tracking) return
  const mark = make(run, 'ins', word.revision())
  before(run, mark)
  mark.appendChild(run)
}

/** Puts a new run where character `at` is. */
const insert = (word: WordFile, place: Place, at: number, text: string): void => {
  const follower = runStartingAt(place, at)
  const earlier = runUpTo(place, at)
  const run = runLike(place.parent, earlier ?? follower ?? piecesAt(place)[0]?.run, text)
  const placed = earlier ?? follower
  const aside = placed && word.tracking && isW(placed.parentNode, 'ins') ? placed.parentNode : placed
  if (aside && earlier) after(aside, run)
  else if (aside) before(aside, run)
  else place.parent.insertBefore(run, place.until)
  inserted(word, run)
}

/** Changes characters inside one w:t, which is what typing mostly is. Gives false where that will not do. */
const changeInPlace = (word: WordFile, place: Place, from: number, to: number, text: string): boolean => {
  if (/[\t\r\n\v]/.test(text)) return false
  let passed = 0
  for (const piece of piecesAt(place)) {
    const start = from - passed
    const end = to - passed
    passed += piece.text.length
    if (start < 0 || end > piece.text.length || !isW(piece.element, 't')) continue
    if (word.tracking && !mine(word, piece.run)) continue
    const next = piece.text.slice(0, start) + text + piece.text.slice(end)
    if (next === '') return false
    setText(piece.element, next)
    return true
  }
  return false
}

/** Replaces characters of a place, tracked when tracking is on. Offsets count the text as `textAt` gives it. */
export const replaceText = (word: WordFile, place: Place, from: number, to: number, text: string): void => {
  if (from === to && text === '') return
  if (!changeInPlace(word, place, from, to, text)) {
    if (to > from) cut(word, place, from, to)
    if (text !== '') insert(word, place, from, text)
  }
  word.changed(place.parent)
}

const cut = (word: WordFile, place: Place, from: number, to: number): void => {
  runStartingAt(place, from)
  runStartingAt(place, to)
  let passed = 0
  const gone = new Set<Element>()
  for (const piece of piecesAt(place)) {
    if (passed >= from && passed + piece.text.length <= to && piece.text !== '') gone.add(piece.run)
    passed += piece.text.length
  }
  for (const run of gone) {
    if (word.tracking) deleteRun(word, run)
    else dropRun(run)
  }
}

const dropRun = (run: Element): void => {
  const holder = run.parentNode
  drop(run)
  if (isW(holder, 'ins') && !holder.firstChild) drop(holder)
}

/** Makes a place read `next`, changing only what differs, as typing does. */
export const typeText = (word: WordFile, place: Place, next: string): void => {
  const old = textAt(place)
  let from = 0
  while (from < old.length && from < next.length && old[from] === next[from]) from++
  let same = 0
  while (same < old.length - from && same < next.length - from && old.at(-1 - same) === next.at(-1 - same))
    same++
  replaceText(word, place, from, old.length - same, next.slice(from, next.length - same))
}

/** The paragraph's properties for a paragraph that follows it, without a section break of its own. */
export const paragraphLike = (model: Element | undefined, near: Node): Element => {
  const paragraph = make(near, 'p')
  const look = model && kid(model, 'pPr')
  if (look) {
    const copy = look.cloneNode(true) as Element
    kids(copy, 'sectPr', 'pPrChange').forEach(drop)
    for (const mark of kids(copy, 'rPr')) kids(mark, 'ins', 'del').forEach(drop)
    paragraph.appendChild(copy)
  }
  return paragraph
}

const markOf = (paragraph: Element): Element => {
  const properties =
    kid(paragraph, 'pPr') ?? paragraph.insertBefore(make(paragraph, 'pPr'), paragraph.firstChild)
  const known = kid(properties, 'rPr')
  if (known) return known
  const mark = make(properties, 'rPr')
  properties.insertBefore(mark, kids(properties, 'sectPr', 'pPrChange')[0] ?? null)
  return mark
}

/** Says, under tracking, that a paragraph's end was put in or taken out. */
export const trackMark = (word: WordFile, paragraph: Element, kind: 'ins' | 'del'): void => {
  const mark = markOf(paragraph)
  mark.insertBefore(make(mark, kind, word.revision()), mark.firstChild)
}

/** Empties an inline holder of text (a paragraph, or the content of a run-level control); tracked when that is on. */
export const clearInline = (word: WordFile, holder: Element): void => {
  if (!word.tracking) {
    const kept = kids(holder, 'pPr')
    empty(holder)
    for (const properties of kept) holder.appendChild(properties)
    return
  }
  for (const run of Array.from(holder.getElementsByTagNameNS(holder.namespaceURI, 'r')))
    if (!isDeletion(run.parentNode ?? run)) deleteRun(word, run)
}

/** Adds text at the start or end of an inline holder, looking like `model` (the text that it joins, if not given). */
export const addInline = (
  word: WordFile,
  holder: Element,
  text: string,
  at: 'Start' | 'End',
  model?: Element,
): Element => {
  const runs = Array.from(holder.getElementsByTagNameNS(holder.namespaceURI, 'r'))
  const run = runLike(holder, model ?? (at === 'Start' ? runs[0] : runs.at(-1)), text)
  const first = children(holder).find((child) => !isW(child, 'pPr'))
  holder.insertBefore(run, at === 'Start' ? (first ?? null) : null)
  inserted(word, run)
  return run
}
