/** A part of the page that is fetched apart from it. */
export type Later<T> = {
  /** Null until it has come. */
  now(): T | null
  /** Fetches it, again where that failed before. */
  fetch(): Promise<void>
  subscribe(changed: () => void): () => void
}

/** Unlike React's `lazy` nothing breaks where fetching fails that nobody asked for: it is fetched again when somebody does. */
export const later = <T>(load: () => Promise<T>): Later<T> => {
  let come: T | null = null
  let coming: Promise<void> | null = null
  const told = new Set<() => void>()
  const start = async () => {
    try {
      come = await load()
      for (const changed of told) changed()
    } finally {
      coming = null
    }
  }
  return {
    now: () => come,
    fetch: () => (come ? Promise.resolve() : (coming ??= start())),
    subscribe(changed) {
      told.add(changed)
      return () => void told.delete(changed)
    },
  }
}
