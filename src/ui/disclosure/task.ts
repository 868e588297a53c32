import type { Disclosure } from '../../domain/records/disclosure.ts'

/** What somebody opens a record for, as the line of Today says that led there. `words`: ours, naming no pupil. */
export type Task = { readonly purpose: Disclosure['purpose']; readonly words: string }

/** `From Today: Report due`: what the log says beside the reason, since nobody was asked for it. */
export const noteOf = ({ words }: Task): string => `From Today: ${words}`

// In this page's memory alone, never in an address: a link that is passed on carries no reason with it.
let going: { readonly pupil: string; readonly task: Task; readonly hash: string } | null = null
const elsewhere = () => {
  if (going && window.location.hash !== going.hash) going = null
}

/** Somebody goes to a place for a task. It holds for that one way there: whoever turns elsewhere first is asked. */
export const goFor = (pupil: string, task: Task, hash: string): void => {
  going = { pupil, task, hash }
  window.addEventListener('hashchange', elsewhere)
}

/** The task for which this place was just come to; null for every other way in. */
export const taskHere = (pupil: string): Task | null =>
  going?.pupil === pupil && going.hash === window.location.hash ? going.task : null

/** The place is open: coming there again is another way in. */
export const arrived = (): void => {
  going = null
  window.removeEventListener('hashchange', elsewhere)
}
