import { spoken } from './spoken.ts'

const patterns = new WeakMap<TemplateStringsArray, string>()

/** The words as a translator sees them: `{0}`, `{1}` … stand for what differs each time. */
const patternOf = (pieces: TemplateStringsArray): string => {
  const known = patterns.get(pieces)
  if (known !== undefined) return known
  const pattern = pieces.reduce((text, piece, at) => `${text}{${at - 1}}${piece}`)
  patterns.set(pieces, pattern)
  return pattern
}

/**
 * Words that a person reads, said in English where they are used, and in the language that is spoken now where
 * somebody translated them. Whatever of the interface is not said with this can't be translated: a test holds the
 * screens to it (`tests/words`).
 */
export const t = (pieces: TemplateStringsArray, ...values: readonly (string | number)[]): string => {
  const other = spoken()?.words.get(patternOf(pieces))
  if (other !== undefined)
    return other.replace(/\{(\d+)\}/g, (_, at: string) => String(values[Number(at)] ?? ''))
  let text = pieces[0]!
  for (let at = 0; at < values.length; at += 1) text += `${values[at]}${pieces[at + 1]}`
  return text
}

/** Words that are kept as data, as a field's label is, in the language that is spoken now. */
export const inWords = (english: string): string => spoken()?.words.get(english) ?? english

/** Choices as they are shown: their codes with their words in the language that is spoken now. */
export const entriesInWords = <Code extends string>(
  choices: Readonly<Record<Code, string>>,
): [Code, string][] =>
  (Object.entries(choices) as [Code, string][]).map(([code, words]) => [code, inWords(words)])
