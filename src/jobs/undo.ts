import { t } from '../words/t.ts'
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
  const reason = t`Undone: ${job.title}`.slice(0, 200)
  const steps = plan.steps
    .flatMap((step, at) => (results[at]?.outcome === 'stored' ? [step] : []))
    .toReversed()
    .flatMap((step) => turned(step, reason))
  return { kind: 'undo', title: t`Undo: ${job.title}`.slice(0, 160), steps }
}

const turned = (step: Step, reason: string): Step[] => {
  const { row, type, key } = step
  const about = { row, type, key, ...(step.pupil ? { pupil: step.pupil } : {}) }
  switch (step.do) {
    case 'create':
      return emptying(step, about, reason)
    case 'change':
      return [{ ...about, do: 'change', changes: turnedChanges(step.changes), archivedToo: true }]
    case 'archive':
      return [{ ...about, do: 'restore', reason: step.reason }]
    case 'restore':
      return [{ ...about, do: 'archive', reason: step.reason ?? reason }]
  }
}

/** A made record goes to the archive; one that others may not go on reading there is emptied first. */
const emptying = (
  step: Step & { readonly do: 'create' },
  about: Pick<Step, 'row' | 'type' | 'key' | 'pupil'>,
  reason: string,
): Step[] => {
  const made = wholeRecord(step)
  if (!step.emptied) return [{ ...about, do: 'archive', reason, holds: made }]
  const holds = { ...made, ...step.emptied }
  const changes = Object.fromEntries(
    Object.keys(holds).flatMap((field) =>
      made[field] === holds[field] ? [] : [[field, { from: made[field]!, to: holds[field]! }]],
    ),
  )
  return [
    { ...about, do: 'change', changes, archivedToo: true },
    { ...about, after: [step.key], do: 'archive', reason, holds },
  ]
}

const turnedChanges = (changes: (Step & { readonly do: 'change' })['changes']) =>
  Object.fromEntries(Object.entries(changes).map(([field, { from, to }]) => [field, { from: to, to: from }]))

/** Whether there is anything to take back. */
export const isUndoable = (job: Pick<Job, 'kind' | 'state' | 'done' | 'refused'>): boolean =>
  job.kind !== 'undo' &&
  // What a copy brought in has no plan to be turned round: it may have been worked on since.
  job.kind !== 'copy' &&
  (job.state === 'finished' || job.state === 'stopped') &&
  (job.done ?? 0) > (job.refused ?? 0)
