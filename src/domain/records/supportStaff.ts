import { choice, date, decimal, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { staffRoles } from '../rules/codes.ts'

/** Who gives support, for how many hours a week the school pays them, and what they are trained in. */
export const SupportStaff = defineRecord({
  name: 'SupportStaff',
  short: 'ss',
  list: 'Support staff',
  label: 'Member of support staff',
  about: 'Who gives support, for how many hours a week, from when to when, and what they are trained in.',
  audience: 'senco',
  people: ['staff'],
  since: 3,
  fields: {
    name: text('Name', { required: true, max: 120, indexed: true }),
    userPrincipalName: text('User principal name', { max: 120, indexed: true }),
    role: choice('Role', staffRoles, { required: true, indexed: true }),
    hours: decimal('Hours a week that are paid', { places: 2, max: 60 }),
    supportHours: decimal('Of those for support', {
      places: 2,
      max: 60,
      help: 'Blank: all of them. The rest is cover, duties, meetings',
    }),
    weeks: decimal('Paid weeks a year', { places: 2, min: 1, max: 52.2 }),
    from: date('From', { required: true, indexed: true }),
    until: date('Until', { indexed: true }),
    trained: longText('Trained in', { help: 'One a line' }),
    notes: longText('Notes'),
  },
  titleOf: (s) => s.name,
  rules: [
    { field: 'until', message: 'Until is before from', ok: (s) => !s.until || s.until >= s.from },
    {
      field: 'supportHours',
      message: 'Hours for support are more than the hours paid',
      ok: (s) => s.hours === null || s.supportHours === null || s.supportHours <= s.hours,
    },
  ],
})
export type SupportStaff = RecordOf<typeof SupportStaff>
