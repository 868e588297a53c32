import { linesOf } from './lines.ts'
import { below, type Element, treeOf } from './tree.ts'

/** What of a form is counted to see whether it came through whole. */
const counted = {
  tables: ['tbl'],
  rows: ['tr'],
  boxes: ['txbxContent'],
  pictures: ['drawing', 'pict'],
  controls: ['sdt'],
  fields: ['ffData'],
  sections: ['sectPr'],
  margins: ['headerReference', 'footerReference'],
} as const
export type Counted = keyof typeof counted

/** What a Word left out or brought in when it took a document; nothing of either where the layout is the same. */
export type LayoutChange = {
  /** Lines of text that are not there, as a person reads them, at most a few. */
  readonly lost: readonly string[]
  /** Lines that nobody put there, likewise. */
  readonly came: readonly string[]
  readonly counts: readonly { readonly what: Counted; readonly was: number; readonly is: number }[]
}

const mostShown = 5

const countsIn = (root: Element): Record<Counted, number> => {
  const seen = new Map<string, number>()
  for (const { name } of below(root, (child) => child.name === 'mc:Fallback'))
    seen.set(name, (seen.get(name) ?? 0) + 1)
  return Object.fromEntries(
    Object.entries(counted).map(([what, names]) => [
      what,
      names.reduce((sum, name) => sum + (seen.get(name) ?? 0), 0),
    ]),
  ) as Record<Counted, number>
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim()

const textsIn = (root: Element): string[] =>
  linesOf(root)
    .map(({ text }) => plain(text))
    .filter((text) => text !== '')

/** Those of the texts that the others don't have, or not so often. */
const beyond = (texts: readonly string[], others: readonly string[]): string[] => {
  const left = new Map<string, number>()
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1)
  return texts.filter((text) => {
    const times = left.get(text) ?? 0
    left.set(text, times - 1)
    return times <= 0
  })
}

/** The document of a flat package, or of a main part as it is. Problem `unsupported` where it is neither. */
const documentIn = (xml: string): Element => {
  const tree = treeOf(xml)
  if (tree.name === 'document') return tree
  for (const element of below(tree)) if (element.name === 'document') return element
  return tree
}

/**
 * Compares a document as it was put into Word with what Word gives of it. `expected`: its main part; `got`: the flat
 * package. Null where all of it came through: the same lines, tables, boxes, pictures, fields and sections.
 */
export const layoutChange = (expected: string, got: string): LayoutChange | null => {
  const [before, after] = [documentIn(expected), documentIn(got)]
  const [asked, told] = [textsIn(before), textsIn(after)]
  const lost = beyond(asked, told)
  const came = beyond(told, asked)
  const [was, is] = [countsIn(before), countsIn(after)]
  const counts = (Object.keys(counted) as Counted[])
    .filter((what) => was[what] !== is[what])
    .map((what) => ({ what, was: was[what], is: is[what] }))
  return lost.length + came.length + counts.length === 0
    ? null
    : { lost: lost.slice(0, mostShown), came: came.slice(0, mostShown), counts }
}
