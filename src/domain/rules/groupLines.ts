import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'

/** What a pupil's own line leaves to its group. */
export const fromGroup = [
  'sessionsPerWeek',
  'minutes',
  'prepMinutes',
  'weeks',
  'role',
  'staff',
  'place',
  'resources',
  'external',
] as const satisfies readonly (keyof Allocation & keyof Group)[]

type Keyed<T> = T & { readonly key: string }

/** How many pupils are in each group at any time, by the group's key. */
export const groupSizes = (allocations: readonly Allocation[]): ReadonlyMap<string, number> => {
  const pupils = new Map<string, Set<string>>()
  for (const { group, pupil } of allocations)
    if (group !== null) pupils.set(group, (pupils.get(group) ?? new Set()).add(pupil))
  return new Map([...pupils].map(([group, members]) => [group, members.size]))
}

/**
 * Lines of support with what each leaves to its group filled in: a fact of a group is stored once, in the group.
 * Whoever counts, costs or prints lines takes these. Archived groups change nothing.
 */
export const filledFromGroups = <A extends Allocation>(
  allocations: readonly A[],
  groups: readonly Keyed<Group>[],
): A[] => {
  const byKey = new Map(groups.map((group) => [group.key, group]))
  const sizes = groupSizes(allocations)
  return allocations.map((line) => {
    const group = line.group === null ? undefined : byKey.get(line.group)
    if (!group) return line
    const filled = Object.fromEntries(fromGroup.map((field) => [field, line[field] ?? group[field]]))
    return {
      ...line,
      ...filled,
      until: line.until ?? group.until,
      groupSize: line.groupSize ?? group.size ?? sizes.get(group.key) ?? null,
    }
  })
}
