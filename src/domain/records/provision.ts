import { choice, key, longText, text, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { areasOfNeed } from '../rules/codes.ts'

/** Levels of provision; waves 1 to 3 in older maps. */
export const provisionLevels = {
  universal: 'Universal',
  targeted: 'Targeted',
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
    description: longText('What it is and what it rests on'),
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
    replaces: key('Replaces', 'Provision'),
  },
  titleOf: (p) => p.name,
})
export type Provision = RecordOf<typeof Provision>
