import { t } from '../../words/t.ts'
import type { Allocation } from '../records/allocation.ts'
import type { AssessmentTool } from '../records/assessmentTool.ts'
import type { attainments, Goal } from '../records/goal.ts'
import type { Score } from '../records/score.ts'
import { cautioned, compare, type Comparison } from './compareScores.ts'
import { because, type Figure, noFigure, type Reckoned, showNumber } from './figure.ts'
import { costPerGain } from './costPerGain.ts'
import { fidelity } from './fidelity.ts'
import { goalAttainment, type Rated } from './goalAttainment.ts'
import { percentMet } from './percentMet.ts'
import type { LedgerSums } from './ledgerTypes.ts'
import { suggestionOf, type Suggestion } from './suggestion.ts'

type Keyed<T> = T & { readonly key: string }

/**
 * A pupil's sessions over a line. `held`: given, whether or not the pupil came; `attended`: those that the pupil was at;
 * `unlogged`: planned ones of which nobody has said anything, so that they count neither way.
 */
export type Sessions = {
  readonly planned: number
  readonly held: number
  readonly attended: number | null
  readonly unlogged: number
}
/** Sessions as the delivery ledger sums them: one that the pupil missed by absence or choice was there to be had. */
export const sessionsOf = ({
  planned,
  held,
  missed,
  unlogged,
}: Pick<LedgerSums, 'planned' | 'held' | 'missed' | 'unlogged'>): Sessions => ({
  planned,
  held: held + missed.pupilAbsent + missed.refused,
  attended: held,
  unlogged,
})

/** What impact is reckoned from. Maps by key, so that a whole school is reckoned without searching. */
export type ImpactGiven = {
  readonly scores: ReadonlyMap<string, Keyed<Score>>
  readonly tools: ReadonlyMap<string, Keyed<AssessmentTool>>
  /** Goals by the key of the line that they measure. */
  readonly goals: ReadonlyMap<string, readonly Goal[]>
  readonly sessions?: Sessions | null
  /** The line's cost for this pupil, in whole pence. */
  readonly costPence?: number | null
}

/** What a line of support changed for a pupil, as far as its records tell. Nothing of it is a verdict. */
export type Impact = {
  readonly entry: Keyed<Score> | null
  readonly exit: Keyed<Score> | null
  readonly compared: Comparison
  readonly goals: ReturnType<typeof goalAttainment>
  readonly goalsMet: ReturnType<typeof percentMet>
  readonly fidelity: ReturnType<typeof fidelity>
  readonly cost: Reckoned
  /** The gain against what was expected of it; without a figure where either isn’t known. */
  readonly expected: Reckoned<Figure & { readonly gain: number }>
  /** What the figures suggest; only a person stores an effect. */
  readonly suggestion: Suggestion | null
}

/** Records by their keys. */
export const byKey = <T extends { readonly key: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.key, one]))
/** Goals by the line of support that they measure. */
export const goalsByLine = <G extends Goal>(goals: readonly G[]): ReadonlyMap<string, readonly G[]> => {
  const lines = new Map<string, G[]>()
  for (const goal of goals)
    if (goal.allocation !== null) lines.set(goal.allocation, [...(lines.get(goal.allocation) ?? []), goal])
  return lines
}

const steps: Record<keyof typeof attainments, NonNullable<Rated['reached']>> = {
  muchLess: -2,
  less: -1,
  expected: 0,
  more: 1,
  muchMore: 2,
}
/** A goal as goal attainment scaling counts it. */
export const ratedOf = ({ weight, reached }: Pick<Goal, 'weight' | 'reached'>): Rated => ({
  weight,
  reached: reached === null ? null : steps[reached],
})

/** What was gained of what was expected, both in what the tool counts, above nothing for the better. */
const againstExpected = (expected: number | null, compared: Comparison): Impact['expected'] => {
  if (expected === null) return noFigure(t`No gain was said to be expected`)
  if (compared.tool === null) return noFigure(compared.without)
  const { gain, unit } = compared
  if (gain === null) return noFigure(t`There is no gain to set against what was expected`)
  const places = Number.isInteger(gain) && Number.isInteger(expected) ? 0 : 1
  const [came, hoped] = [showNumber(gain, places, true), showNumber(expected, places, true)]
  return {
    value: expected,
    gain,
    shown: hoped,
    reading: t`${hoped} expected, ${came} gained: ${gain >= expected ? t`as much as was expected, or more` : t`less than was expected`}`,
    cautions: [],
    why: because(
      t`Gain against what was expected`,
      t`${came} was gained of ${hoped} expected, each a ${unit}.`,
      t`What the school wrote when the support began`,
      [
        { label: t`Expected`, value: hoped },
        { label: t`Gained`, value: came },
      ],
    ),
  }
}

const fidelityOf = ({ planned, held, attended, unlogged }: Sessions): Impact['fidelity'] => {
  if (planned > 0 && planned <= unlogged) return noFigure(t`None of its sessions is logged yet`)
  return cautioned(
    fidelity(held, planned - unlogged, attended),
    unlogged > 0 ? t`${unlogged} of ${planned} planned sessions aren’t logged and count neither way` : null,
  )
}

/** Why there is no pair: an end that nobody chose, or whose score was archived since. */
const withoutBoth = (
  { entryScore, exitScore }: Pick<Allocation, 'entryScore' | 'exitScore'>,
  entry: Score | null,
  exit: Score | null,
): string => {
  const gone = [
    ...(entryScore !== null && !entry ? ['start'] : []),
    ...(exitScore !== null && !exit ? ['end'] : []),
  ]
  if (gone.length > 0)
    return t`The ${gone.length > 1 ? 'scores' : 'score'} at the ${gone.join(' and the ')} ${gone.length > 1 ? 'are' : 'is'} archived or no longer to be read: choose ${gone.length > 1 ? 'others' : 'another'}`
  return entry
    ? t`No score at the end is chosen`
    : exit
      ? t`No score at the start is chosen`
      : t`No scores at the start and the end are chosen`
}

/** What one line of support changed: its scores at start and end, goals, sessions and cost together. */
export const impactOf = (
  line: Pick<Keyed<Allocation>, 'key' | 'entryScore' | 'exitScore' | 'expectedGain'>,
  { scores, tools, goals, sessions = null, costPence = null }: ImpactGiven,
): Impact => {
  const scoreOf = (key: string | null) => (key === null ? null : (scores.get(key) ?? null))
  const [entry, exit] = [scoreOf(line.entryScore), scoreOf(line.exitScore)]
  const compared: Comparison =
    entry && exit ? compare(entry, exit, tools) : { tool: null, without: withoutBoth(line, entry, exit) }
  const own = (goals.get(line.key) ?? []).map(ratedOf)
  const measured = {
    entry,
    exit,
    compared,
    expected: againstExpected(line.expectedGain, compared),
    goals: goalAttainment(own),
    goalsMet: percentMet(
      own.map(({ reached }) => (reached === null ? null : reached >= 0)),
      'goals',
    ),
    fidelity: sessions ? fidelityOf(sessions) : noFigure(t`No sessions are logged`),
    cost:
      costPence === null
        ? noFigure(t`The line isn’t costed yet`)
        : compared.tool === null || compared.gain === null
          ? noFigure(t`There is no gain to set the cost against`)
          : costPerGain(costPence, compared.gain, compared.unit),
  }
  return { ...measured, suggestion: suggestionOf(measured) }
}
