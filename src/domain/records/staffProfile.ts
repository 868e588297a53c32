import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { senStatuses, yearGroups } from '../rules/codes.ts'

/**
 * What staff see of one pupil: a copy that the SENCO published. What was not published is blank. Name, year group,
 * class and status are always there: staff must know whom it is about.
 */
export const StaffProfile = defineRecord({
  name: 'StaffProfile',
  short: 'sp',
  list: 'Pupil profiles',
  label: 'Published profile',
  about:
    'What the SENCO published about a pupil to the staff who teach and support them. A copy: change it at its source.',
  audience: 'staff',
  people: ['pupil', 'staff'],
  since: 2,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    surname: text('Surname', { required: true, indexed: true, max: 80 }),
    forename: text('Forename', { required: true, max: 80 }),
    preferredForename: text('Preferred forename', { max: 80 }),
    yearGroup: choice('Year group', yearGroups, { indexed: true }),
    className: text('Class', { max: 40, indexed: true }),
    status: choice('SEN status', senStatuses, { special: true, required: true, indexed: true }),
    health: text('Health', { special: true, max: 120, since: 3 }),
    needs: longText('Needs', { special: true }),
    keyAdult: text('Key adult', { max: 120 }),
    communication: longText('How I communicate', { special: true }),
    goodAt: longText('What people like and admire about me'),
    strengths: longText('What I am good at', { since: 3 }),
    important: longText('What is important to me'),
    helps: longText('How to support me well'),
    avoid: longText('What does not help'),
    triggers: longText('What upsets or worries me', { special: true, since: 3 }),
    equipment: longText('Equipment that I use', { special: true, since: 3 }),
    exams: longText('How I work in tests and exams', { since: 3 }),
    strategies: longText('Strategies in class'),
    publishedOn: date('Published', { required: true }),
    publishedBy: text('Published by', { max: 120 }),
  },
  titleOf: (p) => `${p.surname}, ${p.forename}`,
})
export type StaffProfile = RecordOf<typeof StaffProfile>
