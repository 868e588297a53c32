import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, check } from '../../src/domain/record.ts'
import { Contributor, statutoryInvitees, toBeNamed } from '../../src/domain/records/contributor.ts'
import { Review } from '../../src/domain/records/review.ts'
import { addDays, type Day } from '../../src/domain/rules/day.ts'
import { marked, pupilAfter, reopened } from '../../src/domain/rules/reviewActMarks.ts'
import {
  type ActFacts,
  actOf,
  actsOf,
  hasReport,
  nextAct,
  type ReviewAct,
  reviewActs,
  unnamedInvitees,
} from '../../src/domain/rules/reviewActs.ts'

type Facts = Omit<ActFacts, 'review' | 'contributors'> & {
  readonly review: Review
  readonly contributors: readonly Contributor[]
}

const person = (role: Contributor['role'], more: Partial<Contributor> = {}): Contributor =>
  blank(Contributor, { review: '01', name: `A ${role}`, role, ...more })
const five = statutoryInvitees.map((role) => person(role))
const facts = (review: Partial<Review> = {}, more: Partial<Facts> = {}): Facts => ({
  review: blank(Review, {
    pupil: '01JZ0000000000000000000001',
    type: 'annual',
    stage: 'planning',
    meetingDate: '2026-03-10',
    ...review,
  }),
  contributors: five,
  dateOfBirth: '2016-05-01',
  today: '2026-02-20',
  ...more,
})
const changes = (of: Facts, act: ReviewAct, reason = '', on: Day = of.today) => {
  const answer = marked(act, of, { on, reason, decision: 'amend' })
  return 'changes' in answer ? answer.changes : answer.refused
}

test('invitations wait for everybody whom the law names, or for the reason why somebody is left out', () => {
  const noHealth = facts({}, { contributors: five.filter(({ role }) => role !== 'health') })
  expect(changes(noHealth, 'invite')).toEqual([
    'The law has these invited too: Health (named by the ICB). Name them, or say why not.',
  ])
  expect(changes(noHealth, 'invite', 'The ICB says that nobody is involved.')).toEqual({
    invitationsSent: '2026-02-20',
    stage: 'adviceRequested',
    invitesOverride: 'The ICB says that nobody is involved.',
  })
  expect(changes(facts(), 'invite')).toEqual({ invitationsSent: '2026-02-20', stage: 'adviceRequested' })
})

test('a person who is still to be named stands for nobody; once rights have moved the young person is invited, not the parent', () => {
  const unnamed = [...five.filter(({ role }) => role !== 'health'), person('health', { name: toBeNamed })]
  expect(unnamedInvitees(unnamed, false)).toEqual(['health'])
  const young = [...five.filter(({ role }) => role !== 'parent'), person('youngPerson')]
  expect(unnamedInvitees(young, false)).toEqual(['parent'])
  expect(unnamedInvitees(young, true)).toEqual([])
  // A parent who comes too does not stand for the young person, nor a child for the parent.
  expect(unnamedInvitees(five, true)).toEqual(['parent'])
  expect(unnamedInvitees([...five, person('youngPerson')], false)).toEqual([])
  // 17 in May 2026: compulsory school age ended on the last Friday of June 2025.
  const own = facts({}, { contributors: young, dateOfBirth: '2009-05-01' })
  expect(actOf(own, 'invite').state).toBe('open')
})

test('papers wait for advice that was asked for; a reason lets them go and is kept with its day', () => {
  const waiting = five.map((one, i) => (i < 2 ? { ...one, adviceAsked: '2026-01-20' } : one))
  const of = facts({ invitationsSent: '2026-02-01', stage: 'adviceRequested' }, { contributors: waiting })
  expect(changes(of, 'circulate')).toEqual(['2 pieces of advice asked for isn’t in.'])
  expect(changes(of, 'circulate', 'The therapist sends hers by Friday')).toMatchObject({
    papersCirculated: '2026-02-20',
    stage: 'circulated',
    stepsOverride: '20 Feb 2026, papers: The therapist sends hers by Friday',
  })
})

test('what can’t have happened is refused with any reason', () => {
  const why = 'Because'
  expect(changes(facts({ meetingDate: null }), 'invite', why)).toContain('Set the date of the meeting first.')
  expect(changes(facts({ papersCirculated: '2026-02-10' }), 'hold', why)).toEqual([
    'The meeting is on 10 Mar 2026.',
  ])
  expect(changes(facts({}, { today: '2026-03-12' }), 'circulate', why)).toContain(
    'Papers can’t be circulated after the meeting.',
  )
  expect(changes(facts(), 'report', why)).toContain('The meeting isn’t marked as held.')
  const held = facts({ stage: 'meetingHeld' }, { today: '2026-03-20' })
  expect(changes(held, 'decision', why, '2026-03-05')).toContain('That was before the meeting.')
  expect(changes(held, 'final', why)).toContain('This review has no such step.')
})

test('a decision that never came lets the review close with a reason, and can still be recorded afterwards', () => {
  const reported = facts({ stage: 'reportSent', reportSent: '2026-03-20' }, { today: '2026-06-01' })
  expect(changes(reported, 'close')).toEqual([
    'The authority’s decision never came; it stays marked as overdue.',
  ])
  expect(changes({ ...reported, today: '2026-04-07' }, 'close')).toEqual([
    'The authority hasn’t decided yet; it has until 7 Apr 2026.',
  ])
  const closed = {
    ...reported,
    review: { ...reported.review, ...(changes(reported, 'close', 'Chased three times') as Partial<Review>) },
  }
  expect(closed.review).toMatchObject({ stage: 'closed', decisionReceived: null })
  expect(nextAct(closed)).toBeNull()
  expect(changes(closed, 'decision')).toEqual({
    decisionReceived: '2026-06-01',
    decision: 'amend',
    stage: 'closed',
  })
})

test('a review opened again is its next version: the report goes out again, the decision stays', () => {
  const closed = facts({
    stage: 'closed',
    reportSent: '2026-03-20',
    decisionReceived: '2026-04-07',
    decision: 'maintain',
  }).review
  expect(reopened(closed, '2026-05-01', ' ')).toEqual({ refused: ['Say why it is reopened.'] })
  const again = reopened(closed, '2026-05-01', 'A report was left out') as { changes: Partial<Review> }
  expect(again.changes).toEqual({
    stage: 'meetingHeld',
    version: 2,
    reopened: '2026-05-01',
    reopenedWhy: 'A report was left out',
    reportSent: null,
  })
  const of = facts({ ...closed, ...again.changes, recommendation: 'maintain' }, { today: '2026-05-02' })
  expect(nextAct(of)).toBe('report')
  expect(hasReport({ reportCopySent: '2026-03-20' }, of.review)).toBe(false)
  expect(changes(of, 'report')).toEqual({ reportSent: '2026-05-02', stage: 'decided' })
  expect(reopened(facts().review, '2026-05-01', 'x')).toHaveProperty('refused')
})

test('the decision moves the twelve months on, never back', () => {
  const decided = { decisionReceived: '2026-04-07', finalIssued: null }
  expect(pupilAfter({ lastDecision: '2025-04-01', planVersion: null }, decided)).toEqual({
    lastDecision: '2026-04-07',
  })
  expect(pupilAfter({ lastDecision: '2026-05-01', planVersion: null }, decided)).toEqual({})
  // Another beginning that was set for the last time round is over with it.
  const set = { lastDecision: '2025-04-01', planVersion: null }
  expect(pupilAfter({ ...set, clockFrom: '2025-06-01' }, decided)).toMatchObject({ clockFrom: null })
  expect(pupilAfter({ ...set, clockFrom: '2026-06-01' }, decided)).not.toHaveProperty('clockFrom')
})

/** One thing that somebody does: marks an act with or without a reason, a change in the list, days that pass. */
const steps = fc.array(
  fc.oneof(
    fc.record({ act: fc.constantFrom(...reviewActs), reason: fc.constantFrom('', 'So agreed') }),
    fc.record({ days: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ meeting: fc.integer({ min: -10, max: 60 }) }),
    fc.record({ ask: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ receive: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ remove: fc.integer({ min: 0, max: 4 }) }),
    fc.constant({ recommend: true }),
    fc.constant({ notice: true }),
    fc.constant({ reopen: true }),
  ),
  { maxLength: 40 },
)
type Step = Parameters<typeof after>[1]

const put = (of: Facts, review: Partial<Review>): Facts => ({ ...of, review: { ...of.review, ...review } })
const people = (of: Facts, at: number, more: Partial<Contributor>): Facts => ({
  ...of,
  contributors: of.contributors.map((one, i) => (i === at ? { ...one, ...more } : one)),
})
const mark = (of: Facts, act: ReviewAct, reason: string): Facts => {
  const answer = marked(act, of, { on: of.today, reason, decision: 'amend' })
  const { state, bars } = actOf(of, act)
  if ('refused' in answer) return of
  // What was marked was open, or was waiting for something and somebody said why it goes on.
  expect(state).not.toBe('notNeeded')
  expect(bars.some(({ always }) => always)).toBe(false)
  if (bars.length > 0) expect(reason).not.toBe('')
  const next = put(of, answer.changes)
  expect(check(Review, next.review)).toEqual([])
  return next
}
const after = (
  of: Facts,
  step: Partial<{
    act: ReviewAct
    reason: string
    days: number
    meeting: number
    ask: number
    receive: number
    remove: number
    recommend: boolean
    notice: boolean
    reopen: boolean
  }>,
): Facts => {
  if (step.act) return mark(of, step.act, step.reason ?? '')
  if (step.days) return { ...of, today: addDays(of.today, step.days) }
  if (step.meeting !== undefined)
    return of.review.stage === 'planning' ? put(of, { meetingDate: addDays(of.today, step.meeting) }) : of
  if (step.ask !== undefined) return people(of, step.ask, { adviceAsked: of.today })
  if (step.receive !== undefined) return people(of, step.receive, { adviceReceived: of.today })
  if (step.remove !== undefined)
    return { ...of, contributors: of.contributors.filter((_, i) => i !== step.remove) }
  if (step.recommend) return put(of, { recommendation: 'amend' })
  if (step.notice) return of.review.decision === 'amend' ? put(of, { noticeSent: of.today }) : of
  const again = reopened(of.review, of.today, 'A page was missing')
  return 'changes' in again ? put(of, again.changes) : of
}

test('whatever was done in whatever order, what comes next leads to a closed review, and nothing jumps its bars', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let of = (all as Step[]).reduce(after, facts({ meetingDate: null }))
      if (of.review.meetingDate === null) of = put(of, { meetingDate: of.today })
      if (of.today < of.review.meetingDate!) of = { ...of, today: of.review.meetingDate! }
      for (let i = 0; of.review.stage !== 'closed'; i++) {
        expect(i, 'steps to the end').toBeLessThan(12)
        const act = nextAct(of)!
        if (act === 'advice')
          of = {
            ...of,
            contributors: (of.contributors.length > 0 ? of.contributors : five).map((one) => ({
              ...one,
              adviceAsked: of.today,
              adviceReceived: of.today,
            })),
          }
        else if (act === 'circulate' && of.today > of.review.meetingDate!)
          of = mark(of, 'hold', 'Too late to send')
        else if (act === 'invite' && of.today > of.review.meetingDate!) of = mark(of, 'hold', 'By telephone')
        else of = mark(of, act, 'Settled by telephone')
      }
      expect(actsOf(of).at(-1)).toMatchObject({ act: 'close', state: 'done' })
      expect(nextAct(of)).toBeNull()
    }),
    { numRuns: 400 },
  )
})
