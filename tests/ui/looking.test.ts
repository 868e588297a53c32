import { expect, test } from 'vitest'
import {
  afterFailure,
  afterLook,
  type Looking,
  nextLook,
  notLooked,
  pace,
} from '../../src/taskpane/live/looking.ts'

/** What each look is followed by: R reads the whole document. */
const looks = (texts: string, from: Looking = notLooked): { reads: string; looking: Looking } => {
  let looking = from
  let reads = ''
  for (const text of texts) {
    const next = afterLook(looking, text)
    looking = next.looking
    reads += next.reads ? 'R' : '.'
  }
  return { reads, looking }
}

test('a document is read at the first look, and again only when its text changed and then stood still', () => {
  expect(looks('aaaa').reads).toBe('R...')
  expect(looks('aabbb').reads).toBe('R..R.')
  expect(looks('abaaa').reads, 'put back as it was').toBe('R....')
})

test('somebody who types without a pause is read all the same, not at every look', () => {
  expect(looks('abcdefghij').reads).toBe('R..R..R..R')
})

test('looks come often while something changes, seldom while nothing does, and ever more seldom where Word is silent', () => {
  const still = looks('aa').looking
  expect(nextLook(still)).toBe(pace.quiet)
  expect(nextLook(looks('ab').looking)).toBe(pace.busy)
  const waits = [1, 2, 3, 4, 5].map((times) => {
    let looking = still
    for (let at = 0; at < times; at++) looking = afterFailure(looking)
    return nextLook(looking)
  })
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits.at(-1)).toBe(pace.silent)
  // An answer ends it, and what was read before is not read again.
  const { looking, reads } = afterLook(afterFailure(still), 'a')
  expect([nextLook(looking), reads]).toEqual([pace.quiet, false])
})
