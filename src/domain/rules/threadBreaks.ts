import { t } from '../../words/t.ts'
import type { Strength, Why } from './why.ts'

/** Where the thread from need to review is broken. */
export type BreakKind =
  | 'noOutcome'
  | 'noNeed'
  | 'noProvision'
  | 'noMeasure'
  | 'pastDate'
  | 'notRated'
  | 'noEvidence'
  | 'noAmount'
  | 'notJudged'
  | 'servesNothing'

export const breakWords: Record<BreakKind, string> = {
  noOutcome: t`No outcome answers this need`,
  noNeed: t`No need linked`,
  noProvision: t`No provision linked`,
  noMeasure: t`Nothing says how it is measured`,
  pastDate: t`Its date has passed`,
  notRated: t`Not rated at the last review`,
  noEvidence: t`No evidence at the last review`,
  noAmount: t`How much is not said`,
  notJudged: t`Not looked at in the last review`,
  servesNothing: t`Linked to no outcome`,
}

const sources: Record<
  BreakKind,
  { readonly says: string; readonly strength: Strength; readonly source: string }
> = {
  noOutcome: {
    says: t`For each need the plan says what should become possible`,
    strength: 'should',
    source: t`SEND Code of Practice 9.64 to 9.69`,
  },
  noNeed: {
    says: t`An outcome of Section E answers a need of Section B`,
    strength: 'should',
    source: t`SEND Code of Practice 9.64 to 9.69`,
  },
  noProvision: {
    says: t`Provision is given for each need, towards an outcome`,
    strength: 'must',
    source: t`SEND Regulations 2014, regulation 12(1)(f); SEND Code of Practice 9.69`,
  },
  noMeasure: {
    says: t`An outcome is specific and can be measured`,
    strength: 'should',
    source: t`SEND Code of Practice 9.66`,
  },
  pastDate: {
    says: t`An outcome has a date by which it is to be reached, and is then looked at again`,
    strength: 'should',
    source: t`SEND Code of Practice 9.66 and 9.167`,
  },
  notRated: {
    says: t`A review considers progress towards each outcome`,
    strength: 'must',
    source: t`SEND Regulations 2014, regulation 20`,
  },
  noEvidence: {
    says: t`What a review finds about progress rests on evidence`,
    strength: 'recommended',
    source: t`SEND Code of Practice 9.167`,
  },
  noAmount: {
    says: t`Provision in Section F is detailed, specific and normally quantified`,
    strength: 'should',
    source: t`SEND Code of Practice 9.69`,
  },
  notJudged: {
    says: t`A review considers whether the provision in the plan is effective`,
    strength: 'should',
    source: t`SEND Code of Practice 9.167`,
  },
  servesNothing: {
    says: t`Provision serves an outcome`,
    strength: 'recommended',
    source: t`SEND Code of Practice 9.69`,
  },
}

/** One break: what is missing, of which record (its key), and why that matters. */
export type Break = {
  readonly kind: BreakKind
  readonly about: string
  readonly why: Why
  /** Where the review that left it was one of a plan of the school. */
  readonly inPlan?: true
}

/** A break with the reason why it matters, and what is known about it. */
export const broken = (kind: BreakKind, about: string, inputs: Readonly<Record<string, string>>): Break => ({
  kind,
  about,
  why: {
    ...sources[kind],
    rule: kind,
    inputs: Object.entries(inputs).map(([label, value]) => ({ label, value })),
  },
})
