import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { showDay } from '../rules/day.ts'

/** Whether something may go to a contact with a restriction: what was asked, who decided, and why. */
export const ContactAnswer = defineRecord({
  name: 'ContactAnswer',
  short: 'ca',
  list: 'Contact answers',
  label: 'Answer on a contact restriction',
  about:
    'Whether a letter may go to a contact with a restriction: what was asked, who decided, and why, each time.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    review: key('Review', 'Review'),
    contact: key('Contact', 'Contact'),
    to: text('To', { required: true, max: 120 }),
    what: text('Of what', { required: true, max: 120, help: 'The kind of letter, never a name' }),
    on: date('Asked on', { required: true, indexed: true }),
    asked: longText('Contact restriction as it stood'),
    answer: choice('Answer', { may: 'It may go', mayNot: 'It may not go' }, { required: true }),
    decidedBy: text('Who decided', { required: true, max: 120 }),
    why: longText('Why', { required: true }),
  },
  titleOf: ({ what, on }) => `${what}, ${showDay(on)}`,
})
export type ContactAnswer = RecordOf<typeof ContactAnswer>
