import { choice, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** A point that was parked in a meeting so that it isn’t lost, and what became of it. */
export const MeetingPoint = defineRecord({
  name: 'MeetingPoint',
  short: 'mp',
  list: 'Meeting points',
  label: 'Parked point',
  about: 'A point that was parked in a meeting, and what became of it.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff', 'professional'],
  since: 3,
  fields: {
    review: key('Review', 'Review', { required: true }),
    text: longText('Point', { required: true }),
    raisedBy: text('Raised by', { max: 120 }),
    topic: text('Parked under', { max: 120 }),
    state: choice(
      'State',
      { parked: 'Parked', settled: 'Settled', action: 'Made an action' },
      { required: true },
    ),
    settledHow: longText('How it was settled'),
    action: key('Action made of it', 'Action'),
  },
  titleOf: (p) => p.text.slice(0, 80),
})
export type MeetingPoint = RecordOf<typeof MeetingPoint>
