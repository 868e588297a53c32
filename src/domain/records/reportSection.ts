import { choice, date, longText, text, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { sirChoices } from '../rules/sirHeadings.ts'

/** What the school says under one heading of its SEN information report. */
export const ReportSection = defineRecord({
  name: 'ReportSection',
  short: 'is',
  list: 'SEN information report',
  label: 'Part of the SEN information report',
  about:
    'What the school says under one heading of its SEN information report, whose it is, when it was last looked at, and what it rests on. It names no pupil.',
  audience: 'senco',
  people: ['staff'],
  since: 3,
  fields: {
    heading: choice('Heading', sirChoices, { required: true, indexed: true }),
    title: text('Own heading', { max: 160, help: 'Only where the heading is your own' }),
    text: longText('What we say', { help: 'As parents will read it. Name no child.' }),
    showFigures: yesNo('Show our figures under it', {
      help: 'Counts of the day on which the report is made, small numbers hidden',
    }),
    owner: text('Whose it is', { max: 120 }),
    reviewed: date('Last reviewed on', { indexed: true }),
    evidence: longText('What it rests on', { help: 'Stays in the school: it is not published' }),
    note: longText('Note'),
  },
  titleOf: (s) => (s.heading === 'own' ? (s.title ?? sirChoices.own) : sirChoices[s.heading]),
  rules: [
    {
      field: 'title',
      message: 'An own heading is needed only where “A heading of our own” is chosen',
      ok: (s) => !s.title || s.heading === 'own',
    },
  ],
})
export type ReportSection = RecordOf<typeof ReportSection>
