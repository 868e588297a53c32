import { key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Somebody who works for a service and whom the school knows. */
export const ServicePerson = defineRecord({
  name: 'ServicePerson',
  short: 'sy',
  list: 'People of services',
  label: 'Person of a service',
  about: 'Somebody who works for a service outside the school, and how to reach them.',
  audience: 'senco',
  people: ['professional'],
  since: 3,
  fields: {
    service: key('Service', 'Service', { required: true }),
    name: text('Name', { required: true, max: 120 }),
    role: text('Role', { max: 120 }),
    telephone: text('Telephone', { max: 40 }),
    email: text('Email', { max: 120 }),
    note: longText('Note'),
  },
  titleOf: (p) => p.name,
})
export type ServicePerson = RecordOf<typeof ServicePerson>
