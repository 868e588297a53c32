import type { Language } from './spoken.ts'

/**
 * Numbers by which a translator shows how a language counts: each plural form that a language has for a whole number
 * is one of theirs. Welsh and Arabic have six forms, Polish three; a paper never counts nothing.
 */
const examples = [1, 2, 3, 5, 6, 7, 11, 100] as const

type Forms = Partial<Record<Intl.LDMLPluralRule, string>>
const saying = (count: number, [one, many]: readonly [string, string]): string =>
  `${count} ${count === 1 ? one : many}`
const nouns = (forms: string): [one: string, many: string] => {
  const [one = '', many = ''] = forms.split('|')
  return [one, many]
}

/** What is counted, `week|weeks`, as a translator is asked for it: `1 week`, `2 weeks`, `3 weeks` … */
export const countedSayings = (forms: string): string[] =>
  examples.map((count) => saying(count, nouns(forms)))

/** Whether a form is said of no other number, as the Arabic dual is: it may do without the figure. */
const isOfOneNumber = (rules: Intl.PluralRules, count: number): boolean =>
  Array.from({ length: 200 }, (_, other) => other).every(
    (other) => other === count || rules.select(other) !== rules.select(count),
  )

/**
 * The forms of what is counted from the sayings that were translated, of which `said` knows some. What says three by
 * a word would say it of four as well, so a form without its figure counts only where it is said of one number.
 */
export const formsFrom = (
  tag: string,
  forms: string,
  said: (english: string) => string | undefined,
): { readonly forms: Forms; readonly lacks: boolean } => {
  const rules = new Intl.PluralRules(tag)
  const found: Forms = {}
  for (const count of examples) {
    const other = said(saying(count, nouns(forms)))
    const category = rules.select(count)
    if (other === undefined || found[category] !== undefined) continue
    const figure = new RegExp(`(?<!\\d)${count}(?!\\d)`)
    if (figure.test(other)) found[category] = other.replace(figure, '{0}')
    else if (isOfOneNumber(rules, count)) found[category] = other
  }
  return { forms: found, lacks: examples.some((count) => found[rules.select(count)] === undefined) }
}

/** Whether a language needs this saying: it would have the same form as one with a smaller number. */
export const isSaidAlike = (tag: string, english: string): boolean => {
  const figure = /^\d+(?= )/.exec(english)?.[0]
  if (figure === undefined) return false
  const count = Number(figure)
  const rules = new Intl.PluralRules(tag)
  return examples.some((other) => other < count && rules.select(other) === rules.select(count))
}

/** The plural forms of a translation, asked for as they are said; `missed` hears of those that lack one. */
export const countsOf = (
  tag: string,
  said: (english: string) => string | undefined,
  missed: Set<string>,
): Language['counts'] => {
  const known = new Map<string, Forms>()
  return {
    get: (asked) => {
      const before = known.get(asked)
      if (before) return before
      const { forms, lacks } = formsFrom(tag, asked, said)
      if (lacks) missed.add(`{0} ${nouns(asked)[0]}`)
      known.set(asked, forms)
      return forms
    },
  }
}
