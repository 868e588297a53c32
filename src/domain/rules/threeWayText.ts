import { t } from '../../words/t.ts'

/** Minutes a week read from words, and how: `3 × 20 minutes a week`. For a person to check before it is taken. */
export type Suggestion = { readonly minutes: number; readonly read: string }

const small: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  eleven: 11, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40, 'forty-five': 45, sixty: 60, ninety: 90,
  half: 0.5,
} // prettier-ignore
const word = Object.keys(small).join('|')
const amount = `\\d+(?:\\.\\d+)?|${word}`
const numberOf = (text: string): number => small[text] ?? Number(text)

/** How often in a week, in the order in which it is looked for; a school week has five days. */
const perWeek: readonly (readonly [RegExp, number])[] = [
  [/\beach morning and (?:each )?afternoon\b|\bmorning and afternoon\b/g, 10],
  [/\bdaily\b|\b(?:a|per|each|every) (?:school )?(?:day|morning|afternoon)\b/g, 5],
  [/\bfortnightly\b|\b(?:a|per|each|every) fortnight\b|\bevery (?:two|other|second|2) weeks?\b/g, 0.5],
  [/\bweekly\b|\b(?:a|per|each|every|\/) ?(?:school )?week\b|\bp\/?w\b/g, 1],
]
const howOften = new RegExp(
  `\\b(once|twice|thrice|(${amount}) (?:times|x)) (?:in |over )?(?:(?:a|per|each|every) (?:school )?(?:week|day|fortnight)|weekly|daily|fortnightly|p\\/?w)\\b`,
)
/** Not by the week of school: nothing is read from it. */
const otherwise = /\b(?:termly|half-?term|term|month(?:ly)?|year(?:ly)?|annum|annual(?:ly)?)\b/
/** What leaves open how much: nobody can tell minutes from it. */
const open =
  /\bup to\b|\bat most\b|\bor more\b|\bas needed\b|\bas required\b|\bapprox\w*|\babout\b|\baround\b/
const range = new RegExp(`\\b(?:${amount}) ?(?:-|–|to|or) ?(?:${amount})\\b(?! ?(?:one|1)\\b)`)
const oneToOne = /\b(?:one[ -]to[ -]one|1 ?[:-] ?1|1 to 1)\b/g

/**
 * Minutes a week that a plan's words seem to specify: `2 x 30 minutes weekly`, `four sessions of 20 minutes a week`,
 * `an hour a week`, `15 minutes daily`, `twice a week for 15 minutes`. Null where there is no such amount, more than
 * one, a range, or no word of how often: a wrong number is worse than none.
 */
export const suggestedMinutes = (specified: string): Suggestion | null => {
  const text = specified
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(oneToOne, '')
    .replace(/\bhalf an hour\b/g, '30 minutes')
    .replace(/\ban hour and a half\b|\bone and a half hours\b/g, '90 minutes')
    .replace(/½/g, '.5')
  if (open.test(text) || range.test(text) || otherwise.test(text)) return null
  const lengths = [
    ...text.matchAll(new RegExp(`\\b(${amount})[ -]*(minutes?|mins?|min|hours?|hrs?|hr|h)\\b`, 'g')),
  ]
  if (lengths.length !== 1) return null
  const [whole, count = '', unit = ''] = lengths[0]!
  const minutes = numberOf(count) * (unit.startsWith('h') ? 60 : 1)
  let left = text
  const often = perWeek.filter(([words]) => {
    const without = left.replace(words, ' ')
    const found = without !== left
    left = without
    return found
  })
  // `Daily … twice a week` says two things.
  if (often.length !== 1) return null
  const told = howOften.exec(text)
  // How often is said in a way that is not understood: nothing is made of the rest.
  if (!told && /\b(?:once|twice|thrice|times)\b/.test(text)) return null
  const rest = text.replace(whole, ' # ').replace(/\s+/g, ' ')
  const sessions =
    new RegExp(`\\b(${amount}) ?[x×] ?#`).exec(rest) ??
    new RegExp(`# ?[x×] ?(${amount})\\b`).exec(rest) ??
    new RegExp(`\\b(${amount})(?: [a-z-]+){0,3} (?:sessions?|lessons?|blocks?)\\b`).exec(rest) ??
    new RegExp(`\\b(${amount})(?: of)? +# `).exec(rest)
  const counted = told && { once: 1, twice: 2, thrice: 3 }[told[1]!]
  const times = told ? (counted ?? numberOf(told[2]!)) : sessions ? numberOf(sessions[1]!) : 1
  const factor = often[0]![1]
  const sum = Math.round(times * minutes * factor * 10) / 10
  if (!(sum > 0) || sum > 3000) return null
  const every = { 10: t`twice a day`, 5: t`on each of five days`, 0.5: t`a fortnight`, 1: t`a week` }[factor]
  return { minutes: sum, read: t`${times === 1 ? '' : `${times} × `}${minutes} minutes ${every ?? ''}` }
}
