import { reviewedOutcomes, reviewedSupport, dayOfReview } from '../../documents/reviewPlaces.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Review } from '../../domain/records/review.ts'
import type { Day } from '../../domain/rules/day.ts'
import { asksFor } from '../../domain/rules/reviewFields.ts'
import { adulthoodDue } from '../../domain/rules/reviewDates.ts'

export const blockNames = {
  meeting: 'Meeting',
  people: 'People',
  child: 'Child’s views',
  parents: 'Parents’ views',
  last: 'Actions from last time',
  working: 'What is working',
  outcomes: 'Progress to outcomes',
  attainment: 'Attainment and attendance',
  support: 'Section F provision',
  health: 'Health and social care',
  adulthood: 'Preparing for adulthood',
  placement: 'Placement and travel',
  budget: 'Budget, equipment, funding',
  changes: 'Changes to the plan',
  recommendation: 'Recommendation',
  actions: 'Actions agreed',
  dates: 'Report and decision',
} as const
export type BlockName = keyof typeof blockNames
export const isBlock = (name: string): name is BlockName => Object.hasOwn(blockNames, name)

type FieldName = keyof Review & string

/** Every field of the review in each block; the other blocks hold rows. */
const blockFields: Partial<Record<BlockName, readonly FieldName[]>> = {
  meeting: [
    'type',
    'meetingDate',
    'meetingTime',
    'place',
    'mode',
    'chair',
    'minuteTaker',
    'planVersion',
    'previousDate',
    'whyNow',
    'nextDue',
    'leftOpen',
  ],
  child: [
    'childViewsHow',
    'childGoingWell',
    'childHard',
    'childWants',
    'childAspirations',
    'childTookPart',
    'profileAttached',
  ],
  parents: [
    'parentViewsHow',
    'parentGoingWell',
    'parentConcerns',
    'parentWants',
    'parentAspirations',
    'parentQuestions',
  ],
  working: ['working', 'notWorking'],
  attainment: ['earlyYears', 'attainment', 'engagement', 'attendanceComment', 'partTimePlan'],
  health: ['healthUpdate', 'healthEvidence', 'socialCareUpdate', 'socialCareEvidence'],
  adulthood: [
    'adulthoodWork',
    'adulthoodLiving',
    'adulthoodCommunity',
    'adulthoodHealth',
    'adulthoodDestination',
    'adulthoodInternship',
    'adulthoodReferrals',
    'adulthoodCapacity',
    'adulthoodTransition',
  ],
  placement: [
    'placementSuitable',
    'placementComment',
    'placementPreference',
    'movePlan',
    'transport',
    'transportChange',
    'travelTraining',
  ],
  budget: [
    'budgetExplained',
    'budgetRequested',
    'budgetComment',
    'accessArrangements',
    'equipment',
    'healthCarePlan',
    'fundingBand',
    'costedMap',
    'funding',
  ],
  recommendation: [
    'recommendation',
    'recommendationReasons',
    'reassessment',
    'placementChange',
    'differences',
  ],
  dates: [
    'stage',
    'invitationsSent',
    'papersCirculated',
    'reportSent',
    'decisionReceived',
    'decision',
    'noticeSent',
    'finalIssued',
  ],
}

/** The review's own fields in a block: those that this review asks for, and those that were answered all the same. */
export const fieldsIn = (file: ReviewFile, name: BlockName, today: Day): readonly FieldName[] =>
  (blockFields[name] ?? []).filter(
    (field) => file.review[field] !== null || asksFor(field, file, dayOfReview(file, today)),
  )

/** What tells how far a block is: dates that a new review begins with and what few reviews need don't count. */
const telling: Partial<Record<BlockName, readonly FieldName[]>> = {
  meeting: ['meetingDate', 'meetingTime', 'place', 'mode'],
  child: ['childViewsHow', 'childGoingWell', 'childHard', 'childWants', 'childAspirations', 'childTookPart'],
  attainment: ['earlyYears', 'attainment', 'attendanceComment'],
  adulthood: [
    'adulthoodWork',
    'adulthoodLiving',
    'adulthoodCommunity',
    'adulthoodHealth',
    'adulthoodDestination',
    'adulthoodReferrals',
  ],
  placement: ['placementSuitable', 'placementComment', 'placementPreference', 'transport'],
  budget: ['budgetExplained', 'budgetRequested', 'budgetComment', 'equipment', 'funding'],
  recommendation: ['recommendation', 'recommendationReasons'],
  dates: ['invitationsSent', 'papersCirculated', 'reportSent', 'decisionReceived'],
}

export type Filling = 'empty' | 'begun' | 'filled'
const filling = (done: number, of: number): Filling =>
  of > 0 && done >= of ? 'filled' : done > 0 ? 'begun' : 'empty'
const count = <T>(all: readonly T[], test: (one: T) => unknown) => all.filter(test).length

/** How far each block is, for the marks beside its name. */
export const fillingOf = (file: ReviewFile, name: BlockName, today: Day): Filling => {
  const { review, contributors, progress, provisionReviews, sectionChanges, actions, previousActions } = file
  switch (name) {
    case 'people':
      return filling(
        count(contributors, (one) => one.attended),
        contributors.length,
      )
    case 'last':
      return filling(
        count(previousActions, (one) => one.status !== 'open'),
        previousActions.length,
      )
    case 'outcomes':
      return filling(
        count(progress, (one) => one.rating),
        reviewedOutcomes(file).length,
      )
    case 'support':
      return filling(
        count(provisionReviews, (one) => one.effective),
        reviewedSupport(file, dayOfReview(file, today)).length,
      )
    case 'changes':
      return sectionChanges.length > 0 ? 'filled' : 'empty'
    case 'actions':
      return actions.length > 0 ? 'filled' : 'empty'
    default: {
      const asked = fieldsIn(file, name, today)
      const fields = (telling[name] ?? asked).filter((field) => asked.includes(field))
      return filling(
        count(fields, (field) => review[field] !== null),
        fields.length,
      )
    }
  }
}

/** The blocks of this review: adulthood from Year 9, last time's actions where there was a last time. */
export const blocksOf = ({ pupil, review, previousActions }: ReviewFile, today: Day): BlockName[] =>
  (Object.keys(blockNames) as BlockName[]).filter(
    (name) =>
      (name !== 'adulthood' ||
        adulthoodDue(pupil.yearGroup, pupil.dateOfBirth, review.meetingDate ?? today)) &&
      (name !== 'last' || previousActions.length > 0),
  )
