import type { Value } from '../../domain/fields.ts'
import { type AnyRecordType, check } from '../../domain/record.ts'
import type { AnyStored } from './types.ts'

type Change = readonly [field: string, value: Value]

/** The first thing that these changes would make wrong with a record that was not wrong with it before. */
export const newIssue = (
  type: AnyRecordType,
  stored: AnyStored,
  changes: readonly Change[],
): string | undefined => {
  const known = new Set(check(type, stored).map(({ message }) => message))
  return check(type, { ...stored, ...Object.fromEntries(changes) }).find(({ message }) => !known.has(message))
    ?.message
}

/** Which of the changes can be stored together, and what is wrong with each of the others. */
export const sendable = (
  type: AnyRecordType,
  stored: AnyStored,
  changes: readonly Change[],
): { readonly accepted: ReadonlyMap<string, Value>; readonly wrong: ReadonlyMap<string, string> } => {
  const wrong = new Map<string, string>()
  if (newIssue(type, stored, changes) === undefined) return { accepted: new Map(changes), wrong }
  const accepted: Change[] = []
  for (const change of changes) {
    const issue = newIssue(type, stored, [...accepted, change])
    if (issue === undefined) accepted.push(change)
    else wrong.set(change[0], issue)
  }
  return { accepted: new Map(accepted), wrong }
}
