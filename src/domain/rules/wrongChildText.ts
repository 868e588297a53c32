import { type Day, dayOf } from './day.ts'

/** A word or number of a text, and how it reads when case, accents and marks are left aside. */
export type Token = {
  readonly from: number
  readonly to: number
  /** Lower case, unaccented, letters and digits alone. */
  readonly folded: string
  readonly capital: boolean
}

// Letters that Unicode does not take apart into a letter and a mark.
const letters: Readonly<Record<string, string>> = {
  ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ħ: 'h', ŧ: 't', ı: 'i', ŋ: 'ng',
} // prettier-ignore

const known = new Map<string, string>()

/** A name or word with case, accents, apostrophes, hyphens and spaces left aside: `D’Arcy` is `darcy`. */
export const lettersOf = (text: string): string => {
  const found = known.get(text)
  if (found !== undefined) return found
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/[øłđðþßæœħŧıŋ]/g, (letter) => letters[letter]!)
  // The words of a language are few; a text made to be long must not fill the memory.
  if (known.size > 50_000) known.clear()
  known.set(text, plain)
  return plain
}

// Soft hyphens and joiners stand inside words and are not seen.
const word = /\p{L}[\p{L}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*|\p{N}+/gu
const startsCapital = /^[\p{Lu}\p{Lt}\p{Lo}]/u

export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = []
  for (const { 0: raw, index } of text.matchAll(word)) {
    const plain = lettersOf(raw)
    if (plain !== '')
      tokens.push({ from: index, to: index + raw.length, folded: plain, capital: startsCapital.test(raw) })
  }
  return tokens
}

const inner = /^[^\p{L}\p{N}]{0,4}$/u
const ends = /[.;:!?]["'’”)\]]*\s/

/** Whether two neighbouring words may belong to one name: no end of a sentence (but initials, `St.`) and no gap. */
export const together = (text: string, a: Token, b: Token): boolean => {
  const between = text.slice(a.to, b.from)
  return inner.test(between) && (!ends.test(between) || a.folded.length <= 2)
}

/** Whether a stretch is a word by itself, not a part of a hyphenated or apostrophised one; `’s` may follow. */
export const standsAlone = (text: string, from: number, to: number): boolean =>
  !/[\p{L}\p{N}][-\u2010-\u2015\u2212'’‘`]$/u.test(text.slice(Math.max(0, from - 3), from)) &&
  !/^(?:[-\u2010-\u2015\u2212][\p{L}\p{N}]|['’‘`](?!s?(?![\p{L}\p{M}])))/u.test(text.slice(to, to + 4))

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1
const yearOf = (digits: string): number =>
  digits.length === 2 ? Number(digits) + (Number(digits) <= 49 ? 2000 : 1900) : Number(digits)
/** January, Jan, Sept: a month's own letters, not any word that begins like one. */
const monthNames =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const year = "['’]?(\\d{4}|\\d{2})"
const gap = '[\\s.,\\-/]*'

type Spelling = { readonly pattern: RegExp; day(found: RegExpMatchArray): Day | null }
const spellings: readonly Spelling[] = [
  {
    pattern: /(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?!\d)/g,
    day: ([, d, m, y]) => dayOf(yearOf(y!), Number(m), Number(d)),
  },
  {
    pattern: /(?<!\d)(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)/g,
    day: ([, d, m, y]) => dayOf(Number(y), Number(m), Number(d)),
  },
  {
    pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g,
    day: ([, y, m, d]) => dayOf(Number(y), Number(m), Number(d)),
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?${gap}${monthNames}(?![a-z])${gap}${year}(?!\\d)`,
      'gi',
    ),
    day: ([, d, m, y]) => dayOf(yearOf(y!), monthOf(m!), Number(d)),
  },
  {
    pattern: new RegExp(`${monthNames}(?![a-z])\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${year}(?!\\d)`, 'gi'),
    day: ([, m, d, y]) => dayOf(yearOf(y!), monthOf(m!), Number(d)),
  },
  {
    pattern: /(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)/g,
    day: ([, d, m, y]) => dayOf(Number(y), Number(m), Number(d)),
  },
]

export type FoundDay = { readonly from: number; readonly to: number; readonly day: Day }

/** Every date in a text, day before month: 12/05/2017, 12.5.17, 2017-05-12, 12th of May 2017, May 12, 2017, 12052017. */
export const daysIn = (text: string): FoundDay[] => {
  if (!/\d{2}/.test(text)) return []
  // The same length, so that places stay: other hyphens and spaces read as the plain ones.
  const plain = text.replace(/[\u2010-\u2015\u2212]/g, '-').replace(/[\u2000-\u200A\u00A0\u202F]/g, ' ')
  const found: FoundDay[] = []
  for (const { pattern, day } of spellings)
    for (const match of plain.matchAll(pattern)) {
      const is = day(match)
      const [from, to] = [match.index, match.index + match[0].length]
      if (is && !found.some((one) => one.from < to && one.to > from)) found.push({ from, to, day: is })
    }
  return found
}
