import { childOf, type Element } from './tree.ts'
import { isPlaceholder } from './inParagraph.ts'
import { piecesOf, textIn } from './pieces.ts'

export type Cell = {
  readonly element: Element
  /** The first of its columns in the table's grid, and how many it covers. */
  readonly column: number
  readonly span: number
  readonly text: string
  /** Nothing in it but room: no words and nothing that takes an answer by itself. */
  readonly blank: boolean
  /** It only goes on with the cell above. */
  readonly goesOn: boolean
  /** What the cell that it goes on with says; its own text where it stands for itself. */
  readonly says: string
}
export type Row = { readonly element: Element; readonly cells: readonly Cell[] }

/** The children of an element, those inside controls that hold whole blocks, rows or cells included. */
export const unwrapped = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) =>
    child.name === name
      ? [child]
      : child.name === 'sdt'
        ? unwrapped(childOf(child, 'sdtContent') ?? child, name)
        : child.name === 'ins' || child.name === 'x:customXml' || child.name === 'customXml'
          ? unwrapped(child, name)
          : [],
  )

const hasTaker = (element: Element): boolean =>
  element.children.some((child) =>
    child.name === 'p' ? piecesOf(child).marks.length > 0 : child.name === 'tbl' || hasTaker(child),
  )

const cellsOf = (row: Element, above: Map<number, string>): Cell[] => {
  let column = Number(childOf(row, 'trPr', 'gridBefore')?.attributes['val'] ?? 0)
  return unwrapped(row, 'tc').map((element) => {
    const properties = childOf(element, 'tcPr')
    const span = Number(childOf(properties, 'gridSpan')?.attributes['val'] ?? 1)
    const merge = childOf(properties, 'vMerge')
    const text = textIn(element)
    const cell: Cell = {
      element,
      column,
      span,
      text,
      // Word wants a paragraph in every cell; a form without one has no room there.
      blank: isPlaceholder(text) && !hasTaker(element) && unwrapped(element, 'p').length > 0,
      goesOn: merge !== undefined && merge.attributes['val'] !== 'restart',
      says: text,
    }
    const goesOn = cell.goesOn && text === '' ? { ...cell, says: above.get(column) ?? '' } : cell
    above.set(column, goesOn.says)
    column += span
    return goesOn
  })
}

/** A table’s rows with their cells, by column. */
export const rowsOf = (table: Element): Row[] => {
  const above = new Map<number, string>()
  return unwrapped(table, 'tr').map((element) => ({ element, cells: cellsOf(element, above) }))
}
