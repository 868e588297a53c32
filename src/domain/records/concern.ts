import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { areasOfNeed } from '../rules/codes.ts'

/** A concern about a pupil that the SENCO looks into: who was asked, what screening found, what was decided. */
export const Concern = defineRecord({
  name: 'Concern',
  short: 'cn',
  list: 'Concerns',
  label: 'Concern',
  about:
    'A concern about a pupil: who raised it, what was looked into, what was decided, when parents were told.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    raisedOn: date('Raised on', { required: true, indexed: true }),
    raisedBy: text('Raised by', { required: true, max: 120 }),
    from: choice('Who they are', {
      teacher: 'Teacher',
      support: 'Support staff',
      parent: 'Parent or carer',
      pupil: 'The pupil',
      outside: 'Somebody from outside the school',
      data: 'Assessment data',
    }),
    area: choice('Area', areasOfNeed, { special: true, indexed: true }),
    what: longText('What the concern is', { special: true, required: true }),
    parentsSpoken: date('Parents spoken to on'),
    parentsSaid: longText('What parents said'),
    pupilSaid: longText('What the pupil said'),
    screening: longText('What screening found', {
      special: true,
      help: 'Scores of tests are under Progress',
    }),
    found: longText('What it comes to', { special: true }),

    decision: choice('Decision', {
      noAction: 'Nothing beyond good teaching',
      monitor: 'Watch, and look again',
      universal: 'Changes in class',
      support: 'SEN support begins',
      external: 'Ask for help from outside the school',
      request: 'Ask for an EHC needs assessment',
    }),
    decidedOn: date('Decided on', { indexed: true }),
    decidedBy: text('Decided by', { max: 120 }),
    reasons: longText('Reasons'),
    lookAgain: date('Look again on', { indexed: true }),
    toldOn: date('Parents told on', {
      help: 'When SEN support begins, the law asks the school to tell parents (Children and Families Act 2014, section 68)',
    }),
    toldHow: choice('How they were told', {
      meeting: 'At a meeting',
      letter: 'By letter',
      email: 'By email',
      call: 'By telephone',
    }),
  },
  titleOf: (c) => c.raisedOn,
  rules: [
    {
      field: 'decidedOn',
      message: 'The decision comes on or after the day on which it was raised',
      ok: (c) => !c.decidedOn || c.decidedOn >= c.raisedOn,
    },
    {
      field: 'toldOn',
      message:
        'Parents are told on or after the day on which it was raised; what was said before is under “Parents spoken to on”',
      ok: (c) => !c.toldOn || c.toldOn >= c.raisedOn,
    },
    {
      field: 'lookAgain',
      message: 'Look again on a day after the concern was raised',
      ok: (c) => !c.lookAgain || c.lookAgain > c.raisedOn,
    },
  ],
})
export type Concern = RecordOf<typeof Concern>
