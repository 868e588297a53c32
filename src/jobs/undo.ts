import type { Job } from '../domain/records/job.ts'
import type { Stored } from '../domain/record.ts'
import { type Plan, type Step, wholeRecord } from './plan.ts'
import type { StepResult } from './result.ts'

/**
 * What takes a job back: everything that it stored, last first. Made records are archived, archived ones brought back,
 * changes turned round; whatever somebody changed since is left as it is and listed. `job` is the one undone.
 */
export const undoPlan = (
  job: Pick<Stored<Job>, 'title'>,
  plan: Plan,
  results: readonly StepResult[],
): Plan => {
  const reason = `Undone: ${job.title}`.slice(0, 200)
  const steps = plan.steps
    .flatMap((step, at) => (results[at]?.outcome === 'stored' ? [turned(step, reason)] : []))
    .toReversed()
  return { kind: 'undo', title: `Undo: ${job.title}`.slice(0, 160), steps }
}

const turned = (step: Step, reason: string): Step => {
  const { row, type, key } = step
  const about = { row, type, key, ...(step.pupil ? { pupil: step.pupil } : {}) }
  switch (step.do) {
    case 'create':
      return { ...about, do: 'archive', reason, holds: wholeRecord(step) }
    case 'change':
      return { ...about, do: 'change', changes: turnedChanges(step.changes), archivedToo: true }
    case 'archive':
      return { ...about, do: 'restore', reason: step.reason }
    case 'restore':
      return { ...about, do: 'archive', reason: step.reason ?? reason }
  }
}

const turnedChanges = (changes: (Step & { readonly do: 'change' })['changes']) =>
  Object.fromEntries(Object.entries(changes).map(([field, { from, to }]) => [field, { from: to, to: from }]))

/** Whether there is anything to take back. */
export const isUndoable = (job: Pick<Job, 'kind' | 'state' | 'done' | 'refused'>): boolean =>
  job.kind !== 'undo' &&
  (job.state === 'finished' || job.state === 'stopped') &&
  (job.done ?? 0) > (job.refused ?? 0)
