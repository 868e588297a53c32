import { choice, date, key, longText, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { skillAreas } from '../rules/examCodes.ts'

/** One standardised score that stands in Part 2 of a form. */
export const ExamScore = defineRecord({
  name: 'ExamScore',
  short: 'xs',
  list: 'Exam assessment scores',
  label: 'Score of an assessment for exams',
  about: 'A standardised score in Part 2 of Form 8: test, part of it, area of skill.',
  audience: 'senco',
  people: ['pupil'],
  since: 3,
  fields: {
    form: key('Form', 'ExamForm', { required: true }),
    test: text('Test', { required: true, max: 120 }),
    part: text('Part of the test', { max: 120 }),
    area: choice('Area of skill', skillAreas, { special: true, required: true }),
    standardised: wholeNumber('Standardised score', {
      special: true,
      required: true,
      min: 40,
      max: 160,
      help: 'Mean 100, standard deviation 15',
    }),
    day: date('Tested on', { help: 'Blank: the day of the assessment' }),
    note: longText('Note'),
  },
  titleOf: (s) => s.test,
})
export type ExamScore = RecordOf<typeof ExamScore>
