import { besideText } from '../readControls.ts'
import { below, childOf, type Element, isOn, treeOf } from '../form/tree.ts'
import { type CellText, textIn } from './cellText.ts'

/** Where a row stands in the open document, and what it says there, so that a host can make sure of it. */
export type RowAt = {
  /** Which of the body's own tables, counted from 0; tables within tables are not counted. */
  readonly table: number
  /** Counted from 0, the row of headings and rows deleted under tracked changes too. */
  readonly row: number
  /** What each cell shows, placeholders too. */
  readonly cells: readonly string[]
}
export type DocumentCell = CellText & {
  /** The first of its columns in the table's grid. */
  readonly column: number
  /** A picture, an object, a note or a comment stands in it: more than its text says. */
  readonly holds: boolean
}
export type DocumentRow = {
  readonly at: RowAt
  readonly isHeading: boolean
  /** Deleted under tracked changes. */
  readonly isGone: boolean
  readonly cells: readonly DocumentCell[]
}
export type DocumentTable = {
  readonly is: 'table'
  readonly index: number
  readonly rows: readonly DocumentRow[]
}
export type DocumentParagraph = CellText & {
  readonly is: 'paragraph'
  /** Of a heading: 1 and on; 0 of all others. */
  readonly level: number
  readonly style: string
}
export type DocumentBlock = DocumentTable | DocumentParagraph

const holders = new Set([
  'sdt',
  'sdtContent',
  'ins',
  'moveTo',
  'x:customXml',
  'customXml',
  'x:smartTag',
  'smartTag',
])

/** Children of some names, those within controls and the like too, each with the controls that hold it as a whole. */
const partsOf = (
  holder: Element,
  names: readonly string[],
  around: readonly Element[] = [],
): { element: Element; around: readonly Element[] }[] =>
  holder.children.flatMap((child) => {
    if (names.includes(child.name)) return [{ element: child, around }]
    if (!holders.has(child.name)) return []
    return partsOf(child, names, child.name === 'sdt' ? [...around, child] : around)
  })

const columnsOf = (cell: Element): number =>
  Math.max(1, Number(childOf(cell, 'tcPr', 'gridSpan')?.attributes['val'] ?? 1) || 1)

const goneCell: CellText = { shown: '', outside: '', controls: [] }

const rowOf = (tr: Element, table: number, row: number): DocumentRow => {
  let column = Number(childOf(tr, 'trPr', 'gridBefore')?.attributes['val'] ?? 0) || 0
  const cells = partsOf(tr, ['tc']).map(({ element, around }): DocumentCell => {
    // A control around a whole cell holds its text; one around the whole row is a repeating section's.
    const holding = around.filter((sdt) => [...below(sdt)].filter(({ name }) => name === 'tc').length === 1)
    const said = childOf(element, 'tcPr', 'cellDel') ? goneCell : textIn(element, holding)
    const holds = [...below(element)].some(({ name }) => besideText.has(name) || name === 'commentReference')
    const cell = { ...said, column, holds }
    column += columnsOf(element)
    return cell
  })
  const properties = childOf(tr, 'trPr')
  return {
    at: { table, row, cells: cells.map(({ shown }) => shown) },
    isHeading: isOn(childOf(properties, 'tblHeader')),
    isGone: childOf(properties, 'del') !== undefined,
    cells,
  }
}

const styleOf = (paragraph: Element): string => childOf(paragraph, 'pPr', 'pStyle')?.attributes['val'] ?? ''

const bodyOf = (xml: string): Element | undefined => {
  const root = treeOf(xml.replace(/^\uFEFF/, ''))
  if (root.name !== 'x:package') return childOf(root, 'body')
  const part = root.children.find(
    ({ name, attributes }) =>
      name === 'x:part' && /^\/word\/document\d*\.xml$/.test(attributes['name'] ?? ''),
  )
  return part && childOf(part, 'x:xmlData', 'document', 'body')
}

/**
 * The paragraphs and tables of a document's body, in reading order, from its main part or from the flat package that
 * Word's getOoxml gives. Problem `unsupported` where it is not XML that Word writes.
 */
export const documentBlocks = (xml: string): DocumentBlock[] => {
  const body = bodyOf(xml)
  if (!body) return []
  let tables = 0
  return partsOf(body, ['p', 'tbl']).map(({ element, around }): DocumentBlock => {
    if (element.name === 'p') {
      const style = styleOf(element)
      const level = Number(/^Heading(\d)$/.exec(style)?.[1] ?? 0)
      return { is: 'paragraph', level, style, ...textIn(element, around) }
    }
    const index = tables++
    const rows = partsOf(element, ['tr']).map(({ element: tr }, row) => rowOf(tr, index, row))
    return { is: 'table', index, rows }
  })
}
