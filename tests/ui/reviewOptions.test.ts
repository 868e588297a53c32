import { expect, test } from 'vitest'
import { optionsFor, reviewOptions } from '../../src/taskpane/minutes/reviewOptions.ts'
import type { RecordOf, Stored } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { stored } from '../documents/madeUpReview.ts'

const pupil = (forename: string, surname: string) =>
  stored(Pupil, { forename, surname, dateOfBirth: '2016-01-01', status: 'E', className: 'Oak' })
const review = (of: { key: string }, meetingDate: string | null, stage: RecordOf<typeof Review>['stage']) =>
  stored(Review, { pupil: of.key, type: 'annual', stage, meetingDate })
const zoe = pupil('Zoë', 'O’Neill-Šmid')
const amir = pupil('Amir', 'Khan')
const all = (reviews: readonly Stored<Review>[]) => reviewOptions(reviews, [zoe, amir], '2026-03-10')

test('reviews that are worked on come first, nearest to today; one without a pupil is left out', () => {
  const held = review(zoe, '2026-03-08', 'meetingHeld')
  const closed = review(zoe, '2026-03-09', 'closed')
  const far = review(amir, '2026-09-01', 'planning')
  const unset = review(amir, null, 'planning')
  const lost = review({ key: '01JZ0000000000000000999999' }, '2026-03-10', 'planning')
  expect(all([unset, closed, lost, far, held]).map(({ review: { key } }) => key)).toEqual(
    [held, far, unset, closed].map(({ key }) => key),
  )
})

test('a name is found by the start of any of its words, with or without its accents and apostrophes', () => {
  const options = all([review(zoe, '2026-03-20', 'planning'), review(amir, '2026-03-21', 'planning')])
  const found = (typed: string) => optionsFor(options, typed).map(({ pupil: { forename } }) => forename)
  expect(found('zoe')).toEqual(['Zoë'])
  expect(found('neill smid')).toEqual(['Zoë'])
  expect(found("O'Neill-Smid")).toEqual(['Zoë'])
  expect(found('kha am')).toEqual(['Amir'])
  expect(found('oak')).toHaveLength(2)
  expect(found('han')).toEqual([])
})
