import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { arrangementKinds } from '../rules/examCodes.ts'

/** One thing that was seen of how a pupil usually works: what an arrangement for exams rests on. */
export const ExamEvidence = defineRecord({
  name: 'ExamEvidence',
  short: 'xe',
  list: 'Normal way of working',
  label: 'Evidence of normal way of working',
  about:
    'What was seen on a day of how a pupil usually works in lessons and tests, by whose word: the evidence for arrangements in exams.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    day: date('Day', { required: true, indexed: true }),
    source: choice(
      'What it is',
      {
        teacher: 'A teacher’s word',
        mock: 'Mock or test script',
        work: 'Work in class or homework',
        observed: 'Seen in a lesson',
        support: 'Word of support staff',
        pupil: 'The pupil’s own word',
        parent: 'A parent’s word',
        report: 'Report of a professional',
        screening: 'Screening',
        primary: 'From an earlier school',
      },
      { required: true, indexed: true },
    ),
    subject: text('Subject or lesson', { max: 80 }),
    arrangement: choice('What was used', arrangementKinds, { special: true, indexed: true }),
    seen: longText('What was seen', {
      special: true,
      required: true,
      help: 'Such as: finished two of four questions in the time, the rest in 15 minutes more in green',
    }),
    by: text('Said or seen by', { required: true, max: 120 }),
    place: text('Where the paper lies', {
      max: 255,
      help: 'A script, a photo of work: its address or folder',
    }),
  },
  titleOf: (e) => e.day,
})
export type ExamEvidence = RecordOf<typeof ExamEvidence>
