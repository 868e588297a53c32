import type { Job } from '../domain/records/job.ts'
import type { Step } from './plan.ts'
import type { StepResult } from './result.ts'

/** Pupils of a plan: how many it is about, with how many it is done, and of how many something was refused. */
export type PupilCount = { readonly of: number; readonly done: number; readonly refused: number }

/** Whose record a step is about. */
export const pupilOf = (step: Pick<Step, 'pupil' | 'type' | 'key'>): string | null =>
  step.pupil ?? (step.type === 'Pupil' ? step.key : null)

/**
 * Counts a plan's pupils. Always null where its rows are what people know: where fewer than half of its steps are about
 * a pupil, or each pupil has several rows, such as scores of many days, of which the last comes near the end.
 */
export const pupilCounter = (
  steps: readonly Step[],
): ((cursor: number, results: readonly StepResult[]) => PupilCount | null) => {
  const pupils = steps.map(pupilOf)
  const about = pupils.filter((pupil) => pupil !== null).length
  if (about === 0 || about * 2 < steps.length) return () => null
  const rows = new Set(steps.flatMap(({ row }, at) => (pupils[at] === null ? [] : [row]))).size
  if (rows >= 2 * new Set(pupils.filter((pupil) => pupil !== null)).size) return () => null
  const last = new Map(pupils.flatMap((pupil, at) => (pupil === null ? [] : [[pupil, at]])))
  return (cursor, results) => {
    let done = 0
    for (const at of last.values()) if (at < cursor) done += 1
    const refused = [...new Set(pupils.filter((_, at) => results[at]?.outcome === 'refused'))].filter(
      (pupil) => pupil !== null,
    ).length
    return { of: last.size, done, refused }
  }
}

/** The pupils of a job, as its row says. */
export const pupilsOfJob = ({ pupils, pupilsDone, pupilsRefused }: Job): PupilCount | null =>
  pupils === null ? null : { of: pupils, done: pupilsDone ?? 0, refused: pupilsRefused ?? 0 }
