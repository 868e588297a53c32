import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { CycleTarget } from '../../src/domain/records/cycleTarget.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { OutcomeProgress } from '../../src/domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../../src/domain/records/provisionReview.ts'
import { Review } from '../../src/domain/records/review.ts'
import { breaksIn, goldenThread, type ThreadRecords } from '../../src/domain/rules/goldenThread.ts'
import { kept } from '../ui/made.ts'

const pupil = kept('P').key
const key = (name: string) => kept(name).key
const need = (name: string, given: Partial<Need> = {}) => ({
  ...blank(Need, { pupil, type: 'SLCN', ...given }),
  ...kept(name),
})
const outcome = (name: string, given: Partial<Outcome> = {}): Stored<Outcome> => ({
  ...blank(Outcome, { pupil, kind: 'sectionE', text: 'Speaks', status: 'current', measure: 'Tally', setOn: '2026-02-01', ...given }), // prettier-ignore
  ...kept(name),
})
const support = (name: string, given: Partial<Allocation> = {}) => ({
  ...blank(Allocation, { pupil, provision: key('V'), from: '2025-09-01', ...given }),
  ...kept(name),
})
const review = (name: string, meetingDate: string, stage: Review['stage'] = 'meetingHeld') => ({
  ...blank(Review, { pupil, type: 'annual', stage, meetingDate }),
  ...kept(name),
})
const progress = (name: string, given: Partial<OutcomeProgress>) => ({
  ...blank(OutcomeProgress, { review: key('R'), outcome: key('A'), ...given }),
  ...kept(name),
})
const finding = (name: string, given: Partial<ProvisionReview>) => ({
  ...blank(ProvisionReview, { review: key('R'), allocation: key('S'), ...given }),
  ...kept(name),
})
const none: ThreadRecords = {
  needs: [],
  outcomes: [],
  allocations: [],
  reviews: [],
  progress: [],
  findings: [],
  cycles: [],
  cycleTargets: [],
}
const threadOf = (given: Partial<ThreadRecords>, today = '2026-03-10') =>
  goldenThread({ ...none, ...given }, today)
const kinds = (given: Partial<ThreadRecords>) => breaksIn(threadOf(given)).map(({ kind }) => kind)

test('need, outcome and provision hang together, first needs first', () => {
  const thread = threadOf({
    needs: [need('N2', { rank: 2 }), need('N1', { rank: 1 })],
    outcomes: [outcome('A', { need: key('N1') })],
    allocations: [support('S', { outcome: key('A') })],
  })
  expect(thread.strands.map(({ need: of, breaks }) => [of?.id, breaks.map(({ kind }) => kind)])).toEqual([
    ['N1', []],
    ['N2', ['noOutcome']],
  ])
  expect(thread.strands[0]!.outcomes[0]).toMatchObject({ lines: [{ allocation: { id: 'S' } }], breaks: [] })
  expect(thread.loose).toEqual([])
})

test('every break before a review is named: no need, no provision, no measure, a date that passed, support that serves nothing', () => {
  const given = {
    needs: [need('N', { until: '2025-01-01' })],
    outcomes: [outcome('A', { measure: null, by: '2026-01-01' }), outcome('B', { status: 'achieved' })],
    allocations: [
      support('S', { outcome: key('B') }),
      support('T', { outcome: key('A'), until: '2026-01-01' }),
    ],
  }
  expect(kinds(given)).toEqual(['noNeed', 'noProvision', 'noMeasure', 'pastDate', 'servesNothing'])
  expect(threadOf(given).loose.map(({ allocation }) => allocation.id)).toEqual(['S'])
  for (const { why } of breaksIn(threadOf(given))) expect(why.source).not.toBe('')
})

test('a review that did not rate an outcome, rated it without evidence, or passed over a line of Section F leaves a break', () => {
  const base = {
    needs: [need('N')],
    outcomes: [outcome('A', { need: key('N'), setOn: '2025-01-10' })],
    allocations: [support('S', { outcome: key('A'), inPlan: true, sessionsPerWeek: 3, minutes: 20 })],
    reviews: [review('R', '2026-02-10'), review('Q', '2025-02-10')],
  }
  expect(kinds(base)).toEqual(['notRated', 'notJudged'])
  const older = {
    progress: [progress('p', { review: key('Q'), rating: 'good', evidence: 'Tally 4 of 10' })],
    findings: [finding('f', { review: key('Q'), effective: 'yes' })],
  }
  expect(kinds({ ...base, ...older })).toEqual(['notRated', 'notJudged'])
  expect(threadOf({ ...base, ...older }).strands[0]!.outcomes[0]!.found).toMatchObject({ day: '2025-02-10' })
  const rated = {
    progress: [progress('p', { rating: 'good' })],
    findings: [finding('f', { delivered: '31 of 36' })],
  }
  expect(kinds({ ...base, ...rated })).toEqual(['noEvidence'])
  expect(
    kinds({ ...base, ...rated, progress: [progress('p', { rating: 'good', evidence: 'Tally' })] }),
  ).toEqual([])
})

test('a meeting that was only planned has found nothing, and an outcome set after the review is not owed by it', () => {
  const base = {
    needs: [need('N')],
    outcomes: [outcome('A', { need: key('N'), setOn: '2026-02-11' })],
    allocations: [support('S', { outcome: key('A') })],
  }
  expect(kinds({ ...base, reviews: [review('R', '2026-02-10')] })).toEqual([])
  expect(threadOf({ ...base, reviews: [review('R', '2026-03-01', 'circulated')] }).lastReview).toBeNull()
})

test('a target on the way counts with its outcome, and its provision serves that outcome', () => {
  const thread = threadOf({
    needs: [need('N')],
    outcomes: [
      outcome('A', { need: key('N') }),
      outcome('T', { kind: 'term', parent: key('Y') }),
      outcome('Y', { kind: 'year', parent: key('A') }),
    ],
    allocations: [support('S', { outcome: key('T') })],
  })
  expect(thread.strands).toHaveLength(1)
  const [one] = thread.strands[0]!.outcomes
  expect(one!.targets.map(({ outcome: { id } }) => id)).toEqual(['Y', 'T'])
  expect(one!.breaks).toEqual([])
})

test('a line of Section F without an amount is told, the school’s own support is not', () => {
  const base = { needs: [need('N')], outcomes: [outcome('A', { need: key('N') })] }
  expect(kinds({ ...base, allocations: [support('S', { outcome: key('A'), inPlan: true })] })).toEqual([
    'noAmount',
  ])
  expect(kinds({ ...base, allocations: [support('S', { outcome: key('A') })] })).toEqual([])
})

test('however outcomes point to each other, each is shown once, and no line is left out', () => {
  const names = ['A', 'B', 'C', 'D', 'E'] as const
  const link = fc.option(fc.constantFrom(...names), { nil: null })
  fc.assert(
    fc.property(
      fc.array(link, { minLength: 5, maxLength: 5 }),
      fc.array(link, { maxLength: 6 }),
      (parents, serves) => {
        const thread = threadOf({
          outcomes: names.map((name, i) => outcome(name, { parent: parents[i] ? key(parents[i]) : null })),
          allocations: serves.map((name, i) => support(`S${i}`, { outcome: name && key(name) })),
        })
        const shown = thread.strands.flatMap(({ outcomes }) =>
          outcomes.flatMap((one) => [one.outcome.id, ...one.targets.map(({ outcome: { id } }) => id)]),
        )
        expect(shown.toSorted()).toEqual([...names])
        const lines = [...thread.strands.flatMap(({ outcomes }) => outcomes.flatMap((one) => one.lines)), ...thread.loose] // prettier-ignore
        expect(lines).toHaveLength(serves.length)
      },
    ),
  )
})

test('the review of a plan of the school is a last review for the targets that it was about, and for no other outcome', () => {
  const cycle = { ...blank(Cycle, { pupil, number: 1, began: '2026-01-05', reviewedOn: '2026-03-02' }), ...kept('C') } // prettier-ignore
  const target = (name: string, of: string, given: Partial<CycleTarget> = {}) => ({
    ...blank(CycleTarget, { pupil, cycle: cycle.key, outcome: key(of), ...given }),
    ...kept(name),
  })
  const records = {
    outcomes: [
      outcome('A'),
      outcome('T', { kind: 'term', parent: key('A') }),
      outcome('B', { kind: 'term' }),
    ],
    allocations: [support('S', { outcome: key('A') }), support('U', { outcome: key('B') })],
    cycles: [cycle],
    cycleTargets: [target('X', 'T', { rating: 'good', evidence: 'Eight of ten' }), target('Y', 'B')],
  }
  const [strand] = threadOf(records).strands
  const [a, b] = strand!.outcomes
  expect(a!.found).toBeNull()
  expect(a!.targets[0]!.found).toMatchObject({ day: '2026-03-02', row: { rating: 'good' } })
  expect(breaksIn(threadOf(records)).filter(({ kind }) => kind === 'notRated')).toMatchObject([
    { about: b!.outcome.key, inPlan: true },
  ])
  // A later annual review asks for every outcome again, and its gap is mended there.
  const later = threadOf({ ...records, reviews: [review('R', '2026-03-08')] })
  expect(breaksIn(later).filter(({ kind }) => kind === 'notRated').map(({ inPlan }) => inPlan)).toEqual([undefined, undefined]) // prettier-ignore
})
