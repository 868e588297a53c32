import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Something that somebody said they would do. */
export const Action = defineRecord({
  name: 'Action',
  short: 'ac',
  list: 'Actions',
  label: 'Action',
  about: 'Something agreed: what, who, by when, done or not.',
  audience: 'senco',
  people: ['pupil', 'staff', 'professional'],
  fields: {
    pupil: key('Pupil', 'Pupil'),
    review: key('Agreed at the review', 'Review'),
    what: longText('Action', { required: true }),
    owner: text('Who', { max: 120 }),
    due: date('By', { indexed: true }),
    status: choice(
      'Status',
      { open: 'To do', done: 'Done', dropped: 'Not done' },
      { required: true, indexed: true },
    ),
    doneOn: date('Done on'),
    note: text('Note', { max: 255 }),
  },
  titleOf: (a) => a.what.slice(0, 80),
})
export type Action = RecordOf<typeof Action>
