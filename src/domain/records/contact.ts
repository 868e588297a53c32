import { choice, key, longText, text, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** A parent, carer or other person in a pupil's life. */
export const Contact = defineRecord({
  name: 'Contact',
  short: 'co',
  list: 'Contacts',
  label: 'Contact',
  about: 'A parent, carer or other person in a pupil’s life.',
  audience: 'senco',
  people: ['pupil', 'family'],
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    name: text('Name', { required: true, max: 120 }),
    relationship: choice('Relationship', {
      mother: 'Mother',
      father: 'Father',
      parent: 'Parent',
      stepParent: 'Step-parent',
      grandparent: 'Grandparent',
      fosterCarer: 'Foster carer',
      guardian: 'Guardian',
      other: 'Other',
    }),
    parentalResponsibility: yesNo('Has parental responsibility'),
    telephone: text('Telephone', { max: 40 }),
    email: text('Email', { max: 120 }),
    address: longText('Address, where different'),
    language: text('Language and format they prefer', { max: 120 }),
    restriction: longText('Contact restriction', { special: true, help: 'Whom to ask, never the reason' }),
  },
  titleOf: (c) => c.name,
})
export type Contact = RecordOf<typeof Contact>
