import { choice, key, longText } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** A target that is worked on in one cycle, and what its review found. The target itself is an Outcome. */
export const CycleTarget = defineRecord({
  name: 'CycleTarget',
  short: 'tg',
  list: 'Targets of plans',
  label: 'Target of a plan',
  about:
    'A target worked on in one cycle, and what its review found. The words of the target are an outcome.',
  audience: 'senco',
  people: ['pupil'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    cycle: key('Plan', 'Cycle', { required: true }),
    outcome: key('Target', 'Outcome', { required: true }),
    rating: choice('Progress', {
      achieved: 'Achieved',
      good: 'Good progress',
      some: 'Some progress',
      little: 'Little progress',
      regressed: 'Gone back',
    }),
    evidence: longText('Evidence now', {
      help: 'What shows it: a measure, a piece of work, what people see',
    }),
    next: choice('This target should', {
      keep: 'Go on',
      amend: 'Be reworded',
      end: 'End',
    }),
  },
  titleOf: (t) => t.rating ?? 'not rated',
})
export type CycleTarget = RecordOf<typeof CycleTarget>
