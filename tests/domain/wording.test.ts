import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../src/domain/wording/check.ts'
import { wordingRules } from '../../src/domain/wording/rules.ts'
import { wordingSettings } from '../../src/domain/wording/settings.ts'
import { blank, check as checkRecord } from '../../src/domain/record.ts'
import { WordingChoice } from '../../src/domain/records/wordingChoice.ts'
import type { TextKind, WordingContext } from '../../src/domain/wording/types.ts'
import { blindSet } from './wordingBlind.ts'
import { compared, toldOf } from './wordingScore.ts'
import { sentences } from './wordingSentences.ts'

const today = '2026-11-22'
const kinds: readonly TextKind[] = ['provision', 'change', 'outcome', 'target', 'action', 'text', 'words']
const guard: NonNullable<WordingContext['names']> = (text) =>
  text.startsWith('Leo') ? [{ from: 0, to: 3, certain: true }] : []

test.each(sentences)('%s: %s', (kind, text, expected) => {
  expect(toldOf(kind, text)).toEqual(expected)
})

test('sentences that the rules were not made with are told apart as docs/wording.md says, or better', () => {
  const sums = blindSet.map(([kind, text, expected]) => ({
    ...compared(expected, toldOf(kind, text)),
    good: expected.length === 0,
  }))
  const count = (of: (one: (typeof sums)[number]) => number) => sums.reduce((sum, one) => sum + of(one), 0)
  expect(count(({ missed }) => missed.length)).toBeLessThanOrEqual(11)
  expect(count(({ alarms }) => alarms.length)).toBeLessThanOrEqual(14)
  expect(count(({ good, got }) => (good && got > 0 ? 1 : 0))).toBeLessThanOrEqual(4)
  expect(count(({ good, got }) => (!good && got === 0 ? 1 : 0))).toBe(0)
})

test('every rule is found by some sentence and has its source, its words and its own id', () => {
  const found = new Set(
    [...sentences, ...blindSet].flatMap(([kind, text]) =>
      check(text, { kind, today, names: guard }).map(({ rule }) => rule),
    ),
  )
  check('Leo', { kind: 'text', today, names: guard }).forEach(({ rule }) => found.add(rule))
  expect(wordingRules.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([])
  expect(new Set(wordingRules.map(({ id }) => id)).size).toBe(wordingRules.length)
  for (const { says, source, name } of wordingRules) expect([says, source, name].every(Boolean)).toBe(true)
})

const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    ...'regular|access to|as|appropriate|up to|3|x|20|minutes|a week|1:1|“|”|‘|’|"|\'|\n|.|…|½|\u00AD|\u202E|e\u0301|👩🏽‍🏫|\uD800|ﬁ|İ|TA|will|receive|by|July|2027'.split(
      '|',
    ),
  ),
)
const anyText = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(' '))

test('any text at all: it never throws, places lie in the text, and the same text has the same answer', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...kinds), (text, kind) => {
      const context: WordingContext = { kind, today, names: guard }
      const found = check(text, context)
      for (const { from, to, words } of found) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        expect(words).toBe(text.slice(from, to))
      }
      expect(check(text, context)).toEqual(found)
    }),
    { numRuns: 1500 },
  )
})

test('places count UTF-16 units of the text as it was typed, whatever stands before', () => {
  const text = 'Zoë 👩🏽‍🏫 needs re\u00ADgular breaks'
  const [found] = check(text, { kind: 'change', today })
  expect(found?.words).toBe('re\u00ADgular')
  expect(text.slice(found!.from, found!.to)).toBe(found!.words)
})

test.each([
  ['one sentence again and again', 'Regular access to support with reading, up to 3 hours as appropriate. '],
  ['quotation marks that are never closed', '“ '],
  ['apostrophes', "'a "],
  ['full stops and quotation marks', '.”" '],
  ['a run of words that may begin a phrase', 'high level of a small support '],
  ['figures', '3 x 20 a week '],
  ['hyphens', '-'],
  ['no word at all', '\u0301'],
])('time grows with the text and no faster: %s', (_, piece) => {
  const time = (length: number) => {
    const text = piece.repeat(Math.ceil(length / piece.length))
    const began = performance.now()
    for (const kind of ['provision', 'outcome', 'action'] as const) check(text, { kind, today })
    return performance.now() - began
  }
  time(4_000)
  const [short, long] = [Math.min(time(4_000), time(4_000)), Math.min(time(16_000), time(16_000))]
  expect(long).toBeLessThan(Math.max(short * 12, 80))
})

test('a rule that a school switched off is silent, and its own phrases are marked with its own words', () => {
  const context: WordingContext = {
    kind: 'provision',
    today,
    settings: {
      off: new Set(['provision.often', 'provision.amounts']),
      own: [{ id: 'a', phrase: 'Catch-up  (club)', kind: 'provision', says: 'closed in July' }],
    },
  }
  expect(check('Regular catch‑up club', context)).toMatchObject([
    { rule: 'own.a', words: 'catch‑up club', says: 'closed in July', strength: 'local' },
  ])
  expect(
    check('Regular catch‑up club', { ...context, kind: 'action' }).some(({ rule }) => rule === 'own.a'),
  ).toBe(false)
})

test('what stands in the fields beside a text need not be in it', () => {
  const told = (context: WordingContext, text: string) =>
    check(text, context).flatMap((one) => one.whatIsMissing)
  const beside = { measure: 'WellComm', baseline: '24', by: '2027-07-20' }
  expect(told({ kind: 'outcome', today, beside }, 'Improve listening')).toEqual([])
  expect(told({ kind: 'outcome', today, beside: { ...beside, by: null } }, 'Improve listening')).toEqual([
    'date',
  ])
  expect(told({ kind: 'action', today, beside: { owner: 'SENCO', due: '2027-01-08' } }, 'Send it')).toEqual(
    [],
  )
})

test('a rule holds from its day on', () => {
  expect(check('Regular breaks', { kind: 'provision', today: '2013-01-01' })).toEqual([])
})

test('of each rule the newest choice that has begun counts; stopping a rule needs a reason', () => {
  const choice = (key: string, given: Partial<WordingChoice>) => ({
    ...blank(WordingChoice, { does: 'off', rule: 'provision.often', why: 'Our authority’s words', ...given }),
    key,
  })
  const choices = [
    choice('2', { from: '2026-09-01' }),
    choice('3', { from: '2026-11-01', does: 'on' }),
    choice('4', { from: '2027-01-01' }),
    choice('5', { from: '2026-01-01', does: 'own', rule: null, phrase: 'Nurture', says: 'is a room' }),
    choice('6', { from: '2026-01-01', until: '2026-06-01', does: 'own', rule: null, phrase: 'x', says: 'y' }),
  ]
  const off = (day: string) => [...wordingSettings(choices, day).off]
  expect([off('2026-08-31'), off('2026-09-01'), off(today), off('2027-01-01')]).toEqual([
    [],
    ['provision.often'],
    [],
    ['provision.often'],
  ])
  expect(wordingSettings(choices, today).own).toEqual([
    { id: '5', phrase: 'Nurture', kind: 'any', says: 'is a room' },
  ])
  expect(checkRecord(WordingChoice, { ...choices[0]!, why: null }).map(({ field }) => field)).toEqual(['why'])
})
