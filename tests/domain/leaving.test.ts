import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapFigures } from '../../src/documents/provisionMap/input.ts'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { addDays, type Day } from '../../src/domain/rules/day.ts'
import { deployment } from '../../src/domain/rules/deployment.ts'
import {
  deployedUntilLeft,
  leaversOf,
  linesUntilLeft,
  slotsUntilLeft,
} from '../../src/domain/rules/leaving.ts'
import { filledFromGroups } from '../../src/domain/rules/groupLines.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { threeWay } from '../../src/domain/rules/threeWay.ts'
import { slotPupilsOf } from '../../src/domain/rules/timetablePupils.ts'

const from = '2026-09-07'
const calendar = calendarOf([
  { kind: 'term', name: 'Autumn', starts: '2026-09-01', ends: '2026-12-18' },
  { kind: 'term', name: 'Spring', starts: '2027-01-04', ends: '2027-03-25' },
])
const pupil = (key: string, left: Day | null) => ({
  key,
  ...blank(Pupil, { forename: key, surname: 'Khan', left }),
})
const line = (key: string, given: Partial<Allocation> = {}) => ({
  key,
  ...blank(Allocation, {
    pupil: key,
    provision: 'v',
    from,
    role: 'ta',
    staff: 'Tom',
    sessionsPerWeek: 1,
    minutes: 30,
    weeks: 10,
    groupSize: 1,
    inPlan: true,
    specifiedMinutes: 30,
    ...given,
  }),
})
const slot = (key: string, given: Partial<Slot>) => ({
  key,
  ...blank(Slot, { what: key, weekday: 'tue', starts: '9:00', minutes: 30, staff: 'Tom', from, ...given }),
})

test('on the day after a pupil left nothing of theirs is timetabled, needed, uncovered or shown to staff, and until then all is', () => {
  const left = '2026-11-20'
  const pupils = [pupil('gone', left), pupil('here', null)]
  const groups = [{ key: 'g', ...blank(Group, { provision: 'v', name: 'g', from, staff: 'Tom', sessionsPerWeek: 1, minutes: 20 }) }] // prettier-ignore
  const lines = filledFromGroups(
    [line('gone'), line('goneToo', { pupil: 'gone', group: 'g' }), line('here', { staff: 'Ann' })],
    groups,
    calendar,
  )
  const slots = [
    slot('own', { allocation: 'gone' }),
    slot('all', { group: 'g', starts: '10:00', minutes: 20 }),
    slot('other', { allocation: 'here', staff: 'Ann' }),
  ]
  const slotPupils = slotPupilsOf({ slots, allocations: lines, groups, pupils }).map(({ key, record }) => ({
    key,
    ...record,
  }))
  expect(slotPupils.map(({ slot: at, until }) => [at, until])).toEqual([
    ['own', left],
    ['all', left],
    ['other', null],
  ])
  const all = deployedUntilLeft({ staff: [], groups, lines, slots, slotPupils }, leaversOf(pupils))
  const on = (day: Day) => ({
    use: deployment(all, day).map(({ name, used, needed }) => [name, used, needed]),
    match: threeWay({ ...all, allocations: all.lines }, day).map(({ allocation }) => allocation),
  })
  expect(on(left)).toEqual({
    use: [
      ['Ann', 30, 30],
      ['Tom', 50, 50],
    ],
    match: ['gone', 'goneToo', 'here'],
  })
  expect(on(addDays(left, 1))).toEqual({ use: [['Ann', 30, 30]], match: ['here'] })
})

test('a time in the week stays while anybody comes to it, and where nobody who left had it', () => {
  const leavers = leaversOf([pupil('a', '2026-10-01'), pupil('b', '2026-11-01')])
  const group = (key: string, given: Partial<Allocation>) => line(key, { group: 'g', ...given })
  const until = (...lines: ReturnType<typeof line>[]) =>
    slotsUntilLeft([slot('s', { group: 'g' })], lines, leavers)[0]!.until
  expect(until(group('a', {}), group('b', {}))).toBe('2026-11-01')
  expect(until(group('a', {}), group('c', {}))).toBeNull()
  expect(until(group('a', {}), group('c', { until: '2026-12-01' }))).toBeNull()
  expect(until(group('c', { until: '2026-09-20' }), group('b', {}))).toBe('2026-11-01')
  expect(until()).toBeNull()
})

test('a run that leaving cuts short has the weeks given until then; a line that begins later is no support at all', () => {
  const ended = (given: Partial<Allocation>, left: Day) =>
    linesUntilLeft([line('a', given)], leaversOf([pupil('a', left)]), calendar, 38)[0]
  // 50 school days from 7 September; 15 of them by the 25th.
  expect(ended({}, '2026-09-25')).toMatchObject({ until: '2026-09-25', weeks: 3 })
  expect(ended({ until: '2026-10-02' }, '2026-09-25')).toMatchObject({ until: '2026-09-25', weeks: 7.5 })
  expect(ended({ until: '2026-09-18' }, '2026-09-25')).toEqual(line('a', { until: '2026-09-18' }))
  expect(ended({ weeks: null }, '2026-09-25')).toMatchObject({ weeks: null })
  expect(ended({}, '2026-09-01')).toBeUndefined()
  // What goes on from year to year says the weeks of a year, until the last day.
  expect(ended({ weeks: 38, from: '2025-09-01' }, '2026-11-20')).toMatchObject({ weeks: 38, until: '2026-11-20' }) // prettier-ignore
})

test('the map’s cost of a whole run ends with the pupil, and lines of who left in an earlier year are not in it', () => {
  const map = (left: Day | null) =>
    mapFigures({
      school: undefined,
      pupils: [pupil('a', left)],
      provisions: [],
      allocations: [line('a')],
      rates: [{ role: 'ta', from: '2026-01-01', basis: 'hour', amount: 2000, weeks: null }],
      termDates: [{ kind: 'term', name: 'Autumn', starts: '2026-09-01', ends: '2026-12-18' }],
      scope: { is: 'school' },
      today: '2026-11-23',
    } as unknown as Parameters<typeof mapFigures>[0])
  expect(map(null)).toMatchObject({ lines: 1, totalPence: 10_000 })
  expect(map('2026-09-25')).toMatchObject({ lines: 1, totalPence: 3_000 })
  expect(map('2026-07-21')).toMatchObject({ lines: 0, totalPence: 0 })
})

test('ending lines twice is ending them once, whatever the dates', () => {
  const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days))
  fc.assert(
    fc.property(day, fc.option(day), day, fc.integer({ min: 1, max: 40 }), (begins, until, left, weeks) => {
      const leavers = leaversOf([pupil('a', left)])
      const once = linesUntilLeft([line('a', { from: begins, until, weeks })], leavers, calendar, 38)
      expect(linesUntilLeft(once, leavers, calendar, 38)).toEqual(once)
      for (const one of once) {
        // Weeks of each year are shared out by the days of each: half of one year and half of another are not one.
        if (weeks < 38) expect(one.weeks!).toBeLessThanOrEqual(weeks)
        expect(one.from <= left || one.until === until).toBe(true)
      }
    }),
  )
})
