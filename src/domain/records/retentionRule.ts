import { choice, date, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** What is kept for how long. Source: domain knowledge of the IRMS toolkit for schools and local policy. */
export const retentionGroups = {
  sendFile: 'SEND file, plans and reviews (last school)',
  passedOn: 'Own copy after a pupil left and the file was passed on',
  pupilFile: 'Pupil file of a secondary school',
  finance: 'Provision maps and costs',
  complaint: 'Complaints and tribunals',
  accessArrangements: 'Evidence for access arrangements',
  disclosure: 'Disclosure log',
  job: 'Files of jobs',
} as const

/** How long one group of records is kept, from a day on: the newest row of a group that has begun is in force. */
export const RetentionRule = defineRecord({
  name: 'RetentionRule',
  short: 'rr',
  list: 'Retention rules',
  label: 'Retention rule',
  about:
    'How long a group of records is kept, from a date on. What is usual holds where a school says nothing.',
  audience: 'senco',
  since: 2,
  fields: {
    group: choice('Records', retentionGroups, { required: true, indexed: true }),
    from: date('In force from', { required: true, indexed: true }),
    counted: choice(
      'Counted from',
      {
        dateOfBirth: 'Date of birth',
        left: 'Day the pupil left',
        closed: 'Day it was closed',
        yearEnd: 'End of the financial year',
        made: 'Day it was made',
      },
      { required: true },
    ),
    years: wholeNumber('Years', { required: true, max: 120 }),
    months: wholeNumber('and months', { max: 11 }),
    source: text('Whose rule', { max: 255 }),
  },
  titleOf: (r) => `${r.group} ${r.from}`,
})
export type RetentionRule = RecordOf<typeof RetentionRule>
