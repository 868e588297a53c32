import { choice, key, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** One thing that a visit found. */
export const VisitFinding = defineRecord({
  name: 'VisitFinding',
  short: 'qf',
  list: 'Findings of visits',
  label: 'Finding',
  about:
    'One thing that a quality visit found: what works, what to better, what to find out. It names no pupil.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    visit: key('Visit', 'QualityVisit', { required: true }),
    kind: choice(
      'Kind of finding',
      { works: 'Works well', better: 'To be made better', ask: 'To find out' },
      { required: true, indexed: true },
    ),
    what: text('What was found', { required: true, max: 255 }),
  },
  titleOf: (f) => f.what,
})
export type VisitFinding = RecordOf<typeof VisitFinding>
