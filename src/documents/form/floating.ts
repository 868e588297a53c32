import type { FormField, FormTable, TableRow } from './fields.ts'
import { childrenOf, type Element } from './tree.ts'

/** A box that floats over the page: what is in it, and the same once more for readers that don't know such boxes. */
export type Box = { readonly inside: Element; readonly again: Element | null }

/** The outermost boxes below an element; those in a table's cells and in boxes belong to what is in there. */
const contents = (element: Element): Element[] =>
  element.children.flatMap((child) =>
    child.name === 'txbxContent' ? [child] : child.name === 'tbl' ? [] : contents(child),
  )

/** The boxes that hang on a paragraph. */
export const boxesIn = (block: Element): Box[] => {
  const found: Box[] = []
  const read = (element: Element): void => {
    for (const child of element.children) {
      if (child.name === 'mc:AlternateContent') {
        const choice = childrenOf(child, 'mc:Choice').flatMap(contents)
        const fallback = childrenOf(child, 'mc:Fallback').flatMap(contents)
        const own = choice.length > 0 ? choice : fallback
        own.forEach((inside, at) =>
          found.push({ inside, again: choice.length > 0 ? (fallback[at] ?? null) : null }),
        )
      } else if (child.name === 'txbxContent') found.push({ inside: child, again: null })
      else if (child.name !== 'tbl') read(child)
    }
  }
  read(block)
  return found
}

/** Whether two tellings of one box ask for the same, place by place. */
export const alike = (one: readonly FormField[], other: readonly FormField[]): boolean =>
  one.length === other.length &&
  one.every((field, at) => {
    const second = other[at]!
    return (
      field.label === second.label &&
      field.option === second.option &&
      field.takes === second.takes &&
      field.spot.how === second.spot.how
    )
  })

const shapeOf = (rows: readonly TableRow[]) => rows.map(({ cells }) => cells.length).join()
export const tablesAlike = (one: readonly FormTable[], other: readonly FormTable[]): boolean =>
  one.length === other.length &&
  one.every((table, at) => {
    const second = other[at]!
    return (
      shapeOf(table.rows) === shapeOf(second.rows) &&
      table.columns.every(({ label }, column) => label === second.columns[column]?.label)
    )
  })
