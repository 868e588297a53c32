import { type Contributor, contributorRoles } from '../records/contributor.ts'
import { recommendations, type Review } from '../records/review.ts'

export type Party = {
  readonly name: string
  readonly role: string
  readonly recommendation: keyof typeof recommendations
  readonly reasons: string | null
}

/**
 * Who recommends otherwise than the school does, in their words.
 * The report must set out any difference between the head's recommendations and those of others at the meeting.
 * Source: SEND Regulations 2014, regulation 20(8).
 */
export const differingViews = (
  review: Pick<Review, 'recommendation'>,
  contributors: readonly Pick<Contributor, 'name' | 'role' | 'recommendation' | 'reasons'>[],
): Party[] =>
  contributors.flatMap(({ name, role, recommendation, reasons }) =>
    recommendation &&
    recommendation !== 'none' &&
    review.recommendation &&
    recommendation !== review.recommendation
      ? [{ name, role: contributorRoles[role], recommendation, reasons }]
      : [],
  )
