/** Groups by a key, in the order in which each was first met; what has none (null) is left out. */
export const grouped = <T, K>(all: readonly T[], keyOf: (one: T) => K | null): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
