import { type GuardIndex, type Pattern, startLength } from './wrongChildIndex.ts'
import { lettersOf, standsAlone, together, type Token } from './wrongChildText.ts'
import { commonWords, openers, titles } from './wrongChildWords.ts'

/** A pattern found in a text: from character to character, and from word to word. */
export type Candidate = {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
  readonly pattern: Pattern
}

/** A UPN written digit by digit has most words. */
const mostWords = 14
/** Middle names, or the preferred name in brackets, between forename and surname. */
const mostBetween = 2

type Run = { readonly last: number; readonly patterns: readonly Pattern[]; readonly text: string }

/** The most letters that a plural adds. */
const pluralLength = 2
/** What a word may be the plural of: `Ashworths` of Ashworth, `Joneses` of Jones. */
const singularsOf = (word: string): string[] => [
  ...(word.endsWith('s') ? [word.slice(0, -1)] : []),
  ...(/(?:s|x|z|ch|sh)es$/.test(word) ? [word.slice(0, -2)] : []),
]

/**
 * Every pattern that begins at a word. A plural, or a possessive without its apostrophe, counts for whole names; for a
 * surname ("the Ashworths") and what belongs in the document where nobody's name is spelt just so.
 */
const runsFrom = (text: string, tokens: readonly Token[], first: number, index: GuardIndex): Run[] => {
  const runs: Run[] = []
  let joined = ''
  let reach = Number.POSITIVE_INFINITY
  for (let last = first; last < tokens.length && last < first + mostWords; last++) {
    if (last > first && !together(text, tokens[last - 1]!, tokens[last]!)) break
    joined += tokens[last]!.folded
    if (joined.length >= startLength && reach === Number.POSITIVE_INFINITY)
      reach = index.reach.get(joined.slice(0, startLength)) ?? 0
    if (joined.length > reach + pluralLength) break
    const exact = index.patterns.get(joined)
    if (exact) runs.push({ last, patterns: exact, text: joined })
    const isOnlyPlural = !exact && !commonWords.has(joined)
    for (const singular of singularsOf(joined)) {
      const names = index.patterns
        .get(singular)
        ?.filter(({ split, kind }) => split > 0 || (isOnlyPlural && (kind === 'surname' || kind === 'own')))
      if (names?.length) runs.push({ last, patterns: names, text: joined })
    }
  }
  return runs
}

/** Whether forename and surname are two words here: apart, or by a capital within (`AmiraKhan`). */
const isSplit = (
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  split: number,
): boolean => {
  let passed = 0
  for (let at = first; at <= last; at++) {
    const { from, to, folded: word } = tokens[at]!
    if (passed === split) return true
    if (passed + word.length > split) {
      for (let cut = from + 1; cut < to; cut++)
        if (lettersOf(text.slice(from, cut)).length === split - passed)
          return /^\p{Lu}/u.test(text.slice(cut)) && /\p{Ll}\p{M}*$/u.test(text.slice(from, cut))
      return false
    }
    passed += word.length
  }
  return false
}

const isCapital = (token: Token | undefined): boolean => token?.capital === true

/** A half of a name that an adult, a street or another person's whole name has. */
const isOther = (
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  kind: string,
): boolean => {
  const [before, after] = [tokens[first - 1], tokens[last + 1]]
  const nextTo = (a: Token, b: Token) => /^\s{1,2}$|^\.\s?$/.test(text.slice(a.to, b.from))
  const isBefore = before !== undefined && nextTo(before, tokens[first]!)
  if (isBefore && titles.has(before.folded)) return true
  // An initial may be that pupil's.
  const named = isBefore && isCapital(before) && before.folded.length > 1 && !openers.has(before.folded)
  if (kind === 'surname' && named) return true
  return after !== undefined && isCapital(after) && /^\s{1,2}$/.test(text.slice(tokens[last]!.to, after.from))
}

const hasCapitals = (tokens: readonly Token[], first: number, last: number): boolean =>
  tokens.slice(first, last + 1).every((token) => token.capital || !commonWords.has(token.folded))

/** As sure as the pattern is, but for English words without capitals. */
const certainty = (tokens: readonly Token[], first: number, last: number, pattern: Pattern): Pattern =>
  pattern.certain && pattern.capitals && !hasCapitals(tokens, first, last)
    ? { ...pattern, certain: false }
    : pattern

const accepts = (
  text: string,
  tokens: readonly Token[],
  first: number,
  run: Run,
  pattern: Pattern,
): boolean => {
  const { last } = run
  const [from, to] = [tokens[first]!.from, tokens[last]!.to]
  if (pattern.split > 0 && !isSplit(text, tokens, first, last, pattern.split)) return false
  if (pattern.capitals === 'must' && !hasCapitals(tokens, first, last)) return false
  if (pattern.kind === 'surname' || pattern.kind === 'forename')
    return (
      pattern.alone &&
      isCapital(tokens[first]) &&
      standsAlone(text, from, to) &&
      !isOther(text, tokens, first, last, pattern.kind)
    )
  return true
}

const both = (a: Pattern, b: Pattern): string[] => a.pupils.filter((key) => b.pupils.includes(key))

/** `Amira Jane Khan`, `Mohammed (Mo) Khan`: forename and surname with other names between. */
const apart = (
  text: string,
  tokens: readonly Token[],
  first: number,
  run: Run,
  index: GuardIndex,
): Candidate[] => {
  const forename = run.patterns.find(({ kind }) => kind === 'forename')
  if (!forename) return []
  for (let between = 1; between <= mostBetween; between++) {
    const start = run.last + between + 1
    const [middle, surnameAt] = [tokens[start - 1], tokens[start]]
    if (!surnameAt || !isCapital(middle) || !isCapital(surnameAt)) return []
    if (!together(text, tokens[start - 2]!, middle!) || !together(text, middle!, surnameAt)) return []
    if (/[,;&]/.test(text.slice(tokens[first]!.from, surnameAt.from))) return []
    for (const { last, patterns } of runsFrom(text, tokens, start, index).toReversed())
      for (const surname of patterns) {
        const pupils = surname.kind === 'surname' ? both(forename, surname) : []
        if (pupils.length > 0)
          return [
            candidate(tokens, first, last, {
              ...forename,
              kind: 'name',
              pupils,
              certain: !forename.sameFamily,
            }),
          ]
      }
  }
  return []
}

const candidate = (tokens: readonly Token[], first: number, last: number, pattern: Pattern): Candidate => ({
  from: tokens[first]!.from,
  to: tokens[last]!.to,
  first,
  last,
  pattern,
})

/** All that a text may be saying, the names of those who belong in it too; they may overlap. */
export const findNames = (text: string, tokens: readonly Token[], index: GuardIndex): Candidate[] => {
  const found: Candidate[] = []
  for (let first = 0; first < tokens.length; first++) {
    for (const run of runsFrom(text, tokens, first, index)) {
      for (const pattern of run.patterns)
        if (accepts(text, tokens, first, run, pattern))
          found.push(candidate(tokens, first, run.last, certainty(tokens, first, run.last, pattern)))
      found.push(...apart(text, tokens, first, run, index))
    }
  }
  return found
}

const rank = ({ pattern }: Candidate): number =>
  pattern.kind === 'own' ? 2 : pattern.kind === 'name' || pattern.kind === 'upn' ? 1 : 0

/** The longest reading of each stretch, the names that belong there first; restricted words are told beside them. */
export const chosen = (found: readonly Candidate[]): Candidate[] => {
  const words = found.filter(({ pattern }) => pattern.kind === 'restricted')
  const taken: Candidate[] = []
  const inOrder = found
    .filter(({ pattern }) => pattern.kind !== 'restricted')
    .toSorted((a, b) => b.last - b.first - (a.last - a.first) || rank(b) - rank(a) || a.first - b.first)
  for (const one of inOrder)
    if (!taken.some(({ first, last }) => first <= one.last && last >= one.first)) taken.push(one)
  return [...words, ...taken.filter(({ pattern }) => pattern.kind !== 'own')]
}
