// SharePoint and the documents keep text as XML, which has no place for these; half a pair is no character at all.
const halfPairs = /\p{Surrogate}|\uFFFE|\uFFFF/gu
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000E-\u001F\u007F]/g

/**
 * Text as SharePoint can keep it. Replaced, not refused: nobody typed these, they come with text pasted from Word,
 * PDF or an MIS, and a person can't see what to mend. Line ends become `\n`, as do Word's line and page breaks;
 * other control characters go; half a surrogate pair becomes �.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(controls, '')
    .replace(halfPairs, '\uFFFD')

/** The same on one line. */
export const plainLine = (text: string): string => plainText(text).replace(/\s*\n\s*/g, ' ')

/** At most `max` UTF-16 units, never half a pair. */
export const shortened = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')
