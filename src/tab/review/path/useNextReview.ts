import type { ReviewFile } from '../../../documents/reviewFile.ts'
import type { Stored } from '../../../domain/record.ts'
import { Review } from '../../../domain/records/review.ts'
import { meetingHeld } from '../../../domain/rules/reviewMoves.ts'
import { reviewSettingsOf } from '../../../domain/rules/reviewSettings.ts'
import { useAbout } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useNewReview } from '../useNewReview.ts'

/**
 * The review that follows this one: one held since, else the pupil's open one, or a new one in planning with its target
 * from the clock.
 */
export const useNextReview = (file: ReviewFile) => {
  const today = useServices().today()
  const { make, state } = useNewReview()
  const reviews = useAbout(Review, 'pupil', file.pupil.key)
  const known: readonly Stored<Review>[] = reviews.data?.records ?? []
  const { key, meetingDate } = file.review
  const others = known.filter((one) => one.key !== key && one.type !== 'interim' && one.type !== 'early')
  const since = others
    .filter((one) => meetingHeld(one) && meetingDate !== null && (one.meetingDate ?? '') > meetingDate)
    .toSorted((a, b) => (a.meetingDate! < b.meetingDate! ? -1 : 1))
  const next = since[0] ?? others.find((one) => !meetingHeld(one))
  const plan = (given: Partial<Pick<ReviewFile, 'pupil' | 'review'>> = {}) => {
    const pupil = given.pupil ?? file.pupil
    const review = given.review ?? file.review
    return make({
      pupil,
      school: file.school,
      settings: reviewSettingsOf(file.school, file.limits),
      contacts: file.contacts,
      outcomes: file.outcomes,
      allocations: file.allocations,
      reviews: known.map((one) => (one.key === review.key ? review : one)),
      today,
      after: review,
    })
  }
  return { known: reviews.data !== undefined, next: next ?? null, plan, state }
}
