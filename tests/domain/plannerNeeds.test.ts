import { expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { planReviews } from '../../src/domain/rules/planner.ts'
import { noticeOf } from '../../src/domain/rules/plannerNotice.ts'
import { consequencesOf, isImpossible, neighbour } from '../../src/domain/rules/plannerMoves.ts'
import { caseloadOf } from '../../src/domain/rules/plannerNeeds.ts'
import { meetingSettings } from '../../src/domain/rules/plannerSettings.ts'
import {
  monthLoads,
  neededWhy,
  neededWords,
  planWords,
  unplacedWords,
  warningsOf,
} from '../../src/domain/rules/plannerWords.ts'
import {
  type LocalLimit,
  reviewSettingsOf,
  usualReviewSettings,
} from '../../src/domain/rules/reviewSettings.ts'
import { calendarOf, stretchOn } from '../../src/domain/rules/schoolCalendar.ts'

const today = '2026-09-07'
const kept = {
  id: '1',
  etag: '',
  archived: false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
}
const pupil = (key: string, more: Partial<Pupil> = {}): Stored<Pupil> => ({
  ...blank(Pupil, {
    surname: 'Khan',
    forename: key,
    dateOfBirth: '2015-10-10',
    status: 'E',
    yearGroup: '4',
    ...more,
  }),
  ...kept,
  key,
})
const review = (of: string, more: Partial<Review> = {}): Stored<Review> => ({
  ...blank(Review, { pupil: of, type: 'annual', stage: 'planning', ...more }),
  ...kept,
  key: `r-${of}-${more.meetingDate ?? 'none'}`,
})
const primary = { ...usualReviewSettings, phase: 'primary' as const }

test('each plan is a need, a fixed meeting, or told apart with its reason', () => {
  const found = caseloadOf(
    [
      pupil('due', { lastDecision: '2026-04-07' }),
      pupil('moves', { lastDecision: '2026-04-07', yearGroup: '6' }),
      pupil('booked', { lastDecision: '2025-12-01' }),
      pupil('late', { lastDecision: '2025-11-20' }),
      pupil('unsaid', { lastDecision: '2025-12-01' }),
      pupil('undated', { lastDecision: '2026-01-10' }),
      pupil('unknown'),
      pupil('elsewhere', { lastDecision: '2025-12-01', homeEducated: true }),
      pupil('support', { status: 'K' }),
      pupil('gone', { lastDecision: '2025-12-01', left: '2026-07-20' }),
    ],
    [
      review('booked', { meetingDate: '2026-10-20', meetingTime: '9:30' }),
      review('late', { meetingDate: '2026-10-26' }),
      review('unsaid', { meetingDate: '2026-09-02' }),
      review('undated'),
    ],
    primary,
    today,
  )
  // The vectors of the law: a decision on 7 Apr 2026 leaves until 9 Mar 2027, best 10 Feb; Year 6 moves by 23 Nov.
  expect(found.needs).toMatchObject([
    { key: 'due', first: false, target: '2027-02-10', latest: '2027-03-09' },
    { key: 'moves', first: true, notBefore: today, latest: '2026-11-23' },
    { key: 'undated', first: false },
  ])
  expect(found.booked.map(({ key, late }) => [key, late?.latest ?? null])).toEqual([
    ['booked', null],
    ['late', '2026-10-22'],
  ])
  expect([...found.open.keys()]).toEqual(['undated'])
  expect(found.unsaid.map(({ key }) => key)).toEqual(['unsaid'])
  expect(found.noDate).toEqual(['unknown'])
  expect(found.elsewhere).toEqual(['elsewhere'])
})

test('for a fixed meeting that is too late an earlier one is found, and its review is the one that is dated', () => {
  const pupils = [pupil('late', { lastDecision: '2025-11-20' })]
  const fixed = review('late', { meetingDate: '2026-10-26' })
  const { needs, booked, open } = caseloadOf(pupils, [fixed], primary, today, new Set([fixed.key]))
  expect(booked).toEqual([])
  expect(open.get('late')?.key).toBe(fixed.key)
  expect(needs[0]!.latest).toBe('2026-10-22')
})

const calendar = calendarOf([
  { kind: 'term', name: null, starts: '2026-09-01', ends: '2026-12-18' },
  { kind: 'holiday', name: null, starts: '2026-10-26', ends: '2026-10-30' },
])
const need = {
  key: 'a',
  first: false,
  notBefore: today,
  ...noticeOf(usualReviewSettings, today),
  target: '2026-10-12',
  latest: '2026-11-10',
  why: { rule: 'R10', says: '', strength: 'must', source: '', inputs: [] },
} as const
const around = {
  today,
  settings: meetingSettings({ meetingMinutes: 60, meetingTimes: '9:30, 14:00', reviewsAWeek: 2 }),
  review: usualReviewSettings,
  calendar,
  standing: [{ day: '2026-10-13', time: '10:00' }],
  others: [{ key: 'b', day: '2026-10-14', time: 570 }],
  cap: 2,
}

test('a move tells every date that follows, and that the week is too full', () => {
  const follows = consequencesOf({ key: 'a', day: '2026-10-15', time: 570 }, need, around)
  expect(follows).toMatchObject({
    inviteBy: { day: '2026-10-01' },
    reportBy: { day: '2026-10-29' },
    decisionBy: { day: '2026-11-12' },
    daysLate: 0,
    clash: null,
    week: { monday: '2026-10-12', meetings: 3, cap: 2 },
    reportInHoliday: true,
  })
  expect(warningsOf(follows)).toEqual([
    'That makes 3 in this week; you hold 2 at most.',
    'There is less time to gather advice than you usually give.',
    'The report falls due in a holiday, on 29 Oct 2026: write it before.',
  ])
  expect(isImpossible(follows, today)).toBe(false)
})

test.each([
  ['a fixed meeting', { day: '2026-10-13', time: 570 }, 'Another meeting is fixed at that time.', true],
  ['another proposal', { day: '2026-10-14', time: 600 }, 'Another proposal is at that time.', true],
  ['a day too late', { day: '2026-11-12', time: 570 }, 'This is 2 days later than the law allows.', false],
  [
    'too little notice',
    { day: '2026-09-18', time: 570 },
    'The law’s two weeks of notice can’t be kept: 3 days are missing.',
    false,
  ],
  ['a holiday', { day: '2026-10-27', time: 570 }, 'Tue 27 Oct 2026 is a holiday.', false],
  [
    'yesterday',
    { day: '2026-09-04', time: 570 },
    'The law’s two weeks of notice can’t be kept: 17 days are missing.',
    true,
  ],
])('a move onto %s says so first', (_, place, words, impossible) => {
  const follows = consequencesOf({ key: 'a', ...place }, need, around)
  expect(warningsOf(follows)[0]).toBe(words)
  expect(isImpossible(follows, today)).toBe(impossible)
})

const asks = (days: number, rule: LocalLimit['rule'] = 'inviteBy'): LocalLimit => ({
  rule,
  days,
  authority: 'Ridingdale Council',
  from: '2026-01-01',
  source: 'Guidance for schools, page 2',
})

test('an authority that asks for more notice moves the earliest day for its own pupils alone', () => {
  const settings = { ...primary, authority: 'Eastmere', limits: [asks(28), asks(35, 'circulateBy')] }
  const { needs } = caseloadOf(
    [
      pupil('theirs', { lastDecision: '2026-04-07', localAuthority: 'Ridingdale' }),
      pupil('ours', { lastDecision: '2026-04-07' }),
    ],
    [],
    settings,
    today,
  )
  // Papers 35 days before bind more than invitations 28 days before; 14 days by law for everybody else.
  expect(needs.map(({ key, notice: { day, why } }) => [key, day, why.strength])).toEqual([
    ['theirs', '2026-10-12', 'local'],
    ['ours', '2026-09-21', 'must'],
  ])
  expect(noticeOf({ ...settings, limits: [asks(7)] }, today).notice.day).toBe('2026-09-21')
})

test('a review that only the authority’s longer notice makes late has a place with the law’s own', () => {
  const own = reviewSettingsOf(null, [{ ...asks(42), authority: null }])
  const tight = { ...need, latest: '2026-10-02', target: '2026-09-28', ...noticeOf(own, today) }
  const input = { today, settings: around.settings, calendar, standing: [], pinned: [] }
  const [late] = planReviews({ ...input, needs: [tight] }).unplaced
  expect(late).toMatchObject({
    because: 'noNotice',
    withLawNotice: { key: 'a', day: '2026-09-21', time: 570 },
    earliest: { day: '2026-10-19' },
  })
  expect(unplacedWords(late!, today)).toBe(
    'The last day in time is 2 Oct 2026, and the notice that is asked for (Guidance for schools, page 2, from 1 Jan 2026) can be kept from 19 Oct 2026 on.',
  )
  const follows = consequencesOf(late!.withLawNotice!, tight, {
    ...around,
    review: own,
    standing: [],
    others: [],
  })
  expect(follows).toMatchObject({ lawNoticeShort: 0, noticeShort: 28, inviteBy: { day: '2026-08-10' } })
  expect(warningsOf(follows)[0]).toBe(
    'The notice that the authority asks for can’t be kept: 28 days are missing. The law’s can.',
  )
  expect(neighbour({ key: 'a', day: '2026-10-19', time: 570 }, -1, tight, around)).toBeNull()
})

test('a training day that was opened for meetings takes one; as long as it is not, the plan names it with its row', () => {
  const inset = { kind: 'inset', name: null, starts: '2026-10-13', ends: '2026-10-13', key: 'row' } as const
  const only = { ...need, notBefore: '2026-10-13', target: '2026-10-13', latest: '2026-10-13' }
  const plan = (meetings: boolean) => {
    const days = calendarOf([...calendar.terms, { ...inset, meetings }])
    return planReviews({
      today,
      settings: around.settings,
      calendar: days,
      standing: [],
      pinned: [],
      needs: [only],
    })
  }
  expect(plan(true).bookings).toMatchObject([{ day: '2026-10-13' }])
  expect(plan(false).unplaced[0]!.frees).toEqual([
    { do: 'openDay', days: [{ day: '2026-10-13', shut: 'inset' }] },
  ])
  expect(stretchOn(calendarOf([...calendar.terms, inset]), '2026-10-13')?.key).toBe('row')
})

test('the load that is needed is told by month, with what one fewer would mean', () => {
  const week = (key: string, latest: string) => ({ ...need, key, notBefore: latest, target: latest, latest })
  const plan = planReviews({
    today,
    settings: { ...around.settings, aWeek: 2, loads: [{ from: '2026-11-01', to: '2026-11-30', aWeek: 3 }] },
    calendar,
    standing: [],
    pinned: [],
    needs: [
      ...['2026-11-09', '2026-11-10', '2026-11-11'].map((day, at) => week(`n${at}`, day)),
      week('o', '2026-10-12'),
      week('d', '2026-12-07'),
    ],
  })
  expect(plan.bookings).toHaveLength(5)
  expect(neededWords(plan.needed)).toBe(
    'You need 3 a week in November 2026; and 1 a week in the other months.',
  )
  expect(neededWhy(plan.needed.find(({ month }) => month === '2026-11')!).says).toBe(
    'With 2 a week in November 2026 1 review would be late: 3 reviews need the days from 9 Nov 2026 to 11 Nov 2026.',
  )
  expect(
    neededWords([
      { month: '2026-11', aWeek: 4, fixed: 0, less: null },
      { month: '2026-12', aWeek: 4, fixed: 0, less: null },
      { month: '2027-02', aWeek: 4, fixed: 0, less: null },
      { month: '2027-03', aWeek: 1, fixed: 0, less: null },
    ]),
  ).toBe(
    'You need 4 a week in November 2026 and December 2026 and February 2027; and 1 a week in March 2027.',
  )
})

test('earlier and later go from free place to free place, over what is taken and over holidays', () => {
  const at = (day: string, time: number) => ({ key: 'a', day, time })
  expect(neighbour(at('2026-10-12', 840), 1, need, around)).toEqual(at('2026-10-13', 840))
  expect(neighbour(at('2026-10-15', 570), -1, need, around)).toEqual(at('2026-10-14', 840))
  expect(neighbour(at('2026-10-23', 840), 1, need, around)).toEqual(at('2026-11-02', 570))
  expect(neighbour(at('2026-09-21', 570), -1, need, around)).toBeNull()
})

test('the plan is told in words: how many, how full, and why one is not in time', () => {
  const input = { today, settings: around.settings, calendar, standing: around.standing, pinned: [] }
  const plan = planReviews({ ...input, needs: [need, { ...need, key: 'late', latest: '2026-09-10' }] })
  expect(planWords(plan)).toBe(
    '1 of 2 reviews that need a date can be in time. You need 1 a week in October 2026. With those that are fixed, the busiest month is October 2026: 1 a week.',
  )
  expect(unplacedWords(plan.unplaced[0]!, today)).toBe(
    'The last day in time is 10 Sept 2026, and everyone must be invited two weeks before.'.replace(
      'Sept',
      'Sep',
    ),
  )
  // A week belongs to the month of its Thursday.
  expect(monthLoads([{ week: '2027-08-30', standing: 1, planned: 3 }])).toEqual([
    { month: '2027-09', meetings: 4, most: 4 },
  ])
})
