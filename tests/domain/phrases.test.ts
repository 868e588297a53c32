import { expect, test } from 'vitest'
import {
  phraseLines,
  phrasesAsLines,
  phrasesFor,
  phrasesInOrder,
  unknownPhrases,
  withPhrase,
} from '../../src/domain/rules/phrases.ts'

const phrase = (key: string, text: string, heading: string | null = null, order: number | null = null) => ({
  key,
  text,
  heading,
  order,
})
const bank = [
  phrase('1', 'Plays alongside others.', 'Friendships', 30),
  phrase('2', 'Works best in the morning.', null, 10),
  phrase('3', 'Has one steady friend.', 'Friendships', 20),
  phrase('4', 'A quiet corner is ready.', 'What is working', 40),
]

test('phrases stand under their headings in the school’s order, those without one last', () => {
  expect(phrasesInOrder(bank).map(({ key }) => key)).toEqual(['3', '1', '4', '2'])
})

test('those headed like the field come first, and typing narrows by every word in any order', () => {
  expect(phrasesFor(bank, '', 'What is working')[0]?.key).toBe('4')
  expect(phrasesFor(bank, 'friend  STEADY', 'Reasons').map(({ key }) => key)).toEqual(['3'])
  expect(phrasesFor(bank, 'steady morning', 'Reasons')).toEqual([])
})

test('a phrase goes where the cursor is, parted by a space from words and not from a full stop', () => {
  expect(withPhrase('', 0, 0, 'Good.')).toEqual({ text: 'Good.', cursor: 5 })
  expect(withPhrase('One two', 3, 3, 'x')).toEqual({ text: 'One x two', cursor: 5 })
  expect(withPhrase('One.', 3, 3, 'x')).toEqual({ text: 'One x.', cursor: 5 })
  expect(withPhrase('Take this out', 5, 9, 'that')).toEqual({ text: 'Take that out', cursor: 9 })
  expect(withPhrase('A line\n', 7, 7, 'next')).toEqual({ text: 'A line\nnext', cursor: 11 })
})

test('pasted lines know headings and bullets, say each phrase once, and leave out what is here already', () => {
  const lines = phraseLines(
    '\uFEFF# Friendships\r\n- Has one steady friend.\r\n\r\n• Plays well.\nplays  WELL.\nSection F:\nDaily.',
  )
  expect(lines).toEqual([
    { heading: 'Friendships', text: 'Has one steady friend.' },
    { heading: 'Friendships', text: 'Plays well.' },
    { heading: 'Section F', text: 'Daily.' },
  ])
  expect(unknownPhrases(lines, bank).map(({ text }) => text)).toEqual(['Plays well.', 'Daily.'])
})

test('an export can be pasted into another school', () => {
  const again = phraseLines(phrasesAsLines(bank))
  const pairs = (all: readonly { text: string; heading: string | null }[]) =>
    all.map(({ text, heading }) => `${heading}: ${text}`).toSorted()
  expect(pairs(again)).toEqual(pairs(bank))
})
