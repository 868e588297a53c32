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
        parents: 'Contact with parents',
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
    how: choice(
      'How',
      {
        meeting: 'Meeting',
        video: 'Video call',
        telephone: 'Telephone',
        passing: 'In passing, such as at the gate',
        message: 'Text or app',
        email: 'Email',
        letter: 'Letter',
      },
      { since: 3 },
    ),
    talk: yesNo('One of the year’s conversations about SEN support', {
      since: 3,
      help: 'For contact with parents. Blank: meetings and calls count; what was written or said in passing does not',
    }),
    agreed: longText('What was agreed', { since: 3 }),
    followUp: date('Follow up by', {
      since: 3,
      indexed: true,
      help: 'For contact with parents. It comes onto Today',
    }),
    followedUp: date('Followed up on', { since: 3 }),
    thirdParty: yesNo('About or from another person', {
      help: 'Looked at before it is given out on a request for access',
    }),
  },
  titleOf: (c) => `${c.happenedOn} ${c.kind}`,
  rules: [
    {
      field: 'followUp',
      message: 'Only contact with parents is followed up here: choose that kind, or write an action instead',
      ok: (c) => !c.followUp || c.kind === 'parents',
    },
    {
      field: 'followUp',
      message: 'Follow up on the day of the contact or later',
      ok: (c) => !c.followUp || c.followUp >= c.happenedOn,
    },
    {
      field: 'followedUp',
      message: 'This comes on or after the day of the contact',
      ok: (c) => !c.followedUp || c.followedUp >= c.happenedOn,
    },
  ],
})
export type ChronologyEntry = RecordOf<typeof ChronologyEntry>
