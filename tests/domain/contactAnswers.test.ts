import { expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { ContactAnswer } from '../../src/domain/records/contactAnswer.ts'
import { answerFor, cleared, mayGoTo } from '../../src/domain/rules/contactAnswers.ts'
import { kept } from '../ui/made.ts'

const pupil = kept('P').key
const [review, other] = [kept('R').key, kept('S').key]
const imran = { name: 'Imran Khan', contact: kept('C').key, restriction: 'Ask Ms Okafor first' }
const answered = (given: Partial<ContactAnswer>, letter = 'A'): Stored<ContactAnswer> => ({
  ...blank(ContactAnswer, {
    pupil,
    review,
    contact: imran.contact,
    to: imran.name,
    what: 'Invitation',
    on: '2026-03-10',
    asked: imran.restriction,
    answer: 'may',
    decidedBy: 'Ms Okafor',
    why: 'The court order allows letters',
    ...given,
  }),
  ...kept(letter),
})
const may = (...answers: Stored<ContactAnswer>[]) => mayGoTo(answers, imran, 'Invitation', review)

test('a letter goes to a contact with a restriction only after the answer that it may', () => {
  expect(may()).toBe(false)
  expect(may(answered({ answer: 'mayNot' }))).toBe(false)
  expect(may(answered({}))).toBe(true)
  expect(mayGoTo([], { name: 'Sana Khan', restriction: ' ' }, 'Invitation', review)).toBe(true)
})

test('an answer counts for its own letter, review and person, and while the restriction says the same', () => {
  expect(may(answered({ what: 'Cover for the report' }))).toBe(false)
  expect(may(answered({ review: other }))).toBe(false)
  expect(may(answered({ contact: kept('D').key }))).toBe(false)
  expect(may(answered({ asked: 'Ask the office' }))).toBe(false)
  expect(may({ ...answered({}), archived: true })).toBe(false)
  // Without a contact on either side the name decides.
  expect(may(answered({ contact: null }))).toBe(true)
  expect(may(answered({ contact: null, to: 'Sana Khan' }))).toBe(false)
})

test('the newest answer counts: by its day, and on one day by when it was written', () => {
  const old = answered({ answer: 'mayNot', on: '2026-03-09' }, 'A')
  const first = { ...answered({}, 'B'), createdAt: '2026-03-10T09:00:00Z' }
  const second = { ...answered({ answer: 'mayNot' }, 'D'), createdAt: '2026-03-10T11:00:00Z' }
  expect(may(first, old)).toBe(true)
  expect(may(second, first, old)).toBe(false)
  expect(answerFor([first, second, old], imran, 'Invitation', review)?.key).toBe(second.key)
})

test('of several people those are cleared who may be written to, by key or else by name', () => {
  const people = [
    { key: 'A', ...imran },
    { key: 'B', name: 'Omar Khan', restriction: 'Ask first' },
    { key: null, name: 'Sana Khan', restriction: null },
  ]
  expect(cleared([answered({})], people, 'Invitation', review)).toEqual(new Set(['A', 'Sana Khan']))
  expect(cleared([], people, 'Invitation', review)).toEqual(new Set(['Sana Khan']))
})
