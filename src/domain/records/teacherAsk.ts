import { choice, date, key, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** That one teacher is asked the short questions about one pupil. It says nothing of why. */
export const TeacherAsk = defineRecord({
  name: 'TeacherAsk',
  short: 'ta',
  list: 'Questions to teachers',
  label: 'Question to a teacher',
  about: 'That a teacher is asked the same short questions about a pupil, by when. It says nothing of why.',
  audience: 'staff',
  people: ['pupil', 'staff'],
  since: 3,
  fields: {
    concern: key('Concern', 'Concern', { required: true }),
    pupil: key('Pupil', 'Pupil', { required: true }),
    pupilName: text('Pupil’s name', { required: true, max: 160 }),
    teacher: text('Teacher', { required: true, max: 120 }),
    userPrincipalName: text('Their user principal name', { required: true, max: 120, indexed: true }),
    subject: text('Subject or class', { max: 80 }),
    askedOn: date('Asked on', { required: true }),
    due: date('Answer by', { indexed: true }),
    state: choice(
      'State',
      { open: 'Waiting', answered: 'Answered', closed: 'No longer needed' },
      { required: true, indexed: true },
    ),
  },
  titleOf: (a) => `${a.teacher}, ${a.due ?? a.askedOn}`,
})
export type TeacherAsk = RecordOf<typeof TeacherAsk>
