import { choice, date, decimal, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { objectiveFigures } from '../rules/leadingKinds.ts'

/** What the school wants to reach for pupils with SEND in its improvement or development plan. */
export const Objective = defineRecord({
  name: 'Objective',
  short: 'oj',
  list: 'Objectives',
  label: 'Objective',
  about:
    'An objective of the improvement or development plan: whose it is, by when, the figure that shows it, and what came of it. It names no pupil.',
  audience: 'senco',
  people: ['staff'],
  since: 3,
  fields: {
    title: text('Objective', { required: true, max: 200 }),
    plan: choice(
      'Part of',
      {
        improvement: 'School improvement or development plan',
        send: 'SEND development plan',
        trust: 'Plan of the trust',
        other: 'Another plan',
      },
      { indexed: true },
    ),
    priority: text('Priority of that plan', { max: 160 }),
    owner: text('Whose it is', { max: 120 }),
    from: date('Begins on'),
    by: date('Reached by', { indexed: true }),
    success: longText('How we shall know'),
    figure: choice('Figure that shows it', objectiveFigures, {
      help: 'Taken from the records by itself, each time that you look',
    }),
    start: decimal('Figure at the start', { places: 1, max: 100_000_000 }),
    startOn: date('Figure of the start taken on'),
    target: decimal('Figure to be reached', { places: 1, max: 100_000_000 }),
    evidence: longText('What shows it beside the figure'),
    outcome: choice('How it ended', {
      met: 'Reached',
      partly: 'Partly reached',
      notMet: 'Not reached',
      dropped: 'Given up',
    }),
    closedOn: date('Closed on', { indexed: true }),
    note: longText('Note'),
  },
  titleOf: (o) => o.title,
  rules: [
    {
      field: 'by',
      message: 'The last day is before the first',
      ok: (o) => !o.by || !o.from || o.by >= o.from,
    },
  ],
})
export type Objective = RecordOf<typeof Objective>
