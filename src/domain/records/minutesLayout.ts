import { date, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** In which order the minutes of a review stand and what their parts are called: the school's own way, or one authority's. */
export const MinutesLayout = defineRecord({
  name: 'MinutesLayout',
  short: 'ml',
  list: 'Minutes layouts',
  label: 'Order of the minutes',
  about:
    'The order and headings of the parts of the minutes, for all reviews or for those of one authority. Names no child.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    authority: text('For reviews of', { max: 120, indexed: true, help: 'Blank: for every other review' }),
    parts: longText('Parts in order', { required: true, help: 'Written by its own screen' }),
    sourced: date('Taken from the authority on'),
    note: longText('Note'),
  },
  titleOf: (layout) => layout.authority ?? 'The school',
})
export type MinutesLayout = RecordOf<typeof MinutesLayout>
