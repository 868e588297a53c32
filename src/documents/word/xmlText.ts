import { wholeCharacters } from '../../domain/wholeCharacters.ts'

/* What a person typed can hold anything: text pasted from a PDF brings control characters, and overrides of the
   writing direction can make a line read as something else. Marks that only join or order letters stay. */
const controls = /(?![\t\n])\p{Cc}|[\uFEFF\uFFFE\uFFFF]/gu
const directionOverrides = /[\u202A-\u202E\u2066-\u2069]/g
/** None of the above is in it, as in nearly every text. */
const clean = /^[\t\n\x20-\x7E\xA0-\u2027\u202F-\u2065\u206A-\uD7FF]*$/
const lineEnds = /\r\n?|\u2028|\u2029|\u0085/g

/** Text as a document can carry it: lines end in \n; what XML forbids and hidden overrides of direction are gone. */
export const cleanText = (text: string): string =>
  clean.test(text)
    ? text
    : wholeCharacters(text.replace(lineEnds, '\n')).replace(controls, '').replace(directionOverrides, '')

const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;' }

/** Cleaned text for the inside of an element or an attribute; the one place where anything is escaped. */
export const xmlText = (text: string): string => cleanText(text).replace(/[&<>"]/g, (c) => names[c]!)

/** For an attribute: one line. */
export const xmlAttribute = (text: string): string =>
  cleanText(text)
    .replace(/\n/g, ' ')
    .replace(/[&<>"\t]/g, (c) => names[c]!)
