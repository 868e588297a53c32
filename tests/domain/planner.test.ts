import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TermDate } from '../../src/domain/records/termDate.ts'
import { parseTime } from '../../src/domain/rules/clockTime.ts'
import { addDays, type Day, daysBetween, mondayOf, weekdayOf } from '../../src/domain/rules/day.ts'
import { planReviews } from '../../src/domain/rules/planner.ts'
import { firstDay } from '../../src/domain/rules/plannerJobs.ts'
import { noticeOf } from '../../src/domain/rules/plannerNotice.ts'
import type { Plan, PlanInput } from '../../src/domain/rules/plannerTypes.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import { cheapestDays } from '../../src/domain/rules/plannerFlow.ts'
import { freeTimes } from '../../src/domain/rules/plannerDays.ts'
import { meetingSettings } from '../../src/domain/rules/plannerSettings.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import type { Why } from '../../src/domain/rules/why.ts'
import { type Job, mostPlaced, type Slot } from './plannerOracle.ts'

const why: Why = { rule: 'R10', says: '', strength: 'must', source: '', inputs: [] }
const today = '2026-09-07'
type Dates = Pick<TermDate, 'kind' | 'name' | 'starts' | 'ends'>
const term: Dates = { name: null, kind: 'term', starts: '2026-09-01', ends: '2026-12-18' }

const need = (key: string, target: Day, latest: Day, more: Partial<PlanInput['needs'][number]> = {}) => ({
  key,
  first: false,
  notBefore: '2026-01-01',
  ...noticeOf(usualReviewSettings, today),
  target,
  latest,
  why,
  ...more,
})
const given = (input: Partial<PlanInput>): PlanInput => ({
  today,
  needs: [],
  settings: meetingSettings({ reviewsAWeek: 2, meetingMinutes: 60, meetingTimes: '9:30, 14:00' }),
  calendar: calendarOf([term]),
  standing: [],
  pinned: [],
  ...input,
})

const dayIn = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => addDays(today, n))
const stretch = (kind: Dates['kind'], longest: number) =>
  fc
    .tuple(dayIn(7, 70), fc.integer({ min: 0, max: longest }))
    .map(([starts, length]): Dates => ({ kind, name: null, starts, ends: addDays(starts, length) }))

const anyInput: fc.Arbitrary<PlanInput> = fc
  .record({
    needs: fc.array(fc.tuple(dayIn(0, 70), fc.integer({ min: 0, max: 25 }), fc.boolean(), dayIn(-20, 60)), {
      maxLength: 14,
    }),
    breaks: fc.array(
      fc.oneof(stretch('holiday', 9), stretch('inset', 0), stretch('busy', 4), stretch('closure', 1)),
      { maxLength: 5 },
    ),
    ends: dayIn(40, 110),
    cap: fc.integer({ min: 1, max: 4 }),
    minutes: fc.constantFrom(45, 60, 90),
    times: fc.constantFrom('9:30', '9:30, 14:00', '9:00, 9:45, 11:00, 14:30', '9am, 9.30, 10:00, 2pm'),
    weekdays: fc.constantFrom(null, 'Mon', 'Tue, Thu', 'Mon, Wed, Fri'),
    standing: fc.array(fc.tuple(dayIn(0, 80), fc.constantFrom('9:30', '10:15', '2pm', null, 'after lunch')), {
      maxLength: 6,
    }),
  })
  .map(({ needs, breaks, ends, cap, minutes, times, weekdays, standing }) => ({
    today,
    needs: needs.map(([latest, back, first, notBefore], i) =>
      need(`P${i}`, addDays(latest, -back), latest, { first, notBefore }),
    ),
    settings: meetingSettings({
      reviewsAWeek: cap,
      meetingMinutes: minutes,
      meetingTimes: times,
      meetingDays: weekdays,
    }),
    calendar: calendarOf([{ ...term, ends }, ...breaks]),
    standing: standing.map(([day, time]) => ({ day, time })),
    pinned: [],
  }))

/** Whether the school is open for a meeting on a day, said again in other words. */
const isOpen = ({ calendar, settings }: PlanInput, day: Day) => {
  const within = ({ starts, ends }: Dates) => day >= starts && day <= ends
  return (
    settings.weekdays.has(weekdayOf(day)) &&
    calendar.terms.some(within) &&
    ![...calendar.off, ...calendar.busy].some(within)
  )
}

/** The most meetings of one length that fit on a day: every choice of times is tried. */
const bestTimes = ({ settings, standing }: PlanInput, day: Day): number[] => {
  const there = standing.filter((each) => each.day === day).map(({ time }) => (time ? parseTime(time) : null))
  if (there.includes(null)) return []
  const free = settings.times.filter((time) => there.every((t) => Math.abs(t! - time) >= settings.minutes))
  let best: number[] = []
  for (let choice = 0; choice < 2 ** free.length; choice += 1) {
    const chosen = free.filter((_, i) => choice & (1 << i))
    const apart = chosen.every((time, i) => i === 0 || time - chosen[i - 1]! >= settings.minutes)
    if (apart && chosen.length > best.length) best = chosen
  }
  return best
}

const slotsOf = (input: PlanInput): Slot[] =>
  Array.from({ length: 140 }, (_, n) => addDays(today, n))
    .filter((day) => day >= addDays(today, 14) && isOpen(input, day))
    .flatMap((day) => bestTimes(input, day).map((time) => ({ day, time })))
const standingIn = ({ standing }: PlanInput, week: Day) =>
  standing.filter(({ day }) => mondayOf(day) === week).length
const lastTerm = ({ calendar }: PlanInput) => calendar.terms[0]!.ends
const jobsOf = (input: PlanInput): Job[] =>
  input.needs
    .filter(({ target }) => target <= lastTerm(input))
    .map(({ notBefore, latest }) => ({ from: notBefore, to: latest }))

const holds = (input: PlanInput, plan: Plan) => {
  const { settings, standing, needs } = input
  for (const { key, day, time } of plan.bookings) {
    const own = needs.find((each) => each.key === key)!
    expect(isOpen(input, day), `${day} is open`).toBe(true)
    expect(day >= addDays(today, 14) && day >= own.notBefore && day <= own.latest).toBe(true)
    expect(settings.times).toContain(time)
    for (const other of standing.filter((each) => each.day === day)) {
      const at = other.time && parseTime(other.time)
      expect(
        typeof at === 'number' && Math.abs(at - time) >= settings.minutes,
        'clear of a fixed meeting',
      ).toBe(true)
    }
    for (const other of plan.bookings)
      if (other.key !== key && other.day === day)
        expect(Math.abs(other.time - time)).toBeGreaterThanOrEqual(settings.minutes)
  }
  for (const { week, standing: fixed, planned } of plan.weeks) {
    expect(fixed).toBe(standingIn(input, week))
    if (planned > 0) expect(fixed + planned).toBeLessThanOrEqual(settings.aWeek!)
  }
  const told = [...plan.bookings, ...plan.unplaced].map(({ key }) => key)
  expect([...told, ...plan.beyond].toSorted()).toEqual(needs.map(({ key }) => key).toSorted())
}

test('every review that fits in any plan fits in this one, in time, without a clash and under the cap', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const plan = planReviews(input)
      holds(input, plan)
      const cap = input.settings.aWeek!
      const most = mostPlaced(jobsOf(input), slotsOf(input), (week) => cap - standingIn(input, week))
      expect(plan.bookings.length).toBe(most)
    }),
    { numRuns: 400 },
  )
})

test('each remedy that is named makes room for one more', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const plan = planReviews(input)
      const cap = input.settings.aWeek!
      const slots = slotsOf(input)
      const capOf = (week: Day) => cap - standingIn(input, week)
      const jobs = jobsOf(input)
      for (const { frees } of plan.unplaced)
        for (const remedy of frees)
          for (const one of remedy.do === 'raiseCap' ? remedy.weeks : remedy.days) {
            const day = typeof one === 'string' ? one : one.day
            const more =
              remedy.do === 'raiseCap'
                ? mostPlaced(jobs, slots, (week) => capOf(week) + (week === day ? 1 : 0))
                : remedy.do === 'openDay'
                  ? mostPlaced(
                      jobs,
                      [...slots, ...bestTimes(input, day).map((time) => ({ day, time }))],
                      capOf,
                    )
                  : mostPlaced(jobs, [...slots, { day, time: -1 }], capOf)
            expect(more, `${remedy.do} ${day}`).toBeGreaterThan(plan.bookings.length)
          }
    }),
    { numRuns: 300 },
  )
})

test('the least a week is the least: with it as many fit as without a cap, with one fewer not', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { leastCap } = planReviews(input)
      const jobs = jobsOf(input)
      const slots = slotsOf(input)
      const fitting = (cap: number) => mostPlaced(jobs, slots, (week) => cap - standingIn(input, week))
      expect(fitting(leastCap)).toBe(fitting(1000))
      if (leastCap > 1) expect(fitting(leastCap - 1)).toBeLessThan(fitting(1000))
      const free = planReviews({ ...input, settings: { ...input.settings, aWeek: null } })
      expect(free.cap).toBe(Math.max(2, leastCap))
      expect(free.bookings.length).toBe(fitting(1000))
    }),
    { numRuns: 150 },
  )
})

const monthly = (day: Day) => addDays(day, 3).slice(0, 7)

test('with the load that each month needs as many fit as without a cap; with one fewer in any of them not', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { needed } = planReviews(input)
      const jobs = jobsOf(input)
      const slots = slotsOf(input)
      const most = mostPlaced(jobs, slots, () => 1000)
      const under = (caps: ReadonlyMap<string, number>) =>
        mostPlaced(jobs, slots, (week) => (caps.get(monthly(week)) ?? 0) - standingIn(input, week))
      const caps = new Map(needed.map(({ month, aWeek }) => [month, aWeek]))
      expect(under(caps)).toBe(most)
      for (const { month, aWeek, fixed, less } of needed) {
        // What is fixed already is there, whatever the others need.
        if (aWeek <= fixed) continue
        const fewer = under(new Map([...caps, [month, aWeek - 1]]))
        expect(fewer, month).toBeLessThan(most)
        if (less) expect(less.late).toBe(most - fewer)
      }
    }),
    { numRuns: 150 },
  )
})

test('a stated load holds in the weeks of its stretch alone, and the plan fits all that fit under it', () => {
  const anyLoad = fc.tuple(dayIn(0, 60), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 4 }))
  fc.assert(
    fc.property(anyInput, anyLoad, (input, [from, length, aWeek]) => {
      const to = addDays(from, length)
      const loads = [{ from, to, aWeek }]
      const plan = planReviews({ ...input, settings: { ...input.settings, loads } })
      const capOf = (week: Day) => {
        const thursday = addDays(week, 3)
        return thursday >= from && thursday <= to ? aWeek : input.settings.aWeek!
      }
      for (const { week, standing, planned } of plan.weeks)
        if (planned > 0) expect(standing + planned).toBeLessThanOrEqual(capOf(week))
      const most = mostPlaced(jobsOf(input), slotsOf(input), (week) => capOf(week) - standingIn(input, week))
      expect(plan.bookings.length).toBe(most)
    }),
    { numRuns: 150 },
  )
})

test('among all plans that place as many, none is cheaper', () => {
  const anyCase = fc.record({
    places: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 5 }),
    room: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
    taken: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })),
    jobs: fc.array(
      fc.record({
        first: fc.nat(4),
        length: fc.nat(4),
        costs: fc.array(fc.nat(1200), { minLength: 5, maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  fc.assert(
    fc.property(anyCase, ({ places, room, taken, jobs }) => {
      const week = places.map((_, at) => (at < 3 ? 0 : 1))
      const flowJobs = jobs.map(({ first, length, costs }) => ({
        first: Math.min(first, places.length),
        end: Math.min(first + length, places.length),
        cost: costs,
      }))
      const priceOf = (days: readonly (number | null)[]) => {
        let price = 0
        const onDay = places.map(() => 0)
        const onWeek = [...taken]
        for (const [job, at] of days.entries()) {
          if (at === null) continue
          price += flowJobs[job]!.cost[at]! + 80 * onDay[at]! + 200 * onWeek[week[at]!]!
          onDay[at]! += 1
          onWeek[week[at]!]! += 1
          if (onDay[at]! > places[at]! || onWeek[week[at]!]! - taken[week[at]!]! > room[week[at]!]!)
            return null
        }
        return price
      }
      const found = cheapestDays(flowJobs, { places, week, room, taken }).day
      const price = priceOf(found)
      expect(price).not.toBeNull()
      // The same reviews, every way.
      const tried = (job: number, chosen: (number | null)[]): number => {
        if (job === flowJobs.length) return priceOf(chosen) ?? Number.POSITIVE_INFINITY
        if (found[job] === null) return tried(job + 1, [...chosen, null])
        const { first, end } = flowJobs[job]!
        let best = Number.POSITIVE_INFINITY
        for (let at = first; at < end; at += 1) best = Math.min(best, tried(job + 1, [...chosen, at]))
        return best
      }
      expect(price).toBe(tried(0, []))
    }),
    { numRuns: 400 },
  )
})

test('what a person put somewhere stays there when the rest is planned again', () => {
  fc.assert(
    fc.property(anyInput, fc.nat(20), (input, pick) => {
      const plan = planReviews(input)
      const kept = plan.bookings[pick % Math.max(1, plan.bookings.length)]
      fc.pre(kept !== undefined)
      const { key, day, time } = kept!
      const again = planReviews({ ...input, pinned: [{ key, day, time }] })
      expect(again.bookings.find((each) => each.key === key)).toMatchObject({ day, time, pinned: true })
      expect(again.bookings.length).toBe(plan.bookings.length)
      holds(input, again)
    }),
    { numRuns: 100 },
  )
})

test('the same caseload gives the same plan, in whatever order it is read', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      expect(planReviews({ ...input, needs: input.needs.toReversed() })).toEqual(planReviews(input))
    }),
    { numRuns: 60 },
  )
})

test('an earliest deadline first plan would fail here: a cap of one, and one review that has only Friday', () => {
  const plan = planReviews(
    given({
      settings: meetingSettings({ reviewsAWeek: 1, meetingTimes: '9:30' }),
      needs: [
        need('early', '2026-09-21', '2026-10-01'),
        need('friday', '2026-10-02', '2026-10-02', { notBefore: '2026-10-02' }),
      ],
    }),
  )
  expect(plan.unplaced).toEqual([])
  expect(plan.bookings.map(({ key, day }) => [key, mondayOf(day)])).toEqual([
    ['early', '2026-09-21'],
    ['friday', '2026-09-28'],
  ])
})

test('a review that cannot be invited in time says so, with the first day that the law allows', () => {
  const { unplaced } = planReviews(given({ needs: [need('late', '2026-08-20', '2026-09-17')] }))
  expect(unplaced).toMatchObject([
    { key: 'late', because: 'noNotice', earliest: { day: '2026-09-21', time: 9 * 60 + 30 } },
  ])
})

test('a review that is late already gets the first place that the others can spare, though they fill every day', () => {
  const days = ['2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24']
  const { bookings, unplaced } = planReviews(
    given({
      calendar: calendarOf([{ ...term, ends: '2026-10-02' }]),
      settings: meetingSettings({ reviewsAWeek: 9, meetingTimes: '9:30' }),
      needs: [
        need('late', '2026-07-20', '2026-08-20'),
        // Only the third could as well be later.
        ...days.map((day, at) => need(`n${at}`, day, at === 2 ? '2026-10-02' : day, { notBefore: day })),
      ],
    }),
  )
  expect(unplaced).toMatchObject([{ key: 'late', earliest: { day: '2026-09-23' } }])
  expect(bookings.map(({ key }) => key).toSorted()).toEqual(['n0', 'n1', 'n2', 'n3'])
  expect(bookings.map(({ day }) => day)).not.toContain('2026-09-23')
})

test('four reviews for two places name the week to raise, the training day to open and how many a week would do', () => {
  const week = { target: '2026-10-13', latest: '2026-10-16', notBefore: '2026-10-12' }
  const { unplaced, leastCap, bookings } = planReviews(
    given({
      calendar: calendarOf([term, { ...term, kind: 'inset', starts: '2026-10-12', ends: '2026-10-12' }]),
      settings: meetingSettings({ reviewsAWeek: 3, meetingTimes: '9:30', meetingDays: 'Mon, Tue, Wed' }),
      needs: ['a', 'b', 'c', 'd'].map((key) =>
        need(key, week.target, week.latest, { notBefore: week.notBefore }),
      ),
    }),
  )
  expect(bookings.map(({ key }) => key)).toEqual(['a', 'b'])
  expect(unplaced.map(({ key, because }) => [key, because])).toEqual([
    ['c', 'full'],
    ['d', 'full'],
  ])
  expect(unplaced[0]!.frees).toContainEqual({
    do: 'openDay',
    days: [
      { day: '2026-10-12', shut: 'inset' },
      { day: '2026-10-15', shut: 'otherWeekday' },
      { day: '2026-10-16', shut: 'otherWeekday' },
    ],
  })
  expect(leastCap).toBe(2)
})

test('a move between phases keeps its place before an annual review', () => {
  const only = { target: '2026-10-13', latest: '2026-10-13', notBefore: '2026-10-13' }
  const { bookings } = planReviews(
    given({
      settings: meetingSettings({ reviewsAWeek: 2, meetingTimes: '9:30' }),
      needs: [
        need('a', only.target, only.latest, only),
        need('z', only.target, only.latest, { ...only, first: true }),
      ],
    }),
  )
  expect(bookings.map(({ key }) => key)).toEqual(['z'])
})

test('without a shortage everybody keeps the usual time for advice and meets near the day wished for', () => {
  const { bookings } = planReviews(
    given({ needs: [need('a', '2026-10-01', '2026-11-20'), need('b', '2026-11-10', '2026-12-08')] }),
  )
  expect(
    bookings.map(({ key, day, short }) => [
      key,
      short,
      daysBetween(day, key === 'a' ? '2026-10-19' : '2026-11-10'),
    ]),
  ).toEqual([
    ['a', false, 0],
    ['b', false, 0],
  ])
})

test.each([
  ['9:30', 570],
  ['09.30', 570],
  ['2pm', 840],
  ['2.15 pm', 855],
  ['14:00', 840],
  ['3', 900],
  ['12', 720],
  ['12am', 0],
  ['12:30 p.m.', 750],
  ['after lunch', null],
  ['25:00', null],
  ['9:75', null],
])('%s is a time, in minutes: %s', (typed, minutes) => {
  expect(parseTime(typed)).toBe(minutes)
})

test('a fixed meeting whose time nobody can read keeps its whole day', () => {
  const settings = meetingSettings(null)
  expect(freeTimes(settings, [{ time: 'after lunch' }])).toEqual([])
  expect(freeTimes(settings, [{ time: '9:30' }])).toEqual([660, 810])
  expect(firstDay(need('a', today, today))).toBe('2026-09-21')
})
