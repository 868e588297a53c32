import { choice, date, key, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { showDay } from '../rules/day.ts'

/**
 * The school’s days as staff see them: a copy of the term dates, which lie in the SENCO’s site, so that whoever gives a
 * session isn’t asked for one in a holiday. One row says how weeks A and B are counted.
 */
export const StaffDay = defineRecord({
  name: 'StaffDay',
  short: 'sd',
  list: 'School days for staff',
  label: 'School days for staff',
  about:
    'Terms, holidays, training days and closures as the SENCO showed them to staff, so that sessions are asked for on school days alone. No pupil is in it.',
  audience: 'staff',
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
        weeks: 'How weeks A and B are counted',
      },
      { required: true, indexed: true },
    ),
    name: text('Name', { max: 80 }),
    starts: date('First day', { required: true, indexed: true }),
    ends: date('Last day', { required: true }),
    weekLetters: choice('Weeks A and B', {
      year: 'In turn through the year, holidays left out',
      term: 'In turn, each term beginning with A',
      calendar: 'Every other week, holidays counted',
    }),
    weekAFrom: date('A week A begins'),
    of: key('Term date', 'TermDate'),
  },
  titleOf: (d) => d.name ?? `${showDay(d.starts)} to ${showDay(d.ends)}`,
  rules: [{ field: 'ends', message: 'The last day is before the first', ok: (d) => d.ends >= d.starts }],
})
export type StaffDay = RecordOf<typeof StaffDay>
