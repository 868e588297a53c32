import type { Allocation } from '../records/allocation.ts'
import { staffRoles } from './codes.ts'
import { needsRate } from './cost.ts'
import type { PupilYear } from './moneyTypes.ts'
import type { Rules } from './rulebook.ts'

/** Whether an authority reckons at rates of its own and has none for who gives this: then the school's own is taken. */
export const lacksRate = (rules: Pick<Rules, 'fixed' | 'fixedRate'>, line: Allocation): boolean =>
  rules.fixed &&
  needsRate(line) &&
  line.role !== null &&
  line.role !== 'external' &&
  rules.fixedRate(line.role) === null

/** Rates that an authority's own table lacks for support that falls in the year, each authority once. */
export const ratesLacking = (
  pupils: readonly Pick<PupilYear, 'rules' | 'lines' | 'authority'>[],
): { readonly authority: string; readonly roles: readonly string[] }[] => {
  const all = new Map<string, Set<string>>()
  for (const { rules, lines } of pupils)
    for (const { line } of lines)
      if (rules.authority !== null && line.role !== null && lacksRate(rules, line))
        all.set(
          rules.authority,
          (all.get(rules.authority) ?? new Set()).add(staffRoles[line.role].toLowerCase()),
        )
  return [...all].map(([authority, roles]) => ({ authority, roles: [...roles].toSorted() }))
}
