import { Action } from '../../src/domain/records/action.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { OutcomeProgress } from '../../src/domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../../src/domain/records/provisionReview.ts'
import { SectionChange } from '../../src/domain/records/sectionChange.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { fullFile, keyNumbered, pupilKey, reviewKey, stored } from './madeUpReview.ts'

const counts = (many: number) => Array.from({ length: many }, (_, at) => at + 1)

/**
 * A review as large as they come: 12 outcomes, each rated, with a line of Section F each, 20 people, 40 actions, and a
 * change proposed to eight sections. `of`: which of many such reviews, so that each has keys of its own.
 */
export const crowdedFile = (of = 0): ReviewFile => {
  const base = fullFile()
  const key = (place: number, at: number) => keyNumbered(100_000 + of * 300 + place * 50 + at)
  const review = { ...base.review, key: of === 0 ? reviewKey : keyNumbered(900_100 + of) }
  const outcomes = counts(12).map((at) =>
    stored(
      Outcome,
      {
        pupil: pupilKey,
        kind: 'sectionE',
        status: 'current',
        text: `By July 2027 Mimi does step ${at} of the morning routine by herself, four days out of five.`,
        baseline: `With an adult beside her on each day (September 2025, ${at} of 12)`,
        measure: 'Class checklist, a week in each half-term',
        by: '2027-07-31',
      },
      key(0, at),
    ),
  )
  const provision = base.provisions[0]!
  const allocations = outcomes.map((outcome, at) =>
    stored(
      Allocation,
      {
        pupil: pupilKey,
        provision: provision.key,
        outcome: outcome.key,
        inPlan: true,
        from: '2025-09-03',
        sessionsPerWeek: 3,
        minutes: 20,
        groupSize: 4,
        role: 'ta',
      },
      key(1, at),
    ),
  )
  return {
    ...base,
    review,
    outcomes,
    allocations,
    progress: outcomes.map((outcome, at) =>
      stored(
        OutcomeProgress,
        {
          review: review.key,
          outcome: outcome.key,
          evidence: `Step ${at + 1}: on three days out of five by herself in February, on one in September.\nThe class checklist has each day.`,
          rating: 'good',
          decision: 'keep',
        },
        key(2, at),
      ),
    ),
    provisionReviews: allocations.map((allocation, at) =>
      stored(
        ProvisionReview,
        {
          review: review.key,
          allocation: allocation.key,
          delivered: '31 of 36 sessions; two missed as Mimi was ill, three as staff were away.',
        },
        key(3, at),
      ),
    ),
    contributors: counts(20).map((at) =>
      stored(
        Contributor,
        {
          review: review.key,
          name: `Person ${at} of Twenty`,
          role: at === 1 ? 'parent' : at === 2 ? 'head' : 'teacher',
          organisation: at % 3 === 0 ? 'NHS' : 'Oakfield Primary School',
          attended: at % 4 === 0 ? 'apologies' : 'inPerson',
        },
        key(4, at),
      ),
    ),
    actions: counts(40).map((at) =>
      stored(
        Action,
        {
          pupil: pupilKey,
          review: review.key,
          what: `Action ${at}: meet the Year 5 teacher with Mimi, and write down what was agreed`,
          owner: `Person ${(at % 20) + 1} of Twenty`,
          due: '2026-06-30',
          status: at % 5 === 0 ? 'done' : 'open',
        },
        key(5, at),
      ),
    ),
    sectionChanges: (['A', 'B', 'C', 'D', 'E', 'F', 'G', 'I'] as const).map((section, at) =>
      stored(
        SectionChange,
        {
          review: review.key,
          section,
          proposed: `Section ${section}: the wording as agreed at the meeting, with the new date.`,
        },
        key(5, 41 + at),
      ),
    ),
  }
}
