import { choice, date, longText, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { arrangementKinds, arrangementWays, examTests, sureness } from '../rules/examCodes.ts'

/** A rule of the exam boards or the testing agency as the school has read it, from a day on: it goes before what is built in. */
export const ExamRule = defineRecord({
  name: 'ExamRule',
  short: 'xr',
  list: 'Exam rules',
  label: 'Rule for exam arrangements',
  about:
    'What a book of rules says from a day on: from which scores extra time may be asked for, or who settles an arrangement.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    about: choice(
      'What it settles',
      { scores: 'Scores for 25% extra time', way: 'Who settles an arrangement' },
      { required: true, indexed: true },
    ),
    from: date('In force from', { required: true, indexed: true }),
    low: wholeNumber('Well below average: at most', { min: 40, max: 160, help: 'Such as 84' }),
    high: wholeNumber('Low average: at most', { min: 40, max: 160, help: 'Such as 89' }),
    year: wholeNumber('Assessed not before Year', { min: 1, max: 13, help: 'Such as 9' }),
    tests: choice('Exams or tests', examTests),
    arrangement: choice('Arrangement', arrangementKinds),
    way: choice('Who settles it', arrangementWays),
    source: text('Where it is written', { required: true, max: 255 }),
    sure: choice('How sure', sureness, { required: true }),
    note: longText('Note'),
  },
  titleOf: (r) =>
    r.about === 'scores' ? 'Scores for extra time' : r.arrangement ? arrangementKinds[r.arrangement] : 'Rule',
  rules: [
    {
      field: 'low',
      message: 'Write both scores and the year',
      ok: (r) => r.about !== 'scores' || (r.low !== null && r.high !== null && r.year !== null),
    },
    {
      field: 'high',
      message: 'Low average ends below where well below average ends',
      ok: (r) => r.low === null || r.high === null || r.high >= r.low,
    },
    {
      field: 'arrangement',
      message: 'Choose the exams or tests, the arrangement and who settles it',
      ok: (r) => r.about !== 'way' || (r.tests !== null && r.arrangement !== null && r.way !== null),
    },
  ],
})
export type ExamRule = RecordOf<typeof ExamRule>
