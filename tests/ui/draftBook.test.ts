import { expect, test } from 'vitest'
import { newDraftBook } from '../../src/ui/drafts.tsx'
import type { Draft } from '../../src/ui/draft/types.ts'

const draft = (unsaved = false): Draft =>
  ({ flush: () => Promise.resolve(), unsaved: () => unsaved, atRisk: () => unsaved }) as unknown as Draft
const settled = () => new Promise((done) => setTimeout(done))

test('a record that two parts of a page show has one draft until both have gone', async () => {
  const book = newDraftBook()
  const first = book.open('r', draft)
  book.hold('r', first)
  book.hold('r', first)
  book.close('r')
  await settled()
  expect(book.open('r', draft)).toBe(first)
  book.close('r')
  await settled()
  expect(book.open('r', draft)).not.toBe(first)
})

test('what is not stored yet is kept although nothing shows it any more', async () => {
  const book = newDraftBook()
  const first = book.open('r', () => draft(true))
  book.hold('r', first)
  book.close('r')
  await settled()
  expect(book.open('r', draft)).toBe(first)
  expect(book.unsaved()).toBe(true)
})
