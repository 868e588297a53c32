import type { WordingChoice } from '../records/wordingChoice.ts'
import type { Day } from '../rules/day.ts'
import type { WordingSettings } from './types.ts'

type Choice = WordingChoice & { readonly key: string }

const inForce = (choices: readonly Choice[], today: Day) =>
  choices
    .filter(({ from, until }) => from <= today && (!until || until >= today))
    .toSorted((a, b) => (a.from === b.from ? (a.key < b.key ? -1 : 1) : a.from < b.from ? -1 : 1))

/** What the school has settled, in force on a day: of each rule the newest choice that has begun counts. */
export const wordingSettings = (choices: readonly Choice[], today: Day): WordingSettings => {
  const off = new Set<string>()
  const own: WordingSettings['own'][number][] = []
  for (const { does, rule, phrase, kind, says, key } of inForce(choices, today)) {
    if (does === 'own') {
      if (phrase && says) own.push({ id: key, phrase, kind: kind ?? 'any', says })
    } else if (rule) {
      if (does === 'off') off.add(rule)
      else off.delete(rule)
    }
  }
  return { off, own }
}
