import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

export const safetyKinds = {
  peep: 'Personal emergency evacuation plan (PEEP)',
  risk: 'Risk assessment',
  health: 'Individual health-care plan',
  handling: 'Moving and handling plan',
  other: 'Other',
} as const

/** That a plan for a pupil’s safety exists, where it lies and when it is looked at again. The plan itself stays where it is. */
export const SafetyPlan = defineRecord({
  name: 'SafetyPlan',
  short: 'zp',
  list: 'Safety plans',
  label: 'Safety plan',
  about:
    'That a pupil has an evacuation plan, a risk assessment or a health-care plan: where it lies, who has it, when it is looked at again.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    kind: choice('Kind of plan', safetyKinds, { special: true, required: true, indexed: true }),
    place: text('Where it lies', { required: true, max: 255, help: 'Its address or folder, and who to ask' }),
    madeOn: date('Made on', { indexed: true, help: 'Blank while it is being written' }),
    madeBy: text('Made by', { max: 120 }),
    sharedWith: text('Who has it', { max: 255 }),
    sharedOn: date('Given to them on'),
    practisedOn: date('Last practised on', { help: 'For an evacuation plan: the last drill with the pupil' }),
    reviewOn: date('Look at it again on', {
      indexed: true,
      help: 'Blank: as many months after the last look as School settings say',
    }),
    reviewedOn: date('Last looked at on', { indexed: true }),
    endedOn: date('No longer needed from', { indexed: true }),
    note: longText('Note'),
  },
  titleOf: (p) => safetyKinds[p.kind],
})
export type SafetyPlan = RecordOf<typeof SafetyPlan>
