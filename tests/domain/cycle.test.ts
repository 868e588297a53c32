import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { CycleTarget } from '../../src/domain/records/cycleTarget.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import {
  type CycleContext,
  currentCycle,
  cycleState,
  cycleSteps,
  nextCycleStep,
  usualReviewBy,
} from '../../src/domain/rules/cycle.ts'
import { aimsOf, carriesOn, nextCycleOf } from '../../src/domain/rules/cycleCarry.ts'
import { conversationsDue, reviewedCycles } from '../../src/domain/rules/cycleEvidence.ts'
import { addDays, daysBetween, isDay } from '../../src/domain/rules/day.ts'
import { laddersOf, type Rung, usualBy } from '../../src/domain/rules/ladder.ts'
import { calendarOf, isSchoolDay } from '../../src/domain/rules/schoolCalendar.ts'
import { kept } from '../ui/made.ts'

const pupil = kept('P').key
const key = (name: string) => kept(name).key
const noTerms = calendarOf([])
const term = (starts: string, ends: string) => ({ kind: 'term', name: null, starts, ends }) as const
/** Three terms of 2025/26, with a week off in the autumn. */
const year = calendarOf([
  term('2025-09-03', '2025-12-19'),
  term('2026-01-05', '2026-03-27'),
  term('2026-04-13', '2026-07-21'),
  { kind: 'holiday', name: null, starts: '2025-10-27', ends: '2025-10-31' },
])
const cycle = (given: Partial<Cycle> = {}, name = 'C'): Stored<Cycle> => ({
  ...blank(Cycle, { pupil, number: 1, began: '2025-09-08', ...given }),
  ...kept(name),
})
const context = (one: Stored<Cycle>, given: Partial<CycleContext> = {}): CycleContext => ({
  weeks: 12,
  calendar: noTerms,
  hasPlan: false,
  all: [one],
  ...given,
})
const stateOn = (one: Stored<Cycle>, today: string, given: Partial<CycleContext> = {}) =>
  cycleState(one, context(one, given), today)
const nextOn = (one: Stored<Cycle>, today: string, given: Partial<CycleContext> = {}) =>
  nextCycleStep(one, context(one, given), today)?.step ?? null

describe('a plan goes assess, agree, tell, review, next', () => {
  const agreed = { assessedOn: '2025-09-15', agreedOn: '2025-09-22' }
  test.each([
    ['assessing', 'assess', {}, '2025-09-10'],
    ['planning', 'agree', { assessedOn: '2025-09-15' }, '2025-09-16'],
    ['running', 'tell', agreed, '2025-09-23'],
    ['running', 'review', { ...agreed, toldOn: '2025-09-24' }, '2025-12-15'],
    ['reviewDue', 'review', { ...agreed, toldOn: '2025-09-24' }, '2025-12-16'],
    ['reviewDue', 'review', { ...agreed, toldOn: '2025-09-24', reviewBy: '2025-11-01' }, '2025-12-13'],
    ['lapsed', 'review', { ...agreed, toldOn: '2025-09-24', reviewBy: '2025-11-01' }, '2025-12-14'],
    ['undecided', null, { ...agreed, toldOn: '2025-09-24', reviewedOn: '2025-12-01' }, '2025-12-02'],
    ['reviewed', 'next', { ...agreed, toldOn: '2025-09-24', reviewedOn: '2025-12-01', decision: 'change' }, '2025-12-02'], // prettier-ignore
    ['reviewed', null, { ...agreed, toldOn: '2025-09-24', reviewedOn: '2025-12-01', decision: 'stepDown' }, '2025-12-02'], // prettier-ignore
    ['ended', null, { ...agreed, ended: '2026-02-01' }, '2026-03-01'],
    // A review without the days before it stands for them; the law's notice is owed all the same.
    ['reviewed', 'tell', { reviewedOn: '2025-12-01', agreedOn: '2025-11-01', decision: 'stepDown' }, '2025-12-02'], // prettier-ignore
  ] as const)('%s, next %s', (state, next, given, today) => {
    expect([stateOn(cycle(given), today), nextOn(cycle(given), today)]).toEqual([state, next])
  })

  test('the notice of section 68 is the law’s for the first plan of SEN support, and guidance for later ones and beside an EHC plan', () => {
    const first = cycle({ agreedOn: '2025-09-22' })
    const second = cycle({ number: 2, began: '2026-01-08', agreedOn: '2026-01-12' }, 'D')
    const strength = (one: Stored<Cycle>, given: Partial<CycleContext>) =>
      cycleSteps(one, context(one, given), '2026-01-20').find(({ step }) => step === 'tell')!.why!.strength
    expect(strength(first, { all: [first, second] })).toBe('must')
    expect(strength(second, { all: [first, second] })).toBe('should')
    expect(strength(first, { hasPlan: true })).toBe('should')
    // A first attempt that was never agreed started nothing.
    const never = cycle({ ended: '2025-10-01' })
    expect(strength(second, { all: [never, second] })).toBe('must')
  })

  test('a plan that follows closes the one before it', () => {
    const first = cycle({ agreedOn: '2025-09-22', toldOn: '2025-09-23', reviewedOn: '2025-12-01', decision: 'continue' }) // prettier-ignore
    const second = cycle({ number: 2, previous: first.key, began: '2025-12-08' }, 'D')
    expect(nextOn(first, '2026-02-01', { all: [first, second] })).toBeNull()
    expect(currentCycle([first, second])).toBe(second)
  })
})

test('the usual review is so many weeks on, or the school day before', () => {
  expect(usualReviewBy('2025-09-22', 12, noTerms)).toBe('2025-12-15')
  expect(usualReviewBy('2025-08-11', 11, year)).toBe('2025-10-24')
  expect(usualReviewBy('2025-10-06', 12, year)).toBe('2025-12-19')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 2, max: 52 }), (days, weeks) => {
      const agreed = addDays('2025-06-01', days)
      const by = usualReviewBy(agreed, weeks, year)
      expect(by > agreed && by <= addDays(agreed, weeks * 7)).toBe(true)
      if (by !== addDays(agreed, weeks * 7)) expect(isSchoolDay(year, by)).toBe(true)
    }),
  )
})

test('any mix of days, in or out of order, has a state, one next step at most, and a reason for each day due', () => {
  const day = fc.option(fc.integer({ min: 0, max: 500 }).map((n) => addDays('2025-09-01', n)))
  fc.assert(
    fc.property(
      fc.record({ assessedOn: day, agreedOn: day, reviewBy: day, toldOn: day, reviewedOn: day, ended: day }),
      fc.constantFrom(null, 'continue', 'stepDown', 'request' as const),
      fc.integer({ min: 0, max: 600 }),
      fc.boolean(),
      (days, decision, on, hasPlan) => {
        const one = cycle({ ...days, decision } as Partial<Cycle>)
        const today = addDays('2025-09-01', on)
        const at = context(one, { hasPlan, calendar: year })
        const state = cycleState(one, at, today)
        const steps = cycleSteps(one, at, today)
        for (const { due, why, done } of steps) {
          expect(due === null || isDay(due)).toBe(true)
          if (due !== null && done === null) expect(why).not.toBeNull()
        }
        if (state === 'lapsed') {
          const review = steps.find(({ step }) => step === 'review')!
          expect(daysBetween(review.due!, today)).toBeGreaterThan(42)
        }
        if (state === 'ended') expect(nextCycleStep(one, at, today)).toBeNull()
        if (days.reviewedOn) expect(['reviewed', 'undecided']).toContain(state)
      },
    ),
  )
})

describe('three conversations with parents a year', () => {
  const talk = (happenedOn: string, kind: ChronologyEntry['kind'] = 'parents') => ({
    ...kept(`T${happenedOn}${kind}`),
    kind,
    happenedOn,
  })
  const due = (
    days: readonly ReturnType<typeof talk>[],
    today: string,
    since = '2025-09-08',
    cycles: readonly Stored<Cycle>[] = [],
  ) =>
    // prettier-ignore
    conversationsDue({ entries: days, cycles }, since, year, today)
  test('one by the end of each term, and none where as many were held', () => {
    expect(due([], '2025-11-01').due).toBe('2025-12-19')
    expect(due([talk('2025-10-01')], '2025-11-01').due).toBe('2026-03-27')
    expect(due([talk('2025-10-01'), talk('2026-01-10'), talk('2026-05-01')], '2026-06-01')).toMatchObject({ asked: 3, due: null }) // prettier-ignore
  })
  test('who came to have support in the spring is asked for two; what was said before counts for nothing', () => {
    expect(due([talk('2025-07-01'), talk('2025-12-01')], '2026-02-01', '2026-01-20')).toMatchObject({ asked: 2, due: '2026-03-27', done: [] }) // prettier-ignore
  })
  test('a review with a parent is a conversation, one without is not; a day counts once, a call about something else never, and nothing that is still to come', () => {
    const reviews = [
      cycle({ reviewedOn: '2025-10-01', parentsCame: true }, 'R'),
      cycle({ reviewedOn: '2025-11-03', parentsCame: false }, 'S'),
    ]
    const held = due([talk('2025-10-01'), talk('2025-10-05', 'call'), talk('2026-01-20')], '2025-12-01', '2025-09-08', reviews) // prettier-ignore
    expect(held.done.map(({ day }) => day)).toEqual(['2025-10-01'])
  })
  test('without recorded terms, by the end of December, March and July', () => {
    expect(conversationsDue({ entries: [], cycles: [] }, '2025-09-01', noTerms, '2025-09-02').due).toBe('2025-12-31') // prettier-ignore
  })
})

test('the count of reviewed plans is evidence, and says that it is no threshold', () => {
  const { count, why } = reviewedCycles([cycle({ reviewedOn: '2025-12-01' }), cycle({}, 'D')])
  expect(count).toBe(1)
  expect(why.strength).toBe('recommended')
  expect(why.says).toContain('no legal threshold')
})

test('the next plan begins with the targets that go on and with the words that were kept, and with no day of the last', () => {
  const outcome = (name: string, given: Partial<Outcome> = {}): Stored<Outcome> => ({
    ...blank(Outcome, { pupil, kind: 'term', text: 'Reads', status: 'current', ...given }),
    ...kept(name),
  })
  const row = (name: string, of: string, given: Partial<CycleTarget> = {}) => ({
    ...blank(CycleTarget, { pupil, cycle: key('C'), outcome: key(of), ...given }),
    ...kept(name),
  })
  const rows = [
    row('1', 'A', { rating: 'some' }),
    row('2', 'B', { rating: 'achieved' }),
    row('3', 'D', { next: 'end' }),
    row('4', 'E'),
    row('5', 'A'),
    row('6', 'gone'),
  ]
  const aims = aimsOf(key('C'), rows, [outcome('A'), outcome('B'), outcome('D'), outcome('E', { status: 'replaced' })]) // prettier-ignore
  expect(aims.filter(carriesOn).map(({ row: { id } }) => id)).toEqual(['1'])
  const last = cycle({ number: 3, strengths: 'Kind', adjustments: 'One step', agreedOn: '2025-09-22', decision: 'change' }) // prettier-ignore
  const next = nextCycleOf(last, [last, { number: 4 }], ['adjustments'], '2026-01-08')
  expect(next).toEqual({ pupil, number: 5, previous: last.key, began: '2026-01-08', adjustments: 'One step' })
})

test('a ladder holds every outcome once, whatever leads to whatever', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F']
  const flat = (rungs: readonly Rung[]): string[] =>
    rungs.flatMap(({ outcome, under }) => [outcome.id, ...flat(under)])
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.option(fc.nat(6)), fc.nat(3)), { minLength: 6, maxLength: 6 }),
      (parents) => {
        const outcomes = names.map((name, i) => ({
          ...blank(Outcome, {
            pupil,
            kind: (['sectionE', 'year', 'term', 'step'] as const)[parents[i]![1]]!,
            text: name,
            status: 'current',
            parent: parents[i]![0] === null ? null : key(names[parents[i]![0]!] ?? 'elsewhere'),
          }),
          ...kept(name),
        }))
        expect(flat(laddersOf(outcomes)).toSorted()).toEqual(names)
      },
    ),
  )
})

test('a new step is for a fortnight or for the review if that comes sooner, a target for the term for the review, a longer one has no day yet', () => {
  expect(usualBy('step', '2026-02-13', '2026-01-05')).toBe('2026-01-19')
  expect(usualBy('step', '2026-01-09', '2026-01-05')).toBe('2026-01-09')
  expect(usualBy('step', null, '2026-01-05')).toBe('2026-01-19')
  expect(usualBy('term', '2026-02-13', '2026-01-05')).toBe('2026-02-13')
  // A plan whose review was missed gives no day that is over.
  expect(usualBy('step', '2025-12-12', '2026-01-05')).toBe('2026-01-19')
  expect(usualBy('term', '2025-12-12', '2026-01-05')).toBeNull()
  expect(usualBy('year', '2026-02-13', '2026-01-05')).toBeNull()
})
