import type { Day } from './day.ts'
import type { Review } from '../records/review.ts'
import type { RuledDay } from './limits.ts'
import type { PhaseTransfer } from './phaseTransfer.ts'
import { type ReviewFacts, reviewMoves, type ReviewState } from './reviewMoves.ts'
import { appealBy } from './reviewDates.ts'
import { owedOf } from './reviewOwed.ts'
import { type ReviewSettings, usualReviewSettings } from './reviewSettings.ts'
import { nextStep, reviewSteps, type ReviewStep } from './reviewSteps.ts'

/** Where a review stands, what comes next, and everything that is red: of the school and of the authority. */
export type ReviewStanding = {
  readonly state: ReviewState
  /** The day of the fact that brought it there; null where none was recorded. */
  readonly since: Day | null
  readonly next: ReviewStep | null
  readonly overdue: readonly ReviewStep[]
  readonly steps: readonly ReviewStep[]
}

/**
 * R9: the last day for an appeal against how a review ended: a plan kept as it is or ceased, a final plan, or a decision
 * not to amend after all; null while there is no such letter.
 */
export const appealWindow = (
  review: Pick<ReviewFacts, 'decision' | 'decisionReceived' | 'finalIssued'> &
    Partial<Pick<Review, 'notAmended' | 'mediationCertificate'>>,
): RuledDay | null => {
  const { decision, decisionReceived, finalIssued, notAmended = null, mediationCertificate = null } = review
  const letter = finalIssued ?? notAmended ?? (decision && decision !== 'amend' ? decisionReceived : null)
  return letter ? appealBy(letter, mediationCertificate) : null
}

/**
 * The furthest state that the dated facts and the stage together reach. A closed review still has overdue what the
 * authority never did, until a later one of `reviews`, all of the pupil, was held.
 */
export const reviewStanding = (
  review: ReviewFacts,
  today: Day,
  settings: ReviewSettings = usualReviewSettings,
  transfer: PhaseTransfer | null = null,
  reviews: readonly ReviewFacts[] = [review],
): ReviewStanding => {
  const at = { review, today, settings, transfer }
  const order = reviewMoves.map(({ to }) => to)
  const byStage = order.indexOf(review.stage)
  const byFact = reviewMoves.findLastIndex((move) => move.applies(review) && move.made(at) !== null)
  const reached = review.stage === 'closed' ? order.length - 1 : Math.max(byStage, byFact)
  const made = reviewMoves[reached]?.made(at)
  const steps = reviewSteps(review, today, settings, transfer)
  const owed = owedOf(steps, review, reviews)
  return {
    state: reached < 0 ? 'planning' : order[reached]!,
    since: typeof made === 'string' ? made : null,
    next: review.stage === 'closed' ? (owed[0] ?? null) : nextStep(steps),
    overdue: owed.filter(({ state }) => state === 'overdue'),
    steps,
  }
}
