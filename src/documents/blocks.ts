import type { Drawing } from './drawings.ts'

/** A piece of text bound to one field of one record: in Word a content control that reads back. */
export type Bound = {
  /** `short.key.field`, see domain/record.ts tagOf. */
  readonly tag: string
  /** What the control is called: the field's label. */
  readonly title: string
  /** As a person reads it; '' shows the placeholder. */
  readonly text: string
  readonly placeholder: string
  readonly kind: 'line' | 'lines' | 'date' | 'choice'
  /** For a choice: the words to choose from. */
  readonly options?: readonly string[]
}
export type Run = { readonly text: string; readonly strong?: true } | { readonly bound: Bound }
export type Cell = { readonly runs: readonly Run[]; readonly align?: 'right' }

/** A photograph (JPEG) beside the title. `alt`: what is read aloud. */
export type Photo = { readonly jpeg: Uint8Array; readonly alt: string }

/** What a document says, before anything decides how Word, a preview or a file writes it. */
export type Block =
  /** One photo in a document. */
  | { readonly is: 'title'; readonly text: string; readonly photo?: Photo }
  | {
      readonly is: 'heading'
      readonly level: 1 | 2 | 3
      readonly text: string
      readonly id?: string
      /** A picture before the words. */
      readonly drawing?: Drawing
    }
  | {
      readonly is: 'paragraph'
      readonly runs: readonly Run[]
      /** The last four belong to letters; `ways`: how to reach who writes. */
      readonly tone?: 'note' | 'quote' | 'letterhead' | 'ways' | 'address' | 'signature'
      readonly keepWithNext?: true
      /** Under the words beside a picture. */
      readonly inset?: true
    }
  | { readonly is: 'list'; readonly items: readonly (readonly Run[])[]; readonly inset?: true }
  | {
      readonly is: 'table'
      /** Read aloud by a screen reader: what the table holds. */
      readonly summary: string
      readonly head: readonly string[]
      /** Shares of the width, any unit. */
      readonly widths?: readonly number[]
      readonly rows: readonly (readonly Cell[])[]
      /** The first cell of each row is that row's heading. */
      readonly rowHeadings?: true
      /** Room to write by hand. */
      readonly tall?: true
      /** Short enough to stand on one page. */
      readonly together?: true
    }
  /** A question of a page that is answered by hand, with a picture before it. `large`: for those who begin to read. */
  | { readonly is: 'ask'; readonly text: string; readonly drawing: Drawing | null; readonly large?: true }
  /** Room for the answer: lines to write on, a box to draw in. `inset`: under the words beside a picture. */
  | { readonly is: 'room'; readonly as: 'lines' | 'box'; readonly inset: boolean }
  /** Pictures to choose from, side by side. */
  | { readonly is: 'pictures'; readonly drawings: readonly Drawing[]; readonly inset: boolean }
  /** `section`: what follows counts its pages anew, as the next letter in a file of letters does. */
  | { readonly is: 'pageBreak'; readonly ends?: 'section' }

/** A whole document: its blocks, and what is said on every page and to a screen reader. */
export type DocumentContent = {
  readonly title: string
  readonly subject: string
  readonly author: string
  /** As BCP 47 has it: `en-GB`, or that of a school's own translation. */
  readonly language: string
  /** Read from right to left, as Urdu and Arabic are. */
  readonly rightToLeft?: true
  /** Points of the text where they aren't the usual 11; headings, tables and the room between go with it. */
  readonly type?: number
  /** Said on every page; the page number stands beside its first line. */
  readonly footer: string
  readonly blocks: readonly Block[]
  /** Kept in the file's own data part: keys only, never notes. */
  readonly identity: {
    readonly kind: string
    readonly keys: Readonly<Record<string, string>>
    readonly made: string
  }
}
