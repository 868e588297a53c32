import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrangements } from '../../src/domain/duties/arrangements.ts'
import { planDates, planOwed } from '../../src/domain/duties/accessibility.ts'
import { adjustments } from '../../src/domain/duties/adjustments.ts'
import { changesOf, type DutyContext, nextSteps, stateOf } from '../../src/domain/duties/duty.ts'
import { type ExamFile, qualifyingPair, yearOn } from '../../src/domain/duties/examPoints.ts'
import { suggestionFor } from '../../src/domain/duties/examSuggestion.ts'
import { disabilitySets } from '../../src/domain/duties/disabilitySets.ts'
import { alertGaps } from '../../src/domain/duties/safetyAlerts.ts'
import { saidByTeachers } from '../../src/domain/duties/teacherWords.ts'
import { examEvidenceLines } from '../../src/documents/examEvidenceLines.ts'
import { candidateLines, candidatesOf } from '../../src/documents/examCandidates.ts'
import { blank, check, type Stored } from '../../src/domain/record.ts'
import { Adjustment } from '../../src/domain/records/adjustment.ts'
import { ExamArrangement } from '../../src/domain/records/examArrangement.ts'
import { ExamEvidence } from '../../src/domain/records/examEvidence.ts'
import { ExamForm } from '../../src/domain/records/examForm.ts'
import { ExamRule } from '../../src/domain/records/examRule.ts'
import { ExamScore } from '../../src/domain/records/examScore.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import type { SafetyPlan } from '../../src/domain/records/safetyPlan.ts'
import { StaffConcern } from '../../src/domain/records/staffConcern.ts'
import { type SkillArea, skillAreas, speedAreas } from '../../src/domain/rules/examCodes.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { comingDate, knownDates, scoreRuleOn, wayRuleOn } from '../../src/domain/rules/examRules.ts'

const today = '2026-11-23'
const pupil = '01ARZ3NDEKTSV4RRFFQ69G5FAA'
const context: DutyContext = {
  today,
  school: null,
  nameOf: () => null,
  chased: () => null,
  calendar: calendarOf([]),
  stage: () => null,
}
const score = (area: SkillArea, standardised: number) =>
  blank(ExamScore, { form: 'F', test: 'T', area, standardised })
const form = (given: Partial<ExamForm>) =>
  ({ ...blank(ExamForm, { pupil, form: 'form8', ...given }), key: 'F' }) as Stored<ExamForm>
const asked = (given: Partial<ExamArrangement> = {}) =>
  blank(ExamArrangement, {
    pupil,
    tests: 'jcq',
    arrangement: 'time25',
    way: 'approval',
    restBreaks: 'tried',
    toldOn: today,
    ...given,
  })
const whole: ExamFile = {
  pupil: { status: 'K', planIssued: null, yearGroup: '10' },
  arrangement: asked(),
  forms: [form({ part1On: '2026-05-04', part2On: '2026-05-11' })],
  scores: [score('writingSpeed', 84), score('memory', 89)],
  evidence: [blank(ExamEvidence, { pupil, day: today, source: 'mock', seen: 'x', by: 'y' })],
  rules: [],
  today,
}
const missing = (given: Partial<ExamFile>) =>
  suggestionFor({ ...whole, ...given })
    .points.filter(({ is }) => is === 'missing')
    .map(({ words }) => words)

test('the scores that count: two at most 84, or one of them with one of 85 to 89, in different areas of speed or processing', () => {
  const rule = { low: 84, high: 89 }
  const pairs: readonly [SkillArea, number, SkillArea, number, boolean][] = [
    ['writingSpeed', 84, 'memory', 84, true],
    ['writingSpeed', 84, 'memory', 89, true],
    ['writingSpeed', 84, 'memory', 90, false],
    ['writingSpeed', 85, 'memory', 85, false],
    ['memory', 70, 'memory', 70, false],
    ['memory', 70, 'spelling', 70, false],
  ]
  for (const [a, first, b, second, counts] of pairs)
    expect(
      qualifyingPair([score(a, first), score(b, second)], rule) !== null,
      `${a} ${first}, ${b} ${second}`,
    ).toBe(counts)
  // Against every pair tried by hand.
  const area = fc.constantFrom(...(Object.keys(skillAreas) as SkillArea[]))
  const any = fc.array(fc.record({ area, standardised: fc.integer({ min: 80, max: 93 }) }), { maxLength: 6 })
  fc.assert(
    fc.property(any, (list) => {
      const scores = list.map((one) => score(one.area, one.standardised))
      const expected = scores.some((a) =>
        scores.some(
          (b) =>
            a !== b &&
            a.area !== b.area &&
            speedAreas.includes(a.area) &&
            speedAreas.includes(b.area) &&
            a.standardised <= 84 &&
            b.standardised <= 89,
        ),
      )
      expect(qualifyingPair(scores, rule) !== null).toBe(expected)
    }),
  )
})

test('a suggestion names what is missing, each with why, and leaves the decision', () => {
  expect(missing({})).toEqual([])
  const said = suggestionFor(whole)
  expect(said.words).toContain('The decision is yours')
  for (const { why } of said.points) expect(why.source).not.toBe('')
  expect(missing({ evidence: [] })).toEqual([expect.stringContaining('No evidence')])
  expect(missing({ scores: [score('memory', 84)] })).toEqual([expect.stringContaining('No two scores')])
  expect(missing({ forms: [] })).toEqual(['No assessment is recorded'])
  expect(missing({ forms: [form({ part1On: '2026-05-12', part2On: '2026-05-11' })] })).toEqual([
    'Part 1 is dated after the assessment',
  ])
  expect(missing({ pupil: { ...whole.pupil, yearGroup: '9' } })).toEqual(['Assessed in Year 8: too early'])
  expect(missing({ arrangement: asked({ restBreaks: null, toldOn: null }) })).toHaveLength(2)
  // A current plan is evidence too: no form is asked for then.
  expect(missing({ pupil: { ...whole.pupil, status: 'E' }, forms: [], scores: [] })).toEqual([])
  expect(missing({ pupil: { ...whole.pupil, status: 'E', planIssued: '2027-01-01' }, forms: [] })).toEqual([
    'No assessment is recorded',
  ])
  expect(suggestionFor({ ...whole, arrangement: asked({ restBreaks: 'enough' }) }).words).toContain(
    'do not point to extra time',
  )
  // Books change: a score of a day after the book that is known says so.
  const later = suggestionFor({ ...whole, forms: [form({ part1On: '2026-09-01', part2On: '2026-10-01' })] })
  expect(later.points.map(({ words }) => words).join()).toContain('compare this year’s')
})

test('rules are dated rows: the school’s own newest goes before what is known, and nothing is made up for earlier days', () => {
  const own = blank(ExamRule, {
    about: 'scores',
    from: '2026-09-01',
    low: 80,
    high: 85,
    year: 10,
    source: 'The book of 2026-27',
    sure: 'read',
  })
  expect(scoreRuleOn([own], '2026-08-31')).toMatchObject({ low: 84, own: false })
  expect(scoreRuleOn([own], '2026-09-01')).toMatchObject({ low: 80, own: true })
  expect(scoreRuleOn([], '2025-08-31')).toBeNull()
  expect(missing({ rules: [{ ...own, from: '2026-01-01' }] }).join()).toContain('No two scores')
  expect(wayRuleOn([], 'ks2', 'scribe', today)?.way).toBe('notification')
  expect(wayRuleOn([], 'ks2', 'compensatory', today)?.way).toBe('application')
  expect(wayRuleOn([], 'phonics', 'scribe', today)).toBeNull()
  expect(check(ExamRule, { ...own, low: 90 }).map(({ field }) => field)).toEqual(['high'])
  expect(check(ExamRule, { ...own, year: null }).map(({ field }) => field)).toEqual(['low'])
  expect(yearOn({ yearGroup: '9' }, '2026-08-31', today)).toBe(8)
  expect(yearOn({ yearGroup: 'X' }, today, today)).toBeNull()
})

test('dates that are remembered are offered for the coming season only', () => {
  const [aao] = knownDates
  expect(comingDate(aao!, today)).toEqual({ year: 2027, month: 6, day: '2027-03-21' })
  expect(comingDate(aao!, '2027-03-21').day).toBe('2027-03-21')
  expect(comingDate(aao!, '2027-03-22').day).toBe('2028-03-21')
  for (const known of knownDates) expect(known.sure).toBe('memory')
})

test('an arrangement goes on by its dated facts: rest breaks, told, applied, agreed, staffed, used', () => {
  const row = (given: Partial<ExamArrangement>) =>
    ({ ...asked({ restBreaks: null, toldOn: null, ...given }), key: 'A' }) as Stored<ExamArrangement>
  const word = (given: Partial<ExamArrangement>) => arrangements.standing(row(given) as never, context).word
  expect(word({ way: null })).toBe('Who settles it?')
  expect(word({})).toBe('Rest breaks first')
  expect(word({ restBreaks: 'tried' })).toBe('Candidate to be told')
  const told = { restBreaks: 'tried', toldOn: '2026-11-01' } as const
  expect(word(told)).toBe('To apply')
  const late = arrangements.standing(row({ ...told, applyBy: '2026-11-20' }) as never, context)
  expect(stateOf(late, today)).toBe('overdue')
  const applied = { ...told, appliedOn: '2026-11-10' }
  expect(arrangements.standing(row(applied) as never, context).is).toBe('waiting')
  const agreed = { ...applied, agreedOn: '2026-11-12', examsFrom: '2027-05-06', examsTo: '2027-06-20' }
  expect(word(agreed)).toBe('Agreed, room and staff open')
  expect(word({ ...agreed, room: 'B4' })).toBe('Ready')
  expect(word({ ...agreed, room: 'B4', expires: '2027-06-01' })).toBe('Approval ends too soon')
  expect(word({ ...agreed, examsFrom: '2026-05-06', examsTo: '2026-06-20' })).toBe('Used?')
  expect(arrangements.standing(row({ ...agreed, used: 'some' }) as never, context)).toMatchObject({
    is: 'done',
    due: null,
  })
  // Nothing is applied for online before the candidate was told.
  const offered = (given: Partial<ExamArrangement>) =>
    nextSteps(arrangements.steps, row(given) as never).map(({ field }) => field)
  expect(offered({ restBreaks: 'tried' })).not.toContain('appliedOn')
  expect(offered(told)).toContain('appliedOn')
})

test('an adjustment is declined with reasons only, and ends in no other way than it is recorded', () => {
  const row = (given: Partial<Adjustment>) =>
    ({
      ...blank(Adjustment, { pupil, where: 'trips', barrier: 'Steps', askedOn: '2026-10-01', ...given }),
      key: 'J',
    }) as Stored<Adjustment>
  expect(check(Adjustment, row({ declinedOn: today })).map(({ field }) => field)).toEqual(['declinedWhy'])
  const states = [
    row({ adjustment: 'A ramp' }),
    row({ adjustment: 'A ramp', inPlaceFrom: '2026-10-05', decidedOn: '2026-10-05' }),
    row({ declinedWhy: 'x' }),
  ]
  for (const state of states)
    for (const step of nextSteps(adjustments.steps, state as never)) {
      if (step.asks) continue
      const after = { ...state, ...(changesOf(step, state as never, today) as Partial<Adjustment>) }
      expect(check(Adjustment, after), step.field).toEqual([])
    }
  const standing = (given: Partial<Adjustment>, school = null as DutyContext['school']) =>
    adjustments.standing(row(given) as never, { ...context, school })
  const placed = { adjustment: 'A ramp', decidedOn: '2025-10-05', inPlaceFrom: '2025-10-05' }
  expect(standing(placed).due?.day).toBe('2026-10-05')
  expect(standing({ ...placed, reviewedOn: '2026-10-06' }).due?.day).toBe('2027-10-06')
  expect(standing({ ...placed, reviewOn: '2026-12-01' }).due?.day).toBe('2026-12-01')
  expect(standing(placed, { from: '2026-09-01', adjustmentReview: 6 } as never).due).toMatchObject({
    day: '2026-04-05',
    why: { strength: 'local' },
  })
  expect(standing({ declinedWhy: 'x', declinedOn: today })).toMatchObject({ is: 'done', due: null })
})

test('an accessibility plan runs for three years at most, and the next one is asked for before it ends', () => {
  const school = { accessibilityFrom: '2024-01-01' } as never
  expect(planDates(school)).toEqual({ from: '2024-01-01', to: '2026-12-31', years: 3 })
  expect(planOwed(school, '2026-08-01')).toEqual([])
  expect(planOwed(school, today)).toMatchObject([{ day: null, why: { strength: 'must' } }])
  expect(planOwed(school, '2027-01-01')).toMatchObject([{ day: '2026-12-31' }])
  expect(planOwed(null, today)).toEqual([])
})

test('what a teacher said is offered as evidence once, and not after it was put aside', () => {
  const said = (given: Partial<StaffConcern>) =>
    ({
      ...blank(StaffConcern, { pupil, by: 'Priya Nair', on: '2026-11-02', ...given }),
      key: given.on ?? 'S',
    }) as Stored<StaffConcern>
  const all = [
    said({ seen: 'Slow to write' }),
    said({ on: '2026-11-09', tried: 'A laptop' }),
    said({ on: '2026-11-10' }),
    said({ on: '2026-11-11', seen: 'x', asideOn: today }),
  ]
  expect(saidByTeachers(all, []).map(({ day, seen }) => [day, seen])).toEqual([
    ['2026-11-09', 'Tried: A laptop'],
    ['2026-11-02', 'Slow to write'],
  ])
  expect(saidByTeachers(all, [{ day: '2026-11-09', by: 'Priya Nair' }])).toHaveLength(1)
})

test('disability and SEN are two sets, and not written down is not the same as no', () => {
  const person = (key: string, given: Partial<Pupil>) =>
    ({ key, left: null, status: 'N', disability: null, disabilitySource: null, ...given }) as Stored<Pupil>
  const sets = disabilitySets(
    [
      person('both', { status: 'K', disability: true, disabilitySource: 'family' }),
      person('only', { disability: true }),
      person('sen', { status: 'E', disability: false }),
      person('unknown', { status: 'K' }),
      person('gone', { disability: true, left: '2026-07-20' }),
      person('neither', { disability: false }),
    ],
    [
      { pupil: 'both', endedOn: null },
      { pupil: 'only', endedOn: today },
    ],
    today,
  )
  const keys = Object.fromEntries(
    Object.entries(sets).map(([set, list]) => [set, list.map(({ key }) => key)]),
  )
  expect(keys).toEqual({
    both: ['both'],
    disabledOnly: ['only'],
    senOnly: ['sen'],
    senNotAsked: ['unknown'],
    withoutAdjustment: ['only'],
    withoutSource: ['only'],
  })
})

test('an alert and its plan go together, or the gap is told, whichever is missing', () => {
  const person = (key: string, given: Partial<Pupil>) =>
    ({
      key,
      left: null,
      alertEvacuation: null,
      alertRisk: null,
      alertMedical: null,
      ...given,
    }) as Stored<Pupil>
  const plan = (pupil: string, given: Partial<SafetyPlan> = {}) => ({
    pupil,
    kind: 'peep' as const,
    endedOn: null,
    ...given,
  })
  const gaps = alertGaps(
    [
      person('whole', { alertEvacuation: true }),
      person('flag', { alertRisk: true }),
      person('plan', {}),
      person('ended', {}),
      person('gone', { alertRisk: true, left: '2026-07-01' }),
    ],
    [plan('whole'), plan('plan'), plan('ended', { endedOn: today }), plan('plan', { kind: 'handling' })],
    today,
  )
  expect(gaps.map(({ pupil, kind, lacks }) => [pupil.key, kind, lacks])).toEqual([
    ['flag', 'risk', 'plan'],
    ['plan', 'peep', 'alert'],
  ])
})

test('the evidence of a candidate stands by day, with what has none at the end and nothing of a form that was closed', () => {
  const { head, lines } = examEvidenceLines(
    [{ ...whole.evidence[0]!, key: 'E' } as Stored<ExamEvidence>],
    [form({ part1On: '2026-05-04' }), { ...form({ part1On: '2026-01-01', closedOn: today }), key: 'G' }],
    [{ ...score('memory', 80), key: 'S' } as Stored<ExamScore>],
  )
  expect(lines.map(([day, what]) => [day, what])).toEqual([
    ['4 May 2026', 'Form 8, Part 1'],
    ['23 Nov 2026', 'Mock or test script'],
    ['', 'Standardised score'],
  ])
  for (const line of lines) expect(line).toHaveLength(head.length)
})

test('the list of candidates leaves out what was refused or is no longer needed, and can be one season’s', () => {
  const child = (key: string, surname: string) =>
    ({
      ...blank(Pupil, { surname, forename: 'A', dateOfBirth: '2011-01-01', status: 'K' }),
      key,
    }) as Stored<Pupil>
  const row = (key: string, given: Partial<ExamArrangement>) =>
    ({ ...asked({ season: 'June 2027', ...given }), key }) as Stored<ExamArrangement>
  const rows = [
    row('1', { pupil: 'b' }),
    row('2', { pupil: 'a' }),
    row('3', { pupil: 'a', refusedOn: today }),
    row('4', { pupil: 'a', endedOn: today }),
    row('5', { pupil: 'a', season: 'June 2026' }),
    row('6', { pupil: 'gone' }),
  ]
  const pupils = [child('a', 'Adams'), child('b', 'Brown')]
  const keys = (season: string | null) =>
    candidatesOf(rows, pupils, season).map(({ arrangement }) => arrangement.key)
  expect(keys('June 2027')).toEqual(['2', '1'])
  expect(keys(null).toSorted()).toEqual(['1', '2', '5'])
  const { head, lines } = candidateLines(candidatesOf(rows, pupils, null))
  for (const line of lines) expect(line).toHaveLength(head.length)
})
