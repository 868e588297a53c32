import { choice, date, text, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { showDay } from '../rules/day.ts'

/** A stretch of the school’s own calendar: when it teaches, when it is shut, when the SENCO can’t hold a meeting. */
export const TermDate = defineRecord({
  name: 'TermDate',
  short: 'td',
  list: 'Term dates',
  label: 'Term date',
  about: 'Terms, holidays, training days, closures, and days on which no meeting can be held.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    kind: choice(
      'Kind',
      {
        term: 'Term',
        holiday: 'Half-term or holiday',
        inset: 'Training day',
        closure: 'School closed',
        busy: 'No meetings',
      },
      { required: true, indexed: true },
    ),
    name: text('Name', { max: 80, help: 'Such as Autumn term, or October half-term' }),
    starts: date('First day', { required: true, indexed: true }),
    ends: date('Last day', { required: true }),
    meetings: yesNo('Review meetings can be held', {
      help: 'For a training day or a holiday on which you meet parents all the same',
    }),
  },
  titleOf: (t) => t.name ?? `${showDay(t.starts)} to ${showDay(t.ends)}`,
  rules: [
    {
      field: 'ends',
      message: 'The last day is before the first',
      ok: (t) => t.ends >= t.starts,
    },
  ],
})
export type TermDate = RecordOf<typeof TermDate>
