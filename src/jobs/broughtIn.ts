import type { Job } from '../domain/records/job.ts'
import { optionsOf } from './jobRow.ts'

/** What a job that brings in a copy keeps of itself in its row: which copy, and what came of it so far. */
export type BroughtIn = {
  readonly copy: string
  readonly stored: number
  readonly archived: number
  readonly documents: number
  /** Whether the school was found to hold all of the copy at the end. */
  readonly whole: boolean
}

/** Null where the job is no such one. */
export const broughtInOf = (job: Pick<Job, 'kind' | 'options'>): BroughtIn | null => {
  const asked = job.kind === 'copy' ? optionsOf(job).asked : undefined
  if (typeof asked?.['copy'] !== 'string') return null
  const count = (name: string) => Number(asked[name] ?? 0)
  return {
    copy: asked['copy'],
    stored: count('stored'),
    archived: count('archived'),
    documents: count('documents'),
    whole: asked['whole'] === true,
  }
}
