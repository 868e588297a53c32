import { plainText } from './plainText.ts'

/** What Word itself shows in an empty field whose own words are lost, in English. */
const ofWord = [
  'Click or tap here to enter text.',
  'Click here to enter text.',
  'Choose an item.',
  'Click or tap to enter a date.',
  'Click here to enter a date.',
]

/**
 * What somebody wrote in a field that shows, or showed, what belongs there: '' for those words alone, whether or not
 * Word still knows them for what they are; what was typed before or after them without them. Where the field's own
 * words aren't known, any in square brackets alone count as such.
 */
export const withoutPlaceholder = (text: string, placeholder: string | undefined): string => {
  const own = plainText(placeholder ?? '')
  if (own === '') return /^\[[^[\]\n]+\]$/.test(text) || ofWord.includes(text) ? '' : text
  const rest = [own, ...ofWord].reduce((left, words) => left.split(words).join(''), text)
  return rest === text ? text : rest.trim()
}

const same = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}
const reversed = (text: string) => [...text].toReversed().join('')

/** Fewer letters than that at the start or the end are chance. */
const fewest = 4
const count = (text: string, sign: string) => text.split(sign).length - 1

/**
 * Whether a part of the words that show what belongs in a field is left in what somebody typed over them: all of it
 * around what was typed, or one end of it with its bracket alone. Somebody's own words in brackets have both.
 */
export const hasPlaceholderPart = (text: string, placeholder: string | undefined): boolean => {
  const own = plainText(placeholder ?? '')
  if (!own.startsWith('[') || !own.endsWith(']')) return false
  const start = same(text, own)
  const end = same(reversed(text), reversed(own))
  if (start > 0 && end > 0 && start + end >= own.length) return true
  return count(text, '[') !== count(text, ']') && Math.max(start, end) >= Math.min(fewest, own.length - 1)
}
