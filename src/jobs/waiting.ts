import { Problem } from '../domain/problem.ts'
import { beatEvery } from './jobHold.ts'
import type { JobPorts } from './jobRow.ts'
import { isPassing } from './settle.ts'

const waits = { busy: { each: 30_000, most: 20 }, offline: { each: 10_000, most: 30 } }
/** SharePoint may ask for a longer wait than a page should sit out by itself. */
const longestWait = 15 * 60_000

export type Waiting = {
  /** Waits out what passes by itself; throws it on where only a person can help, or where it goes on too long. */
  out(problem: Problem): Promise<void>
  /** Does something until it is done or meets what does not pass. */
  insist<T>(work: () => Promise<T>): Promise<T>
  /** Something was done: the next trouble is a new one. */
  begunAnew(): void
}

/** `obey` throws where the run is to end; `tell` is told until when it waits, and null when it goes on. */
export const waitingOf = (
  { now, sleep }: Pick<JobPorts, 'now' | 'sleep'>,
  signal: AbortSignal | undefined,
  obey: () => void,
  tell: (until: Date | null) => void,
): Waiting => {
  let waited = 0
  const out = async (problem: Problem): Promise<void> => {
    const { trouble } = problem
    const patience = trouble.code === 'busy' ? waits.busy : trouble.code === 'offline' ? waits.offline : null
    if (!patience || waited >= patience.most) throw problem
    waited += 1
    const begun = now().getTime()
    const until = Math.max(
      begun + patience.each,
      trouble.code === 'busy' && trouble.until ? Date.parse(trouble.until) : 0,
    )
    if (until - begun > longestWait) throw problem
    tell(new Date(until))
    for (let left = until - begun; left > 0; left -= beatEvery) {
      await sleep(Math.min(left, beatEvery), signal)
      obey()
    }
    tell(null)
  }
  const insist = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await work()
      } catch (thrown) {
        if (!(thrown instanceof Problem) || !isPassing(thrown)) throw thrown
        await out(thrown)
      }
    }
  }
  return { out, insist, begunAnew: () => void (waited = 0) }
}
