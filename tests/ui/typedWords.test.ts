import { expect, test } from 'vitest'
import { typedWords } from '../../src/taskpane/live/typedWords.ts'

test('fields and rows typed in Word are counted in words', () => {
  expect(typedWords(1, 0)).toBe('1 field typed in Word isn’t in the record yet')
  expect(typedWords(7, 0)).toBe('7 fields typed in Word aren’t in the record yet')
  expect(typedWords(0, 1)).toBe('1 row typed in Word isn’t in the record yet')
  expect(typedWords(2, 3)).toBe('2 fields and 3 rows typed in Word aren’t in the record yet')
})
