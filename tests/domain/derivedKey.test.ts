import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivedKey } from '../../src/domain/derivedKey.ts'
import { isKey, newKey } from '../../src/domain/key.ts'

test('the key of what belongs to others is a key, the same each time, and another for anything else', () => {
  const review = newKey(Date.parse('2026-03-10'))
  const [one, two] = [newKey(), newKey()]
  expect(isKey(derivedKey(review, 'OutcomeProgress', one))).toBe(true)
  expect(derivedKey(review, 'OutcomeProgress', one)).toBe(derivedKey(review, 'OutcomeProgress', one))
  expect(derivedKey(review, 'OutcomeProgress', one).slice(0, 10)).toBe(review.slice(0, 10))
  const made = [one, two].flatMap((key) =>
    ['OutcomeProgress', 'ProvisionReview', '1', '2', '11'].map((name) => derivedKey(review, name, key)),
  )
  expect(new Set(made).size).toBe(made.length)
})

test('thousands of them in one review never meet', () => {
  const review = newKey()
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(100_000), { minLength: 2_000, maxLength: 2_000 }), (numbers) => {
      expect(new Set(numbers.map((n) => derivedKey(review, 'Action', String(n)))).size).toBe(numbers.length)
    }),
    { numRuns: 3 },
  )
})
