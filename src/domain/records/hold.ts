import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Why a record is held. After a complaint or a tribunal the record is kept for a time of its own (rules/retention.ts). */
export const holdKinds = {
  complaint: 'Complaint',
  tribunal: 'Tribunal or court',
  request: 'Request for access',
  inquiry: 'Inquiry or police',
  longer: 'The school keeps it longer',
  other: 'Something else',
} as const

/** Nothing of this pupil's may be disposed of while the hold lasts: a complaint, a tribunal, a request for access. */
export const Hold = defineRecord({
  name: 'Hold',
  short: 'hd',
  list: 'Legal holds',
  label: 'Legal hold',
  about: 'A reason to keep a pupil’s record whatever the retention rules say, until it is lifted.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  since: 2,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    kind: choice('Because of', holdKinds),
    from: date('From', { required: true }),
    reason: longText('Reason', { required: true }),
    by: text('Asked for by', { max: 120 }),
    lookAgain: date('Look at it again on', { indexed: true }),
    lifted: date('Lifted on', { indexed: true }),
  },
  titleOf: (h) => `Hold from ${h.from}`,
  rules: [{ field: 'lifted', message: 'Lifted is before from', ok: (h) => !h.lifted || h.lifted >= h.from }],
})
export type Hold = RecordOf<typeof Hold>
