import { expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Contributor, toBeNamed } from '../../src/domain/records/contributor.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { ageDutiesOn } from '../../src/domain/rules/ageDuties.ts'
import { type ReviewSettings, usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import { workList } from '../../src/domain/rules/today.ts'
import { kept } from '../ui/made.ts'

const pupil = (given: Partial<Pupil>): Stored<Pupil> => ({
  ...blank(Pupil, { forename: 'Amira', surname: 'Khan', dateOfBirth: '2010-08-31', status: 'E', ...given }),
  ...kept('P'),
})
const told = (given: Partial<Pupil>, today: string) =>
  ageDutiesOn(pupil(given), today).map(({ duty, from, ahead }) => [duty, from, ahead])

test('a pupil’s age asks for something from Year 9, from 16, and after the last Friday of June of Year 11', () => {
  expect(told({}, '2023-08-31')).toEqual([])
  expect(told({}, '2023-09-01')).toEqual([['adulthood', null, false]])
  // Taught a year above their age counts too.
  expect(told({ yearGroup: '9' }, '2023-08-31')).toEqual([['adulthood', null, false]])
  expect(told({}, '2025-08-30').map(([duty]) => duty)).toEqual(['adulthood', 'youngPerson'])
  expect(told({}, '2025-08-31')).toEqual([
    ['adulthood', null, false],
    ['sixteen', '2026-08-31', true],
    ['youngPerson', '2026-06-27', true],
  ])
  // The last Friday of June itself is still the parents’ day.
  expect(told({}, '2026-06-26').at(-1)).toEqual(['youngPerson', '2026-06-27', true])
  expect(told({}, '2026-06-27').at(-1)).toEqual(['youngPerson', '2026-06-27', false])
  expect(told({}, '2026-08-30')[1]).toEqual(['sixteen', '2026-08-31', true])
  expect(told({}, '2026-08-31')[1]).toEqual(['sixteen', '2026-08-31', false])
})

test('without a plan there is no review to mind', () => {
  expect(told({ status: 'K' }, '2026-11-22')).toEqual([])
})

const review = (given: Partial<Review>): Stored<Review> => ({
  ...blank(Review, {
    pupil: kept('P').key,
    type: 'annual',
    stage: 'planning',
    meetingDate: '2026-07-10',
    ...given,
  }),
  ...kept('R'),
})
const person = (given: Partial<Contributor>): Stored<Contributor> => ({
  ...blank(Contributor, { review: kept('R').key, name: 'Amira Khan', role: 'youngPerson', ...given }),
  ...kept('C'),
})
const lines = (
  given: Partial<Review>,
  people: Stored<Contributor>[] = [],
  of: Partial<Pupil> = {},
  settings: ReviewSettings = usualReviewSettings,
) =>
  workList(
    { pupils: [pupil(of)], reviews: [review(given)], contributors: people, chases: [] },
    { today: '2026-06-20', school: null, review: settings, terms: [] },
  )
    .lines.filter(({ id }) => /^(youngPerson|adulthood):/.test(id))
    .map(({ id, day, next }) => [id.split(':')[0], day, next.words])

test('Today asks to invite the young person once the meeting lies after school age, until they are on the list', () => {
  expect(lines({})).toEqual([['youngPerson', '2026-06-26', 'Invite them']])
  expect(lines({}, [person({ name: toBeNamed })])).toHaveLength(1)
  expect(lines({}, [person({ role: 'parent', name: 'Sana Khan' })])).toHaveLength(1)
  expect(lines({}, [person({})])).toEqual([])
  expect(lines({ meetingDate: '2026-06-26' })).toEqual([])
  expect(lines({}, [], { homeEducated: true })).toEqual([])
})

test('Today asks for what prepares for adulthood once the meeting was held, until something is written or the report is out', () => {
  const held = { stage: 'meetingHeld', meetingDate: '2026-06-12' } as const
  expect(lines(held)).toEqual([['adulthood', '2026-06-26', 'Write it']])
  expect(lines({ ...held, adulthoodDestination: 'College' })).toEqual([])
  expect(lines({ ...held, stage: 'reportSent', reportSent: '2026-06-18' })).toEqual([])
  expect(lines(held, [], { dateOfBirth: '2012-09-01' })).toEqual([])
})
