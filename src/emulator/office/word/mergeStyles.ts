import type { OpcPackage } from '../opc.ts'
import { all, attr, drop, isW, kid, kids, setAttr, val } from './dom.ts'
import type { InsertFileOptions } from './merge.ts'
import type { Lists } from './mergeNumbering.ts'
import type { WordFile } from './wordFile.ts'

const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles'
const users = ['pStyle', 'rStyle', 'tblStyle']
const links = ['basedOn', 'next', 'link']

const stylesPath = (file: OpcPackage): string | undefined => {
  const path = file.related(file.mainPart(), 'styles')
  return path && file.has(path) ? path : undefined
}

const idOf = (style: Element): string => attr(style, 'styleId') ?? ''
/** Word knows a style by its kind and its name, whatever its id is. */
const nameOf = (style: Element): string =>
  `${attr(style, 'type')} ${(val(style, 'name') ?? '').toLowerCase()}`

const references = (roots: readonly Element[], names: readonly string[]): Element[] =>
  roots.flatMap((root) => names.flatMap((name) => all(root, name)))

/** The styles that are used, and those that they build on, follow or go with. */
const closure = (styles: readonly Element[], used: Set<string>): Set<string> => {
  const wanted = new Set<string>()
  const queue = [...used]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (wanted.has(id)) continue
    wanted.add(id)
    const style = styles.find((each) => idOf(each) === id)
    for (const name of links) {
      const next = val(style, name)
      if (next !== null) queue.push(next)
    }
  }
  return wanted
}

/**
 * Brings the other document's styles: those in use that are missing here, and with importStyles all of them, its
 * definitions taking the place of ours of the same name. Elements are pointed at the names that hold here.
 */
export const stylesBrought = (
  word: WordFile,
  source: OpcPackage,
  roots: readonly Element[],
  lists: Lists,
  options: InsertFileOptions,
): void => {
  const from = stylesPath(source)
  if (!from) return
  const theirs = source.tree(from).documentElement
  const to = stylesPath(word.file)
  if (!to) {
    const path = word.file.freePath('word/styles.xml')
    word.file.put(path, source.bytes(from).slice(), source.contentType(from))
    word.file.relate(word.main, type, path)
    return
  }
  const ours = word.file.tree(to).documentElement
  const styles = kids(theirs, 'style')
  const used = new Set(references(roots, users).map((each) => attr(each, 'val') ?? ''))
  const wanted = options.importStyles ? new Set(styles.map(idOf)) : closure(styles, used)
  const renamed = new Map<string, string>()
  const added: Element[] = []
  for (const style of styles) {
    if (!wanted.has(idOf(style))) continue
    const here = kids(ours, 'style')
    const same = here.find((each) => nameOf(each) === nameOf(style))
    const id = same ? idOf(same) : freeId(here, idOf(style))
    renamed.set(idOf(style), id)
    if (same && !options.importStyles) continue
    const copy = ours.ownerDocument.importNode(style, true)
    setAttr(copy, 'styleId', id)
    if (same) ours.replaceChild(copy, same)
    else ours.appendChild(copy)
    if (!same) copy.removeAttributeNS(copy.namespaceURI, 'default')
    added.push(copy)
  }
  for (const each of [...references(roots, users), ...references(added, links)])
    setAttr(each, 'val', renamed.get(attr(each, 'val') ?? '') ?? attr(each, 'val') ?? '')
  for (const each of references(added, ['numId']))
    if (isW(each.parentNode, 'numPr')) setAttr(each, 'val', lists(attr(each, 'val') ?? '0'))
  if (options.importParagraphSpacing) spacingBrought(ours, theirs)
  word.file.change(to)
}

const freeId = (styles: readonly Element[], wanted: string): string => {
  const taken = new Set(styles.map(idOf))
  for (let number = 0; ; number++) {
    const id = number === 0 ? wanted : `${wanted}${number}`
    if (!taken.has(id)) return id
  }
}

/** The paragraph spacing that a document starts from stands in its defaults. */
const spacingBrought = (ours: Element, theirs: Element): void => {
  const source = kid(theirs, 'docDefaults')
  const theirSpacing = source && kid(source, 'pPrDefault')
  const defaults = kid(ours, 'docDefaults')
  if (!theirSpacing || !defaults) return
  kids(defaults, 'pPrDefault').forEach(drop)
  defaults.appendChild(ours.ownerDocument.importNode(theirSpacing, true))
}
