import { expect, test } from 'vitest'
import { reviewDue } from '../../src/domain/rules/reviewDue.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'

const today = '2026-03-10'
const plan = { status: 'E', planIssued: '2024-09-01', lastDecision: '2025-07-07' } as const
const held = {
  key: '1',
  meetingDate: '2026-03-02',
  stage: 'meetingHeld',
  reportSent: null,
  decisionReceived: null,
} as const
const due = (reviews: Parameters<typeof reviewDue>[1], of: Parameters<typeof reviewDue>[0] = plan) =>
  reviewDue(of, reviews, usualReviewSettings, today)

test('only pupils with a plan have a review due', () => {
  expect(due([], { ...plan, status: 'K' })).toBeNull()
})

test('without a review the latest meeting that leaves the authority four weeks is due, and says why', () => {
  expect(due([])).toMatchObject({
    what: 'Hold meeting by',
    day: '2026-06-08',
    status: 'onTrack',
    why: { rule: 'R10' },
  })
  expect(due([], { ...plan, lastDecision: '2025-03-20' })).toMatchObject({ status: 'overdue' })
  expect(due([], { ...plan, planIssued: null, lastDecision: null })).toMatchObject({
    what: 'Plan date missing',
  })
})

test('a report that is owed comes first, then the authority’s decision', () => {
  expect(due([held])).toMatchObject({ what: 'Send report by', day: '2026-03-16', status: 'dueSoon' })
  expect(due([{ ...held, stage: 'reportSent', reportSent: '2026-03-09' }])).toMatchObject({
    what: 'Authority decides by',
    day: '2026-03-30',
    status: 'authority',
  })
})

test('a meeting in the past that nobody marked as held is overdue, not forgotten', () => {
  expect(due([{ ...held, stage: 'circulated' }])).toMatchObject({ what: 'Meeting', status: 'overdue' })
})

test('a meeting planned after the last safe day is to be brought forward, to a day that can still be kept', () => {
  const planned = { ...held, stage: 'planning', meetingDate: '2026-06-20' } as const
  expect(due([planned])).toMatchObject({
    what: 'Bring meeting forward to',
    day: '2026-06-08',
    planned: '2026-06-20',
    status: 'late',
  })
  expect(due([planned], { ...plan, lastDecision: '2025-03-20' })).toMatchObject({
    what: 'Hold meeting by',
    day: '2026-02-19',
    planned: '2026-06-20',
    status: 'overdue',
  })
})

test('a decision that never came does not hide the next meeting', () => {
  const old = { ...held, meetingDate: '2025-05-01', stage: 'reportSent', reportSent: '2025-05-10' } as const
  expect(due([old], { ...plan, lastDecision: '2024-05-01' })).toMatchObject({ what: 'Hold meeting by' })
})
