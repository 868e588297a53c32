import { blank, type Stored } from '../record.ts'
import type { Cycle } from '../records/cycle.ts'
import type { CycleTarget } from '../records/cycleTarget.ts'
import { OutcomeProgress } from '../records/outcomeProgress.ts'
import type { Day } from './day.ts'

const decisions = { keep: 'keep', amend: 'amend', end: 'remove' } as const

/** What the reviews of a school's own plans found of outcomes, in the words of any review. */
export const foundInPlans = (
  cycles: readonly Stored<Cycle>[],
  targets: readonly Stored<CycleTarget>[],
): {
  /** The day of each cycle's review, by its key. */
  readonly days: ReadonlyMap<string, Day>
  readonly progress: readonly Stored<OutcomeProgress>[]
  /** The newest review of a cycle in which an outcome was worked on. */
  lastOf(outcome: string): Day | null
} => {
  const days = new Map(
    cycles.flatMap(({ key, reviewedOn }) => (reviewedOn ? [[key, reviewedOn] as const] : [])),
  )
  const reviewed = targets.filter(({ cycle }) => days.has(cycle))
  return {
    days,
    progress: reviewed.map(({ cycle, outcome, rating, evidence, next, ...row }) => ({
      ...row,
      ...blank(OutcomeProgress, {
        review: cycle,
        outcome,
        rating,
        evidence,
        decision: next && decisions[next],
      }),
    })),
    lastOf: (outcome) =>
      reviewed
        .filter((row) => row.outcome === outcome)
        .map(({ cycle }) => days.get(cycle)!)
        .toSorted()
        .at(-1) ?? null,
  }
}
