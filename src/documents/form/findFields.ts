import type { Form } from './fields.ts'
import { Reader } from './reader.ts'
import type { Styles } from './styleNames.ts'
import { childOf, type Element } from './tree.ts'

export const mainPart = 'word/document.xml'

/** One part of a form: the body, or what stands at the top or the foot of every page. */
export type FormPart = { readonly name: string; readonly root: Element }

/**
 * The places of one part of a form that take an answer: empty cells beside or under a label, cells for one letter each,
 * gaps drawn by underscores, dots or underlined blanks, content controls, legacy form fields, boxes to tick, answers in
 * words to strike out, tables to fill row by row, headings with room below, and all of these in boxes that float over
 * the page. `ids`: a start for the ids, so that those of several parts differ.
 */
const findFields = (root: Element, styles: Styles, ids = '', name = mainPart): Form => {
  const reader = new Reader(styles, name, ids)
  const body = childOf(root, 'body')
  reader.blocks(body ?? root, '', [], body ? 'body' : 'margin')
  return { fields: reader.fields, tables: reader.tables, unread: reader.unread }
}

/** The places of all parts of a form, in their order. */
export const findAll = (parts: readonly FormPart[], styles: Styles): Form => {
  const found = parts.map(({ name, root }, at) =>
    findFields(root, styles, name === mainPart ? '' : `p${at + 1}`, name),
  )
  return {
    fields: found.flatMap(({ fields }) => fields),
    tables: found.flatMap(({ tables }) => tables),
    unread: found.reduce((total, { unread }) => total + unread, 0),
  }
}
