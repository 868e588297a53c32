import { choice, date, key, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { mondayOf } from '../rules/day.ts'

/** Why a pupil missed a session. */
export const missedReasons = {
  staffAbsent: 'Staff absent',
  pupilAbsent: 'Pupil absent',
  trip: 'Trip or event',
  refused: 'Pupil chose not to',
  other: 'Another reason',
} as const

/** One pupil's session: given or missed, how long, why. What was planned is reckoned from the timetable. */
export const Delivery = defineRecord({
  name: 'Delivery',
  short: 'de',
  list: 'Delivery log',
  label: 'Session',
  about:
    'One pupil’s session: whether it was given, for how many minutes, and why not. Staff who give support write it; all staff of the site can read it.',
  audience: 'staff',
  people: ['pupil', 'staff'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    allocation: key('Support', 'Allocation', { required: true }),
    slot: key('Time in the week', 'Slot'),
    day: date('Day', { required: true, indexed: true }),
    week: text('Week', {
      required: true,
      max: 10,
      indexed: true,
      help: 'The Monday of it, such as 2026-11-02: SharePoint gives a long list by an indexed text, not by a range of days',
    }),
    planned: wholeNumber('Minutes planned', { max: 600 }),
    minutes: wholeNumber('Minutes given', { required: true, max: 600 }),
    missed: choice('Missed because', missedReasons, { special: true, indexed: true }),
    note: text('Note', { special: true, max: 255, help: 'All staff can read this' }),
    by: text('Given by', { max: 120 }),
    userPrincipalName: text('Their user principal name', { max: 120, indexed: true }),
    makesUp: key('Makes up for', 'Delivery'),
  },
  titleOf: (d) => d.day,
  rules: [
    { field: 'week', message: 'The week is that of the day', ok: (d) => d.week === mondayOf(d.day) },
    {
      field: 'missed',
      message: 'A session of no minutes was missed: say why',
      ok: (d) => d.minutes > 0 || d.missed !== null,
    },
  ],
})
export type Delivery = RecordOf<typeof Delivery>
