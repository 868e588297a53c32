import { type Token, tokensOf } from '../rules/wrongChildText.ts'

/** A word of a text with what parts it from the one before. */
export type Word = Token & {
  /** Nothing but spaces, hyphens, apostrophes and slashes lie between it and the word before. */
  readonly joined: boolean
  /** A sentence begins here. */
  readonly begins: boolean
  readonly number: boolean
  /** A colon and nothing else parts it from the number before: `1:1`. */
  readonly ratio: boolean
  /** A slash parts it from the word before: `sessions/week`. */
  readonly slash: boolean
}

/** A stretch of a text by its words, from the first to before the last. */
export type Stretch = { readonly first: number; readonly end: number }

const numberWords = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen sixteen eighteen twenty thirty forty fifty sixty ninety hundred half quarter once twice thrice'.split(
    ' ',
  ),
)

const joins = /^[\s\p{Pd}'’‘`*_/]*$/u
const endsSentence = /[.!?…]["'’”)\]]*\s|[;\n\v\r\u2028\u2029•]/u

/** Every word of a text in order. Time grows with the length of the text and no faster. */
export const wordsIn = (text: string): Word[] => {
  const tokens = tokensOf(text)
  return tokens.map((token, at) => {
    const before = tokens[at - 1]
    const between = before ? text.slice(before.to, token.from) : ''
    const abbreviation = before !== undefined && before.folded.length === 1 && !between.includes('\n')
    return {
      ...token,
      joined: before !== undefined && joins.test(between),
      begins: before === undefined || (endsSentence.test(between) && !abbreviation),
      number: /^\p{N}/u.test(text.slice(token.from, token.from + 2)) || numberWords.has(token.folded),
      slash: between.trim() === '/',
      ratio: before !== undefined && /^\s?[:∶]\s?$/.test(between),
    }
  })
}

/** The lines of a text that have words, by their words: one line of provision each. */
export const linesIn = (text: string, words: readonly Word[]): Stretch[] => {
  const lines: Stretch[] = []
  let first = 0
  for (let at = 1; at <= words.length; at++)
    if (at === words.length || /[\n\v\r\u2028\u2029]/.test(text.slice(words[at - 1]!.to, words[at]!.from))) {
      lines.push({ first, end: at })
      first = at
    }
  return words.length === 0 ? [] : lines
}

const speech = new Set(
  'said says say saying told tells asked asks wrote writes explained explains replied answered described describes added commented reported reports shared stated states words quote quoted thinks felt feels wants'.split(
    ' ',
  ),
)
const pairs: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '«': '»', '„': '“', '"': '"', "'": "'" }
const letter = /[\p{L}\p{N}]/u
/** A quotation longer than this is a mark that was never closed. */
const longestQuotation = 2000

/** Where a quotation that begins at `from` ends, or -1. An apostrophe is no closing mark. */
const closing = (text: string, from: number, mark: string): number => {
  const close = pairs[mark]!
  for (let at = from + 1; at < text.length && at - from < longestQuotation; at++) {
    if (text[at] === '\n') return -1
    if (text[at] === close && !((close === '’' || close === "'") && letter.test(text[at + 1] ?? '')))
      return at
  }
  return -1
}

/** Stretches of a text that are somebody's own words: quotations of three words or more, or after `said`. */
export const quotationsIn = (text: string, words: readonly Word[]): { from: number; to: number }[] => {
  const found: { from: number; to: number }[] = []
  // A mark that no other closes is looked for once, not from each such mark again.
  const hopeless = new Map<string, number>()
  let word = 0
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    if (!Object.hasOwn(pairs, mark) || (hopeless.get(mark) ?? -1) > at) continue
    if (letter.test(text[at - 1] ?? '') || !/\S/.test(text[at + 1] ?? ' ')) continue
    const end = closing(text, at, mark)
    if (end < 0) {
      const line = text.indexOf('\n', at)
      hopeless.set(mark, Math.min(line < 0 ? text.length : line, at + longestQuotation / 2))
      continue
    }
    while (word < words.length && words[word]!.from < at) word++
    let last = word
    while (last < words.length && words[last]!.from < end) last++
    const near = [...words.slice(Math.max(0, word - 6), word), ...words.slice(last, last + 4)]
    if (last - word >= 3 || near.some(({ folded }) => speech.has(folded)))
      found.push({ from: at, to: end + 1 })
    at = end
  }
  return found
}
