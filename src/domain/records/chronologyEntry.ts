import { choice, date, key, longText, text, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/**
 * Something that happened, written down then or later: `happenedOn` is the day of the event, the row's own `createdAt`
 * the day of the entry. They are never the same field.
 */
export const ChronologyEntry = defineRecord({
  name: 'ChronologyEntry',
  short: 'ch',
  list: 'Chronology',
  label: 'Chronology entry',
  about:
    'Something that happened in a pupil’s SEND story, on the day it happened, whenever it was written down.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff', 'professional'],
  since: 2,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    happenedOn: date('Happened on', { required: true, indexed: true }),
    kind: choice(
      'Kind',
      {
        parents: 'Conversation with parents',
        meeting: 'Meeting',
        call: 'Telephone call',
        letter: 'Letter or email',
        observation: 'Observation',
        assessment: 'Assessment',
        concern: 'Concern',
        decision: 'Decision',
        other: 'Other',
      },
      { required: true, indexed: true },
    ),
    text: longText('What happened', {
      required: true,
      help: 'Write as if the family will read it: they may',
    }),
    source: text('Who said or sent it', { max: 120 }),
    thirdParty: yesNo('About or from another person', {
      help: 'Looked at before it is given out on a request for access',
    }),
  },
  titleOf: (c) => `${c.happenedOn} ${c.kind}`,
})
export type ChronologyEntry = RecordOf<typeof ChronologyEntry>
