import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { NeedsAssessment } from '../../src/domain/records/needsAssessment.ts'
import { newKey } from '../../src/domain/key.ts'
import { addDays, type Day, daysBetween } from '../../src/domain/rules/day.ts'
import {
  assessCommentsNotBefore,
  assessDecisionBy,
  assessFinalBy,
  assessmentState,
  assessmentSteps,
  assessRefusalBy,
  longClosure,
  nextAssessmentStep,
} from '../../src/domain/rules/needsAssessment.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'

const request = (given: Partial<NeedsAssessment>): NeedsAssessment =>
  blank(NeedsAssessment, { pupil: newKey(), requested: '2026-09-07', ...given })
const steps = (given: Partial<NeedsAssessment>, today: Day) =>
  assessmentSteps(request(given), today).map(({ step, due, state }) => [step, due, state])

test('a request has the limits of six, sixteen and twenty weeks, each with its owner and its rule', () => {
  expect(
    assessmentSteps(
      request({ adviceAsked: '2026-10-20', assessDecision: 'yes', assessDecided: '2026-10-19' }),
      '2026-11-22',
    ).map(({ step, owner, due, why }) => [step, owner, due, why?.rule]),
  ).toEqual([
    ['request', 'school', null, undefined],
    ['decide', 'authority', '2026-10-19', 'A1'],
    ['advice', 'school', '2026-12-01', 'A2'],
    ['issue', 'authority', '2026-12-28', 'A3'],
    ['draft', 'authority', null, undefined],
    ['comments', 'family', null, undefined],
    ['final', 'authority', '2027-01-25', 'A5'],
  ])
  expect(assessCommentsNotBefore('2027-01-04').day).toBe('2027-01-18')
})

test('each limit turns red by itself, and a step done after it stays marked as late', () => {
  expect(steps({}, '2026-10-20')[1]).toEqual(['decide', '2026-10-19', 'overdue'])
  expect(steps({ assessDecision: 'yes', assessDecided: '2026-10-26' }, '2026-11-01')[1]).toEqual([
    'decide',
    '2026-10-19',
    'late',
  ])
  const asked = { assessDecision: 'yes', assessDecided: '2026-10-12', adviceAsked: '2026-10-12' } as const
  expect(nextAssessmentStep(request(asked), '2026-11-24')).toMatchObject({ step: 'advice', state: 'overdue' })
  expect(nextAssessmentStep(request({ ...asked, adviceSent: '2026-11-20' }), '2026-11-24')).toMatchObject({
    step: 'issue',
    owner: 'authority',
  })
})

test('a refusal ends the path with the right of appeal; nothing of it or of a closed request is red', () => {
  const refused = { assessDecision: 'no', assessDecided: '2026-10-15' } as const
  expect(steps(refused, '2026-11-22').map(([step]) => step)).toEqual(['request', 'decide', 'appeal'])
  expect(steps(refused, '2026-11-22').at(-1)).toEqual(['appeal', '2026-12-15', 'onTrack'])
  expect(steps({ ...refused, mediationCertificate: '2026-12-01' }, '2026-11-22').at(-1)?.[1]).toBe(
    '2027-01-01',
  )
  expect(assessmentState(request(refused))).toBe('refused')
  expect(nextAssessmentStep(request(refused), '2026-11-22')).toBeNull()
  const noPlan = {
    assessDecision: 'yes',
    assessDecided: '2026-10-15',
    issueDecision: 'no',
    issueDecided: '2026-12-20',
  } as const
  expect(steps(noPlan, '2026-12-21').map(([step]) => step)).toEqual([
    'request',
    'decide',
    'advice',
    'issue',
    'appeal',
  ])
  for (const today of ['2026-11-22', '2027-06-01'])
    expect(steps({ closed: '2026-11-01' }, today).filter(([, , state]) => state === 'overdue')).toEqual([])
})

test('a request goes from being prepared to the plan as its facts come in', () => {
  const facts: Partial<NeedsAssessment>[] = [
    { requested: null },
    { requested: '2026-09-07' },
    { assessDecision: 'yes', assessDecided: '2026-10-12' },
    { issueDecision: 'yes', issueDecided: '2026-12-10' },
    { draftReceived: '2026-12-20' },
    { planIssued: '2027-01-20' },
  ]
  let now: Partial<NeedsAssessment> = {}
  expect(facts.map((more) => assessmentState(request((now = { ...now, ...more }))))).toEqual([
    ...['preparing', 'requested', 'assessing', 'issuing', 'draft', 'issued'],
  ])
  expect(assessmentSteps(request(now), '2027-02-01').at(-1)).toMatchObject({
    step: 'appeal',
    due: '2027-03-20',
  })
})

test('a summer closure around the asking for advice is told, a half-term is not', () => {
  const calendar = calendarOf([
    { kind: 'term', name: null, starts: '2026-04-13', ends: '2026-07-22' },
    { kind: 'holiday', name: null, starts: '2026-05-25', ends: '2026-05-29' },
  ])
  expect(longClosure('2026-07-17', calendar)).toEqual({ from: '2026-07-23', to: '2026-08-31' })
  expect(longClosure('2026-08-10', calendar)).toEqual({ from: '2026-07-23', to: '2026-08-31' })
  expect(longClosure('2026-07-10', calendar)).toBeNull()
  expect(longClosure('2026-08-28', calendar)).toBeNull()
  expect(longClosure('2026-05-22', calendar)).toBeNull()
  expect(longClosure('2026-08-10', calendarOf([]))).toBeNull()
})

test('whatever the day of the request, six, sixteen and twenty weeks are 42, 112 and 140 days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
      const day = addDays('2014-09-01', n)
      expect(daysBetween(day, assessDecisionBy(day).day)).toBe(42)
      expect(daysBetween(day, assessRefusalBy(day).day)).toBe(112)
      expect(daysBetween(day, assessFinalBy(day).day)).toBe(140)
    }),
  )
})
