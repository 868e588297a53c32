import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Stored } from '../../domain/record.ts'
import { ChronologyEntry } from '../../domain/records/chronologyEntry.ts'
import { Cycle } from '../../domain/records/cycle.ts'
import { NeedsAssessment } from '../../domain/records/needsAssessment.ts'
import { Objective } from '../../domain/records/objective.ts'
import { PlanAction } from '../../domain/records/planAction.ts'
import { Referral } from '../../domain/records/referral.ts'
import { type LeadingFigure } from '../../domain/rules/leadingFigureKinds.ts'
import { leadingFigures } from '../../domain/rules/leadingFigures.ts'
import { orNone } from '../../ui/orNone.ts'
import { aboutOf } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { allOrNone, useSchool } from '../../ui/useSchool.ts'
import { useOwnFigures } from '../trust/useOwnFigures.ts'

/** The figures of today, as the SENCO may see them and as outsiders may. */
export type FiguresToday = {
  readonly fewest: number
  /** Nothing hidden: for the school’s own screens. */
  readonly own: readonly LeadingFigure[]
  /** Small numbers hidden: for everything that leaves the school. */
  readonly outside: readonly LeadingFigure[]
}

/** The school’s figures from its own records; `found` is null until all of them are read. */
export const useLeadingFigures = () => {
  const services = useServices()
  const today = services.today()
  const { queries, own } = useOwnFigures()
  const assessments = useQuery(allOrNone(services, NeedsAssessment))
  const cycles = useQuery(allOrNone(services, Cycle))
  const referrals = useQuery(allOrNone(services, Referral))
  const objectives = useQuery(allOrNone(services, Objective))
  const actions = useQuery(allOrNone(services, PlanAction))
  // Of the chronology only the conversations with parents: the whole is long.
  const talks = useQuery({
    ...aboutOf(services, ChronologyEntry, 'kind', 'parents'),
    queryFn: () => orNone(services.records.store(ChronologyEntry).about('kind', 'parents')),
  })
  const school = useSchool()
  const more = [assessments, cycles, referrals, objectives, actions, talks, school] as const
  const isRead = more.every(({ data }) => data !== undefined)
  const found = useMemo((): FiguresToday | null => {
    if (!own || !isRead) return null
    const sources = {
      trust: own.sources,
      assessments: (assessments.data?.records ?? []) as readonly Stored<NeedsAssessment>[],
      cycles: (cycles.data?.records ?? []) as readonly Stored<Cycle>[],
      talks: ((talks.data?.records ?? []) as readonly Stored<ChronologyEntry>[]).map(
        ({ happenedOn }) => happenedOn,
      ),
      referrals: (referrals.data?.records ?? []) as readonly Stored<Referral>[],
      objectives: (objectives.data?.records ?? []) as readonly Stored<Objective>[],
      actions: (actions.data?.records ?? []) as readonly Stored<PlanAction>[],
      notional: school.data?.notionalBudget ?? null,
    }
    return {
      fewest: own.fewest,
      own: leadingFigures(sources, today, 1),
      outside: leadingFigures(sources, today, own.fewest),
    }
  }, [
    own,
    isRead,
    today,
    assessments.data,
    cycles.data,
    talks.data,
    referrals.data,
    objectives.data,
    actions.data,
    school.data,
  ])
  return { queries: [...queries, ...more], found }
}
