import { choice, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** How far a pupil has come towards one outcome, as a review found it. */
export const OutcomeProgress = defineRecord({
  name: 'OutcomeProgress',
  short: 'op',
  list: 'Outcome progress',
  label: 'Progress towards an outcome',
  about: 'What a review found about one outcome: evidence, rating, and whether it stands.',
  audience: 'senco',
  people: ['pupil'],
  fields: {
    review: key('Review', 'Review', { required: true }),
    outcome: key('Outcome', 'Outcome', { required: true }),
    evidence: longText('Evidence now', {
      help: 'What shows it: a measure, a piece of work, what people see',
    }),
    rating: choice('Progress', {
      achieved: 'Achieved',
      good: 'Good progress',
      some: 'Some progress',
      little: 'Little progress',
      regressed: 'Gone back',
    }),
    targetsMet: longText('Targets set last time, and whether they were met'),
    delivered: text('Provision delivered against what was specified', { max: 255 }),
    decision: choice('This outcome should', {
      keep: 'Stay as it is',
      amend: 'Be reworded',
      replace: 'Be replaced',
      remove: 'End',
    }),
    proposed: longText('Proposed new wording'),
  },
  titleOf: (p) => p.rating ?? 'not rated',
})
export type OutcomeProgress = RecordOf<typeof OutcomeProgress>
