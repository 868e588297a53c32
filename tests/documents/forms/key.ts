/**
 * What each place of a form should take, in reading order: its label (a box’s words behind ` / `, a grid’s row and
 * column likewise), and a fact, `fact=code` for a box, or null where nothing on record answers it.
 * Several facts: any of them is right.
 */
export type KeyPlace = readonly [label: string, takes: string | readonly string[] | null]

/** A table to fill row by row: the list, and for each column its part of that list. */
export type KeyTable = {
  readonly about: string
  readonly list: string | null
  readonly columns: readonly KeyPlace[]
}

export type Key = { readonly places: readonly KeyPlace[]; readonly tables: readonly KeyTable[] }

/** Yes and No of one question. */
export const yesNo = (asked: string, fact: string): KeyPlace[] => [
  [`${asked} / Yes`, `${fact}=true`],
  [`${asked} / No`, `${fact}=false`],
]
