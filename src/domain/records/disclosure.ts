import { choice, key, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Why somebody opened or passed on EHC plan data. Source: SEND Regulations 2014, regulation 17; Code of Practice 9.211. */
export const purposes = {
  provision: 'Planning or giving support',
  review: 'An annual review',
  assessment: 'An assessment or a change of the plan',
  transfer: 'A move to another school or phase',
  safeguarding: 'Safeguarding',
  parent: 'The parent or young person asked',
  authority: 'The local authority asked',
  monitoring: 'Checking quality or preparing for inspection',
  request: 'A request for access to personal data',
  other: 'Something else',
} as const

/** Who a document is for, once it leaves the school's lists. */
export const recipients = {
  school: 'Stays in school',
  family: 'The family',
  authority: 'Local authority',
  health: 'Health service',
  otherSchool: 'Another school or college',
  tribunal: 'Tribunal or solicitor',
  other: 'Somebody else',
} as const

/**
 * One opening or passing on of EHC plan data. Who and when are SharePoint's own (createdBy, createdAt), so that
 * nobody can write them as somebody else.
 */
export const Disclosure = defineRecord({
  name: 'Disclosure',
  short: 'dl',
  list: 'Disclosure log',
  label: 'Opening or disclosure',
  about:
    'Who opened or passed on EHC plan data, when and why. Everybody who reads may add; only the SENCO reads it.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  guard: 'addOnly',
  since: 2,
  fields: {
    pupil: key('Pupil', 'Pupil'),
    did: choice(
      'What was done',
      {
        opened: 'Opened',
        inserted: 'Put into a document',
        downloaded: 'Downloaded',
        saved: 'Saved to the library',
        exported: 'Exported',
        printed: 'Printed',
        sent: 'Sent',
      },
      { required: true, indexed: true },
    ),
    what: text('Of what', { required: true, max: 120, help: 'The kind of record or document, never a name' }),
    purpose: choice('Why', purposes, { required: true, indexed: true }),
    recipient: choice('For whom', recipients),
    warnings: wholeNumber('Warnings shown before it went', { max: 100_000 }),
    note: text('Note', { max: 255 }),
  },
  titleOf: (d) => `${d.did} ${d.what}`,
})
export type Disclosure = RecordOf<typeof Disclosure>
