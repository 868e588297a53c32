import { date, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { showDay } from '../rules/day.ts'

/** How many review meetings the SENCO can hold in a week, for a stretch of time in which it is another number than usual. */
export const WeeklyLoad = defineRecord({
  name: 'WeeklyLoad',
  short: 'wl',
  list: 'Weekly loads',
  label: 'Weekly load',
  about:
    'How many review meetings can be held in a week, from one day to another. Outside of these the school’s setting holds.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    aWeek: wholeNumber('Meetings in a week, at most', { required: true, min: 0, max: 40 }),
    from: date('First day', { required: true, indexed: true }),
    to: date('Last day', { required: true }),
    note: text('Why', { max: 255 }),
  },
  titleOf: (l) => `${l.aWeek} a week from ${showDay(l.from)} to ${showDay(l.to)}`,
  rules: [{ field: 'to', message: 'The last day is before the first', ok: (l) => l.to >= l.from }],
})
export type WeeklyLoad = RecordOf<typeof WeeklyLoad>
