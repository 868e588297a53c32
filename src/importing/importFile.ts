import type { Contact } from '../domain/records/contact.ts'

/** A grown-up named in a CTF beside the pupil. */
export type FileContact = Pick<
  Contact,
  'name' | 'relationship' | 'parentalResponsibility' | 'telephone' | 'email'
>

/** One row as it came. `row` is its number as Excel shows it, or the number of the pupil in a CTF. */
export type SourceRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly contacts?: readonly FileContact[]
  /** Needs of a pupil who has a row for each; see foldNeeds. */
  readonly needs?: readonly FileNeed[]
}

/** A need as its own row of a file has it: cells as they stand, '' where there is none. */
export type FileNeed = {
  readonly row: number
  readonly type: string
  readonly rank: string
  readonly from: string
  readonly until: string
}

/** What was read from a file: a table of text, or a sentence that says why not and what to do. */
export type ImportFile =
  | {
      readonly kind: 'table'
      readonly from: 'csv' | 'ctf' | 'xlsx'
      readonly headings: readonly string[]
      readonly rows: readonly SourceRow[]
      /** How it was read, for the person who wonders why letters look wrong. */
      readonly readAs: string
      /** The workbook's sheets that hold something, and which of them this is; a person may choose another. */
      readonly sheets?: { readonly names: readonly string[]; readonly chosen: string }
      /** What to look at before trusting it, as sentences without their full stop. */
      readonly notes?: readonly string[]
    }
  | { readonly kind: 'refused'; readonly why: string }

/** How many of some headings are known: tells the row of headings from a title above it. */
export type Known = (headings: readonly string[]) => number

export type ImportTable = Extract<ImportFile, { kind: 'table' }>

export const refusedFile = (why: string): ImportFile => ({ kind: 'refused', why })
