import { expect, test } from 'vitest'
import { readCell } from '../../src/documents/mapBack/readCell.ts'
import { sameText, type SheetField } from '../../src/documents/mapBack/sheetFields.ts'
import { serialOf } from '../../src/domain/rules/day.ts'

const read = (field: SheetField, value: string | number | boolean, formula?: string) => {
  const found = readCell(field, { value, ...(formula !== undefined && { formula }) })
  if ('value' in found) return found.value
  return 'readings' in found
    ? { asked: found.readings.map((one) => sameText(one.value)) }
    : { wrong: found.complaint }
}

test.each<[SheetField, string | number, unknown]>([
  ['resources', '£12.50', 1250],
  ['resources', ' £1,200 ', 120_000],
  ['resources', '12.50 GBP', 1250],
  ['resources', 12.5, 1250],
  ['resources', 0.1 + 0.2, 30],
  ['minutes', '90 mins', 90],
  ['minutes', '1.5 h', 90],
  ['minutes', '1 h 30', 90],
  ['minutes', '1hr 5 min', 65],
  ['minutes', 'half an hour', 30],
  ['minutes', '20', 20],
  ['minutes', '\u00a020 ', 20],
  ['sessionsPerWeek', '3 x a week', 3],
  ['sessionsPerWeek', '2.5', 2.5],
  ['weeks', '12 weeks', 12],
  ['groupSize', '4 pupils', 4],
  ['from', serialOf('2026-09-07'), '2026-09-07'],
  ['from', serialOf('2026-09-07') + 0.4, '2026-09-07'],
  ['from', '7 September 2026', '2026-09-07'],
  ['from', '25/09/2026', '2026-09-25'],
  ['until', '', null],
  ['role', 'teaching ASSISTANT', 'ta'],
  ['countsTowardsElement2', 'y', true],
  ['notes', ' two\r\nlines ', ' two\nlines'],
  ['place', 12, '12'],
])('%s: %s is read as a person reads it', (field, value, expected) => {
  expect(read(field, value)).toEqual(expected)
})

test.each<[SheetField, string | number, string[]]>([
  ['minutes', '1,5 h', ['90']],
  ['minutes', '1:30', ['90']],
  ['minutes', 0.0625, ['90']],
  ['sessionsPerWeek', '1,5', ['1.5']],
  ['sessionsPerWeek', 2.333, ['2.33']],
  ['resources', '12,50', ['1250']],
  ['resources', '1.250', ['125000', '125']],
  ['resources', '50p', ['50']],
  ['from', '03/04/2026', ['2026-04-03', '2026-03-04']],
  ['role', 'teaching', ['ta', 'hlta']],
])(
  '%s: %s can be read in more than one way, or in one to be seen first, so it is asked',
  (field, value, expected) => {
    expect(read(field, value)).toEqual({ asked: expected })
  },
)

test.each<[SheetField, string | number | boolean, RegExp]>([
  ['minutes', 'lots', /whole number from 0 to 600; this says “lots”/],
  ['minutes', -5, /whole number from 0 to 600/],
  ['minutes', true, /is a number; this is TRUE/],
  ['minutes', '#REF!', /shows #REF!/],
  ['sessionsPerWeek', '2-3', /this says “2-3”/],
  ['groupSize', 0, /from 1 to 60/],
  ['resources', '€12', /is in pounds/],
  ['from', 'after Easter', /is a date, such as 10 Mar 2026; this says “after Easter”/],
  ['from', 46, /this is the number 46/],
  ['from', '', /From is needed/],
  ['until', '31/02/2026', /is a date/],
  ['role', 'Wizard', /Delivered by is one of: .*; this says “Wizard”/],
  ['funding', 7, /Funding is one of/],
  ['countsTowardsElement2', 'perhaps', /Yes or No/],
])('%s: %s is refused in a sentence', (field, value, words) => {
  expect((read(field, value) as { wrong: string }).wrong).toMatch(words)
})

test('a formula pasted as a note is not taken for words: what it shows is asked, and one that fails is refused', () => {
  expect(read('notes', 'Kaur 3', '=A4&" "&I4')).toEqual({ asked: ['Kaur 3'] })
  expect(read('notes', '', '=A99')).toEqual({ wrong: expect.stringContaining('holds a formula, not words') })
  expect(read('notes', '#NAME?', '=cmd|x')).toEqual({ wrong: expect.stringContaining('#NAME?') })
  // A sum in a number's cell is a number.
  expect(read('minutes', 45, '=3*15')).toBe(45)
})
