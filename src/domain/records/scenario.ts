import { choice, date, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** What if: changes to groups, support and staff that are only thought through, until somebody applies them. */
export const Scenario = defineRecord({
  name: 'Scenario',
  short: 'sn',
  list: 'Scenarios',
  label: 'What if',
  about:
    'Changes to groups, support and staff that are only thought through, until they are applied. Names no child.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  since: 3,
  fields: {
    name: text('What if', { required: true, max: 120, help: 'Without a child’s name' }),
    state: choice(
      'State',
      { draft: 'Thought through', applied: 'Applied', dropped: 'Dropped' },
      { required: true, indexed: true },
    ),
    starts: date('It would begin on', { required: true }),
    changes: longText('What changes', { required: true, help: 'Written by the scenario’s own screen' }),
    reasons: longText('Reasons', { help: 'Without a child’s name' }),
    appliedOn: date('Applied on'),
    appliedBy: text('Applied by', { max: 120 }),
  },
  titleOf: (s) => s.name,
})
export type Scenario = RecordOf<typeof Scenario>
