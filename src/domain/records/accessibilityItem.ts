import { choice, date, longText, money, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** The three parts of an accessibility plan. Source: Equality Act 2010, Schedule 10, paragraph 3. */
export const accessibilityParts = {
  curriculum: 'Taking part in the curriculum',
  environment: 'Buildings and grounds',
  information: 'Written information',
} as const

/** One thing that the accessibility plan will make better. */
export const AccessibilityItem = defineRecord({
  name: 'AccessibilityItem',
  short: 'ay',
  list: 'Accessibility plan',
  label: 'Item of the accessibility plan',
  about:
    'What the school will make easier for disabled pupils: in which part of the plan, who sees to it, by when, what shows that it is done.',
  audience: 'senco',
  people: ['staff'],
  since: 3,
  fields: {
    part: choice('Part of the plan', accessibilityParts, { required: true, indexed: true }),
    aim: text('What will be better', { required: true, max: 200 }),
    actions: longText('What is done for it'),
    owner: text('Who sees to it', { max: 120 }),
    by: date('By', { indexed: true, help: 'Blank: by the end of the plan' }),
    cost: money('Cost'),
    doneOn: date('Done on', { indexed: true }),
    evidence: longText('What shows it'),
    planFrom: date('Plan that began on', {
      indexed: true,
      help: 'Blank: the plan in force. Written when an item belongs to an earlier plan, so that it leaves the printed one.',
    }),
    note: longText('Note'),
  },
  titleOf: (i) => i.aim,
})
export type AccessibilityItem = RecordOf<typeof AccessibilityItem>
