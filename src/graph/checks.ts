import { Problem } from '../domain/problem.ts'
import { complaint, type Value } from '../domain/fields.ts'
import { type AnyRecordType, check, fieldOf, type Stored } from '../domain/record.ts'
import { keepable } from './columns.ts'
import type { Loose } from './rows.ts'

const refused = (type: AnyRecordType, field: string, why: string): Problem =>
  new Problem({ code: 'refused', field, why }, `${type.list}: ${field} can’t be stored as it is`)

/** Throws Problem `refused` with the first thing that is wrong with a record. */
export const refuseRecord = (type: AnyRecordType, record: Loose): void => {
  const [first] = check(type, record as never)
  if (first) throw refused(type, first.field, first.message)
}

/**
 * What of `given` really changes the stored record, as SharePoint can keep it, and the record with it. Throws
 * Problem `refused` for a changed field that is wrong or a rule that the change would break; a fault that was
 * there before, in a field that nobody touches, does not stand in the way.
 */
export const refuseChanges = (
  type: AnyRecordType,
  stored: Stored<Loose>,
  given: Loose,
): { changes: Loose; mine: Stored<Loose> } => {
  const changes: Record<string, Value> = {}
  for (const [name, value] of Object.entries(given)) {
    const field = fieldOf(type, name)
    const kept = keepable(field, value ?? null)
    if (kept === stored[name]) continue
    const wrong = complaint(field, kept)
    if (wrong) throw refused(type, name, wrong)
    changes[name] = kept
  }
  const mine = { ...stored, ...changes } as Stored<Loose>
  for (const rule of type.rules ?? []) {
    if (Object.keys(changes).length === 0) break
    if (!rule.ok(mine as never) && rule.ok(stored as never)) throw refused(type, rule.field, rule.message)
  }
  return { changes, mine }
}
