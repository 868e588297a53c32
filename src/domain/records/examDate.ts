import { choice, date, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { examTests, sureness } from '../rules/examCodes.ts'

/** A deadline of a season, with where it is written: they differ each year, so none is built in. */
export const ExamDate = defineRecord({
  name: 'ExamDate',
  short: 'xd',
  list: 'Exam dates',
  label: 'Deadline for exams or tests',
  about:
    'A deadline or day of exams and tests: for which season, where it is written, how sure it is, when it was done.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    what: text('What is due', { required: true, max: 160 }),
    tests: choice('Exams or tests', examTests, { required: true, indexed: true }),
    season: text('Season', { max: 40, indexed: true, help: 'Such as June 2027' }),
    day: date('Day', { indexed: true, help: 'Blank until you have found it' }),
    source: text('Where it is written', { required: true, max: 255 }),
    sure: choice('How sure', sureness, { required: true }),
    doneOn: date('Done on', { indexed: true }),
    note: longText('Note'),
  },
  titleOf: (d) => d.what,
})
export type ExamDate = RecordOf<typeof ExamDate>
