import { choice, date, key, longText, text, wholeNumber, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/**
 * One turn of assess, plan, do, review. What is recorded elsewhere is not here: needs, what was said (View, by its
 * `cycle`), targets (Outcome, by CycleTarget) and support (Allocation).
 */
export const Cycle = defineRecord({
  name: 'Cycle',
  short: 'cy',
  list: 'Plan cycles',
  label: 'Plan',
  about: 'One turn of assess, plan, do, review for a pupil: what was found, agreed, given and decided.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    number: wholeNumber('Number', { required: true, min: 1, max: 99 }),
    previous: key('Follows', 'Cycle'),
    began: date('Began on', { required: true, indexed: true }),
    concern: longText('What the concern is', {
      special: true,
      help: 'What adults, the child or the family have noticed',
    }),
    raisedBy: text('Raised by', { max: 120 }),
    raisedOn: date('Raised on'),
    teacherAssessment: longText('What the teacher’s assessment shows', {
      help: 'Progress and attainment beside classmates, and what has been tried already',
    }),
    evidence: longText('Earlier results, tests and advice'),
    observations: longText('What was observed', {
      help: 'Where and when somebody watched, and what the child did; in lessons and at play',
    }),
    strengths: longText('Strengths'),
    barriers: longText('What gets in the way', { special: true }),
    hypothesis: longText('What we think lies behind it', {
      special: true,
      help: 'A working explanation that the plan tries out, and the review looks at again',
    }),
    assessedOn: date('Assessment finished on'),
    adjustments: longText('What changes in class', {
      help: 'What every adult does in lessons; the class teacher stays responsible',
    }),
    parentPart: longText('What the family does'),
    keyPerson: text('Who leads on it', { max: 120, help: 'Usually the class teacher' }),
    agreedOn: date('Plan agreed on'),
    agreedBy: text('Agreed by', { max: 200 }),
    reviewBy: date('Review by', { indexed: true }),
    toldOn: date('Parents told on'),
    toldHow: choice('How they were told', {
      meeting: 'At a meeting',
      letter: 'By letter',
      email: 'By email',
      call: 'By telephone',
    }),
    delivered: longText('What was given', {
      help: 'Sessions held and missed, and why; what was done instead',
    }),
    reviewedOn: date('Reviewed on', { indexed: true }),
    present: text('Who came', { max: 255 }),
    parentsCame: yesNo('A parent took part'),
    changed: longText('What has changed for the child'),
    effect: choice('Did it work', { yes: 'Yes', partly: 'Partly', no: 'No' }),
    decision: choice('What happens now', {
      continue: 'Carry on as it is',
      change: 'Change the plan',
      stepDown: 'SEN support is no longer needed',
      external: 'Ask for help from outside the school',
      request: 'Ask for an EHC needs assessment',
    }),
    reasons: longText('Reasons'),
    ended: date('Ended without a review on'),
    endedWhy: text('Why it ended', { max: 255 }),
  },
  titleOf: (c) => `Plan ${c.number}`,
  rules: [
    {
      field: 'agreedOn',
      message:
        'The plan is agreed on or after the day on which it began: change “Began on” if it began earlier',
      ok: (c) => !c.agreedOn || c.agreedOn >= c.began,
    },
    {
      field: 'reviewedOn',
      message: 'The review comes after the day on which the plan began',
      ok: (c) => !c.reviewedOn || c.reviewedOn >= c.began,
    },
    {
      field: 'ended',
      message: 'A plan ends on or after the day on which it began',
      ok: (c) => !c.ended || c.ended >= c.began,
    },
    {
      field: 'reviewBy',
      message: 'The review comes after the day on which the plan was agreed',
      ok: (c) => !c.reviewBy || !c.agreedOn || c.reviewBy > c.agreedOn,
    },
    {
      field: 'reviewedOn',
      message: 'The review comes after the day on which the plan was agreed',
      ok: (c) => !c.reviewedOn || !c.agreedOn || c.reviewedOn >= c.agreedOn,
    },
  ],
})
export type Cycle = RecordOf<typeof Cycle>
