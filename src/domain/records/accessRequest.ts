import { choice, date, key, longText, text, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import type { Disclosure } from './disclosure.ts'

/** Somebody asks for a copy of what is held about a pupil. Its last day is a rule's (rules/accessRequest.ts). */
export const AccessRequest = defineRecord({
  name: 'AccessRequest',
  short: 'ar',
  list: 'Access requests',
  label: 'Request for access',
  about:
    'Somebody asked for a copy of a pupil’s record: who, when, until when it must be answered, and when it was.',
  audience: 'senco',
  people: ['pupil', 'family'],
  since: 2,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    kind: choice(
      'Right',
      {
        subjectAccess: 'Subject access (UK GDPR, article 15)',
        educationalRecord: 'Parent’s right to the educational record (maintained schools)',
      },
      { required: true },
    ),
    received: date('Received', { required: true, indexed: true }),
    how: text('How it came', { max: 120, help: 'Spoken requests count' }),
    from: text('From', { max: 120 }),
    onBehalf: choice('They are', {
      pupil: 'The pupil',
      parent: 'A parent or carer',
      representative: 'Somebody acting for the pupil',
    }),
    identityChecked: date('Identity and authority checked'),
    pupilAgrees: yesNo('The pupil is old enough to decide and agrees'),
    extended: yesNo('Two months more: complex', {
      help: 'They must be told, with the reason, within the first month',
    }),
    extensionReason: longText('Why it is complex'),
    state: choice(
      'State',
      { open: 'Open', sent: 'Answered', withdrawn: 'Withdrawn' },
      { required: true, indexed: true },
    ),
    sent: date('Answered on'),
    note: longText('Note'),
  },
  titleOf: (a) => `Request ${a.received}`,
  rules: [
    { field: 'sent', message: 'Answered is before received', ok: (a) => !a.sent || a.sent >= a.received },
  ],
})
export type AccessRequest = RecordOf<typeof AccessRequest>

/** Whom the log names as getting the answer; null where nobody wrote down who asks. */
export const recipientOf = ({ onBehalf }: Pick<AccessRequest, 'onBehalf'>): Disclosure['recipient'] =>
  onBehalf === null ? null : onBehalf === 'representative' ? 'other' : 'family'
