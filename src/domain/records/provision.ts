import { choice, decimal, key, longText, text, wholeNumber, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { areasOfNeed } from '../rules/codes.ts'

/** Levels of provision, mildest first; what a school calls them and which it uses is a dated setting (LevelSetting). */
export const provisionLevels = {
  universal: 'Universal',
  targeted: 'Targeted',
  targetedPlus: 'Targeted plus',
  specialist: 'Specialist',
} as const

/** What the school offers; a pupil in it is an Allocation. */
export const Provision = defineRecord({
  name: 'Provision',
  short: 'pr',
  list: 'Provisions',
  label: 'Provision',
  about: 'What the school offers: an intervention, a kind of support, an agreement, a piece of equipment.',
  audience: 'senco',
  people: [],
  fields: {
    name: text('Provision', { required: true, max: 120 }),
    level: choice('Level', provisionLevels, { required: true, indexed: true }),
    areaOfNeed: choice('Area of need', areasOfNeed, { required: true, indexed: true }),
    line: choice(
      'Kind of line',
      {
        ta: 'Teaching assistant',
        teacher: 'Teacher',
        external: 'External agreement',
        equipment: 'Equipment',
        supervision: 'Supervision',
      },
      { required: true },
    ),
    description: longText('What it is'),
    intended: longText('What it should change'),
    entry: longText('Who it is for'),
    exit: longText('When it ends'),
    training: text('Training that staff need', { max: 255 }),
    offered: yesNo('Offered this year'),
    usualRole: choice('Usually delivered by', {
      ta: 'Teaching assistant',
      hlta: 'Higher level teaching assistant',
      teacher: 'Teacher',
      external: 'External professional',
      none: 'Nobody',
    }),
    evidenceBase: longText('What it rests on', {
      since: 3,
      help: 'Research, guidance or the school’s own results, with the source',
    }),
    sessionsPerWeek: decimal('Usual sessions a week', { since: 3, places: 2, max: 50 }),
    minutes: wholeNumber('Usual minutes a session', { since: 3, max: 600 }),
    weeks: decimal('Usual weeks', { since: 3, places: 1, max: 60 }),
    groupSize: wholeNumber('Usual group', { since: 3, min: 1, max: 60, unit: 'pupils' }),
    replaces: key('Replaces', 'Provision'),
  },
  titleOf: (p) => p.name,
})
export type Provision = RecordOf<typeof Provision>
