/** A language other than English: what is said for each pattern of English words, and for what is counted. */
export type Language = {
  /** As BCP 47 has it: `cy`. */
  readonly tag: string
  /** From English with `{0}` for what differs to the same in this language. What is missing is said in English. */
  readonly words: Pick<ReadonlyMap<string, string>, 'get'>
  /** From `pupil|pupils` to the form for each plural category of the language; `{0}` stands for the number. */
  readonly counts: Pick<ReadonlyMap<string, Partial<Record<Intl.LDMLPluralRule, string>>>, 'get'>
}

let now: Language | null = null

/** The language that is spoken now; null is English. */
export const spoken = (): Language | null => now

/** Speaks this language from now on: before the first screen is drawn, since words that never change are said once. */
export const speak = (language: Language | null): void => {
  now = language
}

/** What `make` makes, said in this language: a paper for parents in theirs, whatever the screen speaks. Not for promises. */
export const saidIn = <Made>(language: Language | null, make: () => Made): Made => {
  const before = now
  now = language
  try {
    return make()
  } finally {
    now = before
  }
}
