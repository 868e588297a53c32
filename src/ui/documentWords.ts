import { t } from '../words/t.ts'
import { showCount } from '../domain/counted.ts'
import type { DocumentWhy, TroubleOf } from '../domain/problem.ts'

type Words = { readonly title: string; readonly todo: string }

/** `3.2 MB`, `240 KB`. */
const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000
    ? t`${(bytes / 1_048_576).toFixed(1)} MB`
    : t`${showCount(Math.max(1, Math.round(bytes / 1024)))} KB`

const protectedTitle = t`This document is protected`
const stop = t`choose Review, Restrict Editing, Stop Protection, then try again. Read back works meanwhile.`

const tooLarge = ({ size, picture }: TroubleOf<'document'>): Words => ({
  title: t`This is larger than Word takes${size ? t` (${sizeWords(size)}, and 4 MB is the most)` : ''}`,
  todo: picture
    ? t`The largest picture in it is ${picture.name}, with ${sizeWords(picture.size)}. Put a smaller one in its place, or download the document and open it in Word.`
    : t`Download the document and open it in Word.`,
})

const words: { [W in DocumentWhy]: Words | ((trouble: TroubleOf<'document'>) => Words) } = {
  readOnly: { title: protectedTitle, todo: t`Nothing may be changed in it. To write here, ${stop}` },
  formsOnly: {
    title: protectedTitle,
    todo: t`Only the fields of its form may be filled in. To insert anything, ${stop}`,
  },
  commentsOnly: {
    title: protectedTitle,
    todo: t`Only comments may be added. To insert anything, ${stop}`,
  },
  final: {
    title: t`This document is marked as final`,
    todo: t`Choose Edit Anyway in the bar above the document, then try again.`,
  },
  locked: {
    title: t`A field of this document is locked`,
    todo: t`Word lets nobody take it away, so the text can’t be replaced. Put the minutes at the end, or into a new document.`,
  },
  notNow: {
    title: t`Word doesn’t let anything be written into this document now`,
    todo: t`It may be in Viewing mode (choose Editing at the top right), opened to be read only, or not yours to change. Then try again, or download the document instead.`,
  },
  rights: {
    title: t`This document’s rights don’t let us in`,
    todo: t`A sensitivity label or its owner allows reading in Word alone. Ask its owner for the right to edit, or use another document.`,
  },
  tooLarge,
  browser: {
    title: t`Word in a browser can’t do this here`,
    todo: t`It doesn’t replace text with date fields in it. Choose Editing, Open in Desktop, and insert there; or insert into a new document; or download.`,
  },
  silent: {
    title: t`Word hasn’t answered`,
    todo: t`Look whether Word shows a message of its own behind this pane, and close it. Before you try again, look whether the document has changed.`,
  },
  failed: {
    title: t`Word didn’t do this`,
    todo: t`If the document is in Viewing mode, choose Editing at the top right. Then try again.`,
  },
  halfway: {
    title: t`Word stopped half-way`,
    todo: t`A part may stand in the document. Press Ctrl+Z in the document to take it out, then try again. The record is as it was.`,
  },
}

/** What a person is told about the open document, and what to do. */
export const documentWords = (trouble: TroubleOf<'document'>): Words => {
  const found = words[trouble.why]
  return typeof found === 'function' ? found(trouble) : found
}
