import { ApiError } from '../hostObject.ts'
import type { OpcPackage } from '../opc.ts'
import { addXmlPart } from '../packageXmlParts.ts'
import { MC, R, W, WP, all, attr, children, drop, isW, kid, kids, setAttr } from './dom.ts'
import { numberingBrought } from './mergeNumbering.ts'
import { stylesBrought } from './mergeStyles.ts'
import type { WordFile } from './wordFile.ts'

/** What comes along with the body of another document, in Word's own names. */
export type InsertFileOptions = Partial<
  Record<
    | 'importTheme'
    | 'importStyles'
    | 'importParagraphSpacing'
    | 'importPageColor'
    | 'importChangeTrackingMode'
    | 'importCustomProperties'
    | 'importCustomXmlParts'
    | 'importDifferentOddEvenPages',
    boolean
  >
>

type Brought = { blocks: Element[]; section: Element | null }

const notCarried = ['footnoteReference', 'endnoteReference', 'commentReference', 'altChunk', 'subDoc']

/** Copies parts of one package into another, each once, with all that they lead to. */
const partCopier = (from: OpcPackage, to: OpcPackage): ((path: string) => string) => {
  const copied = new Map<string, string>()
  const copy = (path: string): string => {
    const known = copied.get(path)
    if (known) return known
    const place = to.freePath(path)
    copied.set(path, place)
    to.put(place, from.bytes(path).slice(), from.contentType(path))
    const ids = new Map<string, string>()
    for (const each of from.relationships(path)) {
      const target = each.external ? each.target : copy(each.target)
      ids.set(each.id, to.relate(place, each.type, target, each.external))
    }
    if ([...ids].some(([old, fresh]) => old !== fresh)) {
      relink(to.tree(place).documentElement, ids)
      to.change(place)
    }
    return place
  }
  return copy
}

const everyElement = (root: Element): Element[] => [root, ...Array.from(root.getElementsByTagName('*'))]

const relink = (root: Element, ids: ReadonlyMap<string, string>): void => {
  for (const element of everyElement(root))
    for (const attribute of Array.from(element.attributes)) {
      const fresh = attribute.namespaceURI === R ? ids.get(attribute.value) : undefined
      if (fresh) element.setAttributeNS(R, attribute.name, fresh)
    }
}

/** Relationship ids that the brought elements use, each leading to the same thing in this document. */
const linksBrought = (word: WordFile, source: OpcPackage, roots: readonly Element[]): string[] => {
  const copy = partCopier(source, word.file)
  const known = new Map(source.relationships(source.mainPart()).map((each) => [each.id, each]))
  const used = new Set<string>()
  for (const element of roots.flatMap(everyElement))
    for (const attribute of Array.from(element.attributes))
      if (attribute.namespaceURI === R && known.has(attribute.value)) used.add(attribute.value)
  const ids = new Map<string, string>()
  const parts: string[] = []
  for (const id of used) {
    const link = known.get(id)
    if (!link) continue
    const target = link.external ? link.target : copy(link.target)
    ids.set(id, word.file.relate(word.main, link.type, target, link.external))
    if (!link.external) parts.push(target)
  }
  for (const root of roots) relink(root, ids)
  return parts
}

/** Numbers of the document that must stay unique: controls, changes and bookmarks, drawings. */
const renumber = (word: WordFile, roots: readonly Element[]): void => {
  const taken = word.controlIds()
  let next = word.freeNumber()
  const pairs = new Map<string, string>()
  const highestDrawing = Math.max(
    0,
    ...Array.from(word.tree.getElementsByTagNameNS(WP, 'docPr')).map((each) =>
      Number(each.getAttribute('id') ?? 0),
    ),
  )
  let drawing = highestDrawing
  for (const element of roots.flatMap(everyElement)) {
    if (isW(element, 'sdtPr') && isW(element.parentNode, 'sdt')) {
      kids(element, 'id').slice(1).forEach(drop)
      const id = kid(element, 'id') ?? element.appendChild(element.ownerDocument.createElementNS(W, 'w:id'))
      const known = attr(id, 'val')
      const fresh = known === null || taken.has(known) ? word.freeControlId(taken) : known
      taken.add(fresh)
      setAttr(id, 'val', fresh)
    }
    if (isW(element, 'ins', 'del', 'moveFrom', 'moveTo', 'rPrChange', 'pPrChange'))
      setAttr(element, 'id', String(next++))
    if (isW(element, 'bookmarkStart', 'bookmarkEnd')) {
      const old = attr(element, 'id') ?? ''
      const fresh = pairs.get(old) ?? String(next++)
      pairs.set(old, fresh)
      setAttr(element, 'id', fresh)
    }
    if (element.namespaceURI === WP && element.localName === 'docPr')
      element.setAttribute('id', String(++drawing))
  }
}

/** Prefixes that the other document may ignore stay ignorable here. */
const namespacesBrought = (to: Element, from: Element): void => {
  const xmlns = 'http://www.w3.org/2000/xmlns/'
  const ignorable = (root: Element): string[] =>
    (root.getAttributeNS(MC, 'Ignorable') ?? '').split(/\s+/).filter(Boolean)
  const wanted = new Set(ignorable(to))
  for (const prefix of ignorable(from)) {
    const uri = from.getAttributeNS(xmlns, prefix)
    const here = to.getAttributeNS(xmlns, prefix)
    if (!uri || (here && here !== uri)) continue
    if (!here) to.setAttributeNS(xmlns, `xmlns:${prefix}`, uri)
    wanted.add(prefix)
  }
  if (wanted.size > 0) to.setAttributeNS(MC, 'mc:Ignorable', [...wanted].join(' '))
}

const themeBrought = (word: WordFile, source: OpcPackage): void => {
  const from = source.related(source.mainPart(), 'theme')
  const to = word.file.related(word.main, 'theme')
  if (from && to) word.file.put(to, source.bytes(from).slice(), source.contentType(from))
}

const settingOf = (file: OpcPackage, name: string): Element | undefined => {
  const path = file.related(file.mainPart(), 'settings')
  return path && file.has(path) ? kid(file.tree(path).documentElement, name) : undefined
}

const oddEvenBrought = (word: WordFile, source: OpcPackage): void => {
  const path = word.file.related(word.main, 'settings')
  const root = path && word.file.has(path) ? word.file.tree(path).documentElement : undefined
  const wanted = settingOf(source, 'evenAndOddHeaders')
  if (!path || !root || Boolean(wanted) === Boolean(kid(root, 'evenAndOddHeaders'))) return
  kids(root, 'evenAndOddHeaders').forEach(drop)
  const later =
    kids(root, 'characterSpacingControl', 'compat', 'rsids', 'themeFontLang', 'clrSchemeMapping')[0] ?? null
  if (wanted) root.insertBefore(root.ownerDocument.importNode(wanted, true), later)
  word.file.change(path)
}

const pageColourBrought = (word: WordFile, source: OpcPackage): void => {
  const root = word.tree.documentElement
  const colour = kid(source.tree(source.mainPart()).documentElement, 'background')
  kids(root, 'background').forEach(drop)
  if (colour) root.insertBefore(word.tree.importNode(colour, true), root.firstChild)
}

const xmlPartsBrought = (word: WordFile, source: OpcPackage, roots: readonly Element[]): void => {
  for (const each of source.relationships(source.mainPart())) {
    if (!each.type.endsWith('/customXml') || !source.has(each.target)) continue
    const props = source.related(each.target, 'customXmlProps')
    const root = props && source.has(props) ? source.tree(props).documentElement : undefined
    const old = root?.getAttributeNS(root.namespaceURI, 'itemID') ?? undefined
    const fresh = addXmlPart(word.file, source.text(each.target), old)
    if (fresh !== old)
      for (const binding of roots.flatMap((at) => all(at, 'dataBinding')))
        if (attr(binding, 'storeItemID') === old) setAttr(binding, 'storeItemID', fresh)
  }
}

/**
 * Brings the body of another document into this one, not yet placed: styles that are missing, lists, pictures and
 * links come along under names and numbers of their own; with `sections` its headers and footers too.
 * Throws an ApiError for what this host does not carry (notes, comments, embedded documents).
 */
export const bringIn = (
  word: WordFile,
  source: OpcPackage,
  options: InsertFileOptions,
  sections: boolean,
): Brought => {
  const root = source.tree(source.mainPart()).documentElement
  const body = kid(root, 'body')
  if (!body) throw new SyntaxError('The file has no document body')
  for (const name of notCarried)
    if (all(body, name).length > 0)
      throw new ApiError('NotImplemented', `This host does not carry w:${name} over`)
  if (options.importCustomProperties)
    throw new ApiError('NotImplemented', 'This host does not implement importCustomProperties')
  namespacesBrought(word.tree.documentElement, root)
  const brought = children(body).map((each) => word.tree.importNode(each, true))
  if (!sections)
    for (const each of brought.flatMap((at) => [
      ...all(at, 'headerReference'),
      ...all(at, 'footerReference'),
    ]))
      drop(each)
  const section = brought.find((each) => isW(each, 'sectPr')) ?? null
  const blocks = brought.filter((each) => !isW(each, 'sectPr'))
  const kept = sections && section ? [...blocks, section] : blocks
  const parts = linksBrought(word, source, kept)
  const stories = parts.filter((path) => /\.(header|footer)\+xml$/.test(word.file.contentType(path)))
  const everywhere = [...kept, ...stories.map((path) => word.file.tree(path).documentElement)]
  const lists = numberingBrought(word, source, everywhere)
  stylesBrought(word, source, everywhere, lists, options)
  renumber(word, everywhere)
  for (const path of stories) word.file.change(path)
  if (options.importTheme) themeBrought(word, source)
  if (options.importPageColor) pageColourBrought(word, source)
  if (options.importChangeTrackingMode) word.tracking = settingOf(source, 'trackRevisions') !== undefined
  if (options.importDifferentOddEvenPages) oddEvenBrought(word, source)
  if (options.importCustomXmlParts) xmlPartsBrought(word, source, everywhere)
  return { blocks, section: sections ? section : null }
}
