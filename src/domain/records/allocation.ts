import { choice, date, decimal, key, longText, money, text, wholeNumber, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { staffRoles } from '../rules/codes.ts'

/** A pupil in a provision: when, how much, with whom, and what its cost is reckoned from. */
export const Allocation = defineRecord({
  name: 'Allocation',
  short: 'al',
  list: 'Allocations',
  label: 'Support for a pupil',
  about:
    'A pupil in a provision: dates, sessions, minutes, group, staff, and what its cost is reckoned from.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    provision: key('Provision', 'Provision', { required: true }),
    group: key('Group', 'Group', { since: 3, help: 'What is blank here is as the group has it' }),
    outcome: key('Outcome it serves', 'Outcome'),
    need: key('Need it answers', 'Need'),
    inPlan: yesNo('In Section F of the plan'),
    specified: longText('As the plan specifies it', { special: true }),
    specifiedMinutes: decimal('Minutes a week that the plan specifies', { since: 3, places: 1, max: 3000 }),
    from: date('From', { required: true, indexed: true }),
    until: date('Until', { indexed: true }),
    sessionsPerWeek: decimal('Sessions a week', { places: 2, max: 50 }),
    minutes: wholeNumber('Minutes a session', { max: 600 }),
    prepMinutes: wholeNumber('Preparation, minutes a session', { max: 600 }),
    weeks: decimal('Weeks', { places: 1, max: 60 }),
    groupSize: wholeNumber('Pupils in the group', { min: 1, max: 60 }),
    charge: choice(
      'Cost falls on this pupil',
      { share: 'By share of the group', full: 'In full' },
      { help: 'In full where the group exists for this pupil alone and the authority allows it' },
    ),
    role: choice('Delivered by', staffRoles, { indexed: true }),
    staff: text('Who', { max: 120 }),
    place: text('Where', { max: 120 }),
    resources: money('Resources for the group'),
    external: money('External cost for the group'),
    funding: choice('Funding', {
      E1: 'Element 1: core',
      E2: 'Element 2: school’s SEN budget',
      E3: 'Element 3: top-up',
      PP: 'Pupil premium',
      other: 'Other',
    }),
    countsTowardsElement2: yesNo('Counts towards the £6,000', {
      help: 'Some authorities leave out breaks, or support with no named strategy',
    }),
    entryScore: key('Score at the start', 'Score', { since: 3 }),
    exitScore: key('Score at the end', 'Score', { since: 3 }),
    entryMeasure: text('Measure at the start', { max: 255 }),
    exitMeasure: text('Measure at the end', { max: 255 }),
    expected: text('What was expected by the end', { since: 3, max: 255 }),
    expectedGain: decimal('Expected gain', {
      since: 3,
      places: 1,
      min: -1000,
      max: 1000,
      help: 'In what the tool of its scores counts, such as months of age or points; above 0 is better',
    }),
    effect: choice('Did it work', { yes: 'Yes', partly: 'Partly', notYet: 'Not yet' }),
    exitDecision: choice(
      'What happened then',
      {
        met: 'Met: it ended',
        continue: 'Carried on',
        change: 'Something else instead',
        escalate: 'More help',
      },
      { since: 3 },
    ),
    notes: longText('Notes'),
  },
  titleOf: (a) => a.from,
  rules: [{ field: 'until', message: 'Until is before from', ok: (a) => !a.until || a.until >= a.from }],
})
export type Allocation = RecordOf<typeof Allocation>
