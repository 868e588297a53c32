import type { Stored } from '../../domain/record.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import type { Need } from '../../domain/records/need.ts'
import type { Outcome } from '../../domain/records/outcome.ts'
import type { Day } from '../../domain/rules/day.ts'

/** Where the golden thread from need to provision is broken. */
export type Break = 'noOutcome' | 'noProvision' | 'noMeasure' | 'pastDate' | 'servesNothing'
export const breakWords: Record<Break, string> = {
  noOutcome: 'No outcome answers this need',
  noProvision: 'No provision linked',
  noMeasure: 'Nothing says how it is measured',
  pastDate: 'Its date has passed',
  servesNothing: 'Linked to no outcome',
}

export type ThreadOutcome = {
  readonly outcome: Stored<Outcome>
  readonly provision: readonly Stored<Allocation>[]
  readonly breaks: readonly Break[]
}
export type Strand = {
  /** Null: outcomes that answer no recorded need. */
  readonly need: Stored<Need> | null
  readonly outcomes: readonly ThreadOutcome[]
  readonly breaks: readonly Break[]
}
export type Thread = { readonly strands: readonly Strand[]; readonly loose: readonly Stored<Allocation>[] }

const running = (allocation: Allocation, today: Day) => !allocation.until || allocation.until >= today

/** Need → outcome → provision for one pupil as it stands today, with every break in it. */
export const threadOf = (
  needs: readonly Stored<Need>[],
  outcomes: readonly Stored<Outcome>[],
  allocations: readonly Stored<Allocation>[],
  today: Day,
): Thread => {
  const current = outcomes.filter((outcome) => outcome.status === 'current')
  const given = allocations.filter((allocation) => running(allocation, today))
  const known = new Set(current.map(({ key }) => key))
  const outcomeIn = (outcome: Stored<Outcome>): ThreadOutcome => {
    const provision = given.filter((allocation) => allocation.outcome === outcome.key)
    return {
      outcome,
      provision,
      breaks: [
        ...(provision.length === 0 ? (['noProvision'] as const) : []),
        ...(outcome.measure ? [] : (['noMeasure'] as const)),
        ...(outcome.by && outcome.by < today ? (['pastDate'] as const) : []),
      ],
    }
  }
  const open = needs
    .filter((need) => !need.until || need.until >= today)
    .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
  const needKeys = new Set(open.map(({ key }) => key))
  const strands: Strand[] = open.map((need) => {
    const own = current.filter((outcome) => outcome.need === need.key).map(outcomeIn)
    return { need, outcomes: own, breaks: own.length === 0 ? ['noOutcome'] : [] }
  })
  const others = current.filter((outcome) => !outcome.need || !needKeys.has(outcome.need)).map(outcomeIn)
  return {
    strands: others.length > 0 ? [...strands, { need: null, outcomes: others, breaks: [] }] : strands,
    loose: given.filter((allocation) => !allocation.outcome || !known.has(allocation.outcome)),
  }
}

/** `3 × 20 minutes a week, group of 4`; '' where nothing is settled yet. */
export const amountOf = (allocation: Allocation): string => {
  const { sessionsPerWeek, minutes, groupSize } = allocation
  const times = sessionsPerWeek && minutes ? `${sessionsPerWeek} × ${minutes} min a week` : ''
  const group = groupSize ? (groupSize === 1 ? 'one to one' : `group of ${groupSize}`) : ''
  return [times, group].filter(Boolean).join(', ')
}
