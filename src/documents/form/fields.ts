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
  /** In place of underscores, dots or underlined blanks. `day`: what stands there, where it is drawn for a day in figures. */
  | {
      readonly how: 'gap'
      readonly rooms: readonly Room[]
      readonly paragraph: Element
      readonly day?: string
    }
  /** Over several places: a day, the letters of a word, or the lines of a text. */
  | { readonly how: 'parts'; readonly of: 'day' | 'letters' | 'lines'; readonly parts: readonly PartSpot[] }
  | { readonly how: 'mark'; readonly mark: Mark }
  /** A box drawn as a letter, such as ☐. */
  | { readonly how: 'box'; readonly room: Room }
  /** One of several answers in words, of which those that don't hold are struck out: `Yes / No`. */
  | { readonly how: 'word'; readonly rooms: readonly Room[]; readonly paragraph: Element }

/** One of the places that an answer is spread over. `takes`: which piece of it. */
export type PartSpot = {
  readonly takes: 'day' | 'month' | 'year' | 'letter' | 'line'
  readonly spot: Extract<Spot, { how: 'paragraph' | 'gap' }>
  /** Of a year: its last two figures alone. */
  readonly short?: boolean
}

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
  /** Somebody pointed at it, as nothing in the form shows it: which of the lines called alike it is, from 1. */
  readonly added?: number
  /** Where the row of a table names it: what the column over it is called. */
  readonly column?: string
  /** The part of the package that it stands in; the body where none is named. */
  readonly part?: string
  /** The same place told once more for older readers: a box that floats over the page. */
  readonly twin?: Spot
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
  readonly rows: readonly TableRow[]
  readonly part: string
  readonly twin?: readonly TableRow[]
}
export type TableRow = { readonly row: Element; readonly cells: readonly Element[] }

export type Form = {
  readonly fields: readonly FormField[]
  readonly tables: readonly FormTable[]
  /** Boxes that float over the page and are told in two ways that don't agree: left alone. */
  readonly unread: number
}
