import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedWords } from '../../src/ui/changedWords.ts'

const marked = (first: string, second: string) =>
  changedWords(first, second)
    .map((part) => (part.both ? part.second : `[-${part.first}-][+${part.second}+]`))
    .join('')

const words = (text: string) => text.split(/\s+/).filter(Boolean)

test('only the words that changed are marked', () => {
  expect(marked('Mimi reads two words', 'Mimi reads three words')).toBe('Mimi reads [-two -][+three +]words')
  expect(marked('', 'New')).toBe('[--][+New+]')
  expect(marked('Old', '')).toBe('[-Old-][++]')
  expect(marked('same', 'same')).toBe('same')
})

test('a short word between two changes goes with them', () => {
  expect(marked('I want to go home', 'They hope to stay here')).toBe(
    '[-I want to go home-][+They hope to stay here+]',
  )
})

test('nothing of either text is lost, and what is said to be in both is', () => {
  const anyWords = fc.array(fc.constantFrom('a', 'to', 'Mimi', 'reads', 'well.', '\n'), { maxLength: 12 })
  fc.assert(
    fc.property(anyWords, anyWords, (one, other) => {
      const [first, second] = [one.join(' '), other.join(' ')]
      const parts = changedWords(first, second)
      expect(parts.map((part) => part.first).join('')).toBe(first)
      expect(parts.map((part) => part.second).join('')).toBe(second)
      const shared = parts.filter(({ both }) => both)
      expect(shared.map((part) => words(part.first))).toEqual(shared.map((part) => words(part.second)))
    }),
  )
})

test('texts of great length are compared at once', () => {
  const long = Array.from({ length: 9_000 }, (_, at) => `word${at}`).join(' ')
  expect(changedWords(long, `${long} more`)).toHaveLength(1)
})
