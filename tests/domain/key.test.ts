import { expect, test } from 'vitest'
import { isKey, newKey } from '../../src/domain/key.ts'

test('keys are unique, well formed and sorted by when they were made', () => {
  const keys = Array.from({ length: 20_000 }, () => newKey())
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.every(isKey)).toBe(true)
  expect(newKey(1_800_000_000_000) < newKey(1_800_000_000_001)).toBe(true)
})
