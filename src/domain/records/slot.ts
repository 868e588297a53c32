import { choice, date, key, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { staffRoles } from '../rules/codes.ts'
import { parseTime } from '../rules/clockTime.ts'

export const schoolWeekdays = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
} as const

/**
 * A time in the week at which a group or a pupil is supported, and by whom. It lies in the staff site, since whoever
 * gives the session has to see it: `what` is in words that all staff may read.
 */
export const Slot = defineRecord({
  name: 'Slot',
  short: 'sl',
  list: 'Timetable of support',
  label: 'Time in the week',
  about: 'When in the week a group or a pupil is supported, where and by whom. All staff can read it.',
  audience: 'staff',
  people: ['pupil', 'staff'],
  since: 3,
  fields: {
    what: text('What', { required: true, max: 120, help: 'All staff can read this' }),
    provision: key('Provision', 'Provision'),
    group: key('Group', 'Group'),
    allocation: key('Support of one pupil', 'Allocation', { help: 'Where it is no group’s time' }),
    weekday: choice('Day', schoolWeekdays, { required: true, indexed: true }),
    starts: text('Begins', { required: true, max: 5, help: 'Such as 9:30' }),
    minutes: wholeNumber('Minutes', { required: true, min: 1, max: 600 }),
    everyWeeks: choice('How often', { every: 'Every week', odd: 'Week A', even: 'Week B' }),
    from: date('From', { required: true, indexed: true }),
    until: date('Until', { indexed: true }),
    role: choice('Delivered by', staffRoles),
    staff: text('Who', { max: 120 }),
    userPrincipalName: text('Their user principal name', { max: 120, indexed: true }),
    place: text('Where', { max: 120 }),
  },
  titleOf: (s) => `${s.what}, ${schoolWeekdays[s.weekday]} ${s.starts}`,
  rules: [
    { field: 'until', message: 'Until is before from', ok: (s) => !s.until || s.until >= s.from },
    {
      field: 'starts',
      message: 'Write a time, such as 9:30',
      ok: (s) => parseTime(s.starts) !== null,
    },
  ],
})
export type Slot = RecordOf<typeof Slot>
