import { useMemo } from 'react'
import { type Comparison, reconcile } from '../../domain/rules/reconcile.ts'
import { ourRows } from '../../domain/rules/reconcileOurs.ts'
import type { Difference, Link } from '../../domain/rules/reconcileTypes.ts'
import { useServices } from '../../ui/services.tsx'
import type { Ours } from './useOurs.ts'
import type { Slot } from './useSlot.ts'

export type Compared = Comparison & {
  /** Differences that nobody has settled yet. */
  readonly open: readonly Difference[]
  /** Those that were settled before, and not since the lists said something else. */
  readonly settled: readonly Difference[]
}

const tells = new Set(['same', 'different'])

/** The three lists compared as they stand, with what was settled before; null until a list was chosen. */
export const useComparison = (
  ours: Ours,
  mis: Slot,
  authority: Slot,
  name: string | null,
): Compared | null => {
  const today = useServices().today()
  return useMemo(() => {
    const given = (['ours', 'mis', 'authority'] as const).filter(
      (list) => list === 'ours' || (list === 'mis' ? mis : authority).read?.why === null,
    )
    if (given.length < 2) return null
    const inForce = ours.decisions.filter(({ archived }) => !archived)
    const links = inForce.flatMap(({ what, one, other }): Link[] =>
      tells.has(what) && one && other ? [{ one, other, same: what === 'same' }] : [],
    )
    const { existing } = ours
    const comparison = reconcile(
      {
        ours: ourRows(existing.pupils, existing.needs, ours.reviews, today),
        mis: given.includes('mis') ? mis.read!.rows : [],
        authority: given.includes('authority') ? authority.read!.rows : [],
      },
      { today, given, authority: name, links, ...(existing.salt ? { salt: existing.salt } : {}) },
    )
    const known = new Set(inForce.map(({ key }) => key))
    return {
      ...comparison,
      open: comparison.differences.filter(({ id }) => !known.has(id)),
      settled: comparison.differences.filter(({ id }) => known.has(id)),
    }
    // A slot is a new object at each look; what it read is what matters.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ours, mis.read, authority.read, name, today])
}
