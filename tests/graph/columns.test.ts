import { expect, test } from 'vitest'
import * as field from '../../src/domain/fields.ts'
import type { Field, Value } from '../../src/domain/fields.ts'
import { columnsOf, definitionOf, keepable, read, written } from '../../src/graph/columns.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { plainText, shortened } from '../../src/graph/plainText.ts'

const day = field.date('Date')

test('a day is written at noon, so that no time zone makes another of it', () => {
  expect(written(day, '2026-07-14')).toBe('2026-07-14T12:00:00Z')
})

test.each([
  ['2026-07-13T23:00:00Z', '2026-07-14'],
  ['2026-01-14T00:00:00Z', '2026-01-14'],
  ['2026-07-14T07:00:00Z', '2026-07-14'],
  ['2024-02-29T00:00:00Z', '2024-02-29'],
  ['1968-10-26T23:00:00Z', '1968-10-27'],
  ['2026-07-14', '2026-07-14'],
  ['soon', undefined],
  [46_091, undefined],
])('%s in a date column is %s in England', (held, expected) => {
  expect(read(day, held)).toBe(expected)
})

test.each<[Field, unknown, Value | undefined]>([
  [field.text('T'), 'x', 'x'],
  [field.text('T'), 5, undefined],
  [field.text('T'), '', null],
  [field.longText('T'), 'a\r\nb\rc', 'a\nb\nc'],
  [field.wholeNumber('N'), 0, 0],
  [field.wholeNumber('N'), 2.5, undefined],
  [field.wholeNumber('N'), '2', undefined],
  [field.decimal('N', { places: 2 }), 2.125, 2.125],
  [field.decimal('N', { places: 2 }), Number.NaN, undefined],
  [field.money('M'), 65_360, 65_360],
  [field.money('M'), 653.6, undefined],
  [field.choice('C', { E: 'EHC plan' }), 'E', 'E'],
  [field.choice('C', { E: 'EHC plan' }), 'EHC plan', undefined],
  [field.choice('C', { E: 'EHC plan' }), 'toString', undefined],
  [field.yesNo('Y'), false, false],
  [field.yesNo('Y'), 'Yes', undefined],
  [field.key('K', 'Pupil'), 'Amira', undefined],
  [field.yesNo('Y'), undefined, null],
  [field.money('M'), null, null],
])('%o holding %j is read as %j', (kind, held, expected) => {
  expect(read(kind, held)).toBe(expected)
})

test('a pupil’s columns are what SharePoint is to make', () => {
  const byName = new Map(columnsOf(Pupil).map((column) => [column.name, definitionOf(column)]))
  expect(byName.get('gtKey')).toMatchObject({
    indexed: true,
    enforceUniqueValues: true,
    text: { maxLength: 64 },
  })
  expect(byName.get('gtUpn')).toMatchObject({ displayName: 'UPN', indexed: true, text: { maxLength: 13 } })
  expect(byName.get('gtDateOfBirth')).toMatchObject({ indexed: true, dateTime: { format: 'dateOnly' } })
  expect(byName.get('gtTopUp')).toMatchObject({ indexed: false, number: { decimalPlaces: 'none' } })
  expect(byName.get('gtAttendance')).toMatchObject({ number: { decimalPlaces: 'one' } })
  expect(byName.get('gtAddress')).toMatchObject({ text: { allowMultipleLines: true, textType: 'plain' } })
  expect(byName.get('gtEal')).toMatchObject({ boolean: {} })
  expect(byName.get('gtStatus')).toMatchObject({ choice: { choices: expect.arrayContaining(['E', 'K']) } })
})

test.each([
  ['a\u0000b\u001Bc', 'abc'],
  ['tab\tstays', 'tab\tstays'],
  ['a\u000Bb\u000Cc\u2028d', 'a\nb\nc\nd'],
  ['half \uD83D', 'half \uFFFD'],
  ['\uDE00 half', '\uFFFD half'],
  ['whole 😀 \u202Eright to left', 'whole 😀 \u202Eright to left'],
  ['\uFFFE\uFFFF', '\uFFFD\uFFFD'],
])('%j becomes %j', (typed, kept) => {
  expect(plainText(typed)).toBe(kept)
})

test('one line stays one line, and a short title ends with a whole character', () => {
  expect(keepable(field.text('T'), 'one \r\n two')).toBe('one two')
  expect(shortened('ab😀', 3)).toBe('ab')
  expect(shortened('ab😀', 4)).toBe('ab😀')
})
