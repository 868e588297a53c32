import type { Stored } from '../record.ts'
import type { Outcome } from '../records/outcome.ts'

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
