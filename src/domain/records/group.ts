import { date, decimal, key, longText, money, text, wholeNumber, choice } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { staffRoles } from '../rules/codes.ts'

/**
 * A run of a provision for several pupils: what holds for all of them is here once; a pupil's own Allocation says
 * from when to when and what differs.
 */
export const Group = defineRecord({
  name: 'Group',
  short: 'gr',
  list: 'Groups',
  label: 'Group',
  about:
    'A run of a provision for several pupils: when, how often, how long, by whom. Pupils are in it by their own dates.',
  audience: 'senco',
  people: ['staff'],
  since: 3,
  fields: {
    provision: key('Provision', 'Provision', { required: true }),
    name: text('Group', { required: true, max: 120, help: 'Such as Year 4 phonics, autumn' }),
    from: date('From', { required: true, indexed: true }),
    until: date('Until', { indexed: true }),
    reviewBy: date('Look at it again by', { indexed: true }),
    sessionsPerWeek: decimal('Sessions a week', { places: 2, max: 50 }),
    minutes: wholeNumber('Minutes a session', { max: 600 }),
    prepMinutes: wholeNumber('Preparation, minutes a session', { max: 600 }),
    weeks: decimal('Weeks', { places: 1, max: 60 }),
    size: wholeNumber('Pupils who share its cost', {
      min: 1,
      max: 60,
      help: 'Blank: those who are in it',
    }),
    role: choice('Delivered by', staffRoles, { indexed: true }),
    staff: text('Who', { max: 120 }),
    userPrincipalName: text('Their user principal name', {
      max: 120,
      help: 'The address that they sign in with, so that their sessions find them',
    }),
    place: text('Where', { max: 120 }),
    resources: money('Resources for the group'),
    external: money('External cost for the group'),
    notes: longText('Notes'),
  },
  titleOf: (g) => g.name,
  rules: [{ field: 'until', message: 'Until is before from', ok: (g) => !g.until || g.until >= g.from }],
})
export type Group = RecordOf<typeof Group>
