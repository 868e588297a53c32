import type { Audience } from '../domain/record.ts'

export const copyFormat = 'goldthread-school-copy'
/** Rises when the files of a copy come to lie or to read otherwise. */
export const copyFormatVersion = 1

export type CopiedList = {
  readonly type: string
  readonly list: string
  readonly site: Audience
  readonly file: string
  readonly rows: number
  readonly archived: number
  readonly unreadable: number
}
export type CopiedFile = { readonly path: string; readonly bytes: number; readonly sha256: string }

/** `index.json` of a copy: what is in it, and what is not. */
export type CopyIndex = {
  readonly format: typeof copyFormat
  readonly formatVersion: number
  readonly recordTypesVersion: number
  readonly school: { readonly id: string; readonly name: string }
  /** Between these instants the lists were read, one after another. */
  readonly readFrom: string
  readonly readUntil: string
  readonly madeBy: string
  readonly versions: boolean
  readonly lists: readonly CopiedList[]
  readonly documents: number
  readonly leftOut: readonly { readonly what: string; readonly why: string }[]
  readonly files: readonly CopiedFile[]
}

/** `Review contributors` → `review-contributors`. */
export const fileStem = (list: string): string =>
  list
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
