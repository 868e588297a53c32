import { date, longText, text, wholeNumber, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { isAddress } from '../rules/serviceWords.ts'

/** A policy or procedure that the SENCO writes or looks after: where it stands, in which version, and until when. */
export const Policy = defineRecord({
  name: 'Policy',
  short: 'py',
  list: 'Policies',
  label: 'Policy',
  about:
    'A policy or procedure about SEND: whose it is, the version in force, where it stands and when it is reviewed.',
  audience: 'senco',
  people: ['staff'],
  since: 3,
  fields: {
    name: text('Policy', { required: true, max: 160 }),
    owner: text('Whose it is', { max: 120 }),
    byLaw: yesNo('The law asks for it'),
    version: text('Version in force', { max: 40, help: 'Such as 2026 or 3.1' }),
    link: text('Where this version stands', {
      max: 255,
      help: 'The address of the document, as staff open it',
    }),
    approvedOn: date('Approved on', { indexed: true }),
    approvedBy: text('Approved by', { max: 120, help: 'Such as the governing body' }),
    every: wholeNumber('Reviewed every', { min: 1, max: 60, unit: 'months' }),
    reviewBy: date('Review by', {
      indexed: true,
      help: 'Blank: as many months after its approval as stand beside it',
    }),
    changed: longText('What is new in this version'),
    note: longText('Note'),
  },
  titleOf: (p) => p.name,
  rules: [
    {
      field: 'link',
      message: 'Write the whole address, beginning with https:// or http://',
      ok: (p) => !p.link || isAddress(p.link),
    },
    {
      field: 'reviewBy',
      message: 'The review comes after the day on which it was approved',
      ok: (p) => !p.reviewBy || !p.approvedOn || p.reviewBy > p.approvedOn,
    },
  ],
})
export type Policy = RecordOf<typeof Policy>
