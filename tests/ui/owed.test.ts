import { expect, test } from 'vitest'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { DateLimit } from '../../src/domain/records/dateLimit.ts'
import { adviceOwed, authorityOwes } from '../../src/ui/letters/owed.ts'
import { emptyFile, reviewKey, stored } from '../documents/madeUpReview.ts'

const today = '2026-12-10'
const held = { type: 'phaseTransfer', stage: 'reportSent', meetingDate: '2026-11-30' } as const
const mover = { yearGroup: '6', movesTo: 'secondary' } as const

test('a reminder names the day that the path has: before a move between phases the earlier one', () => {
  const deciding = { ...held, decisionReceived: '2026-12-08', decision: 'amend' } as const
  const owes = authorityOwes(emptyFile(mover, { ...deciding, noticeSent: '2026-12-28' }), [], today)
  expect(owes).toMatchObject({
    what: 'finalPlan',
    owed: { due: { day: '2027-02-15', why: { rule: 'R11' } } },
  })
  expect(authorityOwes(emptyFile(mover, held), [], today)).toMatchObject({
    what: 'decision',
    owed: { due: { day: '2026-12-28' } },
  })
  expect(authorityOwes(emptyFile(mover, { ...held, stage: 'circulated' }), [], today)).toBeNull()
})

test('late advice is late by the authority’s own limit or the day asked for; without a meeting no law gives a day', () => {
  const file = emptyFile({}, { type: 'annual', stage: 'circulated', meetingDate: '2027-01-18' })
  const limits = [
    stored(DateLimit, { rule: 'circulateBy', days: 21, from: '2025-09-01', source: 'Our authority' }),
  ]
  const person = (given: object = {}) =>
    stored(Contributor, {
      review: reviewKey,
      name: 'A',
      role: 'health',
      adviceAsked: '2026-11-20',
      ...given,
    })
  expect(adviceOwed(person(), { ...file, limits }, [])?.due).toMatchObject({
    day: '2026-12-28',
    why: { strength: 'local' },
  })
  expect(adviceOwed(person({ adviceDue: '2026-12-04' }), file, [])?.due).toMatchObject({
    day: '2026-12-04',
    why: { rule: 'R2', strength: 'must' },
  })
  expect(adviceOwed(person(), emptyFile(), [])?.due).toMatchObject({
    day: '2027-01-01',
    why: { strength: 'local', source: 'Our request' },
  })
  expect(adviceOwed(person({ adviceReceived: '2026-12-01' }), file, [])).toBeNull()
})
