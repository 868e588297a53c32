import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import { underFiveWindow } from './ageDuties.ts'
import type { Day } from './day.ts'
import { phaseTransferOf } from './phaseTransfer.ts'
import { transferReviewed } from './reviewDue.ts'
import { type ReviewSettings, settingsFor } from './reviewSettings.ts'

/** What kind of review a new one is: for the move between phases that is to come, of a child under five, or the annual one. */
export const reviewTypeFor = (
  pupil: Pupil,
  reviews: readonly (Review & { readonly key: string })[],
  given: ReviewSettings,
  today: Day,
): Review['type'] => {
  const settings = settingsFor(pupil, given)
  const transfer = phaseTransferOf(pupil, settings, today)
  if (transfer && !transferReviewed(reviews, transfer)) return 'phaseTransfer'
  const last = reviews
    .flatMap(({ meetingDate }) => (meetingDate && meetingDate <= today ? [meetingDate] : []))
    .toSorted()
    .at(-1)
  const since = last ?? pupil.planIssued
  return since && underFiveWindow(pupil.dateOfBirth, since, settings) ? 'underFive' : 'annual'
}
