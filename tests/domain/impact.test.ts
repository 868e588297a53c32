import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { AssessmentTool } from '../../src/domain/records/assessmentTool.ts'
import { Goal } from '../../src/domain/records/goal.ts'
import { Score } from '../../src/domain/records/score.ts'
import { compare } from '../../src/domain/rules/compareScores.ts'
import { byKey, goalsByLine, impactOf, sessionsOf } from '../../src/domain/rules/impact.ts'

const pupil = newKey()
const keyed = <T>(record: T) => ({ ...record, key: newKey() })
const tool = (given: Partial<AssessmentTool>) =>
  keyed(blank(AssessmentTool, { name: 'NGRT', scale: 'standardised', better: 'higher', ...given }))
const reading = tool({ interval: 5, level: 90 })
const ages = tool({ name: 'Salford', scale: 'age' })
const strengths = tool({ name: 'SDQ', scale: 'points', better: 'lower', lowest: 0, highest: 40 })
const tools = byKey([reading, ages, strengths])
const score = (given: Partial<Score>) =>
  keyed(blank(Score, { pupil, tool: reading.key, day: '2026-01-08', ...given }))

/** The impact of a line from one score to another. */
const between = (
  entry: Partial<Score>,
  exit: Partial<Score>,
  more: {
    goals?: Partial<Goal>[]
    costPence?: number
    sessions?: Parameters<typeof sessionsOf>[0]
    expectedGain?: number
  } = {},
) => {
  const [start, end] = [score(entry), score({ day: '2026-04-08', ...exit })]
  const line = keyed(
    blank(Allocation, {
      pupil,
      provision: newKey(),
      from: '2026-01-05',
      entryScore: start.key,
      exitScore: end.key,
      expectedGain: more.expectedGain ?? null,
    }),
  )
  const goals = (more.goals ?? []).map((goal) =>
    blank(Goal, { pupil, allocation: line.key, text: 'Asks', set: '2026-01-05', ...goal }),
  )
  return impactOf(line, {
    scores: byKey([start, end]),
    tools,
    goals: goalsByLine(goals),
    costPence: more.costPence ?? null,
    sessions: more.sessions ? sessionsOf(more.sessions) : null,
  })
}
const age = (ageMonths: number, more: Partial<Score> = {}) => ({ tool: ages.key, ageMonths, ...more })

test('a ratio gain of two, a gain beyond the interval, a target or 70% of goals suggest that it worked', () => {
  expect(between(age(80), age(86)).suggestion?.effect).toBe('yes')
  expect(between({ standardised: 80 }, { standardised: 86 }).suggestion?.effect).toBe('yes')
  expect(
    between({ tool: strengths.key, value: 20 }, { tool: strengths.key, value: 15, target: 16 }).suggestion
      ?.effect,
  ).toBe('yes')
  const goals = (...reached: Goal['reached'][]) => ({ goals: reached.map((one) => ({ reached: one })) })
  expect(between({}, {}, goals('expected', 'more', 'muchMore', 'less')).suggestion?.effect).toBe('yes')
  expect(between({}, {}, goals('expected', 'more', 'less')).suggestion?.effect).toBe('partly')
})
test('keeping pace suggests partly, falling behind not yet, and no figures suggest nothing', () => {
  expect(between(age(80), age(84)).suggestion?.effect).toBe('partly')
  expect(between(age(80), age(82)).suggestion?.effect).toBe('notYet')
  expect(between({ standardised: 80 }, { standardised: 85 }).suggestion?.effect).toBe('partly')
  expect(between({ standardised: 80 }, { standardised: 80 }).suggestion?.effect).toBe('partly')
  expect(between({ standardised: 80 }, { standardised: 79 }).suggestion?.effect).toBe('notYet')
  expect(
    between({ tool: strengths.key, value: 20 }, { tool: strengths.key, value: 15 }).suggestion?.effect,
  ).toBe('partly')
  expect(between({ raw: 3 }, { raw: 9 }).suggestion).toBeNull()
})
test('a suggestion says its reasons, and what speaks against it', () => {
  const found = between(age(80, { standardised: 84 }), age(86, { standardised: 78 }), {
    sessions: {
      planned: 36,
      held: 20,
      missed: { staffAbsent: 10, pupilAbsent: 4, trip: 0, refused: 0, other: 0 },
      unlogged: 2,
    },
  })
  expect(found.suggestion?.words).toBe(
    'The figures suggest: effective, because ratio gain: 2.0 months’ progress a month; 1 keeps pace',
  )
  const beware = found.suggestion!.why.inputs.filter(({ label }) => label === 'Beware')
  expect(beware).toEqual([
    {
      label: 'Beware',
      value: expect.stringMatching(
        /unreliable\. 2 of 36 planned sessions aren’t logged and count neither way\. Less good: standardised score/,
      ),
    },
  ])
  // 24 held of the 34 that somebody said something about; the pupil was at 20.
  expect(found.fidelity).toMatchObject({ value: 71, attendedPercent: 83, reliable: false })
})

test('where lower is better a fall is a gain, and a target is reached from above', () => {
  const found = between(
    { tool: strengths.key, value: 20 },
    { tool: strengths.key, value: 14, target: 15 },
    { costPence: 12000 },
  )
  expect(found.compared).toMatchObject({ gain: 6, met: true, unit: 'point' })
  expect(found.compared.tool && found.compared.points).toMatchObject({ value: -6, shown: '−6' })
  expect(found.cost).toMatchObject({ value: 2000 })
  const worse = between({ tool: strengths.key, value: 14 }, { tool: strengths.key, value: 20, target: 15 })
  expect(worse.compared).toMatchObject({ gain: -6, met: false })
  expect(worse.suggestion?.effect).toBe('notYet')
})

test('the gain that was expected is told beside what was gained, and suggests with it', () => {
  const reached = between(age(80), age(84), { expectedGain: 4 })
  expect(reached.expected).toMatchObject({
    value: 4,
    reading: '+4 expected, +4 gained: as much as was expected, or more',
  })
  expect(reached.suggestion?.effect).toBe('yes')
  const short = between(age(80), age(86), { expectedGain: 9 })
  expect(short.suggestion?.effect).toBe('yes')
  expect(short.suggestion?.why.inputs.at(-1)?.value).toContain('less than was expected')
  // Where lower is better, a fall is what was expected.
  expect(
    between({ tool: strengths.key, value: 20 }, { tool: strengths.key, value: 15 }, { expectedGain: 4 })
      .suggestion?.effect,
  ).toBe('yes')
  expect(between(age(80), age(86)).expected.value).toBeNull()
})
test('a score that was archived since is not the same as none that was chosen', () => {
  const line = keyed(
    blank(Allocation, {
      pupil,
      provision: newKey(),
      from: '2026-01-05',
      entryScore: newKey(),
      exitScore: null,
    }),
  )
  const { compared } = impactOf(line, { scores: new Map(), tools, goals: new Map() })
  expect(compared).toMatchObject({
    without: 'The score at the start is archived or no longer to be read: choose another',
  })
})

const refusal = (entry: Partial<Score>, exit: Partial<Score>) => {
  const { compared, suggestion } = between(entry, exit)
  expect(suggestion).toBeNull()
  return compared.tool === null ? compared.without : null
}
test('different tools, one day twice and an end before the start are refused in a sentence', () => {
  expect(refusal({ standardised: 84 }, age(86))).toBe(
    'NGRT at the start and Salford at the end: different tools can’t be compared',
  )
  expect(refusal({ standardised: 84 }, { standardised: 90, day: '2026-01-08' })).toMatch(
    /Both are of 8 Jan 2026/,
  )
  expect(refusal({ standardised: 84 }, { standardised: 90, day: '2025-12-08' })).toMatch(/before the start/)
  expect(refusal({ standardised: 84, tool: newKey() }, { standardised: 90, tool: newKey() })).toMatch(
    /different tools/i,
  )
})
test('raw scores and points of different forms can’t be compared; ages and standardised scores with care', () => {
  const { compared } = between(
    { form: 'A', raw: 20, standardised: 84 },
    { form: 'B', raw: 30, standardised: 90 },
  )
  if (compared.tool === null) throw new Error('compared')
  expect(compared.points).toMatchObject({
    value: null,
    without: expect.stringMatching(/^Form A at the start and Form B|^Form A at the start and B/),
  })
  expect(compared.standardised.value).toBe(6)
  expect(compared.standardised.value !== null && compared.standardised.cautions[0]).toMatch(
    /manual says that the forms match/,
  )
  const parents = between(
    { tool: strengths.key, form: 'Parent', value: 20 },
    { tool: strengths.key, form: 'Teacher', value: 10 },
    { costPence: 100 },
  )
  expect(parents.compared).toMatchObject({ gain: null })
  expect(parents.suggestion).toBeNull()
  expect(parents.cost.value).toBeNull()
  const same = between({ form: 'a ', raw: 20 }, { form: 'A', raw: 30 }).compared
  expect(same.tool && same.points.value).toBe(10)
})
test('an age below the test’s range is no number', () => {
  const { compared } = between(age(72, { ageBound: 'below' }), age(80))
  expect(compared.tool && compared.ratio).toEqual({
    value: null,
    without: 'The test at the start has no exact age equivalent',
  })
  expect(compared).toMatchObject({ gain: null })
})
test('an interval of the scores themselves goes before the tool’s where it is wider', () => {
  const wide = { low: 72, high: 96 }
  expect(between({ standardised: 84, ...wide }, { standardised: 90 }).compared).toMatchObject({
    standardised: { against: 'within' },
  })
  expect(
    compare(score({ standardised: 84 }), score({ standardised: 90, day: '2026-04-08' }), tools),
  ).toMatchObject({
    standardised: { against: 'better' },
  })
})
test('a line without scores, goals, sessions or cost says of each what is missing', () => {
  const line = keyed(blank(Allocation, { pupil, provision: newKey(), from: '2026-01-05' }))
  const found = impactOf(line, { scores: new Map(), tools, goals: new Map() })
  expect(found).toMatchObject({
    entry: null,
    exit: null,
    compared: { without: 'No scores at the start and the end are chosen' },
    goals: { without: 'No goal is written' },
    fidelity: { without: 'No sessions are logged' },
    cost: { without: 'The line isn’t costed yet' },
    suggestion: null,
  })
})
