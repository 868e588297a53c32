import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { periodStatuses, senStatuses } from '../rules/codes.ts'
import { showDay } from '../rules/day.ts'

/**
 * A SEN status that a pupil had before the present one, on its own dates, with the change that ended it: what it became,
 * why, who decided, when the parent was told and on which day somebody wrote it down. The present one is on the pupil.
 * The first status of all began with a change too: a row of the status `U`, not known, holds it.
 */
export const StatusPeriod = defineRecord({
  name: 'StatusPeriod',
  short: 'st',
  list: 'Status history',
  label: 'Earlier status',
  about: 'A SEN status that a pupil had, from when to when. The present status is on the pupil’s own row.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    status: choice('SEN status', periodStatuses, {
      special: true,
      required: true,
      indexed: true,
      help: 'Not known: before the first status that is recorded',
    }),
    from: date('From', { indexed: true, help: 'Blank where nobody knows' }),
    until: date('Until', { required: true, help: 'The last day on which it held' }),
    became: choice('Changed to', senStatuses, { special: true }),
    why: longText('Why it changed'),
    decidedBy: text('Decided by', { max: 120 }),
    parentTold: date('Parent told on', {
      help: 'When support for special educational needs begins, the school must tell the parent',
    }),
    recordedOn: date('Written down on', { help: 'Not the day of the change, which may have been earlier' }),
  },
  titleOf: (s) => `${periodStatuses[s.status]} until ${showDay(s.until)}`,
  rules: [
    {
      field: 'until',
      message: 'The last day is before the first',
      ok: (s) => !s.from || s.until >= s.from,
    },
  ],
})
export type StatusPeriod = RecordOf<typeof StatusPeriod>
