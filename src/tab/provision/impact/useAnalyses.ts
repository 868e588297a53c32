import { useCallback, useMemo } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import type { Goal } from '../../../domain/records/goal.ts'
import type { Group } from '../../../domain/records/group.ts'
import type { Provision } from '../../../domain/records/provision.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import type { Rate } from '../../../domain/records/rate.ts'
import type { Score } from '../../../domain/records/score.ts'
import type { Period } from '../../../domain/rules/analysisGroups.ts'
import { measuredLinesSteps } from '../../../domain/rules/analysisLines.ts'
import { leaversOf } from '../../../domain/rules/leaving.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { useInSteps } from '../../../ui/useInSteps.ts'
import { useSessions } from './useSessions.ts'

export type Given = {
  readonly pupils: readonly Stored<Pupil>[]
  readonly allocations: readonly Stored<Allocation>[]
  readonly groups: readonly Stored<Group>[]
  readonly calendar: SchoolCalendar
  readonly provisions: readonly Stored<Provision>[]
  readonly scores: readonly Stored<Score>[]
  readonly tools: readonly Stored<AssessmentTool>[]
  readonly goals: readonly Stored<Goal>[]
  readonly rates: readonly Stored<Rate>[]
}

/** Every line measured; at first without sessions, which are many, then with them. Null until the first are done. */
export const useMeasured = (given: Given, period: Period, weeksInYear: number) => {
  const { pupils, allocations, groups, calendar, scores, tools, goals, rates } = given
  const rest = useMemo(
    () => ({
      allocations,
      groups,
      calendar,
      scores,
      tools,
      goals,
      rates,
      leavers: leaversOf(pupils),
      weeksInYear,
    }),
    [allocations, groups, calendar, scores, tools, goals, rates, pupils, weeksInYear],
  )
  const make = useCallback(() => measuredLinesSteps({ ...rest, sessions: null }), [rest])
  const { value: first } = useInSteps(make)
  const read = useSessions(allocations, groups, period, first !== null)
  const sessions = read.is === 'read' ? read.sessions : null
  const makeWhole = useCallback(
    function* () {
      return sessions ? yield* measuredLinesSteps({ ...rest, sessions }) : null
    },
    [rest, sessions],
  )
  const { value: whole, done } = useInSteps(makeWhole)
  const names = useMemo(
    () => ({
      groups: new Map(groups.map(({ key, name }) => [key, name])),
      provisions: new Map(given.provisions.map(({ key, name }) => [key, name])),
      pupils: new Map(given.pupils.map((pupil) => [pupil.key, pupil])),
    }),
    [groups, given.provisions, given.pupils],
  )
  const reading = read.is === 'reading' || (read.is === 'read' && !(done && whole))
  return { lines: whole ?? first, read, reading, names }
}
