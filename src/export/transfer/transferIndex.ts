export const transferFormat = 'goldthread-transfer-pack'
/** Rises when the files of a pack come to lie or to read otherwise. */
export const transferFormatVersion = 1

/** `index.json` of a transfer pack: whose it is, what is in it and what is not. */
export type TransferIndex = {
  readonly format: typeof transferFormat
  readonly formatVersion: number
  readonly recordTypesVersion: number
  /** An instant, ISO 8601. */
  readonly made: string
  readonly from: { readonly school: string; readonly senco: string | null }
  readonly to: { readonly school: string | null; readonly senco: string | null }
  /** Key of the pupil's own row, and the UPN by which the next school knows whose it is. */
  readonly pupil: { readonly key: string; readonly upn: string | null }
  readonly lists: readonly { readonly type: string; readonly list: string; readonly entries: number }[]
  readonly leftOut: readonly {
    readonly list: string
    readonly what: string
    readonly why: string
    readonly count: number
  }[]
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
}
