import { expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { caseloadOf } from '../../src/domain/rules/plannerNeeds.ts'
import { planReviews } from '../../src/domain/rules/planner.ts'
import { meetingSettings } from '../../src/domain/rules/plannerSettings.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { filterOf, queryOf, shownLines } from '../../src/tab/reviews/list/filter.ts'
import { linesOf } from '../../src/tab/reviews/lines.ts'
import { bookingPlan } from '../../src/tab/reviews/planner/bookingPlan.ts'
import { planMonths } from '../../src/tab/reviews/planner/months.ts'
import { placeIn, placeText } from '../../src/tab/reviews/planner/placeText.ts'
import { planLines } from '../../src/tab/reviews/planner/PrintPlan.tsx'
import { routeToShut } from '../../src/tab/reviews/planner/ShutDay.tsx'
import { standingPlan } from '../../src/tab/reviews/planner/standingPlan.ts'
import { weekRuns } from '../../src/tab/reviews/planner/weekRuns.ts'
import { kept } from './made.ts'

const today = '2026-09-07'
const settings = { ...usualReviewSettings, phase: 'primary' as const }
const pupil = (key: string, more: Partial<Pupil> = {}): Stored<Pupil> => ({
  ...kept(key),
  ...blank(Pupil, {
    surname: 'Khan',
    forename: key,
    dateOfBirth: '2015-10-10',
    status: 'E',
    yearGroup: '4',
    lastDecision: '2026-01-10',
    ...more,
  }),
})
const review = (key: string, of: Stored<Pupil>, more: Partial<Review> = {}): Stored<Review> => ({
  ...kept(key),
  ...blank(Review, { pupil: of.key, type: 'annual', stage: 'planning', ...more }),
})
const calendar = calendarOf([
  { kind: 'term', name: null, starts: '2026-09-01', ends: '2026-12-18' },
  { kind: 'busy', name: 'Mock exams', starts: '2026-11-30', ends: '2026-12-04', key: 'mocks' },
])
const meetings = meetingSettings({ reviewsAWeek: 2, meetingMinutes: 60, meetingTimes: '9:30' })

const amira = pupil('AMIRA')
const leo = pupil('LEO', { yearGroup: '6', lastDecision: '2026-04-07' })
const booking = () => {
  const open = review('OPEN', amira, { place: 'Library', meetingTime: '9am' })
  const caseload = { pupils: [amira, leo], reviews: [open], settings, calendar, school: null }
  const { needs } = caseloadOf(caseload.pupils, caseload.reviews, settings, today)
  const need = (of: Stored<Pupil>) => needs.find(({ key }) => key === of.key)!
  return bookingPlan(
    [
      { key: amira.key, day: '2026-10-13', time: 570, need: need(amira), open },
      { key: leo.key, day: '2026-10-14', time: 570, need: need(leo), open: null },
    ],
    caseload,
    {
      contacts: [
        {
          ...kept('MUM'),
          ...blank(Contact, {
            pupil: leo.key,
            name: 'Dana Khan',
            relationship: 'mother',
            parentalResponsibility: true,
          }),
        },
      ],
      outcomes: [
        {
          ...kept('GOAL'),
          ...blank(Outcome, { pupil: leo.key, kind: 'sectionE', status: 'current', text: 'Reads aloud' }),
        },
        {
          ...kept('HERS'),
          ...blank(Outcome, { pupil: amira.key, kind: 'sectionE', status: 'current', text: 'Asks for help' }),
        },
      ],
      allocations: [],
    },
    'Room 4',
    today,
    Date.parse('2026-09-07T09:00:00Z'),
  )
}

test('a booking dates the review that is open and says what each field was, so that it can be undone', () => {
  const { title, steps } = booking()
  expect(title).toBe('Book 2 review meetings')
  // The place that somebody chose stays; the time is said as clocks say it.
  expect(steps[0]).toEqual({
    row: 1,
    type: 'Review',
    key: 'OPEN'.padEnd(26, '0'),
    pupil: amira.key,
    do: 'change',
    changes: {
      meetingDate: { from: null, to: '2026-10-13' },
      meetingTime: { from: '9am', to: '09:30' },
    },
  })
})

test('a booking makes the review that is missing before its people and outcomes, as a move between phases', () => {
  const made = booking().steps.filter((step) => step.do === 'create')
  const [first, ...rest] = made
  expect(first).toMatchObject({
    type: 'Review',
    pupil: leo.key,
    record: { type: 'phaseTransfer', meetingDate: '2026-10-14', meetingTime: '09:30', place: 'Room 4' },
  })
  expect(rest.map(({ type }) => type)).toContain('Contributor')
  expect(rest.filter(({ type }) => type === 'OutcomeProgress')).toHaveLength(1)
  for (const step of rest) expect(step).toMatchObject({ after: [first!.key], pupil: leo.key, row: 2 })
})

const named = (words: string) => new URLSearchParams(words)
test('what the list shows is in its address, what is no part of it is left out, and a name never is', () => {
  expect(filterOf(named('state=circulated&owner=authority&late=1&group=month'))).toEqual({
    state: 'circulated',
    owner: 'authority',
    late: true,
    closed: false,
    byMonth: true,
  })
  expect(filterOf(named('state=toString&owner=constructor&group=week&name=Khan'))).toEqual({
    state: null,
    owner: null,
    late: false,
    closed: false,
    byMonth: false,
  })
  for (const words of ['', 'closed=1', 'state=planning&late=1&group=month'])
    expect(queryOf(filterOf(named(words))).toString()).toBe(words)
})

test('the list finds by part of a name, state, turn and lateness; a closed review stays while the authority is late with it', () => {
  const zoe = pupil('ZOE', { forename: 'Zoë', surname: 'O’Neil' })
  const reviews = [
    review('A', amira),
    review('L', leo, {
      stage: 'reportSent',
      meetingDate: '2026-09-01',
      invitationsSent: '2026-08-10',
      papersCirculated: '2026-08-12',
      reportSent: '2026-09-04',
      meetingEnded: '2026-09-01',
    }),
    review('Z', zoe, {
      stage: 'closed',
      meetingDate: '2026-05-01',
      invitationsSent: '2026-04-10',
      papersCirculated: '2026-04-12',
      reportSent: '2026-05-04',
    }),
    review('C', pupil('CARL'), {
      stage: 'closed',
      meetingDate: '2025-05-01',
      reportSent: '2025-05-04',
      decision: 'maintain',
      decisionReceived: '2025-05-20',
    }),
  ]
  const lines = linesOf(reviews, [amira, leo, zoe, pupil('CARL')], settings, today)
  const found = (words: string, typed = '') =>
    shownLines(lines, filterOf(named(words)), typed)
      .map(({ review: { key } }) => key[0])
      .toSorted()
      .join('')
  expect(found('')).toBe('ALZ')
  expect(found('closed=1')).toBe('CZ')
  expect(found('', 'zoe')).toBe('Z')
  expect(found('', 'neil zo')).toBe('Z')
  expect(found('', 'khan')).toBe('AL')
  expect(found('state=planning')).toBe('A')
  expect(found('owner=authority')).toBe('LZ')
  expect(found('late=1')).toBe('Z')
  expect(found('late=1', 'khan')).toBe('')
})

test('weeks without a meeting are one line, however long, between those with some', () => {
  const held = [{ day: '2026-11-04' }, { day: '2026-12-01' }]
  expect(weekRuns('2026-10-28', '2026-12-01', held)).toEqual([
    { is: 'empty', weeks: ['2026-10-26'] },
    { is: 'week', week: '2026-11-02' },
    { is: 'empty', weeks: ['2026-11-09', '2026-11-16', '2026-11-23'] },
    { is: 'week', week: '2026-11-30' },
  ])
})

const planned = () => {
  const sorted = caseloadOf([amira, leo], [], settings, today)
  const needs = new Map(sorted.needs.map((need) => [need.key, need]))
  const plan = planReviews({
    today,
    needs: sorted.needs,
    settings: meetings,
    calendar,
    standing: [],
    pinned: [],
  })
  return { sorted, needs, plan }
}

test('while a plan is made again the old one shows what was moved where it was put, and nothing that is booked', () => {
  const { needs, plan } = planned()
  const left = new Map([...needs].filter(([key]) => key === leo.key))
  const moved = { key: leo.key, day: '2026-09-22', time: 570 }
  expect(plan.bookings).toHaveLength(2)
  expect(standingPlan(plan, left, [moved]).bookings).toEqual([{ ...moved, short: true, pinned: true }])
})

test('a month says how many it holds and needs; too few is said where somebody is late for want of room', () => {
  const { plan } = planned()
  const loads = [{ from: '2026-11-01', to: '2026-11-11', aWeek: 1 }]
  const months = planMonths(plan, { loads })
  expect(months.every(({ tooFew }) => !tooFew)).toBe(true)
  const november = { month: '2026-11', aWeek: 2, fixed: 0, less: null }
  const late = {
    ...plan,
    needed: [november],
    unplaced: [{ because: 'full' }] as unknown as typeof plan.unplaced,
  }
  expect(planMonths(late, { loads }).find(({ month }) => month === '2026-11')).toMatchObject({
    needed: november,
    // The week of the 9th counts to November’s eleventh day no more: its Thursday is the 12th.
    holds: [1, 2],
    tooFew: true,
  })
})

test('the plan on paper is in the order of its days and ends with what has none', () => {
  const { sorted, needs, plan } = planned()
  const fixed = { key: amira.key, review: 'r', day: '2026-09-30', time: '10:00', late: null }
  const past = { ...fixed, day: '2026-09-02' }
  const none = { ...plan, bookings: plan.bookings.filter(({ key }) => key === leo.key) }
  const pupils = new Map([amira, leo].map((each) => [each.key, each]))
  const lines = planLines({ plan: none, sorted: { ...sorted, booked: [past, fixed] }, needs }, pupils, today)
  expect(lines.map(({ cells }) => cells.slice(0, 4))).toEqual([
    ['Wed 30 Sep 2026', '10:00', 'Amira K.'.replace('Amira', 'AMIRA'), 'Fixed'],
    [expect.stringMatching(/ 2026$/), '09:30', 'LEO K.', 'Proposed'],
  ])
})

test('a shut day leads to the row that shuts it; a bank holiday leads nowhere', () => {
  expect(routeToShut(calendar, '2026-12-01', 'busy')).toEqual({
    at: 'school',
    section: 'calendar',
    about: 'mocks',
  })
  expect(routeToShut(calendar, '2026-12-25', 'bankHoliday')).toBeNull()
  expect(routeToShut(calendar, '2026-12-20', 'otherWeekday')).toEqual({ at: 'school', section: 'settings' })
})

test('a place on the page is read back, and anything else is none', () => {
  expect(placeIn('a', placeText('2026-12-07', 570))).toEqual({ key: 'a', day: '2026-12-07', time: 570 })
  for (const text of ['', '2026-12-07', '2026-13-40 570', '2026-12-07 x', 'circulated'])
    expect(placeIn('a', text)).toBeNull()
})
