import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, type Day } from '../../src/domain/rules/day.ts'
import { oldThings, otherGroups } from '../../src/domain/rules/retentionOther.ts'
import type { RuleRow } from '../../src/domain/rules/retentionRules.ts'

const today = '2026-11-22'
const firstDay = (group: (typeof otherGroups)[number], made: Day, rules: readonly RuleRow[] = []) =>
  oldThings(group, [{ made }], rules, '1990-01-01').next

test.each([
  ['disclosure', '2020-11-22', '2026-11-22'],
  ['disclosure', '2020-02-29', '2026-03-01'],
  ['job', '2026-05-22', '2026-11-22'],
  ['job', '2025-08-31', '2026-03-01'],
  // The later of 31 March and 31 August: nobody knows here which of the two ends this school's year.
  ['finance', '2020-03-31', '2026-08-31'],
  ['finance', '2020-04-01', '2027-03-31'],
  ['finance', '2020-08-31', '2027-03-31'],
  ['finance', '2020-09-01', '2027-08-31'],
] as const)('%s made on %s may go from %s', (group, made, day) => {
  expect(firstDay(group, made)).toBe(day)
  expect(oldThings(group, [{ made }], [], day).due).toEqual([{ made }])
  expect(oldThings(group, [{ made }], [], addDays(day, -1))).toMatchObject({ due: [], next: day })
})

test('a concern about no pupil of ours is kept for a year from the day it was put aside, however old it is', () => {
  const [old, young, undated] = [
    { made: '2019-03-01', closed: '2025-11-22' },
    { made: '2026-11-01', closed: '2026-11-20' },
    { made: '2019-03-01', closed: null },
  ]
  expect(oldThings('concernAside', [old, young, undated], [], today)).toMatchObject({
    due: [old],
    since: today,
    next: '2027-11-20',
    why: { says: 'Kept for 1 year from the day it was put aside', strength: 'recommended' },
  })
  const fromMade: RuleRow = {
    group: 'concernAside',
    from: '2020-01-01',
    counted: 'made',
    years: 2,
    months: null,
    source: null,
  }
  expect(oldThings('concernAside', [old, young, undated], [fromMade], today).due).toEqual([old, undated])
})

test('says how many are due, since when, when the next is, and under whose rule', () => {
  const things = ['2025-12-01', '2026-06-03', '2026-01-31', '2026-05-30'].map((made) => ({ made }))
  expect(oldThings('job', things, [], today)).toMatchObject({
    due: [{ made: '2025-12-01' }, { made: '2026-01-31' }],
    since: '2026-06-01',
    next: '2026-11-30',
    why: { says: 'Kept for 6 months from the day it was made', strength: 'recommended' },
  })
  const own: RuleRow = {
    group: 'job',
    from: today,
    counted: 'made',
    years: 1,
    months: null,
    source: 'Trust 4.2',
  }
  expect(oldThings('job', things, [own], today)).toMatchObject({
    due: [],
    since: null,
    next: '2026-12-01',
    why: { strength: 'local', source: 'Trust 4.2' },
  })
  expect(oldThings('job', things, [own], addDays(today, -1)).due, 'before it begins').toHaveLength(2)
  expect(oldThings('job', [], [], today)).toMatchObject({ due: [], since: null, next: null })
})

test('nothing is due before the rule’s day, and each thing is either due or still to come', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n))
  fc.assert(
    fc.property(
      fc.constantFrom(...otherGroups),
      fc.array(days, { maxLength: 8 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 11 }),
      days,
      (group, made, years, months, on) => {
        const counted = group === 'finance' ? 'yearEnd' : 'made'
        const rule: RuleRow = { group, from: '1980-01-01', counted, years, months, source: null }
        const { due, since, next } = oldThings(
          group,
          made.map((day) => ({ made: day })),
          [rule],
          on,
        )
        for (const thing of due) expect(addMonths(thing.made, years * 12 + months) <= on).toBe(true)
        expect(due.length > 0).toBe(since !== null)
        if (since) expect(since <= on).toBe(true)
        if (next) expect(next > on).toBe(true)
        expect(next === null).toBe(due.length === made.length)
      },
    ),
  )
})
