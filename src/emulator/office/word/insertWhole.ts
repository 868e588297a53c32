import { ApiError, invalidArgument } from '../hostObject.ts'
import { OpcPackage } from '../opc.ts'
import { controlsIn, propertiesOf, removeControl, typeOf } from './controls.ts'
import { dropLooseComments } from './comments.ts'
import { after, drop, isW, kid, kids, make, val, within } from './dom.ts'
import { fromBase64, fromFlat } from './flatOpc.ts'
import { bringIn, type InsertFileOptions } from './merge.ts'
import type { InsertLocation } from './model.ts'
import { trackDeleted, trackInserted } from './trackBlocks.ts'
import type { WordFile } from './wordFile.ts'

/** Word refuses larger files here. */
const largestFile = 4 * 1024 * 1024

/** Reads a base64 .docx. What is not one is InvalidArgument; a larger one than Word takes, too. */
export const packageOf = (word: WordFile, base64: unknown, where: string): OpcPackage => {
  if (typeof base64 !== 'string' || base64 === '') throw invalidArgument(where)
  try {
    const bytes = fromBase64(base64)
    if (bytes.length > largestFile) throw new RangeError('larger than 4 MB')
    const file = OpcPackage.open(bytes, word.file.xml)
    if (!kid(file.tree(file.mainPart()).documentElement, 'body')) throw new SyntaxError('no document body')
    return file
  } catch {
    throw invalidArgument(where)
  }
}

export const flatPackageOf = (word: WordFile, text: unknown, where: string): OpcPackage => {
  try {
    const file = fromFlat(String(text), word.file.xml)
    if (!kid(file.tree(file.mainPart()).documentElement, 'body')) throw new SyntaxError('no document body')
    return file
  } catch {
    throw invalidArgument(where)
  }
}

const isBlankParagraph = (node: Element | undefined): boolean =>
  isW(node ?? null, 'p') && node?.getElementsByTagNameNS(node.namespaceURI, 'r').length === 0

const bodyBlocks = (word: WordFile): Element[] => kids(word.body).filter((each) => !isW(each, 'sectPr'))

const endWithParagraph = (word: WordFile): void => {
  if (!isW(bodyBlocks(word).at(-1) ?? null, 'p'))
    word.body.insertBefore(make(word.body, 'p'), word.section ?? null)
}

/**
 * What of another document comes in. A document of Word 97 to 2003 has no content controls: only what they say is kept.
 */
const broughtFrom = (
  word: WordFile,
  source: OpcPackage,
  options: InsertFileOptions,
  sections: boolean,
): ReturnType<typeof bringIn> => {
  const brought = bringIn(word, source, options, sections)
  if (word.compatibility > 11) return brought
  const holder = make(word.body, 'body')
  for (const block of brought.blocks) holder.appendChild(block)
  for (const each of controlsIn(holder)) removeControl(word, each, true)
  return { ...brought, blocks: kids(holder) }
}

/** As a person can't delete over a locked control, an add-in can't (office-js 3080 saw it refused). */
const mayReplace = (word: WordFile, location: InsertLocation, where: string): void => {
  if (location !== 'Replace') return
  const locks = controlsIn(word.body).map((each) => val(propertiesOf(each), 'lock'))
  if (locks.some((lock) => lock !== null && lock !== 'unlocked'))
    throw new ApiError('AccessDenied', 'A content control of the document is locked', where)
}

/** Takes these blocks of the document away, or marks them as deleted while changes are tracked. */
const takeAway = (word: WordFile, blocks: readonly Element[]): void => {
  if (word.tracking) return trackDeleted(word, blocks)
  blocks.forEach(drop)
  dropLooseComments(word)
}

/**
 * Puts another document's body into this one, without its headers and footers and without the page set-up of its
 * last section. As in Word, the last paragraph of this document stays below what replaces the text.
 */
export const insertIntoBody = (
  word: WordFile,
  source: OpcPackage,
  location: InsertLocation,
  where: string,
): Element[] => {
  if (!['Replace', 'Start', 'End'].includes(location)) throw invalidArgument(where)
  mayReplace(word, location, where)
  const old = bodyBlocks(word)
  // As seen (office-js 6865) and documented: it would replace a control that Word in a browser doesn't know.
  if (word.inBrowser && location === 'Replace')
    if (controlsIn(word.body).some((each) => typeOf(each) === 'DatePicker'))
      throw new ApiError('NotAllowed', 'The action isn’t supported by Word in a browser.', where)
  const { blocks } = broughtFrom(word, source, {}, false)
  const last = old.at(-1)
  let next: Node | null = word.section ?? null
  if (location === 'Start') next = old[0] ?? next
  if (location === 'End' && isBlankParagraph(last)) next = last ?? next
  if (location === 'Replace') {
    takeAway(word, old)
    next = word.body.insertBefore(make(word.body, 'p'), next)
  }
  for (const block of blocks) word.body.insertBefore(block, next)
  trackInserted(word, blocks)
  endWithParagraph(word)
  word.selection = null
  word.changed()
  return blocks
}

/** Puts another document's blocks behind one paragraph of this one. */
export const insertAfterParagraph = (word: WordFile, source: OpcPackage, paragraph: Element): Element[] => {
  const { blocks } = broughtFrom(word, source, {}, false)
  for (const block of blocks.toReversed()) after(paragraph, block)
  trackInserted(word, blocks)
  endWithParagraph(word)
  word.selection = null
  word.changed()
  return blocks
}

/** Headers and footers that no section refers to any more go, with their parts. */
const dropUnusedStories = (word: WordFile): void => {
  const used = new Set(word.stories().map(({ path }) => path))
  for (const each of word.file.relationships(word.main))
    if (/\/(header|footer)$/.test(each.type) && !used.has(each.target)) {
      word.file.unrelate(word.main, each.id)
      word.file.remove(each.target)
    }
}

/**
 * Puts a whole document into this one, sections, headers and footers included. At the start or end a section break
 * keeps the two documents' pages apart; replacing leaves nothing of the text, headers and footers that were here.
 */
export const insertIntoDocument = (
  word: WordFile,
  source: OpcPackage,
  location: InsertLocation,
  options: InsertFileOptions,
  where: string,
): void => {
  if (!['Replace', 'Start', 'End'].includes(location)) throw invalidArgument(where)
  mayReplace(word, location, where)
  const { blocks, section } = broughtFrom(word, source, options, true)
  const old = bodyBlocks(word)
  const ours = word.section
  if (location === 'Replace') {
    takeAway(word, old)
    if (section) kids(word.body, 'sectPr').forEach(drop)
    for (const block of blocks) word.body.insertBefore(block, word.section ?? null)
    if (section) word.body.appendChild(section)
    dropUnusedStories(word)
  } else {
    const first = location === 'Start'
    const divider = first ? section : ours
    const next = first ? (old[0] ?? null) : (ours ?? null)
    if (!first && divider) word.body.insertBefore(breakWith(divider.cloneNode(true) as Element), next)
    for (const block of blocks) word.body.insertBefore(block, next)
    if (first && divider) word.body.insertBefore(breakWith(divider), next)
    if (!first && section) {
      kids(word.body, 'sectPr').forEach(drop)
      word.body.appendChild(section)
    }
  }
  trackInserted(word, blocks)
  endWithParagraph(word)
  if (word.selection && !within(word.tree, word.selection.place.parent)) word.selection = null
  word.selection = null
  word.changed()
}

const breakWith = (section: Element): Element => {
  section.parentNode?.removeChild(section)
  return make(section, 'p', {}, make(section, 'pPr', {}, section))
}
