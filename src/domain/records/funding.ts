import { choice, date, key, longText, money, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Money that comes for one pupil, from when to when; a year's amount, so that part of a year can be reckoned. */
export const Funding = defineRecord({
  name: 'Funding',
  short: 'fu',
  list: 'Funding',
  label: 'Funding for a pupil',
  about: 'Money that comes for one pupil: top-up or other, its band, from when to when.',
  audience: 'senco',
  people: ['pupil'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    element: choice(
      'What it is',
      { E3: 'Element 3: top-up', place: 'Place funding', PP: 'Pupil premium', other: 'Other' },
      { required: true, indexed: true },
    ),
    authority: text('Who pays it', { max: 120 }),
    band: text('Band', { max: 40 }),
    amount: money('Amount a year', { help: 'Blank where a band is named: the band’s own amount' }),
    from: date('From', { required: true, indexed: true }),
    until: date('Until', { indexed: true }),
    decided: date('Decided on'),
    notes: longText('Notes'),
  },
  titleOf: (f) => f.from,
  rules: [
    { field: 'until', message: 'Until is before from', ok: (f) => !f.until || f.until >= f.from },
    {
      field: 'amount',
      message: 'Enter the amount a year, or the band',
      ok: (f) => f.amount !== null || f.band !== null,
    },
  ],
})
export type Funding = RecordOf<typeof Funding>
