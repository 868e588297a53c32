import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivedKey } from '../../src/domain/derivedKey.ts'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Delivery } from '../../src/domain/records/delivery.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { SlotPupil } from '../../src/domain/records/slotPupil.ts'
import { type Day, mondayOf } from '../../src/domain/rules/day.ts'
import {
  ledger,
  ledgerBy,
  plannedSessions,
  plannedWithoutTimes,
  summed,
  withinLines,
} from '../../src/domain/rules/ledger.ts'
import { isEstimated } from '../../src/domain/rules/ledgerDays.ts'
import { keptPercent, standingOf } from '../../src/domain/rules/ledgerStanding.ts'
import type { Keyed, LedgerInput, LedgerSums, Planned } from '../../src/domain/rules/ledgerTypes.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'

const key = (name: string) => derivedKey('01K00000000000000000000000', name)
const calendar = calendarOf([
  { kind: 'term', name: 'Autumn', starts: '2026-09-01', ends: '2026-12-18' },
  { kind: 'holiday', name: 'Half-term', starts: '2026-10-26', ends: '2026-10-30' },
  { kind: 'inset', name: null, starts: '2026-10-02', ends: '2026-10-02' },
  { kind: 'closure', name: 'Boiler', starts: '2026-11-10', ends: '2026-11-10' },
])
const [amy, ben, cal] = ['amy', 'ben', 'cal'].map(key) as [string, string, string]
const phonics = key('phonics')

const slotOf = (name: string, given: Partial<Slot>): Keyed<Slot> => ({
  ...blank(Slot, {
    what: 'Phonics',
    weekday: 'mon',
    starts: '9:30',
    minutes: 20,
    from: '2026-09-07',
    ...given,
  }),
  key: key(name),
})
const slots = [
  slotOf('mon', { weekday: 'mon', staff: 'Jo', group: phonics }),
  slotOf('wed', { weekday: 'wed', staff: 'Jo', group: phonics }),
  slotOf('fri', { weekday: 'fri', staff: 'Jo', group: phonics, starts: '13:00' }),
  slotOf('tue', { weekday: 'tue', staff: 'Ms Ford', minutes: 30, everyWeeks: 'even', what: 'Reading' }),
]
const lineOf = (name: string, pupil: string, given: Partial<Allocation> = {}): Keyed<Allocation> => ({
  ...blank(Allocation, { pupil, provision: key('offer'), from: '2026-09-01', ...given }),
  key: key(name),
})
const lines = [
  lineOf('amy phonics', amy, { group: phonics, inPlan: true }),
  lineOf('ben phonics', ben, { group: phonics }),
  lineOf('cal phonics', cal, { group: phonics }),
  lineOf('amy reading', amy, { provision: key('reading') }),
]
const groups: Keyed<Group>[] = [
  { ...blank(Group, { provision: key('offer'), name: 'Phonics', from: '2026-09-01' }), key: phonics },
]
const place = (slot: string, line: Keyed<Allocation>, from: Day, until: Day | null = null): SlotPupil =>
  blank(SlotPupil, { slot: key(slot), pupil: line.pupil, allocation: line.key, name: 'A name', from, until })
const slotPupils = [
  ...['mon', 'wed', 'fri'].flatMap((slot) => [
    place(slot, lines[0]!, '2026-09-07'),
    place(slot, lines[1]!, '2026-09-21'),
    place(slot, lines[2]!, '2026-09-07', '2026-11-11'),
  ]),
  place('tue', lines[3]!, '2026-09-07'),
]
const from = '2026-09-07'
const until = '2026-11-27'
const today = '2026-11-30'
const planned = plannedSessions({ slots, slotPupils, calendar }, from, until)

const logOf = (plan: Planned, given: Partial<Delivery> = {}): Keyed<Delivery> => ({
  ...blank(Delivery, {
    pupil: plan.pupil,
    allocation: plan.allocation,
    slot: plan.slot,
    day: plan.day,
    week: mondayOf(plan.day),
    planned: plan.minutes,
    minutes: plan.minutes,
    by: plan.staff,
    ...given,
  }),
  key: derivedKey(plan.allocation, plan.slot ?? 'none', plan.day),
})
const of = (pupil: string, day: Day): Planned => {
  const found = planned.find((plan) => plan.pupil === pupil && plan.day === day)
  if (!found) throw new Error(`Nothing planned on ${day}`)
  return found
}
const said = new Map<Planned, Partial<Delivery>>([
  [of(amy, '2026-09-14'), { minutes: 0, missed: 'staffAbsent' }],
  [of(amy, '2026-09-16'), { minutes: 0, missed: 'staffAbsent' }],
  [of(amy, '2026-09-18'), { minutes: 0, missed: 'trip' }],
  [of(amy, '2026-10-05'), { minutes: 15 }],
  [of(amy, '2026-10-07'), { minutes: 5, missed: 'refused' }],
  [of(amy, '2026-10-09'), { minutes: 35 }],
  [of(ben, '2026-10-05'), { minutes: 0, missed: 'pupilAbsent' }],
])
const notSaid = new Set([of(amy, '2026-11-27'), of(ben, '2026-11-27'), of(amy, '2026-11-24')])
const logs = planned.filter((plan) => !notSaid.has(plan)).map((plan) => logOf(plan, said.get(plan)))
const catchUp = {
  ...logOf(of(amy, '2026-09-14'), {
    day: '2026-09-17',
    slot: null,
    makesUp: logOf(of(amy, '2026-09-14')).key,
  }),
  key: key('catch-up'),
}
const extra = {
  ...logOf(of(amy, '2026-09-14'), { day: '2026-10-08', week: '2026-10-05', slot: null }),
  key: key('extra'),
}
const deliveries = [...logs, catchUp, extra]
const input: LedgerInput = { planned, deliveries, allocations: lines, groups, today }
const none = { staffAbsent: 0, pupilAbsent: 0, trip: 0, refused: 0, other: 0 }

test('twelve weeks of a timetable: half-term, a training day, a closure, week B and own dates of pupils', () => {
  const count = (pupil: string, slot: string) =>
    planned.filter((plan) => plan.pupil === pupil && plan.slot === key(slot)).length
  // Mondays and Wednesdays of 12 weeks without half-term; Fridays without the training day as well.
  expect([count(amy, 'mon'), count(amy, 'wed'), count(amy, 'fri')]).toEqual([11, 11, 10])
  expect([count(ben, 'mon'), count(ben, 'wed'), count(ben, 'fri')]).toEqual([9, 9, 8])
  expect([count(cal, 'mon'), count(cal, 'wed'), count(cal, 'fri')]).toEqual([9, 9, 7])
  // 31 Aug is week A; the half-term week is not counted; 10 Nov is shut.
  expect(planned.filter(({ slot }) => slot === key('tue')).map(({ day }) => day)).toEqual([
    '2026-09-08', '2026-09-22', '2026-10-06', '2026-10-20', '2026-11-24',
  ]) // prettier-ignore
  expect(plannedSessions({ slots, slotPupils, calendar }, '2026-12-19', '2027-01-03')).toEqual([])
})

test('twelve weeks add up to the minute, by line, group, pupil, staff and in all', () => {
  const rows = ledger(input, from, until)
  const row = (name: string) => rows.find(({ allocation }) => allocation === key(name))
  expect(row('amy phonics')).toMatchObject({
    planned: 32, minutesPlanned: 640, held: 28, minutesGiven: 555, minutesKept: 540,
    missed: { ...none, staffAbsent: 2, trip: 1 },
    minutesMissed: { ...none, staffAbsent: 40, trip: 20, refused: 15 },
    minutesShort: 5, catchUp: 1, minutesCaughtUp: 20, unlogged: 1, minutesUnlogged: 20,
    outside: 1, minutesOutside: 20, toCome: 0, staff: 'Jo', group: phonics,
  }) // prettier-ignore
  expect(row('ben phonics')).toMatchObject({
    planned: 26, minutesPlanned: 520, held: 24, minutesGiven: 480, minutesKept: 480,
    missed: { ...none, pupilAbsent: 1 }, unlogged: 1, minutesUnlogged: 20, catchUp: 0,
  }) // prettier-ignore
  expect(row('cal phonics')).toMatchObject({ planned: 25, minutesPlanned: 500, held: 25, minutesKept: 500 })
  expect(row('amy reading')).toMatchObject({ planned: 5, minutesPlanned: 150, minutesKept: 120, unlogged: 1 })

  expect(ledgerBy(rows, 'group').get(phonics)).toMatchObject({
    planned: 83,
    minutesPlanned: 1660,
    minutesKept: 1520,
  })
  expect(ledgerBy(rows, 'pupil').get(amy)).toMatchObject({
    planned: 37,
    minutesPlanned: 790,
    minutesKept: 660,
  })
  expect(ledgerBy(rows, 'staff').get('Ms Ford')).toMatchObject({ planned: 5, minutesKept: 120 })
  expect(summed(rows)).toMatchObject({
    planned: 88,
    minutesPlanned: 1810,
    minutesKept: 1640,
    minutesUnlogged: 70,
  })
})

test('a catch-up counts once, up to what was missed, for the session that it makes up for', () => {
  const once = summed(ledger(input, from, until))
  const twice = {
    ...input,
    deliveries: [...deliveries, { ...catchUp, key: key('again'), minutes: 45, day: '2026-12-03' }],
  }
  expect(summed(ledger(twice, from, until))).toEqual(once)
  // It is not a session of its own week, nor of a period in which nothing was missed.
  expect(summed(ledger(input, '2026-09-17', '2026-09-17')).minutesOutside).toBe(0)
})

test('what is to come is neither planned yet nor missed, and today’s is not owed before it is over', () => {
  const early = ledger({ ...input, deliveries: [], today: '2026-09-09' }, from, until)
  expect(ledgerBy(early, 'allocation').get(key('amy phonics'))).toMatchObject({
    planned: 1, unlogged: 1, toCome: 31, minutesToCome: 620,
  }) // prettier-ignore
})

test('support stops on its last day whatever the timetable says, also where only its group has one', () => {
  const ended = lines.map((line) =>
    line.key === key('ben phonics') ? { ...line, until: '2026-10-16' } : line,
  )
  const within = withinLines(planned, { allocations: ended, groups })
  expect(
    within
      .filter(({ pupil }) => pupil === ben)
      .map(({ day }) => day)
      .at(-1),
  ).toBe('2026-10-16')
  const shut = withinLines(planned, { allocations: lines, groups: [{ ...groups[0]!, until: '2026-09-11' }] })
  expect(
    shut
      .filter(({ group }) => group === phonics)
      .map(({ day }) => day)
      .toSorted()
      .at(-1),
  ).toBe('2026-09-11')
})

test('a line without times is planned by its school days, and its parts add up to the term', () => {
  const loose = lineOf('loose', amy, { sessionsPerWeek: 3, minutes: 20, from: '2026-09-07' })
  const plan = (first: Day, last: Day) =>
    plannedWithoutTimes({ allocations: [loose], groups: [], slotPupils: [], calendar }, first, last)
  // 53 school days: 12 weeks of 5, less 5 of half-term, the training day and the closure: 31.8 sessions.
  expect(plan(from, until)).toHaveLength(32)
  expect(plan(from, '2026-10-14').length + plan('2026-10-15', until).length).toBe(32)
  expect(plan('2026-09-14', '2026-09-18')).toHaveLength(3)
  const halves = ['2026-09-15', '2026-09-17'].map((day) => ({
    ...logOf(plan(day, '2026-09-18')[0]!, { day, week: '2026-09-14', minutes: 30 }),
    key: key(day),
  }))
  const week = (given: readonly Keyed<Delivery>[]) =>
    ledger(
      { ...input, planned: plan('2026-09-14', '2026-09-18'), deliveries: given, allocations: [loose] },
      '2026-09-14',
      '2026-09-18',
    )[0]
  expect(week(halves)).toMatchObject({ planned: 3, held: 3, minutesKept: 60, unlogged: 0, outside: 0 })
  expect(week(halves.slice(0, 1))).toMatchObject({
    held: 1,
    minutesKept: 30,
    unlogged: 2,
    minutesUnlogged: 30,
  })
})

test('a year without recorded terms is estimated and says so', () => {
  expect(isEstimated(calendar, '2026-09-07', '2026-11-27')).toBe(false)
  expect(isEstimated(calendar, '2026-09-07', '2027-09-10')).toBe(true)
  // Every weekday but bank holidays.
  const early = plannedSessions({ slots, slotPupils, calendar: calendarOf([]) }, from, until)
  expect(early.filter(({ pupil, slot }) => pupil === amy && slot === key('fri'))).toHaveLength(12)
})

test('below four fifths is said only where the sessions not logged could not change it', () => {
  const sums = (given: Partial<LedgerSums>) => ({ ...summed([]), minutesPlanned: 100, planned: 5, ...given })
  expect(standingOf(sums({ minutesKept: 80 }))).toBe('kept')
  expect(standingOf(sums({ minutesKept: 60, minutesCaughtUp: 20 }))).toBe('kept')
  expect(standingOf(sums({ minutesKept: 60, minutesUnlogged: 20 }))).toBe('notLogged')
  expect(standingOf(sums({ minutesKept: 60, minutesUnlogged: 19 }))).toBe('below')
  expect(standingOf(sums({ minutesPlanned: 0, planned: 0 }))).toBe('none')
  expect(keptPercent(sums({ minutesKept: 79 }))).toBe(79)
  // Never rounded up to what it isn't.
  expect(keptPercent({ ...sums({ minutesKept: 797 }), minutesPlanned: 1000 })).toBe(79)
  expect(keptPercent(sums({ minutesPlanned: 0 }))).toBeNull()
})

const shuffledLogs = fc.shuffledSubarray(deliveries, { minLength: 0 })
const reasons = ['staffAbsent', 'pupilAbsent', 'trip', 'refused', 'other'] as const

test('whatever was logged, the parts make up the whole, and order and doubles change nothing', () => {
  fc.assert(
    fc.property(
      shuffledLogs,
      fc.array(fc.tuple(fc.nat(deliveries.length - 1), fc.nat(90), fc.constantFrom(null, ...reasons)), {
        maxLength: 20,
      }),
      fc.constantFrom(from, '2026-10-07', '2026-11-27', today),
      (some, changed, now) => {
        const changes = new Map(
          changed.map(([at, minutes, missed]) => [deliveries[at]!.key, { minutes, missed }]),
        )
        const given = some.map((log) => {
          const change = changes.get(log.key)
          return change
            ? { ...log, ...change, missed: change.minutes > 0 ? change.missed : (change.missed ?? 'other') }
            : log
        })
        const rows = ledger({ ...input, deliveries: given, today: now }, from, until)
        for (const row of rows) {
          const lost = Object.values(row.minutesMissed).reduce((a, b) => a + b, 0)
          expect(row.minutesKept + lost + row.minutesShort + row.minutesUnlogged).toBe(row.minutesPlanned)
          expect(row.minutesKept + row.minutesCaughtUp).toBeLessThanOrEqual(row.minutesPlanned)
          const missed = Object.values(row.missed).reduce((a, b) => a + b, 0)
          expect(row.held + missed + row.unlogged).toBe(row.planned)
        }
        const sums = summed(rows)
        expect(sums.planned + sums.toCome).toBe(planned.length)
        for (const by of ['allocation', 'pupil', 'group', 'staff', 'provision'] as const)
          expect(summed([...ledgerBy(rows, by).values()])).toEqual(sums)
        expect(
          ledger(
            { ...input, planned: planned.toReversed(), deliveries: given.toReversed(), today: now },
            from,
            until,
          ),
        ).toEqual(rows)
        // Somebody else's log of the same session, under another key.
        const doubled = given.map((log) => ({ ...log, key: `${log.key.slice(0, 25)}Z` }))
        const plannedOnly = (logged: readonly Keyed<Delivery>[]) => logged.filter(({ slot }) => slot !== null)
        expect(
          summed(
            ledger(
              { ...input, deliveries: [...plannedOnly(given), ...plannedOnly(doubled)], today: now },
              from,
              until,
            ),
          ),
        ).toEqual(summed(ledger({ ...input, deliveries: plannedOnly(given), today: now }, from, until)))
        // The first part of the time and the rest make up all of it.
        const parts = [
          ...ledger({ ...input, deliveries: given, today: now }, from, '2026-10-16'),
          ...ledger({ ...input, deliveries: given, today: now }, '2026-10-17', until),
        ]
        expect(summed(parts)).toEqual(sums)
      },
    ),
    { numRuns: 60 },
  )
})

test('two years of 150,000 sessions, every one logged, are all held', { timeout: 30_000 }, () => {
  const many = Array.from({ length: 1100 }, (_, at) => lineOf(`many ${at}`, key(`pupil ${at}`)))
  const terms = calendarOf(
    [2025, 2026].flatMap((year) => [
      { kind: 'term' as const, name: null, starts: `${year}-09-01`, ends: `${year}-12-18` },
      { kind: 'term' as const, name: null, starts: `${year + 1}-01-05`, ends: `${year + 1}-07-20` },
    ]),
  )
  const times = Array.from({ length: 200 }, (_, at) =>
    slotOf(`time ${at}`, {
      weekday: (['mon', 'tue', 'wed', 'thu', 'fri'] as const)[at % 5]!,
      from: '2025-09-01',
    }),
  )
  const places = many.flatMap((line, at) =>
    [0, 1].map((which) => ({ ...place('mon', line, '2025-09-01'), slot: times[(at + which) % 200]!.key })),
  )
  const all = plannedSessions(
    { slots: times, slotPupils: places, calendar: terms },
    '2025-09-01',
    '2027-07-20',
  )
  expect(all.length).toBeGreaterThan(150_000)
  const given = all.map((plan, at) => ({ ...logOf(plan), key: `${at}` }))
  const again = plannedSessions(
    { slots: times, slotPupils: places, calendar: terms },
    '2025-09-01',
    '2027-07-20',
  )
  const rows = ledger(
    { planned: again, deliveries: given, allocations: many, groups: [], today: '2027-07-21' },
    '2025-09-01',
    '2027-07-20',
  )
  expect(summed(rows).held).toBe(all.length)
})
