import { expect, test } from 'vitest'
import { documentWording } from '../../src/documents/documentWording.ts'
import type { Control, ReadDocument } from '../../src/documents/readControls.ts'
import { tagOf } from '../../src/domain/record.ts'
import { Action } from '../../src/domain/records/action.ts'
import { Review } from '../../src/domain/records/review.ts'
import { fullFile, reviewKey } from './madeUpReview.ts'

const file = fullFile()
const action = file.actions[0]!
const told = (controls: readonly Control[]) => {
  const document: ReadDocument = { controls, identity: null, hasText: true }
  return documentWording(file, document, { today: '2026-11-22' }).map(({ called, finding }) => [
    called,
    finding.rule,
    finding.words,
  ])
}
const what = tagOf(Action, action.key, 'what')

test('the document’s own words are looked at, not the record’s', () => {
  expect(told([{ tag: what, text: 'Order it asap' }])).toEqual([['Action 1: Action', 'action.soon', 'asap']])
  expect(told([{ tag: what, text: action.what }])).toEqual([])
})

test('a placeholder, a deleted text, a second control of one field and what isn’t ours are left alone', () => {
  const text = 'Order it asap'
  expect(told([{ tag: what, text, placeholder: true }])).toEqual([])
  expect(told([{ tag: what, text, deleted: true }])).toEqual([])
  expect(
    told([
      { tag: 'zz.1.what', text },
      { tag: 'no tag', text },
      { tag: '', text },
    ]),
  ).toEqual([])
  expect(
    told([
      { tag: what, text },
      { tag: what, text },
    ]),
  ).toHaveLength(1)
})

test('the child’s words are nobody’s to mend', () => {
  const said = { tag: tagOf(Review, reviewKey, 'childWants'), text: 'Regular breaks asap, TBC' }
  expect(told([said])).toEqual([])
  expect(told([{ ...said, tag: tagOf(Review, reviewKey, 'working') }])).toEqual([
    ['This review: What is working', 'text.gap', 'TBC'],
  ])
})
