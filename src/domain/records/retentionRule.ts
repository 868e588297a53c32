import { choice, date, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** The groups of records that are kept for a time of their own (rules/retention.ts says what is usual). */
export const retentionGroups = {
  sendFile: 'SEND file, plans and reviews (last school)',
  passedOn: 'Own copy after a pupil left and the file was passed on',
  pupilFile: 'Pupil file of a secondary school',
  finance: 'Provision maps and costs',
  complaint: 'Complaints and tribunals',
  accessArrangements: 'Evidence for access arrangements',
  disclosure: 'Disclosure log',
  job: 'Files of jobs',
  concernAside: 'Concerns of staff about no pupil of the school',
} as const

export const countedWords = {
  dateOfBirth: 'Date of birth',
  left: 'Day the pupil left',
  received: 'Day the next school confirmed that it has the file',
  closed: 'Day it was closed',
  yearEnd: 'End of the financial year',
  made: 'Day it was made',
} as const

/** From what each group can be counted: its records have no other day. */
export const countable: Readonly<Record<keyof typeof retentionGroups, readonly string[]>> = {
  sendFile: ['dateOfBirth', 'left'],
  passedOn: ['received', 'left', 'dateOfBirth'],
  pupilFile: ['dateOfBirth', 'left'],
  finance: ['yearEnd', 'made'],
  complaint: ['closed'],
  accessArrangements: ['dateOfBirth', 'left'],
  disclosure: ['made'],
  job: ['made'],
  concernAside: ['closed', 'made'],
}

/** How long one group of records is kept, from a day on: the newest row of a group that has begun is in force. */
export const RetentionRule = defineRecord({
  name: 'RetentionRule',
  short: 'rr',
  list: 'Retention rules',
  label: 'Retention rule',
  about:
    'How long a group of records is kept, from a date on. What is usual holds where a school says nothing.',
  audience: 'senco',
  people: [],
  since: 2,
  fields: {
    group: choice('Records', retentionGroups, { required: true, indexed: true }),
    from: date('In force from', { required: true, indexed: true }),
    counted: choice('Counted from', countedWords, { required: true }),
    years: wholeNumber('Years', { required: true, max: 120 }),
    months: wholeNumber('and months', { max: 11 }),
    source: text('Whose rule', { max: 255 }),
  },
  titleOf: (r) => `${r.group} ${r.from}`,
  rules: [
    {
      field: 'counted',
      message: 'These records can’t be counted from that day',
      ok: (r) => countable[r.group].includes(r.counted),
    },
  ],
})
export type RetentionRule = RecordOf<typeof RetentionRule>
