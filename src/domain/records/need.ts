import { choice, date, key, longText, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { needTypes } from '../rules/codes.ts'

/** A special educational need of a pupil, as in Section B or in the school's own words. */
export const Need = defineRecord({
  name: 'Need',
  short: 'ne',
  list: 'Needs',
  label: 'Need',
  about:
    'A special educational need of a pupil: the census type, its rank, and what it means for this child.',
  audience: 'senco',
  people: ['pupil'],
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    type: choice('Type of need', needTypes, { special: true, required: true, indexed: true }),
    rank: wholeNumber('Rank', { min: 1, max: 99, help: '1 is the primary need, 2 the secondary' }),
    description: longText('What it means for this child', {
      special: true,
      help: 'Section B of the plan, or the school’s own words',
    }),
    from: date('From'),
    until: date('Until'),
    source: text('Where it was found', { max: 255, help: 'A report, an assessment, what teachers see' }),
  },
  titleOf: (n) => n.type,
  rules: [
    { field: 'until', message: 'Until is before from', ok: (n) => !n.until || !n.from || n.until >= n.from },
  ],
})
export type Need = RecordOf<typeof Need>
