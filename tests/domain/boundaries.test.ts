import { expect, test } from 'vitest'
import { addDays, type Day } from '../../src/domain/rules/day.ts'
import { looserThanLaw, localLimitNames } from '../../src/domain/rules/localLimits.ts'
import type { LocalLimitName } from '../../src/domain/rules/limitRows.ts'
import { longClosure } from '../../src/domain/rules/needsAssessment.ts'
import { phaseTransfer, phaseTransferOf } from '../../src/domain/rules/phaseTransfer.ts'
import { hasReport } from '../../src/domain/rules/reviewActs.ts'
import { reviewDue, transferReviewed } from '../../src/domain/rules/reviewDue.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import { type ReviewFacts } from '../../src/domain/rules/reviewMoves.ts'
import { reviewSteps, stepState } from '../../src/domain/rules/reviewSteps.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'

/** The first day of a run on which something holds; each rule is held to its day, not to about its day. */
const firstDay = (from: Day, holds: (day: Day) => boolean): Day | null => {
  for (let i = 0; i < 800; i += 1) if (holds(addDays(from, i))) return addDays(from, i)
  return null
}

test('a step is due soon from a week before its day, still in time on it, and late from the day after', () => {
  const due = '2026-03-24'
  expect(firstDay('2026-03-01', (day) => stepState(due, null, day) === 'dueSoon')).toBe('2026-03-17')
  expect(firstDay('2026-03-01', (day) => stepState(due, null, day) === 'overdue')).toBe('2026-03-25')
  expect(firstDay('2026-03-01', (done) => stepState(due, done, done) === 'late')).toBe('2026-03-25')
})

test('a pupil’s next date is overdue only once it has passed', () => {
  const plan = { status: 'E', planIssued: '2025-07-07', lastDecision: null } as const
  const overdue = (today: Day) => reviewDue(plan, [], usualReviewSettings, today)?.status === 'overdue'
  // The latest meeting that leaves the authority its four weeks is on 8 June 2026.
  expect(firstDay('2026-05-01', overdue)).toBe('2026-06-09')
  const held = {
    key: '1',
    meetingDate: '2026-03-02',
    stage: 'meetingHeld',
    reportSent: null,
    decisionReceived: null,
  } as const
  const status = (today: Day, review: Parameters<typeof reviewDue>[1][number]) =>
    reviewDue(plan, [review], usualReviewSettings, today)?.status
  expect(firstDay('2026-03-02', (day) => status(day, held) === 'dueSoon')).toBe('2026-03-09')
  expect(firstDay('2026-03-02', (day) => status(day, held) === 'overdue')).toBe('2026-03-17')
  // A meeting is not overdue on its own day.
  const planned = { ...held, meetingDate: '2026-05-20', stage: 'circulated' } as const
  expect(firstDay('2026-05-01', (day) => status(day, planned) === 'dueSoon')).toBe('2026-05-06')
  expect(firstDay('2026-05-01', (day) => status(day, planned) === 'overdue')).toBe('2026-05-21')
})

test('a day from which the twelve months were said to run is of the past once a later decision is on a review', () => {
  const plan = {
    status: 'E',
    planIssued: '2024-01-10',
    lastDecision: '2025-03-01',
    clockFrom: '2025-02-01',
    clockFromWhy: 'The authority’s letter',
  } as const
  const review = { key: '1', meetingDate: '2026-01-20', stage: 'closed', reportSent: '2026-01-28' } as const
  const hold = (decisionReceived: Day | null) =>
    reviewDue(plan, [{ ...review, decisionReceived }], usualReviewSettings, '2026-02-20')?.day
  expect(hold('2026-02-10')).toBe('2027-01-12')
  // Before it came the old day still counts, and then the meeting that nobody decided on.
  expect(reviewDue(plan, [], usualReviewSettings, '2025-06-01')?.day).toBe('2026-01-03')
})

test('the fifteenth day for comments is still the family’s: they are over the day after', () => {
  const review: ReviewFacts = {
    meetingDate: '2026-03-10',
    stage: 'decided',
    invitationsSent: '2026-02-01',
    papersCirculated: '2026-02-20',
    reportSent: '2026-03-20',
    decisionReceived: '2026-04-07',
    decision: 'amend',
    noticeSent: '2026-04-07',
    finalIssued: null,
  }
  const over = (today: Day) =>
    reviewSteps(review, today).find(({ step }) => step === 'comments')!.done !== null
  expect(firstDay('2026-04-07', over)).toBe('2026-04-22')
})

test('as much as the law asks for may be settled, and not a day less', () => {
  const least: Partial<Record<LocalLimitName, number>> = {
    inviteBy: 14,
    circulateBy: 14,
    adviceBy: 14,
    targetMeeting: 28,
  }
  const most: Partial<Record<LocalLimitName, number>> = { reportBy: 14, decisionBy: 28, underFiveReview: 184 }
  const refused = (rule: LocalLimitName, days: number) =>
    looserThanLaw({ rule, days, from: '2026-09-01' }) !== null
  expect(Object.keys({ ...least, ...most }).toSorted()).toEqual(Object.keys(localLimitNames).toSorted())
  for (const [rule, days] of Object.entries(least) as [LocalLimitName, number][])
    expect([rule, refused(rule, days - 1), refused(rule, days)]).toEqual([rule, true, false])
  for (const [rule, days] of Object.entries(most) as [LocalLimitName, number][])
    expect([rule, refused(rule, days), refused(rule, days + 1)]).toEqual([rule, false, true])
})

test('a closure of four weeks lets limits pass: asked from a week before it to a week before it opens again', () => {
  const closedFor = (days: number) =>
    calendarOf([
      { kind: 'term', name: null, starts: '2026-04-13', ends: '2026-07-22' },
      { kind: 'term', name: null, starts: addDays('2026-07-23', days), ends: '2026-12-18' },
    ])
  // Shut from Thu 23 July; it opens again on a Thursday, so no weekend lengthens the closure.
  const four = closedFor(28)
  const told = (asked: Day) => longClosure(asked, four) !== null
  expect(longClosure('2026-07-23', four)).toEqual({ from: '2026-07-23', to: '2026-08-19' })
  expect(firstDay('2026-07-01', told)).toBe('2026-07-16')
  // It opens on 20 August: the last day is 13 August.
  expect(firstDay('2026-07-20', (day) => !told(day))).toBe('2026-08-14')
  expect(longClosure('2026-07-23', closedFor(27))).toBeNull()
})

test('a review counts for a move between phases from a year before the deadline on', () => {
  const transfer = phaseTransfer('secondary', '2027-09-01')
  const amended = (meetingDate: Day) => [
    {
      key: '1',
      meetingDate,
      stage: 'closed',
      reportSent: meetingDate,
      decisionReceived: meetingDate,
      finalIssued: addDays(meetingDate, 60),
    } as const,
  ]
  expect(firstDay('2026-01-01', (day) => transferReviewed(amended(day), transfer))).toBe('2026-02-15')
})

test('on the day of a move there still is one; from the next day on there is none', () => {
  const mover = { movesTo: 'secondary', moves: '2027-01-04' } as const
  const gone = (today: Day) => phaseTransferOf(mover, usualReviewSettings, today) === null
  expect(firstDay('2026-12-01', gone)).toBe('2027-01-05')
})

test('a copy sent on the day on which a review was reopened is of the version that went out then', () => {
  const has = (reportCopySent: Day) => hasReport({ reportCopySent }, { reopened: '2026-05-01' })
  expect(firstDay('2026-04-01', has)).toBe('2026-05-01')
})
