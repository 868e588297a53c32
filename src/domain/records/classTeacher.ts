import { choice, date, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Who teaches or supports a class, so that “my pupils” knows whose they are. A filter, never a wall: the site is the wall. */
export const ClassTeacher = defineRecord({
  name: 'ClassTeacher',
  short: 'ct',
  list: 'Class staff',
  label: 'Class teacher or assistant',
  about: 'Who teaches or supports which class, from when to when.',
  audience: 'staff',
  people: ['staff'],
  since: 3,
  fields: {
    className: text('Class', { required: true, max: 40, indexed: true }),
    name: text('Name', { required: true, max: 120 }),
    userPrincipalName: text('User principal name', {
      max: 120,
      indexed: true,
      help: 'The address that they sign in with, such as a.khan@school.sch.uk',
    }),
    role: choice(
      'Role',
      { teacher: 'Class teacher', subject: 'Subject teacher', tutor: 'Tutor', ta: 'Teaching assistant' },
      { required: true },
    ),
    subject: text('Subject', { max: 80 }),
    from: date('From'),
    until: date('Until'),
  },
  titleOf: (t) => `${t.className}: ${t.name}`,
  rules: [
    {
      field: 'until',
      message: 'The last day is before the first',
      ok: (t) => !t.from || !t.until || t.until >= t.from,
    },
  ],
})
export type ClassTeacher = RecordOf<typeof ClassTeacher>
