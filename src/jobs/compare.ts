import type { Value } from '../domain/fields.ts'
import type { Stored } from '../domain/record.ts'
import { type Loose, type Step, wholeRecord } from './plan.ts'
import type { Moved, Why } from './result.ts'

/** Characters that SharePoint's text has no place for, or keeps otherwise: two texts are one text without them. */
const unkept = /[\s\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFD\uFFFE\uFFFF]+/gu
export const same = (one: Value | undefined, other: Value | undefined): boolean =>
  (one ?? null) === (other ?? null) ||
  (typeof one === 'string' &&
    typeof other === 'string' &&
    one.replace(unkept, ' ').trim() === other.replace(unkept, ' ').trim())

/** What is to be done with a step, now that its row was looked at. `null` row: there is none. */
export type Decision =
  | { readonly is: 'write'; readonly changes?: Loose }
  | { readonly is: 'already' }
  | { readonly is: 'refused'; readonly why: Why }

const refused = (why: Why): Decision => ({ is: 'refused', why })
const already: Decision = { is: 'already' }
const write: Decision = { is: 'write' }

/** Compares a step with its row as it is: whatever somebody changed since the plan was made is never written over. */
export const decide = (step: Step, row: Stored<Loose> | null): Decision => {
  if (step.do === 'create') return row ? asCreated(step, row) : write
  if (!row) return refused({ is: 'gone' })
  if (step.do === 'restore') {
    if (!row.archived) return already
    return step.reason === undefined || row.archivedReason === step.reason
      ? write
      : refused({ is: 'otherwise' })
  }
  if (step.do === 'archive') {
    const moved = step.holds ? movedFrom(step.holds, row) : []
    if (moved.length > 0) return refused({ is: 'changed', fields: moved })
    if (row.archived)
      return row.archivedReason === step.reason
        ? already
        : refused({ is: 'archived', reason: row.archivedReason })
    return write
  }
  const wanted = Object.entries(step.changes)
  if (wanted.every(([field, { to }]) => same(row[field], to))) return already
  if (row.archived && !step.archivedToo) return refused({ is: 'archived', reason: row.archivedReason })
  const moved = wanted
    .filter(([field, { from, to }]) => (row[field] ?? null) !== from && !same(row[field], to))
    .map(([field, { from, to }]): Moved => ({ field, from, to, found: row[field] ?? null }))
  if (moved.length > 0) return refused({ is: 'changed', fields: moved })
  return { is: 'write', changes: Object.fromEntries(wanted.map(([field, { to }]) => [field, to])) }
}

/** A row with a new record's key is that record, if it says the same; else somebody's own. */
const asCreated = (step: Step & { readonly do: 'create' }, row: Stored<Loose>): Decision => {
  if (row.archived) return refused({ is: 'archived', reason: row.archivedReason })
  const moved = movedFrom(wholeRecord(step), row)
  return moved.length > 0 ? refused({ is: 'changed', fields: moved }) : already
}

const movedFrom = (held: Loose, row: Stored<Loose>): Moved[] =>
  Object.entries(held)
    .filter(([field, value]) => !same(row[field], value))
    .map(([field, value]) => ({ field, from: null, found: row[field] ?? null, to: value }))
