import type { Allocation } from '../records/allocation.ts'
import type { AssessmentTool } from '../records/assessmentTool.ts'
import type { Goal } from '../records/goal.ts'
import type { Group } from '../records/group.ts'
import type { Rate } from '../records/rate.ts'
import type { Score } from '../records/score.ts'
import { atOnce, type Steps } from '../steps.ts'
import { allocationCost } from './cost.ts'
import { filledFromGroups } from './groupLines.ts'
import { type Leavers, linesUntilLeft } from './leaving.ts'
import { byKey, goalsByLine, type Impact, impactOf, type Sessions } from './impact.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'

type Keyed<T> = T & { readonly key: string }

/** A line of support with what it changed and cost, as far as the records tell. */
export type MeasuredLine = {
  readonly line: Keyed<Allocation>
  readonly impact: Impact
  /** Whole pence for this pupil, by the line’s own weeks; null where it can’t be costed yet. */
  readonly costPence: number | null
  readonly sessions: Sessions | null
}

export type LinesGiven = {
  readonly allocations: readonly Keyed<Allocation>[]
  readonly groups: readonly Keyed<Group>[]
  /** Whose school days tell how many weeks of a group somebody came for. */
  readonly calendar: SchoolCalendar
  /** What a pupil who leaves has ends with the last day at the school, and costs so much less. */
  readonly leavers: Leavers
  readonly weeksInYear: number
  readonly scores: readonly Keyed<Score>[]
  readonly tools: readonly Keyed<AssessmentTool>[]
  readonly goals: readonly Goal[]
  readonly rates: readonly Rate[]
  /** By the line’s key; null while the sessions are not read. */
  readonly sessions: ReadonlyMap<string, Sessions> | null
}

/** Every line measured, resting now and then: a large school has thousands, and each is costed in exact fractions. */
export function* measuredLinesSteps(given: LinesGiven): Steps<MeasuredLine[]> {
  const scores = byKey(given.scores)
  const tools = byKey(given.tools)
  const goals = goalsByLine(given.goals)
  yield
  const filled = filledFromGroups(given.allocations, given.groups, given.calendar)
  const lines = linesUntilLeft(filled, given.leavers, given.calendar, given.weeksInYear)
  const measured: MeasuredLine[] = []
  for (const [at, line] of lines.entries()) {
    const costPence = allocationCost(line, given.rates).cost?.perPupilPence ?? null
    const sessions = given.sessions?.get(line.key) ?? null
    measured.push({
      line,
      costPence,
      sessions,
      impact: impactOf(line, { scores, tools, goals, sessions, costPence }),
    })
    if (at % 50 === 49) yield
  }
  return measured
}

/** The same at one go: for tests and the command line. */
export const measuredLines = (given: LinesGiven): MeasuredLine[] => atOnce(measuredLinesSteps(given))
