import { t } from '../../words/t.ts'
import type { Allocation } from '../records/allocation.ts'
import type { AssessmentTool } from '../records/assessmentTool.ts'
import type { attainments, Goal } from '../records/goal.ts'
import type { Score } from '../records/score.ts'
import { showDay } from './day.ts'
import { because, type Figure, noFigure, type Reckoned, showNumber } from './figure.ts'
import { costPerGain } from './costPerGain.ts'
import { fidelity } from './fidelity.ts'
import { goalAttainment, type Rated } from './goalAttainment.ts'
import { percentMet } from './percentMet.ts'
import { daysWrong, ratioGain } from './ratioGain.ts'
import { standardisedChange } from './standardisedChange.ts'
import type { LedgerSums } from './ledgerTypes.ts'
import { exactAge, intervalOf, mainNumber, unitOf } from './scoring.ts'
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

export type Compared = {
  readonly tool: Keyed<AssessmentTool>
  readonly ratio: Reckoned<Figure & { readonly gainMonths: number; readonly band: string }>
  readonly standardised: ReturnType<typeof standardisedChange>
  /** Change of points, percentage or raw score. */
  readonly points: Reckoned
  /** Change of the tool's main number, above nothing where it is for the better; for sums, charts and cost. */
  readonly gain: number | null
  readonly unit: string
  /** Whether the score at the end is at its target or beyond; null where none was set or it isn't known. */
  readonly met: boolean | null
}

/** What a line of support changed for a pupil, as far as its records tell. Nothing of it is a verdict. */
export type Impact = {
  readonly entry: Keyed<Score> | null
  readonly exit: Keyed<Score> | null
  /** Or a sentence on why start and end can't be compared. */
  readonly compared: Compared | { readonly tool: null; readonly without: string }
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

/** Compares two scores of a pupil, or says in a sentence why they can't be. */
export const compare = (
  entry: Score,
  exit: Score,
  tools: ReadonlyMap<string, Keyed<AssessmentTool>>,
): Impact['compared'] => {
  const refuse = (without: string) => ({ tool: null, without }) as const
  const tool = tools.get(exit.tool)
  if (entry.tool !== exit.tool) {
    const [first, last] = [tools.get(entry.tool)?.name, tool?.name]
    return refuse(
      first && last
        ? t`${first} at the start and ${last} at the end: different tools can’t be compared`
        : t`Different tools at start and end can’t be compared`,
    )
  }
  if (!tool) return refuse(t`The tool of these scores is no longer kept`)
  const wrong = daysWrong(entry.day, exit.day)
  if (wrong) return refuse(wrong)
  const otherForm =
    entry.form !== null && exit.form !== null && folded(entry.form) !== folded(exit.form)
      ? t`Form ${entry.form} at the start and ${exit.form} at the end`
      : null
  const ratio = cautioned(
    ratioGain(exactAge(entry), exactAge(exit), entry.day, exit.day),
    otherForm && t`${otherForm}: compare age equivalents only if the manual says that the forms match`,
  )
  const standardised = cautioned(
    standardisedChange(
      entry.standardised,
      exit.standardised,
      intervalOf(entry, exit, tool),
      tool.scale === 'standardised' ? tool.better : 'higher',
    ),
    otherForm && t`${otherForm}: compare standardised scores only if the manual says that the forms match`,
  )
  const points = otherForm
    ? noFigure(t`${otherForm}: raw scores and points of different forms can’t be compared`)
    : pointsChange(entry, exit, tool)
  const main = mainChange(entry, exit, tool, otherForm !== null)
  // A tool read by its standardised score may have been entered with ages alone.
  const change = main ?? (ratio.value === null ? standardised.value : ratio.gainMonths)
  const scale = main !== null ? tool.scale : ratio.value !== null ? 'age' : 'standardised'
  return {
    tool,
    ratio,
    standardised,
    points,
    gain: change === null ? null : scale === tool.scale && tool.better === 'lower' ? -change || 0 : change,
    unit: unitOf({ scale }),
    met: metOf(entry, exit, tool),
  }
}
const folded = (form: string) => form.trim().toLowerCase()
const cautioned = <F extends Figure>(figure: Reckoned<F>, caution: string | null): Reckoned<F> =>
  figure.value === null || caution === null ? figure : { ...figure, cautions: [...figure.cautions, caution] }

const mainChange = (entry: Score, exit: Score, tool: AssessmentTool, otherForm: boolean): number | null => {
  if (otherForm && (tool.scale === 'points' || tool.scale === 'percent')) return null
  // Points on one side and a raw score on the other are no pair.
  if (
    (tool.scale === 'points' || tool.scale === 'percent') &&
    (entry.value === null) !== (exit.value === null)
  )
    return null
  const [start, end] = [mainNumber(entry, tool), mainNumber(exit, tool)]
  return start === null || end === null ? null : Number((end - start).toFixed(2))
}

const pointsChange = (entry: Score, exit: Score, tool: AssessmentTool): Reckoned => {
  const [start, end, what] =
    entry.value !== null && exit.value !== null
      ? [entry.value, exit.value, tool.scale === 'percent' ? t`Percentage` : t`Points`]
      : [entry.raw, exit.raw, t`Raw score`]
  if (start === null || end === null) return noFigure(t`No points or raw score at both ends`)
  const value = Number((end - start).toFixed(2))
  const places = Number.isInteger(value) ? 0 : 2
  const shown = showNumber(value, places, true)
  const improved = tool.better === 'lower' ? -value : value
  return {
    value,
    shown,
    reading: `${shown}: ${value === 0 ? t`no change` : improved > 0 ? 'better' : 'worse'}${tool.better === 'lower' ? t` (lower is better)` : ''}`,
    cautions: [],
    why: because(
      t`Change of ${what.toLowerCase()}`,
      t`${end} less ${start} is ${shown}; ${tool.better} is better.`,
      tool.source ?? t`The school’s own tool`,
      [
        { label: t`At the start`, value: t`${start} on ${showDay(entry.day)}` },
        { label: t`At the end`, value: t`${end} on ${showDay(exit.day)}` },
      ],
    ),
  }
}

const metOf = (entry: Score, exit: Score, tool: AssessmentTool): boolean | null => {
  const target = exit.target ?? entry.target
  const end = mainNumber(exit, tool)
  if (target === null || end === null) return null
  return tool.better === 'lower' ? end <= target : end >= target
}

/** What was gained of what was expected, both in what the tool counts, above nothing for the better. */
const againstExpected = (expected: number | null, compared: Impact['compared']): Impact['expected'] => {
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
  const compared: Impact['compared'] =
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
