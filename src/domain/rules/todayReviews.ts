import { grouped } from '../grouped.ts'
import type { Stored } from '../record.ts'
import type { Contributor } from '../records/contributor.ts'
import type { Review } from '../records/review.ts'
import { meetingHeld } from './reviewMoves.ts'
import { type Context } from './todayParts.ts'
import { planningLines } from './todayPlanning.ts'
import { neverCame, owedSteps, stepLine, toClose } from './todayReviewSteps.ts'
import type { WorkLine } from './todayTypes.ts'

/** Every dated step of every open review, and every review that has no date yet. `people`: where they are known. */
export const reviewLines = (
  reviews: readonly Stored<Review>[],
  people: readonly Stored<Contributor>[],
  context: Context,
): WorkLine[] => {
  const own = grouped(reviews, ({ pupil }) => pupil)
  const invited = grouped(people, (one) => one.review)
  return [...context.pupils.values()].flatMap((pupil) => {
    const all = own.get(pupil.key) ?? []
    if (all.length === 0 && pupil.status !== 'E') return []
    return [
      ...all
        .filter(({ stage }) => stage !== 'closed')
        .flatMap((one) => {
          const owed = owedSteps(one, pupil, context.review, context.today)
          return owed.length === 0 && meetingHeld(one) && one.meetingDate
            ? [toClose(one, context)]
            : owed.map((step) => stepLine(one, step, invited.get(one.key) ?? [], context))
        }),
      ...neverCame(pupil, all, context),
      ...planningLines(pupil, all, context),
    ]
  })
}
