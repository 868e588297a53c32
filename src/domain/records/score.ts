import { choice, date, decimal, key, longText, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** What a pupil scored on a day, with all that the tool gives: nothing is turned into one number. */
export const Score = defineRecord({
  name: 'Score',
  short: 'sr',
  list: 'Scores',
  label: 'Score',
  about: 'What a pupil scored on a day: tool, form, raw, standardised, age-equivalent, interval, who tested.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    tool: key('Tool', 'AssessmentTool', { required: true }),
    day: date('Day', { required: true, indexed: true }),
    form: text('Form', { max: 20, help: 'Such as A or B' }),
    raw: decimal('Raw score', { places: 2, min: -1000, max: 100000 }),
    standardised: wholeNumber('Standardised score', { min: 40, max: 160 }),
    ageMonths: wholeNumber('Age equivalent', {
      min: 0,
      max: 360,
      asAge: true,
      help: 'Years and months, such as 7:03',
    }),
    ageBound: choice(
      'The age equivalent is',
      { below: 'Below this age', above: 'Above this age' },
      { help: 'Where the test goes no further; blank where it is exact' },
    ),
    percentile: decimal('Percentile', { places: 1, max: 100 }),
    low: decimal('Interval from', { places: 1, min: -1000, max: 100000 }),
    high: decimal('Interval to', { places: 1, min: -1000, max: 100000 }),
    value: decimal('Points or percentage', { places: 2, min: -1000, max: 100000 }),
    target: decimal('Target', { places: 2, min: -1000, max: 100000 }),
    testedBy: text('Tested by', { max: 120 }),
    purpose: choice('Taken as', {
      entry: 'Start of support',
      check: 'Check on the way',
      exit: 'End of support',
      screen: 'Screening',
      wholeClass: 'Whole class',
    }),
    note: longText('Note'),
  },
  titleOf: (s) => s.day,
  rules: [
    {
      field: 'raw',
      message: 'Enter at least one number: raw, standardised, age equivalent, or points',
      ok: (s) =>
        s.raw !== null ||
        s.standardised !== null ||
        s.ageMonths !== null ||
        s.value !== null ||
        s.percentile !== null,
    },
    {
      field: 'ageBound',
      message: 'Enter the age that it is below or above',
      ok: (s) => s.ageBound === null || s.ageMonths !== null,
    },
    {
      field: 'high',
      message: 'The interval ends below where it begins',
      ok: (s) => s.low === null || s.high === null || s.high >= s.low,
    },
  ],
})
export type Score = RecordOf<typeof Score>
