import { choice, date, decimal, longText, money, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { staffRoles } from '../rules/codes.ts'

/** What an hour of a role costs with on-costs, from a day on. */
export const Rate = defineRecord({
  name: 'Rate',
  short: 'ra',
  list: 'Rates',
  label: 'Rate',
  about:
    'What an hour of a role costs with on-costs, from a date on; by the hour, or by the weekly hour a year.',
  audience: 'senco',
  people: [],
  fields: {
    role: choice('Role', staffRoles, { required: true, indexed: true }),
    from: date('In force from', { required: true, indexed: true }),
    basis: choice(
      'Reckoned',
      { hour: 'By the hour', weeklyHour: 'By one hour a week for a year' },
      { required: true },
    ),
    amount: money('Amount', { required: true, help: 'With National Insurance and pension' }),
    weeks: decimal('Weeks that the yearly amount covers', {
      places: 1,
      min: 1,
      max: 52,
      help: 'Only for one hour a week for a year: usually 38',
    }),
    working: longText('How it was reckoned', { since: 3 }),
    source: text('Where the figure comes from', { max: 255 }),
  },
  titleOf: (r) => `${staffRoles[r.role]} from ${r.from}`,
  rules: [
    {
      field: 'weeks',
      message: 'Say how many weeks the yearly amount covers',
      ok: (r) => r.basis !== 'weeklyHour' || r.weeks !== null,
    },
    { field: 'amount', message: 'A rate is more than nothing', ok: (r) => r.amount > 0 },
  ],
})
export type Rate = RecordOf<typeof Rate>
