import type { OpcPackage } from '../opc.ts'
import { W, all, attr, isW, kid, kids, make, setAttr, val } from './dom.ts'
import type { WordFile } from './wordFile.ts'

const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering'
const content = 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml'

const listsOf = (file: OpcPackage): Element | undefined => {
  const path = file.related(file.mainPart(), 'numbering')
  return path && file.has(path) ? file.tree(path).documentElement : undefined
}

const highest = (elements: readonly Element[], name: string): number =>
  Math.max(0, ...elements.map((each) => Number(attr(each, name) ?? 0)))

/** Gives a list of the other document a number of its own here. Asked twice for one, it gives the same. */
export type Lists = (old: string) => string

/** Moves the lists that these elements use, with their definitions, and numbers the elements anew. */
export const numberingBrought = (word: WordFile, source: OpcPackage, roots: readonly Element[]): Lists => {
  const fresh = new Map<string, string>()
  const lists: Lists = (old) => {
    const known = fresh.get(old)
    if (known) return known
    const from = listsOf(source)
    const num = from && kids(from, 'num').find((each) => attr(each, 'numId') === old)
    const abstract =
      from &&
      kids(from, 'abstractNum').find((each) => attr(each, 'abstractNumId') === val(num, 'abstractNumId'))
    if (old === '0' || !num || !abstract) return old
    const number = addList(word, num, abstract)
    fresh.set(old, number)
    return number
  }
  for (const root of roots)
    for (const each of all(root, 'numId'))
      if (isW(each.parentNode, 'numPr')) setAttr(each, 'val', lists(attr(each, 'val') ?? '0'))
  return lists
}

const addList = (word: WordFile, num: Element, abstract: Element): string => {
  let path = word.file.related(word.main, 'numbering')
  if (!path || !word.file.has(path)) {
    path = word.file.freePath('word/numbering.xml')
    word.file.put(path, `<w:numbering xmlns:w="${W}"/>`, content)
    word.file.relate(word.main, type, path)
  }
  const root = word.file.tree(path).documentElement
  const abstractId = String(highest(kids(root, 'abstractNum'), 'abstractNumId') + 1)
  const numId = String(highest(kids(root, 'num'), 'numId') + 1)
  const newAbstract = root.ownerDocument.importNode(abstract, true)
  setAttr(newAbstract, 'abstractNumId', abstractId)
  root.insertBefore(newAbstract, kids(root, 'num', 'numIdMacAtCleanup')[0] ?? null)
  const newNum = root.ownerDocument.importNode(num, true)
  setAttr(newNum, 'numId', numId)
  setAttr(
    kid(newNum, 'abstractNumId') ?? newNum.appendChild(make(newNum, 'abstractNumId')),
    'val',
    abstractId,
  )
  root.insertBefore(newNum, kids(root, 'numIdMacAtCleanup')[0] ?? null)
  word.file.change(path)
  return numId
}
