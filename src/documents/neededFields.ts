import { Contributor } from '../domain/records/contributor.ts'
import { OutcomeProgress } from '../domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../domain/records/provisionReview.ts'
import { Review } from '../domain/records/review.ts'

/**
 * What a review's report can't do without: who met and when, the views of child and parents, each outcome and line of
 * provision, health and social care, placement, personal budget, and the recommendation with its reasons.
 * Source: SEND Regulations 2014, regulation 20; SEND Code of Practice 9.166 to 9.169.
 */
const needed: Readonly<Record<string, readonly string[]>> = {
  [Review.short]: [
    'meetingDate',
    'place',
    'chair',
    'planVersion',
    'childViewsHow',
    'childGoingWell',
    'childHard',
    'childWants',
    'childAspirations',
    'parentGoingWell',
    'parentConcerns',
    'parentWants',
    'parentAspirations',
    'healthUpdate',
    'socialCareUpdate',
    'adulthoodWork',
    'adulthoodLiving',
    'adulthoodCommunity',
    'adulthoodHealth',
    'placementSuitable',
    'placementPreference',
    'budgetExplained',
    'recommendation',
    'recommendationReasons',
  ],
  [Contributor.short]: ['attended'],
  [OutcomeProgress.short]: ['evidence', 'rating', 'decision'],
  [ProvisionReview.short]: ['delivered', 'effective'],
}

/** Whether the report has to say something here, where the minutes ask for it at all. */
export const isNeeded = (typeShort: string, field: string): boolean =>
  needed[typeShort]?.includes(field) ?? false
