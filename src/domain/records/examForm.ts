import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** The form on which a need for arrangements is evidenced, by its parts and their days. Its scores are rows of their own. */
export const ExamForm = defineRecord({
  name: 'ExamForm',
  short: 'xf',
  list: 'Exam assessment forms',
  label: 'Form 8 or 9',
  about:
    'Form 8 (an assessed learning difficulty) or Form 9 (another difficulty) of a pupil: each part with its day and who wrote it, and who assessed.',
  audience: 'senco',
  people: ['pupil', 'staff', 'professional'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    form: choice('Form', { form8: 'Form 8', form9: 'Form 9', other: 'Other evidence' }, { required: true }),
    part1On: date('Part 1 complete on', {
      indexed: true,
      help: 'The picture of need: the school writes it before the assessment',
    }),
    part1By: text('Part 1 written by', { max: 120 }),
    booked: date('Assessment booked for', { indexed: true }),
    assessor: text('Assessor', { max: 120 }),
    qualified: text('Assessor’s qualification', { max: 160 }),
    qualifiedSeen: date('Qualification seen on'),
    part2On: date('Assessed on (Part 2)', { indexed: true }),
    part3On: date('Part 3 complete on', {
      indexed: true,
      help: 'What is asked for, after the assessment; the SENCO writes it',
    }),
    part3By: text('Part 3 written by', { max: 120 }),
    from: text('Rolled forward from', {
      max: 120,
      help: 'The school that made it, where it came with the pupil',
    }),
    place: text('Where the form lies', { max: 255 }),
    picture: longText('Picture of need', { special: true }),
    found: longText('What the assessor found', { special: true }),
    closedOn: date('Closed without use on'),
    note: longText('Note'),
  },
  titleOf: (f) => f.part2On ?? f.part1On ?? 'Form being prepared',
  rules: [
    {
      field: 'part3On',
      message: 'Part 3 is written on or after the day of the assessment',
      ok: (f) => !f.part3On || !f.part2On || f.part3On >= f.part2On,
    },
  ],
})
export type ExamForm = RecordOf<typeof ExamForm>
