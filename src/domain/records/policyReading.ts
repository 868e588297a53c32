import { choice, date, key, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/**
 * That a member of staff was asked to read a policy, and whether they have. It lies on the staff site, so that they can
 * tick it themselves; who last wrote the row, SharePoint says.
 */
export const PolicyReading = defineRecord({
  name: 'PolicyReading',
  short: 'yr',
  list: 'Policies to read',
  label: 'Policy to read',
  about:
    'That a member of staff was asked to read one version of a policy, and on which day they said that they have.',
  audience: 'staff',
  people: ['staff'],
  since: 3,
  fields: {
    policy: key('Policy', 'Policy', { required: true }),
    name: text('What to read', { required: true, max: 160 }),
    version: text('Version to read', { max: 40 }),
    link: text('Where it stands', { max: 255 }),
    person: text('Who is asked', { required: true, max: 120 }),
    userPrincipalName: text('Their user principal name', {
      max: 120,
      indexed: true,
      help: 'The name with which they sign in: then they can tick it themselves',
    }),
    askedOn: date('Asked on', { required: true, indexed: true }),
    readOn: date('Read on', { indexed: true }),
    how: choice('How we know', { self: 'They ticked it themselves', told: 'They told us' }),
  },
  titleOf: (r) => `${r.name}: ${r.person}`,
  rules: [
    {
      field: 'readOn',
      message: 'Nobody reads it before they were asked: put one of the days right',
      ok: (r) => !r.readOn || r.readOn >= r.askedOn,
    },
  ],
})
export type PolicyReading = RecordOf<typeof PolicyReading>
