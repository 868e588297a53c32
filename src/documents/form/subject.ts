import type { FormField } from './fields.ts'
import { wordsOf } from './words.ts'

/** Whom a place is about, as far as its label or what stands around it tells. */
export type Subject = {
  /** Words to count as standing around the label. */
  readonly words: readonly string[]
  /** Whether a fact can be about them. */
  allows(id: string): boolean
  /** The fact of the same kind about this very person. */
  named(id: string): string
}

const numbered =
  /\b(?:parent|carer|guardian|mother|father)\w*[^\w\d]*(?:(?:or|and|\/)?\s*(?:carer|guardian)\w*)?[^\w\d]*\b(1|2|one|two)\b|\b(first|second)\s+(?:parent|carer|guardian)/i

const oneOfTwo = (text: string): 1 | 2 | null => {
  const found = numbered.exec(text)
  const which = (found?.[1] ?? found?.[2])?.toLowerCase()
  return which === undefined ? null : ['2', 'two', 'second'].includes(which) ? 2 : 1
}

/** Somebody who speaks of `your child` is asked as a parent. */
const asParent = /\byour (?:child|son|daughter|young person)/i

type Who = 'parent' | 'child' | 'school'

const whoIn = (text: string): Who | 'several' | null => {
  if (asParent.test(text)) return 'parent'
  const words = wordsOf(text)
  const found = (['parent', 'child', 'school'] as const).filter((who) => words.has(who))
  return found.length > 1 ? 'several' : (found[0] ?? null)
}

const ofChild = /^(?:review\.child|childViews)/
const ofParent = /^(?:review\.parent|parentViews)/
const aParent = /^parent[12]\./

/** Who is to speak: `Pupil: what has gone well?`, `Family: what next?`. */
const speaks =
  /^\s*(?:the )?(?:(?<child>pupil|child(?: or young person)?|young person|student|learner)|(?<parent>famil(?:y|ies)|parents?(?:\s*(?:\/|or|and)\s*carers?)?|carers?))\s*[:–-]\s*\S/i

const spoken = (label: string): 'child' | 'parent' | null => {
  const groups = speaks.exec(label)?.groups
  return groups ? (groups['child'] ? 'child' : 'parent') : null
}

/**
 * Whom a place is about: the label first, then the nearest words around it. A parent who is numbered there takes only
 * what is known of that parent; what a heading gives to one of child, parents and school isn’t given to another.
 */
export const subjectOf = ({ label, context }: Pick<FormField, 'label' | 'context'>): Subject => {
  const near = [label, ...context.slice(0, 2)]
  const number = near.map(oneOfTwo).find((each) => each !== null) ?? null
  if (number !== null)
    return {
      words: ['parent', '1'],
      allows: (id) => id.startsWith('parent1.'),
      named: (id) => id.replace(aParent, `parent${number}.`),
    }
  const speaker = spoken(label)
  if (speaker)
    return {
      words: [speaker],
      allows: (id) => (speaker === 'child' ? ofChild : ofParent).test(id),
      named: (id) => id,
    }
  const who = near.map(whoIn).find((each) => each !== null) ?? null
  const refused = who === 'parent' ? ofChild : who === 'child' ? ofParent : who === 'school' ? aParent : null
  return {
    words: who === 'parent' && asParent.test(label) ? ['parent'] : [],
    allows: (id) => !refused?.test(id),
    named: (id) => id,
  }
}

/** What a question’s answer is explained by. */
const reasonsOf: Readonly<Record<string, string>> = {
  'review.placementSuitable': 'review.placementComment',
  'review.budgetExplained': 'review.budgetComment',
  'review.budgetRequested': 'review.budgetComment',
  'review.recommendation': 'review.recommendationReasons',
  'pupil.attendance': 'review.attendanceComment',
}
const whichOf: Readonly<Record<string, string>> = { 'pupil.lookedAfter': 'pupil.careAuthority' }

const which =
  /^if (?:so|yes)\b[,:]?\s*(?:please (?:say|state|give) )?(?:which|by which)\b|^if\b[^,:]{2,40}[,:].*\bauthority\b/i
const reasons =
  /^(?:if (?:so|yes|no|not)\b[,:]?\s*)?(?:please\s+)?(?:(?:say|tell us|explain)\s+why(?: not)?|why(?: not)?|explain(?: your answer)?|(?:give )?(?:your |the )?(?:reasons?|details|comments?)|because)\s*[.:?]?$/i

/**
 * What a label asks that has no topic of its own and goes on from the place before it, such as `Please explain`. null
 * where nothing on record explains that; undefined where the label stands for itself.
 */
export const followUp = (label: string, last: string | null): string | null | undefined => {
  const text = label.trim()
  if (which.test(text)) return (last && whichOf[last]) ?? null
  if (!reasons.test(text)) return undefined
  const known = last === null ? undefined : reasonsOf[last]
  // `Reasons` alone still means those of the recommendation.
  return known ?? (/reason|because/i.test(text) ? undefined : null)
}
