import { choice, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Filters, order and columns of a list that somebody saved under a name. */
export const SavedView = defineRecord({
  name: 'SavedView',
  short: 'sw',
  list: 'Saved views',
  label: 'Saved view',
  about: 'Filters, order and columns of a list under a name, for everybody who reads the list.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    name: text('Name', { required: true, max: 60 }),
    place: choice(
      'Of',
      { register: 'Register', reviews: 'Reviews', today: 'Today' },
      { required: true, indexed: true },
    ),
    query: longText('What it shows', { help: 'The part of the address after the question mark' }),
  },
  titleOf: (v) => v.name,
})
export type SavedView = RecordOf<typeof SavedView>
