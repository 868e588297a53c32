import { t } from '../../words/t.ts'
import type { Disclosure } from '../../domain/records/disclosure.ts'

/** What somebody opens a record for, as the line of Today says that led there. `words`: ours, naming no pupil. */
export type Task = { readonly purpose: Disclosure['purpose']; readonly words: string }

/** `From Today: Report due`: what the log says beside the reason, since nobody was asked for it. */
export const noteOf = ({ words }: Task): string => t`From Today: ${words}`

type Going = { readonly pupil: string; readonly task: Task; readonly hash: string; there: boolean }
// In this page's memory alone, never in an address: a link that is passed on carries no reason with it.
let going: Going | null = null
/** The review that an address is of: its path and its meeting on the shared screen are one work. */
const reviewIn = (hash: string): string | null => /\/(?:review|live)\/([^/?]+)/.exec(hash)?.[1] ?? null
const holds = ({ hash, there }: Going): boolean => {
  const { hash: now } = window.location
  return hash === now || (there && reviewIn(hash) !== null && reviewIn(hash) === reviewIn(now))
}
const forget = () => {
  going = null
  window.removeEventListener('hashchange', elsewhere)
}
const elsewhere = () => {
  if (going && !holds(going)) forget()
}

/** Somebody goes to a place for a task. It holds for that one way there: whoever turns elsewhere first is asked. */
export const goFor = (pupil: string, task: Task, hash: string): void => {
  going = { pupil, task, hash, there: false }
  window.addEventListener('hashchange', elsewhere)
}

/** The task for which this place was just come to; null for every other way in. */
export const taskHere = (pupil: string): Task | null =>
  going?.pupil === pupil && holds(going) ? going.task : null

/**
 * The place is open: coming there again is another way in. From a review to its meeting and back is no leaving, so a
 * review's task holds until somebody goes elsewhere, or says another reason (`task` null).
 */
export const arrived = (task: Task | null): void => {
  if (going && task === going.task && holds(going) && reviewIn(going.hash)) going.there = true
  else forget()
}
