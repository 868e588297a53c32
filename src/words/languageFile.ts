import type { Language } from './spoken.ts'

/** A language as a translator keeps it, `src/words/cy.json`: empty where nobody has translated yet. */
export type LanguageFile = {
  readonly tag: string
  readonly words: Readonly<Record<string, string>>
  readonly counts: Readonly<Record<string, Partial<Record<Intl.LDMLPluralRule, string>>>>
}

/** The language of a translator's file. What is empty is left out, so it is said in English. */
export const languageOf = ({ tag, words, counts }: LanguageFile): Language => ({
  tag,
  words: new Map(Object.entries(words).filter(([, other]) => other !== '')),
  counts: new Map(Object.entries(counts)),
})
