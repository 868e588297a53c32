import { expect, test } from 'vitest'
import { typedDay } from '../../src/domain/rules/typedDay.ts'

// A Sunday, so that "next tue" and "tue" fall in the same week.
const sunday = '2026-11-22'
const wednesday = '2026-03-11'

test('a day and month take the year nearest to today', () => {
  expect(typedDay('10/3', wednesday)).toBe('2026-03-10')
  expect(typedDay('10 mar', sunday)).toBe('2027-03-10')
  expect(typedDay('5 sept', sunday)).toBe('2026-09-05')
  expect(typedDay('Tue 10 March', wednesday)).toBe('2026-03-10')
  expect(typedDay('31 dec', '2026-01-02')).toBe('2025-12-31')
})

test('29 February typed in a year without one is the leap day nearest to today, or none', () => {
  expect(typedDay('29/2', '2027-11-01')).toBe('2028-02-29')
  expect(typedDay('29/2', '2026-01-01')).toBeNull()
})

test('weekdays count from Monday: "tue" is the next to come, "next tue" is next week’s', () => {
  expect(typedDay('tue', wednesday)).toBe('2026-03-17')
  expect(typedDay('wed', wednesday)).toBe('2026-03-18')
  expect(typedDay('thursday', wednesday)).toBe('2026-03-12')
  expect(typedDay('next thu', wednesday)).toBe('2026-03-19')
  expect(typedDay('last fri', wednesday)).toBe('2026-03-06')
  expect(typedDay('this mon', wednesday)).toBe('2026-03-09')
  expect(typedDay('next tue', sunday)).toBe('2026-11-24')
})

test('words and distances work, and a full date keeps its own year', () => {
  expect(typedDay('Tomorrow', '2026-12-31')).toBe('2027-01-01')
  expect(typedDay('in 2 weeks', wednesday)).toBe('2026-03-25')
  expect(typedDay('3 days ago', '2026-03-01')).toBe('2026-02-26')
  expect(typedDay('10/3/2019', wednesday)).toBe('2019-03-10')
  expect(typedDay('10.3.26', wednesday)).toBe('2026-03-10')
})

test('what is no day is null: a bare number is never taken for Excel’s serial number', () => {
  for (const text of ['2026', '46091', '31/4', '32 mar', '10 foo', 'next', 'soon', '', '1e3', '0/0'])
    expect(typedDay(text, wednesday), text).toBeNull()
})
