import type { Stored } from '../record.ts'
import type { Outcome } from '../records/outcome.ts'
import { addDays, type Day, earliest } from './day.ts'

/** An outcome with the targets under it. */
export type Rung = { readonly outcome: Stored<Outcome>; readonly under: readonly Rung[] }

const kinds: readonly Outcome['kind'][] = ['sectionE', 'year', 'term', 'step']
const inOrder = (a: Stored<Outcome>, b: Stored<Outcome>) =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
  (a.by ?? '9').localeCompare(b.by ?? '9') ||
  a.key.localeCompare(b.key)

/**
 * Outcomes as ladders: outcome of the plan, target for the year, for the term, short step, by what each leads to. Every
 * outcome stands once; one that leads to nothing that is given is a top, and so is the first of a ring.
 */
export const laddersOf = (outcomes: readonly Stored<Outcome>[]): Rung[] => {
  const sorted = outcomes.toSorted(inOrder)
  const known = new Set(sorted.map(({ key }) => key))
  const placed = new Set<string>()
  const rungOf = (outcome: Stored<Outcome>): Rung => {
    placed.add(outcome.key)
    const under: Rung[] = []
    for (const one of sorted) if (one.parent === outcome.key && !placed.has(one.key)) under.push(rungOf(one))
    return { outcome, under }
  }
  const tops = sorted.filter(({ parent }) => !parent || !known.has(parent)).map(rungOf)
  const ring: Rung[] = []
  for (const one of sorted) if (!placed.has(one.key)) ring.push(rungOf(one))
  return [...tops, ...ring]
}

/** The kind of target that stands under another. */
export const nextKind = (kind: Outcome['kind']): Outcome['kind'] =>
  kinds[Math.min(kinds.indexOf(kind) + 1, kinds.length - 1)]!

const fortnight = 14

/**
 * The day that a new target is set for while nobody has said another: a step for a fortnight, a target for the term for
 * the review of its plan. What is longer has its day from those who agree it. Null where none can be guessed.
 */
export const usualBy = (kind: Outcome['kind'], reviewBy: Day | null, today: Day): Day | null => {
  const review = reviewBy !== null && reviewBy >= today ? reviewBy : null
  if (kind === 'step') return earliest(addDays(today, fortnight), review ?? addDays(today, fortnight))
  return kind === 'term' ? review : null
}
