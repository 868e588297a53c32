import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reviewDuties, underFiveWindow } from '../../src/domain/rules/ageDuties.ts'
import { addDays, type Day } from '../../src/domain/rules/day.ts'
import { phaseTransfer, phaseTransferOf, yearGroupsIn } from '../../src/domain/rules/phaseTransfer.ts'
import {
  appealBy,
  circulateBy,
  commentsNotBefore,
  decisionBy,
  finalBy,
  inviteBy,
  notAmendedBy,
  reportBy,
} from '../../src/domain/rules/reviewDates.ts'
import { type ReviewSettings, usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import { chronologicalYear, endOfCompulsorySchoolAge } from '../../src/domain/rules/schoolYear.ts'
import { clockBasis, inheritedPlan, nextMeeting, yearClock } from '../../src/domain/rules/yearClock.ts'

const today = '2026-11-22'
const plan = (given: object) => ({ planIssued: null, lastDecision: null, ...given })

/** The same rules reckoned another way: instants of UTC and the calendar of the platform, nothing of the product's. */
const oracle = {
  at: (day: Day) => new Date(`${day}T00:00:00Z`),
  text: (date: Date) => date.toISOString().slice(0, 10),
  plus: (day: Day, days: number) => {
    const date = oracle.at(day)
    date.setUTCDate(date.getUTCDate() + days)
    return oracle.text(date)
  },
  /** The last day of twelve months that begin on a day. */
  yearEnd: (day: Day) => {
    const date = oracle.at(day)
    const leap = date.getUTCMonth() === 1 && date.getUTCDate() === 29
    return leap
      ? `${date.getUTCFullYear() + 1}-02-28`
      : oracle.plus(oracle.text(new Date(date.setUTCFullYear(date.getUTCFullYear() + 1))), -1)
  },
  lastFridayOfJune: (year: number) => {
    const date = new Date(Date.UTC(year, 5, 30))
    while (date.getUTCDay() !== 5) date.setUTCDate(date.getUTCDate() - 1)
    return oracle.text(date)
  },
  schoolYear: (day: Day) => oracle.at(day).getUTCFullYear() - (oracle.at(day).getUTCMonth() < 8 ? 1 : 0),
}

/** Days of two hundred years, and the days around which calendars go wrong. */
const awkward = [
  ...[
    '02-28',
    '02-29',
    '03-01',
    '08-31',
    '09-01',
    '12-31',
    '01-01',
    '01-31',
    '03-29',
    '03-30',
    '10-25',
    '10-26',
  ],
].flatMap((monthDay) => [2023, 2024, 2025, 2026, 2027, 2028, 2100].map((year) => `${year}-${monthDay}`))
const real = awkward.filter((day) => oracle.text(oracle.at(day)) === day)
const day = fc.oneof(
  fc.constantFrom(...real),
  fc.integer({ min: 0, max: 60_000 }).map((n) => oracle.plus('1950-01-01', n)),
)

test('every date agrees with another reckoning, over leap days, month ends, clock changes and school years', () => {
  fc.assert(
    fc.property(day, day, day, (meeting, basis, born) => {
      expect(inviteBy(meeting).day).toBe(oracle.plus(meeting, -14))
      expect(circulateBy(meeting).day).toBe(oracle.plus(meeting, -14))
      expect(reportBy(meeting).day).toBe(oracle.plus(meeting, 14))
      expect(decisionBy(meeting).day).toBe(oracle.plus(meeting, 28))
      expect(commentsNotBefore(meeting).day).toBe(oracle.plus(meeting, 14))
      expect(notAmendedBy(meeting).day).toBe(oracle.plus(meeting, 56))
      const [a, b] = [oracle.plus(basis, 56), oracle.plus(meeting, 84)]
      expect(finalBy(meeting, basis).day).toBe(a < b ? a : b)
      expect(finalBy(meeting, null).day).toBe(b)
      const clock = yearClock(basis)
      expect(clock.statutoryEnd.day).toBe(oracle.yearEnd(basis))
      expect(clock.latestSafeMeeting.day).toBe(oracle.plus(oracle.yearEnd(basis), -28))
      const anniversary = basis.endsWith('02-29')
        ? oracle.yearEnd(basis)
        : oracle.plus(oracle.yearEnd(basis), 1)
      expect(clock.targetMeeting.day).toBe(oracle.plus(anniversary, -56))
      expect(endOfCompulsorySchoolAge(born)).toBe(oracle.lastFridayOfJune(oracle.schoolYear(born) + 17))
      expect(chronologicalYear(born, meeting)).toBe(oracle.schoolYear(meeting) - oracle.schoolYear(born) - 5)
    }),
    { numRuns: 500 },
  )
})

test('a clock basis that the authority’s letters give stands before issue and decision, and says why', () => {
  const overridden = plan({
    planIssued: '2024-05-01',
    lastDecision: '2025-06-10',
    clockFrom: '2025-04-20',
    clockFromWhy: 'Amended outside a review; letter of 3 May',
  })
  expect(clockBasis(overridden)).toBe('2025-04-20')
  const end = nextMeeting(overridden, null)!.statutoryEnd
  expect(end.day).toBe('2026-04-19')
  expect(end.why.inputs).toContainEqual({
    label: 'Why from then',
    value: 'Amended outside a review; letter of 3 May',
  })
})

test('a decision that never came: the next meeting is planned from the last one', () => {
  const clock = nextMeeting(plan({ lastDecision: '2024-06-01' }), '2025-05-06')!
  expect(clock.targetMeeting.day).toBe('2026-03-11')
  expect(clock.statutoryEnd.why.inputs).toContainEqual({
    label: 'No decision yet on the review of',
    value: '6 May 2025',
  })
  expect(nextMeeting(plan({ lastDecision: '2025-06-01' }), '2025-05-06')!.statutoryEnd.day).toBe('2026-05-31')
})

test('a plan from another authority is reviewed within twelve months of its last review or three of the transfer', () => {
  const late = inheritedPlan('2026-11-16', '2025-12-01')
  expect(late.parentToldBy).toMatchObject({ day: '2026-12-28', why: { strength: 'must' } })
  expect(late.reviewBy.day).toBe('2027-02-15')
  expect(inheritedPlan('2026-11-16', '2026-10-01').reviewBy.day).toBe('2027-09-30')
  const moved = nextMeeting(plan({ lastDecision: '2025-12-01', planTransferred: '2026-11-16' }), null)!
  expect(moved.statutoryEnd).toMatchObject({
    day: '2027-02-15',
    why: { source: expect.stringContaining('15(5)') },
  })
  const stayed = nextMeeting(plan({ lastDecision: '2026-10-01', planTransferred: '2026-11-16' }), null)!
  expect(stayed.statutoryEnd.day).toBe('2027-09-30')
  const reviewedSince = nextMeeting(
    plan({ lastDecision: '2027-01-20', planTransferred: '2026-11-16' }),
    null,
  )!
  expect(reviewedSince.statutoryEnd.day).toBe('2028-01-19')
  expect(inheritedPlan('2027-11-30', null).reviewBy.day).toBe('2028-02-29')
})

test('an appeal is two months from the letter or one from the certificate, whichever is later', () => {
  expect(appealBy('2026-12-31', null).day).toBe('2027-02-28')
  expect(appealBy('2026-12-31', '2027-02-20').day).toBe('2027-03-20')
  expect(appealBy('2026-12-31', '2027-01-10').day).toBe('2027-02-28')
})

const at = (phase: NonNullable<ReviewSettings['phase']>, transferYears: string | null = null) => ({
  ...usualReviewSettings,
  phase,
  transferYears,
})
test('who moves between phases follows the school, its own setting, and the pupil’s own row', () => {
  const move = (yearGroup: '2' | '4' | '6' | '8' | '11' | 'N2', settings: ReviewSettings, own: object = {}) =>
    phaseTransferOf({ yearGroup, ...own }, settings, today)?.move ?? null
  expect(move('2', at('infant'))).toBe('junior')
  expect(move('2', at('primary'))).toBeNull()
  expect(move('N2', at('nursery'))).toBe('school')
  expect(move('4', at('primary', 'Year 4'))).toBe('middle')
  expect(move('6', at('primary', 'Year 4'))).toBeNull()
  expect(move('8', at('middle'))).toBe('secondary')
  expect(move('11', at('secondary'))).toBe('post16')
  expect(move('6', at('primary'), { movesTo: 'none' })).toBeNull()
  expect(move('4', at('primary'), { movesTo: 'secondary' })).toBe('secondary')
  expect(move('6', at('primary'), { movesTo: 'secondary', moves: '2026-09-01' })).toBeNull()
  expect(yearGroupsIn('Years 2, 6 and Y11; N2')).toEqual(['2', '6', '11', 'N2'])
  expect(yearGroupsIn('16 and 26')).toEqual([])
})
test('the deadline is that of the calendar year of the move, and five months before between post-16 places', () => {
  expect(phaseTransfer('secondary', '2027-09-01').deadline.day).toBe('2027-02-15')
  expect(phaseTransfer('post16', '2028-09-04')).toMatchObject({
    deadline: { day: '2028-03-31' },
    latestMeeting: { day: '2028-01-07', why: { strength: 'recommended' } },
  })
  expect(phaseTransfer('post16Other', '2027-07-31')).toMatchObject({
    deadline: { day: '2027-02-28', why: { source: expect.stringContaining('18(2)') } },
  })
  // From 1 September the Year 6 of the new year is meant.
  const year6 = (on: Day) => phaseTransferOf({ yearGroup: '6' }, at('primary'), on)!.deadline.day
  expect([year6('2026-08-31'), year6('2026-09-01')]).toEqual(['2026-02-15', '2027-02-15'])
})

test('under fives may be reviewed every three to six months until five, and must be where the authority says so', () => {
  const window = underFiveWindow('2022-10-01', '2026-11-30', usualReviewSettings)!
  expect([window.from.day, window.to.day, window.binding]).toEqual(['2027-02-28', '2027-05-30', false])
  expect(window.to.why.strength).toBe('should')
  expect(underFiveWindow('2021-12-01', '2026-09-01', usualReviewSettings)).toBeNull()
  const limits = [
    { rule: 'underFiveReview', days: 184, authority: null, from: '2025-01-01', source: 'Guide' } as const,
  ]
  const bound = underFiveWindow('2022-10-01', '2026-11-30', { ...usualReviewSettings, limits })!
  expect([bound.to.day, bound.binding]).toEqual(['2027-05-30', true])
})

test('what else the law asks of a review follows the pupil: rules R12 to R17', () => {
  const duties = (pupil: object, meeting = today, last: Day | null = null) =>
    reviewDuties({ dateOfBirth: '2016-05-05', ...pupil }, meeting, last, usualReviewSettings).map(
      ({ duty, why }) => `${duty} ${why.rule} ${why.strength}`,
    )
  expect(duties({})).toEqual([])
  expect(duties({ yearGroup: '9' })).toEqual(['adulthood R13 must'])
  expect(duties({ lookedAfter: true, homeEducated: true })).toEqual([
    'lookedAfter R15 should',
    'elsewhere R17 must',
  ])
  expect(duties({ dateOfBirth: '2010-06-01' }, '2026-06-26')).toEqual(['adulthood R13 must'])
  expect(duties({ dateOfBirth: '2010-06-01' }, '2026-06-27')).toEqual([
    'adulthood R13 must',
    'youngPerson R14 must',
  ])
  expect(duties({ dateOfBirth: '2023-01-01' }, today, '2026-10-01')).toEqual(['underFive R12 should'])
})

test('each date says its rule, how binding it is, from what and who says so', () => {
  for (const { why } of [
    inviteBy(today),
    reportBy(today),
    finalBy(today, null),
    yearClock(today).targetMeeting,
    phaseTransfer('post16', addDays(today, 300)).deadline,
  ]) {
    expect(why.rule).toMatch(/^R\d+$/)
    expect(why.says).not.toMatch(/[{}]/)
    expect(why.source).not.toBe('')
    expect(why.inputs.length).toBeGreaterThan(0)
  }
})
