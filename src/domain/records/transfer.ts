import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** How a file goes so that nobody else reads it; never in the text of an email. */
const safeWays = {
  schoolToSchool: 'School-to-School (the Department for Education’s secure transfer)',
  email: 'Encrypted email',
  portal: 'A secure portal of the school, trust or authority',
  hand: 'By hand, against a signature',
  post: 'Recorded post, marked for the SENCO alone',
} as const

/** The days of whoever leaves, and of whoever arrives: the other way has none of them. */
const leavingDays = ['ctfOn', 'sentOn', 'protectionOn', 'receiptAskedOn'] as const
const arrivingDays = ['askedOn', 'arrivedOn', 'receiptSentOn'] as const

/**
 * A pupil's records on their way to or from another school. The last day on roll is the pupil's `left`, the first
 * `admitted`, the next school's receipt `fileReceived`: each is said once, in the pupil's own row.
 */
export const Transfer = defineRecord({
  name: 'Transfer',
  short: 'tf',
  list: 'Transfers',
  label: 'Transfer of records',
  about:
    'A pupil’s records on their way to or from another school: which school, how they go safely, when they went, and whether the receipt came.',
  audience: 'senco',
  people: ['pupil', 'professional'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    way: choice(
      'Which way',
      { leaving: 'The pupil leaves us', arriving: 'The pupil comes to us' },
      { required: true, indexed: true },
    ),
    school: text('The other school or college', {
      max: 120,
      help: 'Blank while it isn’t known',
    }),
    senco: text('Its SENCO', { max: 120, help: 'The file goes to this person alone' }),
    telephone: text('Telephone', { max: 40 }),
    email: text('Email', { max: 120 }),
    address: longText('Address'),
    safeWay: choice('Safe way to send it', safeWays, {
      help: 'Agree it with the other SENCO before anything goes',
    }),
    safeNote: text('About that way', {
      max: 255,
      help: 'Such as a portal’s address. Never a password',
    }),
    packOn: date('Transfer pack made on'),
    packMark: text('SHA-256 of the pack', {
      max: 64,
      help: 'The other school can check with it that it has this very file',
    }),
    ctfOn: date('CTF and pupil record sent on', {
      help: 'The office sends them from the MIS; here is only the day',
    }),
    sentOn: date('SEND file sent on', { indexed: true }),
    reference: text('Number of the parcel or receipt', { max: 60 }),
    protectionOn: date('Child-protection file handed over on', {
      help: 'By the safeguarding lead to theirs, apart from this file. Only the day, never what is in it',
    }),
    receiptAskedOn: date('Receipt asked for on'),
    askedOn: date('File asked for on'),
    arrivedOn: date('File came on', { indexed: true }),
    missing: longText('What was missing in it'),
    receiptSentOn: date('Our receipt sent on'),
    chaseOn: date('Ask again on', {
      indexed: true,
      help: 'Blank: as many days after the last step as School settings say',
    }),
    closedOn: date('Closed on', { indexed: true }),
    note: longText('Note'),
  },
  titleOf: (r) => `${r.way === 'leaving' ? 'To' : 'From'} ${r.school ?? 'another school'}`,
  rules: [
    {
      field: 'safeWay',
      message: 'Say the safe way before you say that the file went',
      ok: (r) => !r.sentOn || r.safeWay !== null,
    },
    {
      field: 'sentOn',
      message: 'Say to which school it went',
      ok: (r) => !r.sentOn || r.school !== null,
    },
    ...leavingDays.map((field) => ({
      field,
      message: 'This is for a pupil who leaves; this pupil comes to us',
      ok: (r: { readonly way: string } & { readonly [F in (typeof leavingDays)[number]]: string | null }) =>
        r.way === 'leaving' || r[field] === null,
    })),
    ...arrivingDays.map((field) => ({
      field,
      message: 'This is for a pupil who comes to us; this pupil leaves',
      ok: (r: { readonly way: string } & { readonly [F in (typeof arrivingDays)[number]]: string | null }) =>
        r.way === 'arriving' || r[field] === null,
    })),
    {
      field: 'receiptAskedOn',
      message: 'A receipt is asked for on or after the day on which the file went',
      ok: (r) => !r.receiptAskedOn || (r.sentOn !== null && r.receiptAskedOn >= r.sentOn),
    },
    {
      field: 'receiptSentOn',
      message: 'Our receipt is sent on or after the day on which the file came',
      ok: (r) => !r.receiptSentOn || (r.arrivedOn !== null && r.receiptSentOn >= r.arrivedOn),
    },
  ],
})
export type Transfer = RecordOf<typeof Transfer>
