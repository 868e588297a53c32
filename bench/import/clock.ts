/**
 * A clock for many waits and little work: it runs as the real one does, and where everything waits, it goes on to the
 * end of the first wait at once. An hour of throttling passes in seconds, and what is reckoned meanwhile still counts.
 */
export type LeapingClock = {
  now(): Date
  sleep(milliseconds: number): Promise<void>
  /** Work that is under way without a wait of this clock: until it is done nothing leaps. */
  busy<T>(work: Promise<T>): Promise<T>
}

export const leapingClock = (): LeapingClock => {
  // A minute of the clock begins, as SharePoint counts by them.
  const began = Date.parse('2026-11-23T09:00:00Z') - performance.now()
  let ahead = 0
  let working = 0
  let waits: { at: number; done: () => void }[] = []
  let looking = false
  const now = () => began + performance.now() + ahead

  const look = () => {
    looking = false
    if (waits.length === 0) return
    if (working > 0) return
    const at = Math.min(...waits.map((wait) => wait.at))
    if (at > now()) ahead += at - now()
    const over = waits.filter((wait) => wait.at <= now())
    waits = waits.filter((wait) => wait.at > now())
    for (const { done } of over) done()
    lookSoon()
  }
  // What goes on by itself, promise after promise, is done before this comes round.
  const lookSoon = () => {
    if (looking) return
    looking = true
    setImmediate(() => setImmediate(look))
  }
  return {
    now: () => new Date(now()),
    sleep: (milliseconds) =>
      new Promise((done) => {
        waits.push({ at: now() + milliseconds, done })
        lookSoon()
      }),
    busy: async (work) => {
      working += 1
      try {
        return await work
      } finally {
        working -= 1
        lookSoon()
      }
    },
  }
}
