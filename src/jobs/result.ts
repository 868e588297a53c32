import type { Value } from '../domain/fields.ts'
import { Problem } from '../domain/problem.ts'

/** Why a row was left as it is. Values are the record's own. */
export type Why =
  /** Somebody changed it since the plan was made. */
  | { readonly is: 'changed'; readonly fields: readonly Moved[] }
  /** SharePoint or a rule of the record does not take it. */
  | { readonly is: 'refused'; readonly why: string; readonly field?: string }
  | { readonly is: 'gone' }
  | { readonly is: 'archived'; readonly reason: string | null }
  /** Somebody brought it back, or archived it for another reason. */
  | { readonly is: 'otherwise' }
  /** Somebody changed the row in SharePoint into something that no field can mean. */
  | { readonly is: 'unreadable'; readonly fields: readonly string[] }
  /** A record that it belongs to was refused. */
  | { readonly is: 'without' }
  | { readonly is: 'noAccess' }
  /** Tried several times; whether it was done is not known. */
  | { readonly is: 'noAnswer' }

export type Moved = {
  readonly field: string
  readonly from: Value
  readonly found: Value
  readonly to: Value
}

/** What became of one step. `already`: it was so before this page wrote it. */
export type StepResult =
  | { readonly outcome: 'stored'; readonly already?: true }
  | { readonly outcome: 'refused'; readonly why: Why }
  | { readonly outcome: 'notReached' }

const version = 1

/** The results of a plan's steps, in their order, as the bytes of a file. */
export const resultBytes = (results: readonly StepResult[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ version, results }))

export const resultsFrom = (bytes: Uint8Array): StepResult[] => {
  try {
    const read = JSON.parse(new TextDecoder().decode(bytes)) as { version?: unknown; results?: unknown }
    if (read?.version === version && Array.isArray(read.results)) return read.results as StepResult[]
  } catch {
    // Told below.
  }
  throw new Problem(
    { code: 'refused', why: 'The file with the results of this job was changed or cut short' },
    'A job’s results can’t be read',
  )
}
