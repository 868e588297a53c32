import type { Review } from '../records/review.ts'
import { meetingHeld } from './reviewMoves.ts'
import type { ReviewStep } from './reviewSteps.ts'

type Held = Pick<Review, 'meetingDate' | 'stage' | 'reportSent' | 'decisionReceived'> &
  Partial<Pick<Review, 'finalIssued' | 'meetingEnded' | 'recommendation'>>

/** A review can be closed without its meeting; then something else has to say that there was one. */
const wasHeld = (review: Held): boolean =>
  review.meetingDate !== null &&
  meetingHeld(review) &&
  (review.stage !== 'closed' ||
    [
      review.reportSent,
      review.decisionReceived,
      review.finalIssued,
      review.meetingEnded,
      review.recommendation,
    ].some(Boolean))

/** The reviews whose meeting was held, the latest first. */
export const heldReviews = <R extends Held>(reviews: readonly R[]): R[] =>
  reviews.filter(wasHeld).toSorted((a, b) => (b.meetingDate! < a.meetingDate! ? -1 : 1))

/**
 * Whether what has not come after a review still counts as owed: while it is open, and once it is closed until a later
 * review of the pupil was held. A decision that never came so keeps its mark, whatever the stage says.
 */
const stillCounts = (review: Held, reviews: readonly Held[]): boolean => {
  if (review.stage !== 'closed') return true
  const last = heldReviews(reviews)[0]
  return wasHeld(review) && review.meetingDate === last?.meetingDate
}

/** What is owed after a review: every step of an open one; of a closed one what the authority never did. */
export const owedOf = (
  steps: readonly ReviewStep[],
  review: Held,
  reviews: readonly Held[],
): readonly ReviewStep[] => {
  const open = steps.filter(({ done, due }) => done === null && due !== null)
  if (review.stage !== 'closed') return open
  return stillCounts(review, reviews)
    ? open.filter(({ step }) => step === 'decide' || step === 'notice' || step === 'final')
    : []
}
