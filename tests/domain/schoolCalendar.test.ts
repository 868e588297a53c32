import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bankHolidayOn, bankHolidays, easterSunday } from '../../src/domain/rules/bankHolidays.ts'
import { addDays, weekdayOf } from '../../src/domain/rules/day.ts'
import {
  addSchoolDays,
  calendarOf,
  calendarTroubles,
  dayKind,
  endOfHalfTerm,
  halfTermsOf,
  isMeetingDay,
  isSchoolDay,
  knowsYear,
  schoolDaysBetween,
  weekOfHalfTerm,
} from '../../src/domain/rules/schoolCalendar.ts'

const row = (
  kind: 'term' | 'holiday' | 'inset' | 'closure' | 'busy',
  starts: string,
  ends = starts,
  name: string | null = null,
) => ({
  kind,
  name,
  starts,
  ends,
})
const calendar = calendarOf([
  row('term', '2027-01-04', '2027-03-25', 'Spring term'),
  row('term', '2026-09-01', '2026-12-18', 'Autumn term'),
  row('term', '2027-04-12', '2027-07-21', 'Summer term'),
  row('holiday', '2026-10-26', '2026-10-30', 'October half-term'),
  row('holiday', '2027-02-15', '2027-02-19'),
  row('holiday', '2027-05-31', '2027-06-04'),
  row('inset', '2026-09-01'),
  row('inset', '2027-01-04'),
  row('closure', '2026-11-30', '2026-11-30', 'Polling station'),
  row('busy', '2026-12-07', '2026-12-11', 'Assessment week'),
])

test('Easter and the public holidays of England are those that were published', () => {
  expect([2024, 2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ])
  const days = (year: number) => bankHolidays(year).map(({ day }) => day.slice(5))
  expect(days(2026)).toEqual(['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'])
  expect(days(2027)).toEqual(['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'])
  expect(days(2022)).toEqual([
    ...['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
  ])
  expect(days(2020)).toEqual(['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'])
  expect(days(2023)).toContain('05-08')
  expect(bankHolidayOn('2027-03-26')).toBe('Good Friday')
  expect(bankHolidayOn('2026-04-05')).toBeNull()
})
test('in every year no public holiday falls on a weekend or on another, and Easter is a Sunday of March or April', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2199 }), (year) => {
      const days = bankHolidays(year).map(({ day }) => day)
      expect(new Set(days).size).toBe(days.length)
      for (const day of days) expect([1, 2, 3, 4, 5]).toContain(weekdayOf(day))
      expect(weekdayOf(easterSunday(year))).toBe(0)
      expect(easterSunday(year) >= `${year}-03-22` && easterSunday(year) <= `${year}-04-25`).toBe(true)
    }),
  )
})

test('a school day is a weekday of a term that is no holiday, training day, closure or bank holiday', () => {
  const kinds = [
    '2026-09-01',
    '2026-09-02',
    '2026-09-05',
    '2026-10-28',
    '2026-11-30',
    '2027-05-03',
    '2026-12-21',
  ]
  expect(kinds.map((day) => dayKind(calendar, day))).toEqual([
    ...['inset', 'school', 'weekend', 'holiday', 'closure', 'bankHoliday', 'holiday'],
  ])
  expect(isSchoolDay(calendar, '2026-12-08')).toBe(true)
  expect(isMeetingDay(calendar, '2026-12-08')).toBe(false)
})

test('school days are counted from the day after, over half-terms, training days and Christmas', () => {
  expect(addSchoolDays(calendar, '2026-10-23', 1)).toBe('2026-11-02')
  expect(addSchoolDays(calendar, '2026-12-17', 2)).toBe('2027-01-05')
  expect(addSchoolDays(calendar, '2027-01-05', -1)).toBe('2026-12-18')
  expect(addSchoolDays(calendar, '2026-11-09', 15)).toBe('2026-12-01')
  expect(addSchoolDays(calendar, '2026-11-22', 0)).toBe('2026-11-22')
  expect(schoolDaysBetween(calendar, '2026-10-23', '2026-11-02')).toBe(1)
  expect(schoolDaysBetween(calendar, '2026-10-24', '2026-11-01')).toBe(0)
})
test('adding school days and counting them are each other’s way back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
      const from = addDays('2026-09-01', offset)
      const to = addSchoolDays(calendar, from, count)
      expect(isSchoolDay(calendar, to)).toBe(true)
      expect(schoolDaysBetween(calendar, from, to)).toBe(count)
      const back = addSchoolDays(calendar, to, -count)
      expect(schoolDaysBetween(calendar, to, back)).toBe(-count)
      expect(back <= from || schoolDaysBetween(calendar, from, back) === 0).toBe(true)
    }),
  )
})
test('without recorded terms every weekday but bank holidays counts, so that no limit is reckoned too late', () => {
  const empty = calendarOf([])
  expect(knowsYear(empty, '2026-11-22')).toBe(false)
  expect(addSchoolDays(empty, '2026-12-24', 1)).toBe('2026-12-29')
  expect(dayKind(calendar, '2027-09-01')).toBe('unknown')
  expect(weekOfHalfTerm(empty, '2026-11-22')).toBeNull()
})

test('a term is parted by its half-term, each half from its first to its last weekday', () => {
  expect(halfTermsOf(calendar, 2026).map(({ starts, ends }) => [starts, ends])).toEqual([
    ['2026-09-01', '2026-10-23'],
    ['2026-11-02', '2026-12-18'],
    ['2027-01-04', '2027-02-12'],
    ['2027-02-22', '2027-03-25'],
    ['2027-04-12', '2027-05-28'],
    ['2027-06-07', '2027-07-21'],
  ])
  expect(endOfHalfTerm(calendar, '2026-11-22')).toBe('2026-12-18')
  expect(endOfHalfTerm(calendar, '2026-12-24')).toBe('2027-02-12')
  expect(endOfHalfTerm(calendar, '2027-07-22')).toBeNull()
  const week = (day: string) => {
    const found = weekOfHalfTerm(calendar, day)
    return found && `week ${found.week} of ${found.of}`
  }
  expect(['2026-11-02', '2026-11-20', '2026-11-22', '2026-11-23', '2026-12-18'].map(week)).toEqual([
    ...['week 1 of 7', 'week 3 of 7', 'week 3 of 7', 'week 4 of 7', 'week 7 of 7'],
  ])
  expect(['2026-10-28', '2026-12-19', '2027-07-22'].map(week)).toEqual([null, null, null])
})
test('rows that contradict each other are told', () => {
  const wrong = calendarOf([
    row('term', '2026-09-01', '2026-12-18'),
    row('term', '2026-12-14', '2027-03-25'),
    row('inset', '2026-10-31'),
  ])
  expect(calendarTroubles(wrong).map(({ words }) => words)).toEqual([
    'begins before the term before it has ended',
    'is a training day at a weekend',
  ])
  expect(calendarTroubles(calendar)).toEqual([])
})
