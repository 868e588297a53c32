import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { hasPlaceholderPart, withoutPlaceholder } from '../../src/documents/placeholderText.ts'
import { changesOf, readBack } from '../../src/documents/readBack.ts'
import { readControls } from '../../src/documents/readControls.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { emptyFile, reviewKey } from './madeUpReview.ts'

const own = '[Not recorded yet]'

describe('withoutPlaceholder', () => {
  for (const [text, left] of [
    [own, ''],
    ['Mrs Stone', 'Mrs Stone'],
    ['[Not recorded yet] Mrs Stone', 'Mrs Stone'],
    ['Mrs Stone[Not recorded yet]', 'Mrs Stone'],
    ['Click or tap here to enter text.', ''],
    ['[to follow]', '[to follow]'],
    ['Not recorded yet', 'Not recorded yet'],
  ] as const)
    test(`“${text}” says “${left}”`, () => expect(withoutPlaceholder(text, own)).toBe(left))

  test('where nobody knows the field’s own words, words in brackets alone are such', () => {
    expect(withoutPlaceholder('[What will be done]', undefined)).toBe('')
    expect(withoutPlaceholder('Ring [the college]', undefined)).toBe('Ring [the college]')
  })
})

describe('hasPlaceholderPart', () => {
  for (const left of [
    '[Not recorded Mrs Stone',
    'Mrs Stone yet]',
    '[Not recMrs Stoneorded yet]',
    '[Not recorded y',
  ])
    test(`“${left}” has`, () => expect(hasPlaceholderPart(left, own)).toBe(true))
  for (const typed of [
    '[Not assessed]',
    '[to follow]',
    'Not recorded by the school',
    'Mrs Stone [SENCO]',
    '',
  ])
    test(`“${typed}” has not`, () => expect(hasPlaceholderPart(typed, own)).toBe(false))
})

test('words that show what belongs in a field never come into the record, whatever became of Word’s mark', () => {
  const file = emptyFile()
  const xml = strFromU8(unzipSync(docxOf(reviewMinutes(file, '2026-03-10')))['word/document.xml']!)
  const read = (changed: string) => {
    const result = readBack(file, readControls(changed), '2026-03-10')
    if ('refused' in result) throw new Error(result.refused.why)
    return result
  }
  const unmarked = xml.replaceAll('<w:showingPlcHdr/>', '')
  expect(unmarked).not.toBe(xml)
  expect(read(unmarked)).toMatchObject({ differences: [], doubled: [], unmatched: [] })
  const chair = new RegExp(`(<w:tag w:val="rv\\.${reviewKey}\\.chair"/>.*?<w:t[^>]*>)([^<]*)(</w:t>)`)
  const typedIn = (to: (words: string) => string) =>
    read(
      unmarked.replace(
        chair,
        (_, before: string, words: string, after: string) => before + to(words) + after,
      ),
    ).differences
  expect(typedIn((words) => `${words} Mrs Stone`)).toMatchObject([
    { document: 'Mrs Stone', change: { value: 'Mrs Stone' } },
  ])
  const partly = typedIn((words) => `${words.slice(0, 6)}Mrs Stone`)
  expect(partly).toMatchObject([{ change: { complaint: expect.stringContaining('what belongs here') } }])
  expect(changesOf(partly)).toEqual([])
})
