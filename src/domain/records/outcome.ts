import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** What should become possible for a pupil, and how one would see it. */
export const Outcome = defineRecord({
  name: 'Outcome',
  short: 'ou',
  list: 'Outcomes',
  label: 'Outcome',
  about: 'An outcome of Section E, or a target of the school on the way to one.',
  audience: 'senco',
  people: ['pupil'],
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    kind: choice(
      'Kind',
      {
        sectionE: 'EHC plan outcome (Section E)',
        year: 'Target for the year',
        term: 'Target for the term',
        step: 'Short step',
      },
      { required: true },
    ),
    text: longText('Outcome', {
      special: true,
      required: true,
      help: 'Who will do what, by when, and how one would see it',
    }),
    need: key('Need it answers', 'Need'),
    parent: key('Outcome it leads to', 'Outcome'),
    baseline: text('Starting point', { special: true, max: 255 }),
    measure: text('How it is measured', { max: 255 }),
    criterion: text('Reached when', {
      since: 3,
      max: 255,
      help: 'What one would see, how often, with how much help',
    }),
    strategies: longText('How adults help with it', { since: 3 }),
    by: date('By'),
    setOn: date('Set on'),
    setAtReview: key('Set at the review', 'Review'),
    status: choice(
      'Status',
      { current: 'Current', achieved: 'Achieved', replaced: 'Replaced', removed: 'Removed' },
      { required: true },
    ),
  },
  titleOf: (o) => o.text.slice(0, 80),
})
export type Outcome = RecordOf<typeof Outcome>
