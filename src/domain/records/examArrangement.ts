import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { arrangementKinds, arrangementWays, examTests } from '../rules/examCodes.ts'

/** One arrangement of one candidate for one season: why, who settles it, what was answered, where it is held, whether it was used. */
export const ExamArrangement = defineRecord({
  name: 'ExamArrangement',
  short: 'xa',
  list: 'Exam arrangements',
  label: 'Exam arrangement',
  about:
    'An access arrangement of a pupil for exams or tests: why it is needed, who settles it, the approval and its end, room and staff, and whether it was used.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    tests: choice('Exams or tests', examTests, { required: true, indexed: true }),
    arrangement: choice('Arrangement', arrangementKinds, { special: true, required: true, indexed: true }),
    detail: text('Exactly', { max: 160, help: 'Such as 25%, A3, font size 18, or with a prompter' }),
    subjects: text('Subjects', { max: 255, help: 'Blank: all' }),
    season: text('Season', { max: 40, indexed: true, help: 'Such as June 2027 or May 2027' }),
    candidate: text('Candidate number', { max: 10 }),
    need: key('Need it answers', 'Need'),
    why: longText('Why it is needed', {
      special: true,
      help: 'What is substantially harder for this pupil than for others, in their usual lessons and tests',
    }),
    basis: choice('What it rests on', {
      assessment: 'Form 8: a learning difficulty that was assessed',
      plan: 'A current EHC plan',
      otherForm: 'Form 9 or a letter: another difficulty, such as a medical or sensory one',
      school: 'The school’s own evidence',
    }),
    restBreaks: choice(
      'Supervised rest breaks first',
      {
        tried: 'Tried, and they are not enough',
        enough: 'Tried, and they are enough',
        unsuitable: 'Considered, and they would not help',
      },
      { help: 'For extra time: JCQ asks that rest breaks are considered before it' },
    ),
    restBreaksWhy: longText('What was seen of rest breaks', { special: true }),
    way: choice('Who settles it', arrangementWays, {
      indexed: true,
      help: 'The table under Assessments says what is usual for each arrangement',
    }),
    toldOn: date('Told where their data go on', {
      help: 'Before an application is made online the candidate is told that their data go to Access Arrangements Online. A signature is no longer asked for.',
    }),
    toldHow: text('Told how', { max: 120, help: 'Such as the data notice, handed over' }),
    applyBy: date('Apply or notify by', { indexed: true }),
    appliedOn: date('Applied, ordered or notified on', { indexed: true }),
    reference: text('Reference', { max: 60, help: 'Of Access Arrangements Online or of the agency' }),
    agreedOn: date('Agreed on', { help: 'By the school, or the day of the approval' }),
    refusedOn: date('Refused on'),
    expires: date('Approval ends on', {
      indexed: true,
      help: 'As the answer says; an approval through AAO may last up to 26 months',
    }),
    examsFrom: date('First exam or test on', { indexed: true }),
    examsTo: date('Last exam or test on', { indexed: true }),
    room: text('Room', { max: 80 }),
    staff: text('Staff', { max: 160, help: 'Who reads, writes, prompts or invigilates' }),
    equipment: text('Equipment', { max: 160 }),
    used: choice('Was it used', {
      always: 'In each exam',
      some: 'In some',
      none: 'In none',
    }),
    usedNote: longText('How it went', { help: 'Minutes used, subjects, what to change next time' }),
    endedOn: date('No longer needed from', { indexed: true }),
    note: longText('Note'),
  },
  titleOf: (a) => arrangementKinds[a.arrangement],
  rules: [
    {
      field: 'refusedOn',
      message: 'Say either when it was agreed or when it was refused',
      ok: (a) => !a.refusedOn || a.agreedOn === null,
    },
    {
      field: 'examsTo',
      message: 'The last exam is before the first',
      ok: (a) => !a.examsTo || !a.examsFrom || a.examsTo >= a.examsFrom,
    },
    {
      field: 'expires',
      message: 'The approval ends before it began',
      ok: (a) => !a.expires || !a.agreedOn || a.expires >= a.agreedOn,
    },
  ],
})
export type ExamArrangement = RecordOf<typeof ExamArrangement>
