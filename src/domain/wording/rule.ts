import type { Day } from '../rules/day.ts'
import type { Strength } from '../rules/why.ts'
import type { Phrase } from './phrase.ts'
import type { Confidence, Missing, Part, TextKind } from './types.ts'

/** Who says so, and how sure it is that they do. */
export type Source = { readonly source: string; readonly strength: Strength; readonly confidence: Confidence }

/** A rule about wording as it stands from a day on. A change of guidance is one more row of the same name. */
export type WordingRule = Source & {
  readonly id: string
  /** What it is called where a school switches rules on and off. */
  readonly name: string
  readonly kinds: readonly TextKind[]
  readonly from: Day
  /** The last day on which it holds. */
  readonly until?: Day
  /** Plain words for the person who wrote it. */
  readonly says: string
  readonly missing: readonly Missing[]
  /** What is looked for; a rule without phrases is a function of its own, by its id. */
  readonly phrases?: readonly Phrase[]
  /** Not marked before one of these, */
  readonly notBefore?: readonly Phrase[]
  /** nor right after one of these words, */
  readonly notAfter?: ReadonlySet<string>
  /** nor where the line says all of these parts: it is then no longer vague. */
  readonly unlessSaid?: readonly Part[]
}

const began = '2014-09-01'

export const detailed: Source = {
  source: 'SEND Code of Practice 9.69: detailed, specific and normally quantified',
  strength: 'should',
  confidence: 'read',
}
/** The principle is the court's; that a given word falls short of it is our reading. */
export const clarke: Source = {
  source:
    'L v Clarke and Somerset County Council [1998] ELR 129, as the SEND Code of Practice 9.69 takes it up: so specific and so clear as to leave no room for doubt. That these words fall short is our reading',
  strength: 'should',
  confidence: 'judged',
}
export const worcestershire: Source = {
  source:
    'Worcestershire County Council v SE [2020] UKUT 217 (AAC) and Redbridge v HO [2020] UKUT 323 (AAC): vague words such as support, input and opportunities are unlikely to be enough',
  strength: 'must',
  confidence: 'read',
}
export const greenwich: Source = {
  source:
    'C v Special Educational Needs Tribunal and Greenwich [1999] ELR 5: what is provided can’t be left to somebody to settle later',
  strength: 'must',
  confidence: 'read',
}
export const advisers: Source = {
  source: 'Lists of vague words that advisers to parents such as IPSEA use with plans',
  strength: 'recommended',
  confidence: 'remembered',
}
export const smart: Source = {
  source: 'SEND Code of Practice 9.66: specific, measurable, achievable, realistic and time bound',
  strength: 'should',
  confidence: 'read',
}
export const personal: Source = {
  source:
    'SEND Code of Practice 9.66: an outcome is the difference made to the child, not what a service does',
  strength: 'should',
  confidence: 'read',
}
export const goodPractice: Source = {
  source: 'Good practice with agreed actions',
  strength: 'recommended',
  confidence: 'judged',
}
export const privacy: Source = {
  source: 'SEND Regulations 2014, regulation 17, and UK GDPR: another child’s data',
  strength: 'must',
  confidence: 'remembered',
}

/** A rule with the source that says so; it holds from the beginning unless it names a day. */
export const ruleOf = (rule: Omit<WordingRule, 'from' | keyof Source>, source: Source): WordingRule => ({
  from: began,
  ...source,
  ...rule,
})
