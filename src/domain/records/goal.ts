import { choice, date, key, longText, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Five steps of goal attainment scaling. Source: Kiresuk and Sherman 1968. */
export const attainments = {
  muchLess: 'Much less than expected (−2)',
  less: 'Less than expected (−1)',
  expected: 'As expected (0)',
  more: 'More than expected (+1)',
  muchMore: 'Much more than expected (+2)',
} as const

/** A goal with five steps written beforehand, so that what was reached can be told by anybody. */
export const Goal = defineRecord({
  name: 'Goal',
  short: 'go',
  list: 'Goals',
  label: 'Goal with steps',
  about: 'A goal with five steps written beforehand, and which of them was reached.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    outcome: key('Outcome it serves', 'Outcome'),
    allocation: key('Support that it measures', 'Allocation'),
    text: longText('Goal', { required: true }),
    weight: wholeNumber('Weight', {
      min: 1,
      max: 5,
      help: 'How much it matters beside the others; 1 unless said',
    }),
    muchLess: text(attainments.muchLess, { max: 255 }),
    less: text(attainments.less, { max: 255 }),
    expected: text(attainments.expected, { max: 255 }),
    more: text(attainments.more, { max: 255 }),
    muchMore: text(attainments.muchMore, { max: 255 }),
    set: date('Agreed on', { required: true, indexed: true }),
    start: choice('Where it began', attainments),
    due: date('By', { indexed: true }),
    reached: choice('Reached', attainments),
    rated: date('Looked at on', { indexed: true }),
    ratedBy: text('Looked at by', { max: 120 }),
  },
  titleOf: (g) => g.text.slice(0, 120),
  rules: [
    {
      field: 'due',
      message: 'By is before the day on which it was agreed',
      ok: (g) => !g.due || g.due >= g.set,
    },
  ],
})
export type Goal = RecordOf<typeof Goal>
