import { choice, date, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** By what way something is complained of or appealed against. */
export const complaintWays = {
  school: 'The school’s complaints procedure',
  authority: 'Complaint to the local authority',
  outside: 'Ombudsman, Ofsted or DfE',
  disagreement: 'Disagreement resolution',
  mediation: 'SEND mediation',
  appeal: 'Appeal to the SEND Tribunal',
  claim: 'Disability discrimination claim (SEND Tribunal)',
} as const

/** One stage of a way, as the school’s own procedure or an order has it from a day on: who answers, within how many days. */
export const ComplaintStage = defineRecord({
  name: 'ComplaintStage',
  short: 'cx',
  list: 'Stages of complaints',
  label: 'Stage',
  about:
    'A stage of the school’s complaints procedure, or of mediation or an appeal, from a day on: within how many days it is acknowledged and answered, and where that is written.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    way: choice('Way', complaintWays, { required: true, indexed: true }),
    order: wholeNumber('Stage number', { required: true, min: 1, max: 9 }),
    name: text('Name', { required: true, max: 120, help: 'As your procedure calls it' }),
    who: text('Who answers', { max: 120, help: 'A post, such as Headteacher or Panel of governors' }),
    acknowledge: wholeNumber('Acknowledged within', { min: 1, max: 90, unit: 'days' }),
    answer: wholeNumber('Answered within', { min: 1, max: 365, unit: 'days' }),
    count: choice(
      'Days are',
      { school: 'School days', calendar: 'Calendar days' },
      { required: true, help: 'Most procedures of schools count school days' },
    ),
    from: date('In force from', { required: true, indexed: true }),
    until: date('In force until'),
    source: text('Where it is written', { required: true, max: 255 }),
  },
  titleOf: (s) => s.name,
  rules: [
    { field: 'until', message: 'The last day is before the first', ok: (s) => !s.until || s.until >= s.from },
  ],
})
export type ComplaintStage = RecordOf<typeof ComplaintStage>
