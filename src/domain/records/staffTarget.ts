import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** One outcome or target of a pupil as staff see it: a copy that the SENCO published. */
export const StaffTarget = defineRecord({
  name: 'StaffTarget',
  short: 'sg',
  list: 'Pupil targets',
  label: 'Published target',
  about: 'An outcome or target that the SENCO published to staff. A copy: change it at its source.',
  audience: 'staff',
  people: ['pupil'],
  since: 2,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    outcome: key('Copy of', 'Outcome', { required: true }),
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
    text: longText('Outcome', { required: true }),
    measure: text('How it is measured', { max: 255 }),
    by: date('By'),
    publishedOn: date('Published', { required: true }),
  },
  titleOf: (t) => t.text.slice(0, 80),
})
export type StaffTarget = RecordOf<typeof StaffTarget>
