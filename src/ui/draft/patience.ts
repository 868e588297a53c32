import type { Trouble } from '../../domain/problem.ts'

const waits = [5_000, 15_000, 30_000, 60_000]

/** How often one save may meet somebody else's before it waits. */
export const mostMeetings = waits.length

/** Whether waiting can help; signing in, access and a refused text are for the person. */
export const isCurable = (trouble: Trouble): boolean =>
  ['busy', 'offline', 'unexpected', 'changed'].includes(trouble.code)

/** The instant (milliseconds) of the next try after so many failures: as SharePoint asked, or longer each time. */
export const nextTry = (trouble: Trouble, failures: number, now: number): number => {
  const asked = trouble.code === 'busy' && trouble.until ? Date.parse(trouble.until) : Number.NaN
  const wait = waits[Math.min(failures, waits.length - 1)]!
  return Number.isNaN(asked) ? now + wait : Math.max(asked, now + 1_000)
}
