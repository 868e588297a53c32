import { cleanText } from './word/xmlText.ts'

/** The same to a reader: Word's own spaces and a line's end do not make a change. */
export const plainText = (text: string): string =>
  cleanText(text)
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
