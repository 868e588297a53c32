import { unwrapped } from './cells.ts'
import { childOf, type Element } from './tree.ts'

/** One paragraph of the text, as Word counts and reads them. */
export type Line = {
  readonly paragraph: Element
  /** From 0, in reading order, those in tables and controls too; boxes that float over the page not counted. */
  readonly index: number
  readonly text: string
  /** From where to where each element of the paragraph reaches, in characters of `text`. */
  readonly reach: ReadonlyMap<Element, { readonly from: number; readonly to: number }>
  /** The innermost table around it. */
  readonly cell: LineCell | null
}
export type LineCell = {
  readonly table: Element
  readonly element: Element
  readonly row: number
  readonly cell: number
}

const unread = new Set([
  'pPr',
  'rPr',
  'sdtPr',
  'sdtEndPr',
  'del',
  'moveFrom',
  'drawing',
  'pict',
  'object',
  'mc:Fallback',
])
const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\v',
  cr: '\v',
  noBreakHyphen: '\u2011',
  sym: '\uF06F',
}

/** What a paragraph says: fields by their result, not by their code. */
const toldBy = (paragraph: Element): Pick<Line, 'text' | 'reach'> => {
  const reach = new Map<Element, { from: number; to: number }>()
  let text = ''
  // For each field that is open: whether its code is over and its result is read.
  const fields: boolean[] = []
  const read = (element: Element): void => {
    const from = text.length
    if (element.name === 'fldChar') {
      const type = element.attributes['fldCharType']
      if (type === 'begin') fields.push(false)
      else if (type === 'separate') fields[fields.length - 1] = true
      else fields.pop()
    } else if (fields.every(Boolean)) {
      if (element.name === 't') text += element.text
      else text += signs[element.name] ?? ''
    }
    for (const child of element.children) if (!unread.has(child.name)) read(child)
    reach.set(element, { from, to: text.length })
  }
  read(paragraph)
  return { text, reach }
}

/** Every paragraph of a document's body. `root`: of the main part. */
export const linesOf = (root: Element): Line[] => {
  const lines: Line[] = []
  const read = (element: Element, cell: LineCell | null): void => {
    if (element.name === 'p') {
      lines.push({ paragraph: element, index: lines.length, cell, ...toldBy(element) })
      return
    }
    if (element.name === 'tbl') {
      for (const [row, tr] of unwrapped(element, 'tr').entries())
        for (const [at, tc] of unwrapped(tr, 'tc').entries())
          for (const child of tc.children) read(child, { table: element, element: tc, row, cell: at })
      return
    }
    if (unread.has(element.name)) return
    for (const child of element.children) read(child, cell)
  }
  read(childOf(root, 'body') ?? root, null)
  return lines
}
