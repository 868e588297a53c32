import { choice, date, key, longText, money, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

export const adjustmentPlaces = {
  class: 'In class',
  trips: 'Trips and visits',
  pe: 'PE and sport',
  exams: 'Exams and tests',
  clubs: 'Clubs',
  breaks: 'Breaks and meals',
  about: 'Getting to school and about it',
  policy: 'A rule or practice of the school',
  everywhere: 'Everywhere',
} as const

/** What the school changes so that a disabled pupil is at no substantial disadvantage (Equality Act 2010, section 20), or why it does not. */
export const Adjustment = defineRecord({
  name: 'Adjustment',
  short: 'aj',
  list: 'Reasonable adjustments',
  label: 'Reasonable adjustment',
  about:
    'What stands in a disabled pupil’s way, what the school does about it or why it does not, decided with whom, what it cost and what it changed.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    barrier: longText('What stands in the way', { special: true, required: true }),
    adjustment: longText('What the school does about it', { special: true }),
    where: choice('Where', adjustmentPlaces, { required: true, indexed: true }),
    askedOn: date('Asked for or seen on', { required: true, indexed: true }),
    askedBy: text('Asked for by', { max: 120 }),
    decidedOn: date('Decided on', { indexed: true }),
    decidedBy: text('Decided by', { max: 120 }),
    decidedWith: text('Decided with', { max: 160, help: 'Pupil, parents, professionals' }),
    cost: money('What it costs the school', { help: 'A family is never charged for an adjustment' }),
    inPlaceFrom: date('In place from', { indexed: true }),
    declinedOn: date('Declined on', { indexed: true }),
    declinedWhy: longText('Why it was declined', {
      help: 'What was weighed: how well it would work, how practicable it is, what it costs, safety, other pupils. Write what is done instead.',
    }),
    reviewOn: date('Look at it again on', {
      indexed: true,
      help: 'Blank: as many months after the last look as School settings say',
    }),
    reviewedOn: date('Last looked at on', { indexed: true }),
    impact: longText('What it changed', { special: true }),
    endedOn: date('Ended on', { indexed: true }),
    note: longText('Note'),
  },
  titleOf: (a) => `${adjustmentPlaces[a.where]}, ${a.askedOn}`,
  rules: [
    {
      field: 'declinedWhy',
      message: 'Say why it was declined, and what is done instead',
      ok: (a) => !a.declinedOn || a.declinedWhy !== null,
    },
    {
      field: 'adjustment',
      message: 'Say what the school does before it is in place',
      ok: (a) => !a.inPlaceFrom || a.adjustment !== null,
    },
    {
      field: 'inPlaceFrom',
      message: 'It is either in place or declined: end it before you decline it',
      ok: (a) => !a.inPlaceFrom || a.declinedOn === null,
    },
    {
      field: 'decidedOn',
      message: 'The decision comes on or after the day on which it was asked for',
      ok: (a) => !a.decidedOn || a.decidedOn >= a.askedOn,
    },
    {
      field: 'endedOn',
      message: 'It ends on or after the day from which it was in place',
      ok: (a) => !a.endedOn || !a.inPlaceFrom || a.endedOn >= a.inPlaceFrom,
    },
  ],
})
export type Adjustment = RecordOf<typeof Adjustment>
