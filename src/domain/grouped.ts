/** Groups by a key, in the order in which each was first met; what has none (null) is left out. */
export const grouped = <T, K>(all: readonly T[], keyOf: (one: T) => K | null): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  addTo(groups, all, keyOf)
  return groups
}

/** The same with rests, for lists so long that a page would stand still meanwhile: some milliseconds a step. */
export function* groupedSteps<T, K>(
  all: readonly T[],
  keyOf: (one: T) => K | null,
): Generator<undefined, Map<K, T[]>> {
  const groups = new Map<K, T[]>()
  for (let at = 0; at < all.length; at += 10_000) {
    addTo(groups, all.slice(at, at + 10_000), keyOf)
    yield
  }
  return groups
}

const addTo = <T, K>(groups: Map<K, T[]>, some: readonly T[], keyOf: (one: T) => K | null): void => {
  for (const one of some) {
    const key = keyOf(one)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
}
