import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, partsOf } from '../../src/domain/rules/day.ts'
import {
  adulthoodDue,
  circulateBy,
  commentsNotBefore,
  decisionBy,
  finalBy,
  inviteBy,
  reportBy,
  rightsWithYoungPerson,
} from '../../src/domain/rules/reviewDates.ts'
import { phaseTransferOf } from '../../src/domain/rules/phaseTransfer.ts'
import { meetingHeld } from '../../src/domain/rules/reviewMoves.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import { nextStep, reviewSteps } from '../../src/domain/rules/reviewSteps.ts'
import { clockBasis, nextMeeting, yearClock } from '../../src/domain/rules/yearClock.ts'
import { ageOn, chronologicalYear, endOfCompulsorySchoolAge } from '../../src/domain/rules/schoolYear.ts'
import { blank } from '../../src/domain/record.ts'
import { Review } from '../../src/domain/records/review.ts'
import { newKey } from '../../src/domain/key.ts'

const day = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('1990-01-01', n))

test('a meeting on 10 March 2026 gives the dates of the Code and the Regulations', () => {
  const meeting = '2026-03-10'
  expect(inviteBy(meeting).day).toBe('2026-02-24')
  expect(circulateBy(meeting).day).toBe('2026-02-24')
  expect(reportBy(meeting).day).toBe('2026-03-24')
  expect(decisionBy(meeting).day).toBe('2026-04-07')
  expect(commentsNotBefore('2026-04-07').day).toBe('2026-04-21')
  expect(finalBy(meeting, '2026-04-07').day).toBe('2026-06-02')
  expect(finalBy(meeting, '2026-03-20').day).toBe('2026-05-15')
})
test('an authority may ask for the report sooner, never later', () => {
  const within = (reportDays: number) => reportBy('2026-03-10', { ...usualReviewSettings, reportDays })
  expect(within(10).day).toBe('2026-03-20')
  expect(within(10).why.strength).toBe('local')
  expect(within(21).day).toBe('2026-03-24')
})
test('the twelve months end the day before the anniversary, and on 28 February after a leap day', () => {
  const clock = yearClock('2026-04-07')
  expect([clock.statutoryEnd.day, clock.latestSafeMeeting.day, clock.targetMeeting.day]).toEqual([
    '2027-04-06',
    '2027-03-09',
    '2027-02-10',
  ])
  expect(yearClock('2024-02-29').statutoryEnd.day).toBe('2025-02-28')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
})
test('the clock runs from the later of issue and decision; an undecided review still plans the next meeting', () => {
  expect(clockBasis({ planIssued: '2024-05-01', lastDecision: '2025-04-20' })).toBe('2025-04-20')
  expect(clockBasis({ planIssued: null, lastDecision: null })).toBeNull()
  expect(nextMeeting({ planIssued: '2024-05-01', lastDecision: null }, '2025-03-10')?.targetMeeting.day).toBe(
    '2026-01-13',
  )
})
test('the end of compulsory school age and the year group follow the date of birth', () => {
  expect(endOfCompulsorySchoolAge('2015-10-10')).toBe('2032-06-25')
  expect(chronologicalYear('2015-10-10', '2026-11-01')).toBe(6)
  expect(rightsWithYoungPerson('2015-10-10', '2032-06-25')).toBe(false)
  expect(rightsWithYoungPerson('2015-10-10', '2032-06-26')).toBe(true)
  expect(adulthoodDue('8', '2013-08-31', '2026-11-01')).toBe(true)
  expect(adulthoodDue('8', '2013-09-01', '2026-11-01')).toBe(false)
  expect(adulthoodDue('9', '2013-09-01', '2026-11-01')).toBe(true)
  expect(ageOn('2012-02-29', '2026-02-28')).toBe(13)
})
test('phase transfers of 2026/27', () => {
  const leaving = (yearGroup: '6' | '11', phase: 'primary' | 'secondary') =>
    phaseTransferOf({ yearGroup }, { ...usualReviewSettings, phase }, '2026-11-22')
  expect(leaving('6', 'primary')).toMatchObject({
    deadline: { day: '2027-02-15', why: { rule: 'R11', strength: 'must' } },
    latestMeeting: { day: '2026-11-23' },
  })
  expect(leaving('11', 'secondary')).toMatchObject({
    deadline: { day: '2027-03-31' },
    latestMeeting: { day: '2027-01-06' },
  })
  expect(leaving('6', 'secondary')).toBeNull()
})
test('whatever the dates, no step of the law moves with weekends, months or leap years', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 90 }), (meeting, later) => {
      const notice = addDays(meeting, later)
      expect(daysBetween(inviteBy(meeting).day, meeting)).toBe(14)
      expect(daysBetween(meeting, decisionBy(meeting).day)).toBe(28)
      expect(daysBetween(meeting, finalBy(meeting, notice).day)).toBeLessThanOrEqual(84)
      expect(daysBetween(notice, finalBy(meeting, notice).day)).toBeLessThanOrEqual(56)
      const clock = yearClock(meeting)
      expect(clock.statutoryEnd.day < addDays(meeting, 366)).toBe(true)
      expect(
        partsOf(addDays(clock.statutoryEnd.day, 1))[2] === partsOf(meeting)[2] || meeting.endsWith('02-29'),
      ).toBe(true)
      expect(endOfCompulsorySchoolAge(meeting).slice(5) >= '06-24').toBe(true)
      expect(ageOn(meeting, endOfCompulsorySchoolAge(meeting))).toBeGreaterThanOrEqual(15)
    }),
  )
})
test('the steps of a review know who owes what, and turn red by themselves', () => {
  const planned = blank(Review, {
    pupil: newKey(),
    type: 'annual',
    stage: 'planning',
    meetingDate: '2026-12-10',
  })
  const states = (review: Review, today: string) =>
    Object.fromEntries(reviewSteps(review, today).map((s) => [s.step, s.state]))
  expect(states(planned, '2026-11-22')).toEqual({
    invite: 'dueSoon',
    circulate: 'dueSoon',
    meet: 'onTrack',
    report: 'waiting',
    decide: 'waiting',
  })
  expect(states(planned, '2026-11-27')).toMatchObject({ invite: 'overdue', circulate: 'overdue' })
  const held: Review = {
    ...planned,
    stage: 'meetingHeld',
    invitationsSent: '2026-11-20',
    papersCirculated: '2026-11-30',
  }
  expect(states(held, '2027-01-08')).toEqual({
    invite: 'done',
    circulate: 'late',
    meet: 'done',
    report: 'overdue',
    decide: 'overdue',
  })
  expect(nextStep(reviewSteps(held, '2027-01-08'))).toMatchObject({
    step: 'report',
    owner: 'school',
    due: '2026-12-24',
  })
  expect(meetingHeld(planned)).toBe(false)
  const amending: Review = {
    ...held,
    reportSent: '2026-12-20',
    decisionReceived: '2027-01-07',
    decision: 'amend',
    noticeSent: '2027-01-07',
  }
  expect(nextStep(reviewSteps(amending, '2027-01-08'))).toMatchObject({
    step: 'comments',
    owner: 'family',
    due: '2027-01-21',
  })
  expect(nextStep(reviewSteps(amending, '2027-01-22'))).toMatchObject({
    step: 'final',
    owner: 'authority',
    due: '2027-03-04',
  })
})
