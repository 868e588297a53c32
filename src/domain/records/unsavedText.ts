import { longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/**
 * What somebody typed into a field that could not be stored there: another person's text came first, or it is not yet a
 * value. Kept so that a reload loses nothing; one row a person and field, archived once it is settled.
 */
export const UnsavedText = defineRecord({
  name: 'UnsavedText',
  short: 'ut',
  list: 'Unsaved text',
  label: 'Unsaved text',
  about: 'Text that somebody typed and that is not stored in its record yet, kept until they settle it.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  since: 2,
  fields: {
    owner: text('Whose', {
      required: true,
      indexed: true,
      max: 64,
      help: 'Id of the person in Microsoft 365',
    }),
    recordType: text('Kind of record', { required: true, max: 40 }),
    record: text('Record', { required: true, indexed: true, max: 26 }),
    field: text('Field', { required: true, max: 40 }),
    typed: longText('As typed', { special: true }),
    before: longText('What was stored when the typing began', { special: true }),
  },
  titleOf: (u) => `${u.recordType} ${u.field}`,
})
export type UnsavedText = RecordOf<typeof UnsavedText>
