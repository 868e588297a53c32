import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { showDay } from '../rules/day.ts'

/** The days that follow the sending, in their usual order. */
const afterSending = ['acknowledgedOn', 'listedOn', 'seenOn', 'reportOn', 'declinedOn'] as const

/** A pupil for whom a service outside the school was asked: from the agreement to what came of it. */
export const Referral = defineRecord({
  name: 'Referral',
  short: 'rf',
  list: 'Referrals',
  label: 'Referral',
  about:
    'A request to a service outside the school: why, who agreed, when it was sent, acknowledged, seen and answered, and what came of it.',
  audience: 'senco',
  people: ['pupil', 'family', 'professional'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    service: key('Service', 'Service', { required: true }),
    person: text('To whom there', { max: 120 }),
    need: key('Need it is about', 'Need'),
    reason: longText('Why we ask', { special: true, required: true }),
    tried: longText('What has been tried', {
      special: true,
      help: 'With what changed, as the service will ask for it',
    }),
    question: longText('What we ask for'),
    consentHow: choice(
      'Agreement',
      {
        written: 'In writing',
        email: 'By email',
        spoken: 'Spoken, noted here',
        notNeeded: 'Not needed: the law asks or allows us to share',
      },
      { help: 'Of a parent, or of the young person from 16' },
    ),
    consentFrom: text('Agreed by', { max: 120 }),
    consentOn: date('Agreed on'),
    sentOn: date('Sent on', { indexed: true }),
    method: choice('Sent by', {
      form: 'The service’s own form',
      letter: 'Letter',
      email: 'Email',
      telephone: 'Telephone',
      meeting: 'At a meeting',
    }),
    reference: text('Their reference', { max: 60 }),
    acknowledgedOn: date('Acknowledged on'),
    listedOn: date('On the waiting list since'),
    seenOn: date('First seen on'),
    reportOn: date('Report received on'),
    declinedOn: date('Turned down on'),
    chaseOn: date('Ask again on', {
      indexed: true,
      help: 'Blank: as many days after the last step as School settings say',
    }),
    advice: longText('What they advise', { special: true }),
    allocation: key('Support that follows from it', 'Allocation'),
    outcome: choice('How it ended', {
      advice: 'We have their advice',
      helps: 'They work with the pupil',
      declined: 'They turned it down',
      withdrawn: 'The family or the school took it back',
      moved: 'The pupil moved',
    }),
    closedOn: date('Closed on', { indexed: true }),
    note: longText('Note'),
  },
  titleOf: (r) => (r.sentOn ? `Referral of ${showDay(r.sentOn)}` : 'Referral being prepared'),
  rules: [
    {
      field: 'sentOn',
      message: 'Say under Agreement who agreed and how before it is sent, or why that isn’t needed',
      ok: (r) => !r.sentOn || r.consentHow !== null,
    },
    ...afterSending.map((field) => ({
      field,
      message: 'This comes on or after the day on which it was sent',
      ok: (r: { readonly [F in (typeof afterSending)[number] | 'sentOn']: string | null }) =>
        !r[field] || (r.sentOn !== null && r[field] >= r.sentOn),
    })),
  ],
})
export type Referral = RecordOf<typeof Referral>
