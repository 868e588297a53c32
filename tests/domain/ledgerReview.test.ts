import { expect, test } from 'vitest'
import { derivedKey } from '../../src/domain/derivedKey.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { Delivery } from '../../src/domain/records/delivery.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { mondayOf } from '../../src/domain/rules/day.ts'
import { deliveredEvents } from '../../src/domain/rules/chronologyDelivered.ts'
import { reviewLedger } from '../../src/domain/rules/ledgerReview.ts'
import type { LedgerSources } from '../../src/domain/rules/ledgerSchool.ts'
import { givenIn } from '../../src/domain/rules/ledgerSpans.ts'
import { deliveredSentence, unreadWords } from '../../src/domain/rules/ledgerWords.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'

const key = (name: string) => derivedKey('01K00000000000000000000000', name)
const log = (day: string, minutes: number) => ({
  ...blank(Delivery, {
    pupil: key('amy'),
    allocation: key('line'),
    slot: key('mon'),
    day,
    week: mondayOf(day),
    minutes,
    missed: minutes === 0 ? ('trip' as const) : null,
  }),
  key: key(day),
})
const sources: LedgerSources = {
  allocations: [
    {
      ...blank(Allocation, { pupil: key('amy'), provision: key('offer'), from: '2026-09-01', inPlan: true }),
      key: key('line'),
    },
  ],
  groups: [],
  slots: [
    {
      ...blank(Slot, {
        what: 'Reading',
        allocation: key('line'),
        weekday: 'mon',
        starts: '9:30',
        minutes: 20,
        from: '2026-09-01',
      }),
      key: key('mon'),
    },
  ],
  pupils: [{ ...blank(Pupil, { forename: 'Amy', surname: 'K' } as never), key: key('amy') } as Stored<Pupil>],
  calendar: calendarOf([{ kind: 'term', name: 'Autumn', starts: '2026-09-01', ends: '2026-12-18' }]),
  counted: null,
  deliveries: [],
  today: '2026-11-11',
}

test('a review counts from the first log on, up to the day before its meeting, and what can’t be read is said', () => {
  const deliveries = [log('2026-10-05', 20), log('2026-10-12', 0), log('2026-11-09', 20)]
  const whole = reviewLedger({ ...sources, deliveries }, '2026-03-02', '2026-11-02')!
  expect(whole).toMatchObject({ from: '2026-10-05', until: '2026-11-01', began: true, unreadable: 0 })
  expect(deliveredSentence(whole.lines.get(key('line'))!)).toBe(
    '1 of 4 sessions, 20 of 80 minutes (25%); missed: 1 × trip or event; 2 not logged',
  )
  expect(unreadWords(whole.unreadable)).toBeNull()
  const spoilt = reviewLedger({ ...sources, deliveries, unreadable: 2 }, '2026-03-02', '2026-11-02')!
  expect(spoilt.unreadable).toBe(2)
  expect(unreadWords(spoilt.unreadable)).toMatch(/^2 rows of the log or the timetable can’t be read/)
})

test('where nobody logged there is nothing to tell, unless a row of the log can’t be read', () => {
  expect(reviewLedger(sources, null, null)).toBeNull()
  const unread = reviewLedger({ ...sources, unreadable: 1 }, null, null)!
  expect([...unread.lines]).toEqual([])
  expect(unreadWords(unread.unreadable)).toMatch(/^1 row of the log or the timetable can’t be read and isn’t/)
  expect(unreadWords('all')).toMatch(/couldn’t be read/)
})

test('what was given in some days is told line by line, from the first log on, and named as from the log', () => {
  const deliveries = [log('2026-10-05', 20), log('2026-10-12', 0), log('2026-11-09', 20)]
  const given = givenIn({ ...sources, deliveries }, '2026-09-01', '2026-10-18', () => 'Reading')!
  expect(given.text).toBe(
    'Reading: 1 of 2 sessions, 20 of 40 minutes (50%); missed: 1 × trip or event.\nFrom the log of sessions, 5 Oct 2026 to 18 Oct 2026.',
  )
  expect(givenIn({ ...sources, deliveries }, '2026-09-01', '2026-09-30', () => 'Reading')).toBeNull()
})

test('the chronology tells what was given plan by plan, and term by term where no plan was, once each is over', () => {
  const cycle = (given: Partial<Cycle>) =>
    ({
      ...blank(Cycle, { pupil: key('amy'), number: 1, began: '2026-09-20', ...given }),
      key: key(`plan ${given.number ?? 1}`),
    }) as Stored<Cycle>
  const calendar = calendarOf([
    { kind: 'term', name: 'Autumn term', starts: '2026-09-01', ends: '2026-12-18' },
    { kind: 'term', name: 'Spring term', starts: '2027-01-04', ends: '2027-03-24' },
    { kind: 'term', name: 'Summer term', starts: '2027-04-12', ends: '2027-07-20' },
  ])
  const deliveries = [log('2026-10-05', 20), log('2027-01-11', 20), log('2027-04-19', 20)]
  const told = (today: string, cycles: readonly Stored<Cycle>[]) =>
    deliveredEvents(key('amy'), cycles, { ...sources, calendar, deliveries, today }, () => 'Reading').map(
      ({ day, title }) => `${day} ${title}`,
    )
  const reviewed = cycle({ agreedOn: '2026-10-01', reviewedOn: '2026-11-30' })
  expect(told('2027-05-01', [reviewed, cycle({ number: 2, began: '2027-04-12' })])).toEqual([
    '2026-11-30 Plan 1: what was given',
    '2027-03-24 Support given, Spring term',
  ])
  // A plan that took a part of a term leaves the rest of it to be told by itself.
  deliveries.push(log('2026-12-07', 20))
  expect(told('2027-01-20', [reviewed])).toEqual([
    '2026-11-30 Plan 1: what was given',
    '2026-12-18 Support given, Autumn term',
  ])
  deliveries.pop()
  expect(told('2026-12-01', [])).toEqual([])
  expect(told('2027-01-20', [])).toEqual(['2026-12-18 Support given, Autumn term'])
  expect(deliveredEvents(key('amy'), [reviewed], null, () => 'Reading')).toEqual([])
})
