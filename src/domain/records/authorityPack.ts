import { choice, date, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** How one authority's own form is filled: which of its places takes what. */
export const AuthorityPack = defineRecord({
  name: 'AuthorityPack',
  short: 'ap',
  list: 'Authority packs',
  label: 'Authority’s form',
  about:
    'An authority’s own form for the report of a review: which of its places takes which fact, with its limits. Names no child.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    authority: text('Local authority', { required: true, max: 120, indexed: true }),
    form: text('Name of the form', { required: true, max: 120 }),
    version: text('Version of the form', { max: 60, help: 'As it says on it, such as v3 or September 2025' }),
    sourced: date('Form taken from the authority on'),
    address: text('Where the authority publishes it', { max: 255 }),
    kind: choice(
      'What it is for',
      { review: 'Report of a review', costing: 'Costing of provision' },
      {
        since: 3,
      },
    ),
    file: text('The empty form in the library', { max: 120 }),
    mapping: longText('What goes where', { required: true, help: 'Written by the form’s own screen' }),
    note: longText('Note', { help: 'What this authority wants beside the form' }),
  },
  titleOf: (pack) => `${pack.authority}: ${pack.form}`,
})
export type AuthorityPack = RecordOf<typeof AuthorityPack>
