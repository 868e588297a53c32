/** Whole numbers of twentieths of a point, as Word counts. */
export type PageSetup = {
  readonly width: number
  readonly height: number
  readonly landscape: boolean
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
  readonly header: number
  readonly footer: number
  readonly gutter: number
  /** The page's border as Word writes it; '' for none. */
  readonly borders: string
}

export type PageKind = 'default' | 'first' | 'even'
export type PictureLink = { readonly id: string; readonly target: string }

/** A header as it goes into every document. */
export type Header = {
  readonly kind: PageKind
  readonly xml: string
  readonly pictures: readonly PictureLink[]
  /** It numbers its pages by itself. */
  readonly numbered: boolean
}
/** A footer, into which what each document says at its foot is put between `before` and `after`. */
export type Footer = {
  readonly kind: PageKind
  readonly before: string
  readonly after: string
  readonly pictures: readonly PictureLink[]
  /** It numbers its pages, or says that they are confidential, by itself. */
  readonly numbered: boolean
  readonly confidential: boolean
}

/** How documents look: styles, headers and footers, page, and what these need. Made once, used for every document. */
export type Design = {
  /** By which id the styles part knows a style of ours; those with our own id are left out. */
  readonly styleIds: Readonly<Record<string, string>>
  readonly styles: string
  /** Points of ordinary text. */
  readonly points: number
  readonly numbering: string
  /** Numbering that each line of a list is given, where the style for lists has none; null where it has. */
  readonly bullets: number | null
  readonly settings: string
  readonly page: PageSetup
  readonly headers: readonly Header[]
  readonly footers: readonly Footer[]
  readonly firstPageDiffers: boolean
  /** Beside the document's main part: theme, fonts. */
  readonly beside: readonly {
    readonly is: 'theme' | 'fontTable'
    readonly name: string
    readonly xml: string
    readonly type: string
  }[]
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** What the head of a letter need not say again. */
  readonly says: { readonly name: boolean; readonly ways: boolean }
}

/** Between the margins. */
export const widthOf = ({ width, left, right, gutter }: PageSetup): number => width - left - right - gutter

/** Content types of the pictures that a document may have, by the end of their names. */
export const pictureTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tiff: 'image/tiff',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
}

const starts: readonly (readonly [string, number, readonly number[]])[] = [
  ['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', 0, [0xff, 0xd8, 0xff]],
  ['gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['bmp', 0, [0x42, 0x4d]],
  ['tiff', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['emf', 40, [0x20, 0x45, 0x4d, 0x46]],
  ['wmf', 0, [0xd7, 0xcd, 0xc6, 0x9a]],
  ['wmf', 0, [0x01, 0x00, 0x09, 0x00]],
]

/** What a picture is by its first bytes, whatever its name says; null for what is none that Word draws. */
export const pictureKind = (bytes: Uint8Array): string | null =>
  starts.find(([, at, mark]) => mark.every((byte, i) => bytes[at + i] === byte))?.[0] ?? null
