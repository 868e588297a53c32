import { choice, date, key, text, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** What the SENCO chose to show the staff of one pupil; one row a pupil. The copies lie in the staff site. */
export const Publication = defineRecord({
  name: 'Publication',
  short: 'pb',
  list: 'Publications',
  label: 'What staff see',
  about: 'Which parts of a pupil’s record the SENCO published to staff, when, and whether it was withdrawn.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  since: 2,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    state: choice(
      'State',
      { published: 'Published', withdrawn: 'Withdrawn' },
      { required: true, indexed: true },
    ),
    health: yesNo('That there is a health-care plan', { special: true, since: 3 }),
    needs: yesNo('Needs'),
    keyAdult: yesNo('Key adult'),
    communication: yesNo('How the pupil communicates'),
    goodAt: yesNo('What people like and admire'),
    strengths: yesNo('What the pupil is good at', { since: 3 }),
    important: yesNo('What is important to the pupil'),
    helps: yesNo('How to support the pupil well'),
    avoid: yesNo('What does not help'),
    triggers: yesNo('What upsets or worries the pupil', { since: 3 }),
    equipment: yesNo('Equipment that the pupil uses', { since: 3 }),
    exams: yesNo('How the pupil works in tests and exams', { since: 3 }),
    strategies: yesNo('Strategies in class'),
    targets: yesNo('Current outcomes and targets'),
    on: date('Last published', { required: true }),
    by: text('By', { max: 120 }),
  },
  titleOf: (p) => `${p.state} ${p.on}`,
})
export type Publication = RecordOf<typeof Publication>
