import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recipientOf } from '../../src/domain/records/accessRequest.ts'
import { accessDue, accessStatus } from '../../src/domain/rules/accessRequest.ts'
import { addDays, addMonths, daysBetween, weekdayOf } from '../../src/domain/rules/day.ts'

const subject = (received: string, extended: boolean | null = null) =>
  accessDue({ kind: 'subjectAccess', received, extended }, null)
type Terms = { from: string; to: string }[] | null
const record = (received: string, terms: Terms) =>
  accessDue({ kind: 'educationalRecord', received, extended: null }, terms)
const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('2000-01-01', count))

test.each<[string, boolean | null, string, string]>([
  ['2026-09-03', null, '2026-10-05', 'Saturday 3 October goes to Monday'],
  ['2026-09-04', null, '2026-10-05', 'Sunday 4 October goes to Monday'],
  ['2026-03-10', null, '2026-04-10', 'the same day of the next month'],
  ['2026-01-31', null, '2026-03-02', '28 February 2026 is a Saturday'],
  ['2025-01-31', null, '2025-02-28', 'no 31 February: the last day'],
  ['2028-01-31', null, '2028-02-29', 'a leap year'],
  ['2024-02-29', null, '2024-03-29', 'received on 29 February'],
  ['2026-08-31', null, '2026-09-30', 'no 31 September'],
  ['2026-12-31', null, '2027-02-01', '31 January 2027 is a Sunday'],
  ['2026-11-30', true, '2027-03-01', 'three months: 28 February 2027 is a Sunday'],
  ['2026-03-10', true, '2026-06-10', 'three months'],
  ['2026-03-10', false, '2026-04-10', 'not extended'],
])('a request received on %s (longer: %s) is answered by %s: %s', (received, extended, day) => {
  expect(subject(received, extended).day).toBe(day)
})

test('any subject access: at least the month, at most two days more, never at a weekend, told of an extension in time', () => {
  fc.assert(
    fc.property(days, fc.boolean(), (received, extended) => {
      const { day, tellBy, estimate, why } = subject(received, extended)
      const corresponding = addMonths(received, extended ? 3 : 1)
      expect(daysBetween(corresponding, day)).toBeGreaterThanOrEqual(0)
      expect(daysBetween(corresponding, day)).toBeLessThanOrEqual(2)
      expect(weekdayOf(day) % 6).not.toBe(0)
      expect(tellBy).toBe(subject(received).day)
      expect([estimate, why.inputs[0]!.label]).toEqual([false, 'Received'])
      expect(subject(addDays(received, 1), extended).day >= day).toBe(true)
    }),
  )
})

test.each<[string, Terms, string, boolean, string]>([
  ['2026-03-02', null, '2026-03-23', true, 'three weeks of weekdays'],
  ['2026-03-07', null, '2026-03-27', true, 'received on a Saturday'],
  [
    '2026-03-20',
    [
      { from: '2026-02-23', to: '2026-03-27' },
      { from: '2026-04-13', to: '2026-05-22' },
    ],
    '2026-04-24',
    false,
    'over Easter',
  ],
  [
    '2026-07-20',
    [
      { from: '2026-06-01', to: '2026-07-21' },
      { from: '2026-09-02', to: '2026-10-23' },
    ],
    '2026-09-21',
    false,
    'over the summer',
  ],
  ['2026-07-20', [{ from: '2026-06-01', to: '2026-07-21' }], '2026-08-10', true, 'the next term isn’t known'],
  [
    '2026-05-29',
    [{ from: '2026-06-01', to: '2026-07-21' }],
    '2026-06-19',
    true,
    'what was before the terms isn’t known',
  ],
])('an educational record asked for on %s is due on %#', (received, terms, day, estimate) => {
  expect(record(received, terms)).toMatchObject({ day, estimate, tellBy: null })
})

test('an estimate of school days is never later than the real day', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(days, gaps, gaps, (received, lengths, holidays) => {
      let at = addDays(received, -3)
      const terms = lengths.map((length, i) => {
        const term = { from: at, to: addDays(at, length + 20) }
        at = addDays(term.to, holidays[i]!)
        return term
      })
      const real = record(received, terms)
      expect(real.estimate).toBe(false)
      expect(record(received, null).day <= real.day).toBe(true)
      expect(terms.some(({ from, to }) => from <= real.day && real.day <= to)).toBe(true)
    }),
  )
})

test.each([
  ['2026-04-10', 'dueSoon'],
  ['2026-04-03', 'dueSoon'],
  ['2026-04-02', 'onTrack'],
  ['2026-04-11', 'overdue'],
])('on %s a request of 10 March is %s', (today, status) => {
  const request = { kind: 'subjectAccess', received: '2026-03-10', extended: null } as const
  expect(accessStatus({ ...request, state: 'open' }, today)).toBe(status)
  expect(accessStatus({ ...request, state: 'sent' }, today)).toBe('done')
})

test('the log names as recipient whoever asked, and nobody where that was not written down', () => {
  const said = (['pupil', 'parent', 'representative', null] as const).map((onBehalf) =>
    recipientOf({ onBehalf }),
  )
  expect(said).toEqual(['family', 'family', 'other', null])
})

test('of the 15 school days it is said that they are to be checked; of the month it is not', () => {
  const said = ({ why }: { why: { inputs: readonly { value: string }[] } }) =>
    why.inputs.some(({ value }) => value.startsWith('Check it'))
  for (const terms of [null, [{ from: '2026-02-23', to: '2026-07-21' }]]) {
    expect(record('2026-03-02', terms).isToCheck).toBe(true)
    expect(said(record('2026-03-02', terms))).toBe(true)
  }
  expect([subject('2026-03-02').isToCheck, said(subject('2026-03-02'))]).toEqual([false, false])
})
