import { isBusy } from './patience.ts'
import type { Send } from './send.ts'

/** How many of the last round trips are kept. */
const kept = 50

/** A server's clock beside ours: `ahead` is how many milliseconds ours is ahead of it, true to about a second. */
export type ClockSeen = { readonly ahead: number }

/**
 * What a page has seen of Microsoft 365 since it was opened: counts, times and the names of headers. Nothing of what
 * was asked or answered is in it.
 */
export type Seen = {
  readonly since: Date
  readonly answers: number
  /** Requests that never had an answer. */
  readonly lost: number
  /** Answers, and parts of batches, that asked us to slow down, by status. */
  readonly slowed: Readonly<Record<number, number>>
  /** How many of those said for how long, where a page may read it. */
  readonly saidHowLong: number
  /** Whether any answer said what is left of the minute, where a page may read it. */
  readonly saidWhatIsLeft: boolean
  /** Waits before another try, and how long they were together: milliseconds. */
  readonly waits: { readonly times: number; readonly milliseconds: number }
  /** The last round trips in milliseconds. */
  readonly roundTrips: readonly number[]
  /** Microsoft's clock, where a page may read it; null where not. */
  readonly clock: ClockSeen | null
}

export type Watch = {
  /** The same sending, watched. */
  around(send: Send): Send
  /** The same sleep, counted as waiting for Microsoft 365. */
  sleeping(sleep: (milliseconds: number) => Promise<void>): (milliseconds: number) => Promise<void>
  /** A part of a batch: it has a status and headers of its own. */
  part(status: number, headers: Headers): void
  seen(): Seen
}

/** The server's clock in an answer beside ours, half-way between asking and answer; null where it says none. */
export const clockIn = (headers: Headers, asked: Date, answered: Date): ClockSeen | null => {
  const theirs = Date.parse(headers.get('Date') ?? '')
  return Number.isNaN(theirs) ? null : { ahead: (asked.getTime() + answered.getTime()) / 2 - theirs }
}

export const newWatch = (now: () => Date = () => new Date()): Watch => {
  const since = now()
  let answers = 0
  let lost = 0
  const slowed: Record<number, number> = {}
  let saidHowLong = 0
  let saidWhatIsLeft = false
  let waits = { times: 0, milliseconds: 0 }
  let roundTrips: number[] = []
  let clock: ClockSeen | null = null

  const part = (status: number, headers: Headers) => {
    if (headers.has('RateLimit-Remaining')) saidWhatIsLeft = true
    if (!isBusy(status)) return
    slowed[status] = (slowed[status] ?? 0) + 1
    if (headers.has('Retry-After') || headers.has('RateLimit-Reset')) saidHowLong += 1
  }
  return {
    part,
    around: (send) => async (request) => {
      const asked = now()
      try {
        const answer = await send(request)
        const answered = now()
        answers += 1
        roundTrips = [...roundTrips.slice(1 - kept), answered.getTime() - asked.getTime()]
        clock = clockIn(answer.headers, asked, answered) ?? clock
        part(answer.status, answer.headers)
        return answer
      } catch (thrown) {
        // What the page itself gave up was not lost.
        if (!request.signal.aborted) lost += 1
        throw thrown
      }
    },
    sleeping: (sleep) => async (milliseconds) => {
      waits = { times: waits.times + 1, milliseconds: waits.milliseconds + milliseconds }
      await sleep(milliseconds)
    },
    seen: () => ({
      since,
      answers,
      lost,
      slowed: { ...slowed },
      saidHowLong,
      saidWhatIsLeft,
      waits,
      roundTrips,
      clock,
    }),
  }
}

/** What this page has seen, in all of its schools. */
export const pageWatch: Watch = newWatch()
