import { date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Something that somebody does for an objective, or because of what a visit found. */
export const PlanAction = defineRecord({
  name: 'PlanAction',
  short: 'oa',
  list: 'Actions of plans',
  label: 'Action of a plan',
  about:
    'Something to be done for an objective, or because of what was seen on a visit: who, by when, what shows it.',
  audience: 'senco',
  people: ['staff'],
  since: 3,
  fields: {
    what: text('What is done', { required: true, max: 255 }),
    objective: key('Objective', 'Objective'),
    finding: key('Because of', 'VisitFinding'),
    owner: text('Who does it', { max: 120 }),
    by: date('By', { indexed: true }),
    begun: date('Begun on'),
    doneOn: date('Done on', { indexed: true }),
    evidence: longText('What shows that it is done'),
    note: longText('Note'),
  },
  titleOf: (a) => a.what,
})
export type PlanAction = RecordOf<typeof PlanAction>
