import { fit, wordsOf } from './words.ts'

/** Ways to ask for each of several things, as words that count. */
export type Phrases = readonly (readonly [string, readonly ReadonlySet<string>[]])[]

export const phrasesOf = (all: Readonly<Record<string, readonly string[] | undefined>>): Phrases =>
  Object.entries(all).map(([id, phrases]) => [id, (phrases ?? []).map(wordsOf)])

/** The thing whose phrase fits a label best, and how well; null where none fits at all. */
export const best = (
  phrases: Phrases,
  label: ReadonlySet<string>,
  context: ReadonlySet<string>,
  weight: (word: string) => number,
  allowed: (id: string) => boolean = () => true,
): { id: string; score: number } | null => {
  let found: { id: string; score: number } | null = null
  for (const [id, all] of phrases) {
    if (!allowed(id)) continue
    for (const phrase of all) {
      const score = fit(phrase, label, context, weight)
      if (score > (found?.score ?? 0)) found = { id, score }
    }
  }
  return found
}
