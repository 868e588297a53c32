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
}

/** What was read from a file: a table of text, or a sentence that says why not and what to do. */
export type ImportFile =
  | {
      readonly kind: 'table'
      readonly from: 'csv' | 'ctf'
      readonly headings: readonly string[]
      readonly rows: readonly SourceRow[]
      /** How it was read, for the person who wonders why letters look wrong. */
      readonly readAs: string
    }
  | { readonly kind: 'refused'; readonly why: string }

export type ImportTable = Extract<ImportFile, { kind: 'table' }>

export const refusedFile = (why: string): ImportFile => ({ kind: 'refused', why })
