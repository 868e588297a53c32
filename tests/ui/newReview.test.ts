import { expect, test } from 'vitest'
import { blank, check } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Contributor, statutoryInvitees } from '../../src/domain/records/contributor.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import { newReview } from '../../src/tab/review/newReview.ts'
import { kept } from './made.ts'

const pupil = {
  ...blank(Pupil, {
    forename: 'Amira',
    surname: 'Khan',
    dateOfBirth: '2016-05-01',
    status: 'E',
    planIssued: '2024-09-01',
  }),
  ...kept('01P'),
}
const about = {
  pupil,
  school: null,
  settings: usualReviewSettings,
  contacts: [
    {
      ...blank(Contact, { pupil: pupil.key, name: 'Sara Khan', parentalResponsibility: true }),
      ...kept('01C'),
    },
    { ...blank(Contact, { pupil: pupil.key, name: 'A neighbour' }), ...kept('01D') },
  ],
  outcomes: [
    {
      ...blank(Outcome, { pupil: pupil.key, kind: 'sectionE', text: 'Speaks', status: 'current' }),
      ...kept('01O'),
    },
    {
      ...blank(Outcome, { pupil: pupil.key, kind: 'sectionE', text: 'Old', status: 'achieved' }),
      ...kept('01Q'),
    },
    {
      ...blank(Outcome, { pupil: pupil.key, kind: 'term', text: 'A step', status: 'current' }),
      ...kept('01R'),
    },
  ],
  allocations: [
    {
      ...blank(Allocation, { pupil: pupil.key, provision: '01V', from: '2025-09-01', inPlan: true }),
      ...kept('01A'),
    },
    {
      ...blank(Allocation, {
        pupil: pupil.key,
        provision: '01V',
        from: '2024-09-01',
        until: '2025-07-01',
        inPlan: true,
      }),
      ...kept('01B'),
    },
  ],
  reviews: [
    {
      ...blank(Review, { pupil: pupil.key, type: 'annual', stage: 'decided', meetingDate: '2025-05-01' }),
      ...kept('01W'),
    },
  ],
  today: '2026-03-10',
} as const

test('a new review begins with all whom the law names, the plan’s current outcomes and its running Section F lines', () => {
  const { review, contributors, progress, provision } = newReview(about, Date.parse('2026-03-10'))
  expect(check(Review, review.record)).toEqual([])
  for (const { record } of contributors) expect(check(Contributor, record)).toEqual([])
  const roles = contributors.map(({ record }) => record.role)
  expect(roles).toEqual(expect.arrayContaining([...statutoryInvitees, 'youngPerson', 'senco']))
  expect(
    contributors.filter(({ record }) => record.role === 'parent').map(({ record }) => record.name),
  ).toEqual(['Sara Khan'])
  expect(progress.map(({ record }) => record.outcome)).toEqual([kept('01O').key])
  expect(provision.map(({ record }) => record.allocation)).toEqual([kept('01A').key])
  expect(review.record).toMatchObject({ previousDate: '2025-05-01', previous: kept('01W').key })
})

test('a meeting whose day passed without it is no review: the twelve months run on from before', () => {
  const [held] = about.reviews
  const missed = { ...held, ...kept('01X'), meetingDate: '2026-02-01', stage: 'circulated' } as const
  const { record } = newReview({ ...about, reviews: [held, missed] }, 0).review
  expect(record).toMatchObject({ previousDate: '2025-05-01', nextDue: '2026-04-30' })
})
