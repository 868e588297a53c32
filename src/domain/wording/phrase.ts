import { lettersOf } from '../rules/wrongChildText.ts'
import type { Word } from './text.ts'

type Element =
  | { readonly is: 'word'; readonly words: ReadonlySet<string>; readonly optional: boolean }
  | { readonly is: 'number' }
  | { readonly is: 'gap' }

/** A phrase that is looked for: words with `|` between, `?` behind one that may be left out, `#` a number, `~` up to three words. */
export type Phrase = readonly Element[]

const mostBetween = 3

/** Reads a phrase from its signs: `access to|regular ~ support`. */
export const phraseOf = (pattern: string): Phrase =>
  pattern
    .trim()
    .split(/\s+/)
    .map((part): Element => {
      if (part === '#') return { is: 'number' }
      if (part === '~') return { is: 'gap' }
      const optional = part.endsWith('?')
      const words = (optional ? part.slice(0, -1) : part).split('|').map(lettersOf).filter(Boolean)
      return { is: 'word', words: new Set(words), optional }
    })

/** A school's own phrase: its words as they are, nothing in them is a sign. */
export const plainPhrase = (words: readonly Word[]): Phrase =>
  words.map((word) => ({ is: 'word', words: new Set([word.folded]), optional: false }))

/** The place behind the phrase where it begins at `at`, or -1. The words of a phrase stand in one run. */
export const matchAt = (words: readonly Word[], at: number, phrase: Phrase): number => {
  const from = (i: number, e: number): number => {
    if (e === phrase.length) return i
    const element = phrase[e]!
    const word = words[i]
    const follows = word !== undefined && (i === at || word.joined)
    if (element.is === 'gap') {
      for (let skip = 0; skip <= mostBetween; skip++) {
        const end = from(i + skip, e + 1)
        if (end >= 0) return end
        if (!(words[i + skip]?.joined ?? false)) return -1
      }
      return -1
    }
    if (follows && (element.is === 'number' ? word.number : element.words.has(word.folded))) {
      const end = from(i + 1, e + 1)
      if (end >= 0) return end
    }
    return element.is === 'word' && element.optional ? from(i, e + 1) : -1
  }
  return from(at, 0)
}

/** The words with which a phrase can begin; null where any word may. */
export const startsOf = (phrase: Phrase): ReadonlySet<string> | null => {
  const starts = new Set<string>()
  for (const element of phrase) {
    if (element.is !== 'word') return null
    for (const word of element.words) starts.add(word)
    if (!element.optional) return starts
  }
  return starts
}
