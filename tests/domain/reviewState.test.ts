import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { addDays, type Day } from '../../src/domain/rules/day.ts'
import { reviewDue, reviewsDue } from '../../src/domain/rules/reviewDue.ts'
import { type ReviewFacts, reviewMoves, reviewStates } from '../../src/domain/rules/reviewMoves.ts'
import { settingsFor, usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import { appealWindow, reviewStanding } from '../../src/domain/rules/reviewState.ts'
import { reviewSteps } from '../../src/domain/rules/reviewSteps.ts'
import { reviewTypeFor } from '../../src/domain/rules/reviewType.ts'

const meeting = '2026-03-10'
const planned: ReviewFacts = {
  meetingDate: meeting,
  stage: 'planning',
  invitationsSent: null,
  papersCirculated: null,
  reportSent: null,
  decisionReceived: null,
  decision: null,
  noticeSent: null,
  finalIssued: null,
}
const stateOf = (given: Partial<ReviewFacts>, today: Day) =>
  reviewStanding({ ...planned, ...given }, today).state

test('a review goes from planning to closed as its dated facts come in, in the order of the moves', () => {
  const facts: [Partial<ReviewFacts>, Day][] = [
    [{}, '2026-01-10'],
    [{ invitationsSent: '2026-02-01', stage: 'adviceRequested' }, '2026-02-01'],
    [{ papersCirculated: '2026-02-20', stage: 'circulated' }, '2026-02-20'],
    [{ stage: 'meetingHeld' }, '2026-03-10'],
    [{ recommendation: 'amend' }, '2026-03-11'],
    [{ reportSent: '2026-03-20', stage: 'reportSent' }, '2026-03-20'],
    [{ decisionReceived: '2026-04-03', decision: 'amend', stage: 'decided' }, '2026-04-03'],
    [{ noticeSent: '2026-04-07' }, '2026-04-07'],
    [{}, '2026-04-22'],
    [{ finalIssued: '2026-05-28' }, '2026-05-28'],
    [{ stage: 'closed' }, '2026-05-29'],
  ]
  let now: Partial<ReviewFacts> = {}
  const seen = facts.map(([more, today]) => {
    now = { ...now, ...more }
    return stateOf(now, today)
  })
  expect(seen).toEqual(Object.keys(reviewStates).slice(1))
  expect(seen.slice(1)).toEqual(reviewMoves.map(({ to }) => to))
})

test('a plan that is kept unchanged ends without a notice; one that is not amended after all ends with reasons', () => {
  const decided = { stage: 'decided', reportSent: '2026-03-20', decisionReceived: '2026-04-03' } as const
  const steps = (given: Partial<ReviewFacts>, today = '2026-04-10') =>
    reviewSteps({ ...planned, ...decided, ...given }, today).map(({ step, state }) => `${step} ${state}`)
  expect(steps({ decision: 'maintain' })).not.toContain('final waiting')
  expect(steps({ decision: 'maintain' })).toHaveLength(5)
  expect(steps({ decision: 'amend' }).slice(-3)).toEqual([
    'notice overdue',
    'comments waiting',
    'final onTrack',
  ])
  const after = { decision: 'amend', noticeSent: '2026-04-03', notAmended: '2026-05-20' } as const
  expect(steps(after).slice(-3)).toEqual(['notice done', 'comments done', 'final done'])
  expect(stateOf({ ...decided, ...after }, '2026-05-21')).toBe('finalIssued')
})

test('each step names its owner, its due day and its rule; the authority runs the review of a pupil at no school', () => {
  const amending = {
    ...planned,
    stage: 'decided',
    decision: 'amend',
    noticeSent: '2026-04-07',
    decisionReceived: '2026-04-07',
  } as const
  expect(
    reviewSteps(amending, '2026-04-08').map(({ step, owner, due, why }) => [step, owner, due, why?.rule]),
  ).toEqual([
    ['invite', 'school', '2026-02-24', 'R1'],
    ['circulate', 'school', '2026-02-24', 'R2'],
    ['meet', 'school', '2026-03-10', undefined],
    ['report', 'school', '2026-03-24', 'R3'],
    ['decide', 'authority', '2026-04-07', 'R4'],
    ['notice', 'authority', '2026-04-07', 'R5'],
    ['comments', 'family', '2026-04-21', 'R6'],
    ['final', 'authority', '2026-06-02', 'R7'],
  ])
  const elsewhere = settingsFor({ homeEducated: true }, usualReviewSettings)
  const [invite] = reviewSteps(planned, '2026-02-01', elsewhere)
  expect(invite).toMatchObject({
    owner: 'authority',
    why: { source: 'SEND Regulations 2014, regulation 21' },
  })
})

const held = { ...planned, key: '1', stage: 'reportSent', reportSent: '2026-03-20' } as const
const plan = { status: 'E', planIssued: '2022-03-01', lastDecision: '2025-03-20' } as const
const whats = (today: Day, reviews: Parameters<typeof reviewsDue>[1] = [held], of = plan) =>
  reviewsDue(of, reviews, usualReviewSettings, today).map(({ what, day, status }) => [what, day, status])

test('a decision that never came stays red and still schedules the next meeting, eight weeks before a year from the last', () => {
  expect(whats('2026-04-08')).toEqual([
    ['Authority decides by', '2026-04-07', 'overdue'],
    ['Hold meeting by', '2027-02-09', 'onTrack'],
  ])
  expect(whats('2027-01-20')).toEqual([
    ['Hold meeting by', '2027-02-09', 'dueSoon'],
    ['Authority decides by', '2026-04-07', 'overdue'],
  ])
  const next = { ...planned, key: '2', meetingDate: '2027-02-01' }
  expect(whats('2027-01-20', [held, next])).toEqual([
    ['Meeting', '2027-02-01', 'dueSoon'],
    ['Authority decides by', '2026-04-07', 'overdue'],
  ])
  // The next meeting was held too, and decided: the old mark is still there.
  const after = {
    ...next,
    stage: 'decided',
    reportSent: '2027-02-10',
    decisionReceived: '2027-02-20',
  } as const
  expect(whats('2027-03-01', [held, after], { ...plan, lastDecision: '2027-02-20' } as never)[0]).toEqual([
    'Authority decides by',
    '2026-04-07',
    'overdue',
  ])
})

test('closing a review whose decision never came changes nothing of that, until a later one is held', () => {
  const closed = { ...held, stage: 'closed', reportSent: '2026-03-20' } as const
  expect(whats('2026-04-08', [closed])).toEqual([
    ['Authority decides by', '2026-04-07', 'overdue'],
    ['Hold meeting by', '2027-02-09', 'onTrack'],
  ])
  const later = { ...closed, key: '2', meetingDate: '2027-02-01', decisionReceived: '2027-02-20' } as const
  expect(whats('2027-03-01', [closed, later]).map(([what]) => what)).not.toContain('Authority decides by')
  const standing = (all: readonly ReviewFacts[]) =>
    reviewStanding({ ...planned, ...closed }, '2027-03-01', undefined, null, all)
  const both = [closed, later].map((one) => ({ ...planned, ...one }))
  expect(standing(both.slice(0, 1)).overdue.map(({ step }) => step)).toEqual(['decide'])
  expect(standing(both)).toMatchObject({ state: 'closed', next: null, overdue: [] })
  // Closed without its meeting: there is nothing to decide, and the old twelve months go on.
  const never = { ...held, stage: 'closed', reportSent: null } as const
  expect(whats('2026-04-08', [never])).toEqual(whats('2026-04-08', []))
})

test('what the authority owes after its decision is there too: the notice, then the final plan', () => {
  const amending = { ...held, stage: 'decided', decisionReceived: '2026-04-01', decision: 'amend' } as const
  const of = { ...plan, lastDecision: '2026-04-01' } as unknown as typeof plan
  expect(whats('2026-04-02', [amending], of)[0]).toEqual([
    'Authority proposes changes by',
    '2026-04-07',
    'authority',
  ])
  expect(whats('2026-06-03', [{ ...amending, noticeSent: '2026-04-07' }], of)[0]).toEqual([
    'Authority issues final plan by',
    '2026-06-02',
    'overdue',
  ])
})

test('a decision that only the review knows of starts the twelve months too', () => {
  const decided = { ...held, stage: 'closed', decisionReceived: '2026-04-01', decision: 'maintain' } as const
  expect(whats('2026-05-01', [decided])).toEqual([['Hold meeting by', '2027-03-03', 'onTrack']])
})

const year6 = { ...plan, lastDecision: '2026-03-20', yearGroup: '6', dateOfBirth: '2016-05-05' } as const
const primary = { ...usualReviewSettings, phase: 'primary' } as const
test('a pupil who moves between phases is due before the twelve months are, until a review for it was held', () => {
  expect(reviewDue(year6, [], primary, '2026-10-01')).toMatchObject({
    what: 'Hold meeting by',
    day: '2026-11-23',
    why: { rule: 'R11' },
  })
  expect(reviewDue(year6, [], primary, '2026-11-23')).toMatchObject({ status: 'dueSoon' })
  expect(reviewDue(year6, [], primary, '2026-11-24')).toMatchObject({ status: 'overdue' })
  const transfer = {
    ...held,
    type: 'phaseTransfer',
    meetingDate: '2026-10-06',
    reportSent: '2026-10-10',
    decisionReceived: '2026-10-20',
    decision: 'maintain',
    stage: 'closed',
  } as const
  const since = { ...year6, lastDecision: '2026-10-20' } as const
  expect(reviewDue(since, [transfer], primary, '2026-11-24')).toMatchObject({
    day: '2027-09-21',
    why: { rule: 'R10' },
  })
  expect(reviewDue(year6, [], usualReviewSettings, '2026-10-01')).toMatchObject({ why: { rule: 'R10' } })
})
test('the final plan of a transfer review is due before the transfer’s own deadline', () => {
  const review = { ...planned, type: 'phaseTransfer', meetingDate: '2026-12-10', stage: 'decided' } as const
  const amending = {
    ...review,
    decision: 'amend',
    noticeSent: '2027-01-07',
    decisionReceived: '2027-01-07',
  } as const
  const deadline = { day: '2027-02-15', why: { rule: 'R11' } as never }
  const transfer = { move: 'secondary', moves: '2027-09-01', deadline, latestMeeting: deadline } as const
  const final = (of: typeof transfer | null) =>
    reviewSteps(amending, '2027-01-10', usualReviewSettings, of).find(({ step }) => step === 'final')?.due
  expect([final(null), final(transfer)]).toEqual(['2027-03-04', '2027-02-15'])
})

const maybeDay = fc.option(fc.integer({ min: -60, max: 150 }).map((n) => addDays(meeting, n)))
test('whatever the facts, what is owed and late is red, in a closed review only what the authority owes', () => {
  fc.assert(
    fc.property(
      fc.record({
        stage: fc.constantFrom('planning', 'circulated', 'meetingHeld', 'reportSent', 'decided', 'closed'),
        invitationsSent: maybeDay,
        papersCirculated: maybeDay,
        reportSent: maybeDay,
        decisionReceived: maybeDay,
        decision: fc.constantFrom(null, 'amend', 'maintain'),
        noticeSent: maybeDay,
        finalIssued: maybeDay,
      }),
      fc.integer({ min: -80, max: 200 }),
      (given, days) => {
        const today = addDays(meeting, days)
        const standing = reviewStanding({ ...planned, ...(given as Partial<ReviewFacts>) }, today)
        for (const { done, due, state } of standing.steps) {
          expect(state === 'overdue').toBe(done === null && due !== null && today > due)
          expect(state === 'late').toBe(done !== null && due !== null && done > due)
        }
        const facts = [given.reportSent, given.decisionReceived, given.finalIssued]
        const wasHeld = given.stage !== 'closed' || facts.some(Boolean)
        expect(standing.overdue).toEqual(
          standing.steps.filter(
            ({ state, owner }) =>
              state === 'overdue' && (given.stage !== 'closed' || (wasHeld && owner === 'authority')),
          ),
        )
        expect(standing.state in reviewStates).toBe(true)
      },
    ),
  )
})

test('the appeal is reckoned from the letter that ended the review', () => {
  const decided = { ...planned, decisionReceived: '2026-04-03' } as const
  expect(appealWindow({ ...decided, decision: 'amend', noticeSent: '2026-04-07' } as never)).toBeNull()
  expect(appealWindow({ ...decided, decision: 'maintain' })?.day).toBe('2026-06-03')
  expect(appealWindow({ ...decided, decision: 'amend', finalIssued: '2026-05-28' })).toMatchObject({
    day: '2026-07-28',
    why: { rule: 'R9' },
  })
  expect(
    appealWindow({
      ...decided,
      decision: 'amend',
      notAmended: '2026-05-28',
      mediationCertificate: '2026-07-10',
    })?.day,
  ).toBe('2026-08-10')
})

test('a new review is for the move between phases, or of a child under five, or the annual one', () => {
  const pupil = (given: Partial<Pupil>) =>
    blank(Pupil, {
      surname: 'K',
      forename: 'A',
      dateOfBirth: '2016-05-05',
      status: 'E',
      planIssued: '2024-05-01',
      ...given,
    })
  const type = (given: Partial<Pupil>, reviews: Parameters<typeof reviewTypeFor>[1] = []) =>
    reviewTypeFor(pupil(given), reviews, primary, '2026-11-22')
  expect([type({ yearGroup: '6' }), type({ yearGroup: '5' })]).toEqual(['phaseTransfer', 'annual'])
  expect(type({ dateOfBirth: '2023-02-01', planIssued: '2026-08-01' })).toBe('underFive')
  const done = {
    ...blank(Review, { pupil: 'x', type: 'phaseTransfer', stage: 'decided', meetingDate: '2026-10-06' }),
    key: '1',
  }
  expect(type({ yearGroup: '6' }, [done])).toBe('annual')
})
