import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bound, DocumentContent } from '../../src/documents/blocks.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { cleanText } from '../../src/documents/word/xmlText.ts'
import { emptyFile, fullFile, keyNumbered, reviewKey } from './madeUpReview.ts'

const bound = (text: string, n = 1): Bound => ({
  tag: `rv.${keyNumbered(n)}.working`,
  title: 'What is working',
  text,
  placeholder: 'Write here',
  kind: 'lines',
})
const content = (...texts: string[]): DocumentContent => ({
  title: texts[0] || 'A title',
  subject: 'Minutes',
  author: 'Oakfield',
  language: 'en-GB',
  footer: `Footer ${texts[0] ?? ''}`,
  identity: { kind: 'reviewMinutes', keys: { review: reviewKey }, made: '2026-03-10' },
  blocks: texts.flatMap((text, at) => [
    { is: 'heading' as const, level: 1 as const, text: 'A heading' },
    { is: 'paragraph' as const, runs: [{ text }, { bound: bound(text, at) }] },
  ]),
})
const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!)

test('whatever is typed comes back from the document as it was typed, but for what XML cannot hold', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      ']]>',
      '<w:t>',
      '&amp;',
      '\uD800',
      '\u202E gnirts',
      '\u0000\u0007',
      'a\r\nb\u2028c',
      ' \t x ',
      '\uFFFE',
    ),
  )
  fc.assert(
    fc.property(fc.array(anything, { minLength: 1, maxLength: 6 }), (texts) => {
      const read = readDocx(docxOf(content(...texts)))
      expect(read.controls.map(({ text }) => text)).toEqual(texts.map(cleanText))
      expect(read.controls.map(({ placeholder }) => placeholder ?? false)).toEqual(
        texts.map((text) => cleanText(text) === ''),
      )
    }),
    { numRuns: 300 },
  )
})

test('text that turns its own direction round is written straight', () => {
  expect(cleanText('Amira \u202Eanhk\u202C')).toBe('Amira anhk')
  expect(cleanText('\u05D0\u200F!')).toBe('\u05D0\u200F!')
})

test('the same content is the same bytes', () => {
  const file = fullFile()
  expect(docxOf(reviewMinutes(file, '2026-03-10'))).toEqual(docxOf(reviewMinutes(file, '2026-03-10')))
})

test('the file says which review it is of, by keys alone', () => {
  const file = fullFile()
  const bytes = docxOf(reviewMinutes(file, '2026-03-10'))
  expect(readDocx(bytes).identity).toEqual({
    kind: 'reviewMinutes',
    made: '2026-03-10',
    keys: { pupil: file.pupil.key, review: reviewKey },
  })
  expect(part(bytes, 'customXml/item1.xml')).not.toMatch(/Khan|Mimi|Amira/)
})

test('every page says of whom and when, its number, and that it is confidential', () => {
  const footer = part(docxOf(reviewMinutes(fullFile(), '2026-03-10')), 'word/footer1.xml')
  for (const said of ['Mimi · Annual review · 10 Mar 2026', ' PAGE ', ' NUMPAGES ', 'Confidential'])
    expect(footer).toContain(said)
})

test.each([
  ['a review in full swing', fullFile()],
  ['a review with nothing filled in', emptyFile()],
  ['a Year 9 phase transfer', fullFile({ yearGroup: '9' }, { type: 'phaseTransfer' })],
  ['a review whose report is sent', fullFile({}, { stage: 'reportSent', reportSent: '2026-03-20' })],
])('our checker finds nothing wrong with %s', (_, file) => {
  expect(lintDocx(docxOf(reviewMinutes(file, '2026-03-10')))).toEqual([])
})
