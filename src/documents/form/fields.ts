import type { Mark } from './pieces.ts'
import type { Element } from './tree.ts'

/** Letters of a text element that are room to write on. */
export type Room = { readonly at: Element; readonly from: number; readonly to: number }

/** Where in the document an answer goes. */
export type Spot =
  /** Into a paragraph with nothing in it, or behind its label. */
  | { readonly how: 'paragraph'; readonly paragraph: Element; readonly behind: boolean }
  /** As paragraphs of their own behind this one: under a heading with no room below it. */
  | { readonly how: 'below'; readonly paragraph: Element }
  /** In place of underscores, dots or underlined blanks. */
  | { readonly how: 'gap'; readonly rooms: readonly Room[]; readonly paragraph: Element }
  | { readonly how: 'mark'; readonly mark: Mark }
  /** A box drawn as a letter, such as ☐. */
  | { readonly how: 'box'; readonly room: Room }

/** One place of a form that takes an answer. */
export type FormField = {
  /** The same each time the same form is read. */
  readonly id: string
  /** `text`: anything; `tick`: a box; `list`: one of its own options. */
  readonly takes: 'text' | 'tick' | 'list'
  readonly label: string
  /** For a tick: what it stands for, where its label is a question that several boxes answer. */
  readonly option: string | null
  /** Words around it that help to tell what it is: heading, row and column of its table, nearest first. */
  readonly context: readonly string[]
  /** Of a legacy field: characters that it takes at most. */
  readonly most: number | null
  readonly options: readonly string[] | null
  /** What stands there already, beside placeholders. */
  readonly now: string
  readonly spot: Spot
}

/** What a person calls a place: `School recommends: amend`, `Looked after? Yes`. */
export const placeName = ({ label, option }: Pick<FormField, 'label' | 'option'>): string =>
  option ? `${label.replace(/[:\s]+$/, '')}${label.endsWith('?') ? '' : ':'} ${option}` : label

/** A table to fill row by row, such as the people at the meeting. */
export type FormTable = {
  readonly id: string
  /** The heading above it. */
  readonly context: readonly string[]
  readonly columns: readonly { readonly id: string; readonly label: string }[]
  /** Its empty rows; each a table row whose cells stand under the columns. */
  readonly rows: readonly { readonly row: Element; readonly cells: readonly Element[] }[]
}

export type Form = {
  readonly fields: readonly FormField[]
  readonly tables: readonly FormTable[]
}
