import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/domain/rules/day.ts'
import { fewerWeeksIn, weeksBy, weeksUntil } from '../../src/domain/rules/endedWeeks.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'

const calendar = calendarOf([
  { kind: 'term', name: 'Autumn', starts: '2026-09-01', ends: '2026-12-18' },
  { kind: 'term', name: 'Spring', starts: '2027-01-04', ends: '2027-03-25' },
])
const run = (from: string, until: string | null, weeks: number | null) => ({ from, until, weeks })
const until = (one: ReturnType<typeof run>, last: string) => weeksUntil(one, last, calendar, 38)

test.each([
  // 12 weeks are 60 school days from 7 September; 15 of them are over by the 25th.
  ['ended early', run('2026-09-07', null, 12), '2026-09-25', 3],
  ['ended early with a last day', run('2026-09-07', '2026-10-02', 4), '2026-09-25', 3],
  // A year's weeks in the first term of it: 15 and a half weeks of the 38 are not 38.
  ['a year’s weeks cut in its first term', run('2026-09-01', null, 38), '2026-09-01', 0.3],
  ['what goes on from year to year keeps its weeks', run('2024-09-01', null, 38), '2026-11-20', 38],
  ['carried on as often as before', run('2026-09-07', '2026-10-02', 4), '2026-10-16', 6],
  ['carried on, every other week', run('2026-09-07', '2026-10-02', 2), '2026-10-16', 3],
  ['equipment has no weeks', run('2026-09-07', '2026-10-02', null), '2026-10-16', null],
])('%s', (_, one, last, weeks) => {
  expect(until(one, last)).toBe(weeks)
})

test('ending earlier never adds weeks, carrying on never takes any, and the same day changes nothing', () => {
  const day = fc.integer({ min: 0, max: 200 })
  fc.assert(
    fc.property(day, day, day, fc.integer({ min: 1, max: 37 }), (starts, lasts, moved, weeks) => {
      const from = addDays('2026-09-01', starts)
      const one = run(from, addDays(from, lasts), weeks)
      const last = addDays(from, moved)
      const now = until(one, last)!
      if (last >= one.until!) expect(now).toBeGreaterThanOrEqual(weeks)
      else expect(now).toBeLessThanOrEqual(weeks)
      expect(until(one, one.until!)).toBe(weeks)
      expect(now).toBeLessThanOrEqual(60)
    }),
  )
})

test('more weeks than there are of school between the days is told, with how many there are', () => {
  expect(fewerWeeksIn(run('2026-09-07', '2026-10-02', 38), calendar, 38)).toBe(4)
  expect(fewerWeeksIn(run('2026-09-07', '2026-10-02', 6), calendar, 38)).toBeNull()
  expect(fewerWeeksIn(run('2026-09-07', null, 38), calendar, 38)).toBeNull()
  expect(fewerWeeksIn(run('2024-09-07', '2026-10-02', 38), calendar, 38)).toBeNull()
  expect(weeksBy(run('2026-09-07', '2026-10-02', 38), '2026-09-07', calendar, 38)).toBe(1.9)
})
