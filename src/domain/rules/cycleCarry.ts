import type { Stored } from '../record.ts'
import type { Cycle } from '../records/cycle.ts'
import type { CycleTarget } from '../records/cycleTarget.ts'
import type { Outcome } from '../records/outcome.ts'
import type { Day } from './day.ts'

/** A target of a cycle with its words; null where the outcome was archived. */
export type Aim = { readonly row: Stored<CycleTarget>; readonly outcome: Stored<Outcome> | null }

/** The targets of one cycle, the longest step first, then the soonest. Each outcome once. */
export const aimsOf = (
  cycle: string,
  rows: readonly Stored<CycleTarget>[],
  outcomes: readonly Stored<Outcome>[],
): Aim[] => {
  const known = new Map(outcomes.map((outcome) => [outcome.key, outcome]))
  const seen = new Set<string>()
  return rows
    .filter((row) => row.cycle === cycle && !seen.has(row.outcome) && seen.add(row.outcome))
    .map((row) => ({ row, outcome: known.get(row.outcome) ?? null }))
    .toSorted(
      (a, b) =>
        rungOf(a.outcome) - rungOf(b.outcome) ||
        (a.outcome?.by ?? '9').localeCompare(b.outcome?.by ?? '9') ||
        a.row.key.localeCompare(b.row.key),
    )
}

const rungs: readonly Outcome['kind'][] = ['sectionE', 'year', 'term', 'step']
const rungOf = (outcome: Outcome | null) => (outcome ? rungs.indexOf(outcome.kind) : rungs.length)

/** Whether a target goes on into the next cycle: it is still current, not reached, and nobody said that it should end. */
export const carriesOn = ({ row, outcome }: Aim): boolean =>
  outcome?.status === 'current' && row.rating !== 'achieved' && row.next !== 'end'

/** Fields of the plan that the next cycle can begin with. */
export const carriedFields = ['strengths', 'adjustments', 'parentPart', 'keyPerson'] as const
export type CarriedField = (typeof carriedFields)[number]

/** The next cycle, with only what is chosen of the last. */
export const nextCycleOf = (
  last: Stored<Cycle>,
  all: readonly Pick<Cycle, 'number'>[],
  fields: readonly CarriedField[],
  today: Day,
): Pick<Cycle, 'pupil' | 'number' | 'previous' | 'began'> & Partial<Cycle> => ({
  pupil: last.pupil,
  number: Math.min(99, Math.max(...all.map(({ number }) => number), last.number) + 1),
  previous: last.key,
  began: today,
  ...Object.fromEntries(fields.map((field) => [field, last[field]])),
})
