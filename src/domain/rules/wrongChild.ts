import type { Pupil } from '../records/pupil.ts'
import type { Day } from './day.ts'
import { type Candidate, chosen, findNames } from './wrongChildMatch.ts'
import { type GuardIndex, guardIndex } from './wrongChildIndex.ts'
import { daysIn, tokensOf } from './wrongChildText.ts'

/** What the guard needs to know of each child in the school. */
export type GuardedPupil = Pick<
  Pupil,
  'forename' | 'preferredForename' | 'surname' | 'upn' | 'dateOfBirth' | 'address'
> & { readonly key: string }

export type GuardOptions = {
  /** Keys of the pupils whom the document is about. */
  readonly about: ReadonlySet<string>
  /** Adults who are named on purpose: people at the review, contacts, staff. */
  readonly adults?: readonly string[]
  /** Days that the pupil's own record holds, such as that of the plan. */
  readonly days?: readonly (Day | null)[]
  /** Words and phrases that the school does not let out unseen. */
  readonly restricted?: readonly string[]
}

export type FindingKind = 'name' | 'surname' | 'forename' | 'upn' | 'dateOfBirth' | 'restricted'

/** Something in a text that may belong to another child. Places count from 0 in that paragraph. */
export type Finding = {
  readonly paragraph: number
  readonly from: number
  readonly to: number
  readonly kind: FindingKind
  /** `certain`: it is another child's, or a restricted word. `look`: a person has to look. */
  readonly strength: 'certain' | 'look'
  /** Keys of the pupils who may be meant; none for a restricted word. */
  readonly pupils: readonly string[]
  /** They have the surname of a pupil whom the document is about: a brother or sister may be meant. */
  readonly sameFamily?: true
}

/** Words that a school listed, one a line. */
export const restrictedWords = (setting: string | null | undefined): string[] =>
  (setting ?? '')
    .split(/[\n\v]/)
    .map((line) => line.trim())
    .filter(Boolean)

const birth = /\b(?:born|birth(?:day|date)?|d\.?\s?o\.?\s?b)\b/i
/** How near before a date, in characters, "born" or "date of birth" counts as said of it. */
const near = 40

const datesIn = (text: string, before: string, paragraph: number, index: GuardIndex): Finding[] =>
  daysIn(text).flatMap(({ from, to, day }): Finding[] => {
    const pupils = index.births.get(day)
    if (!pupils) return []
    const label = text.slice(Math.max(0, from - near), from) || before.slice(-near)
    return [
      { paragraph, from, to, kind: 'dateOfBirth', strength: birth.test(label) ? 'certain' : 'look', pupils },
    ]
  })

const finding = (paragraph: number, { from, to, pattern }: Candidate): Finding => ({
  paragraph,
  from,
  to,
  kind: pattern.kind as FindingKind,
  strength: pattern.certain ? 'certain' : 'look',
  pupils: pattern.pupils,
  ...(pattern.sameFamily ? { sameFamily: true } : {}),
})

/** A date of birth beside that child's name is no chance. */
const settled = (all: readonly Finding[]): Finding[] =>
  all.map((one) =>
    one.kind === 'dateOfBirth' &&
    all.some(
      (other) =>
        other !== one &&
        Math.abs(other.paragraph - one.paragraph) <= 1 &&
        other.pupils.some((key) => one.pupils.includes(key)),
    )
      ? { ...one, strength: 'certain' }
      : one,
  )

/**
 * The wrong-child guard: looks for other children's names, UPNs and dates of birth, and for restricted words, in the
 * paragraphs of a document that is about to leave. Case, accents, hyphens, apostrophes, spaces and the order of the
 * names make no difference; a part of a longer word is no name. What it can't find: nicknames, initials alone,
 * misspelt names, pictures, and children who are in no record. Source: SEND Regulations 2014, regulation 17.
 */
export const wrongChildGuard = (
  pupils: readonly GuardedPupil[],
  options: GuardOptions,
): ((paragraphs: readonly string[]) => Finding[]) => {
  const index = guardIndex(pupils, options)
  return (paragraphs) => {
    const all = paragraphs.flatMap((text, paragraph) => {
      const tokens = tokensOf(text)
      if (tokens.length === 0) return []
      const names = chosen(findNames(text, tokens, index)).map((one) => finding(paragraph, one))
      const dates = datesIn(text, paragraphs[paragraph - 1] ?? '', paragraph, index)
      return [...names, ...dates].toSorted((a, b) => a.from - b.from || b.to - a.to)
    })
    return settled(all)
  }
}
