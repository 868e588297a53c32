import { complaint, type Value } from '../../domain/fields.ts'
import { type AnyRecordType, fieldsOf } from '../../domain/record.ts'
import type { Version } from '../../graph/storeTypes.ts'
import { sameValue } from '../draft/merge.ts'

type Values = Readonly<Record<string, Value>>
export type AnyVersion = Version<Values>

/** One field from one text to another. `before` is unknown where SharePoint keeps no version from before. */
export type FieldChange = {
  readonly field: string
  readonly before: Value
  readonly after: Value
}

/** What one person did to a record in one go, newest first in a list of these. Instants are ISO 8601. */
export type Edit = {
  /** SharePoint's number of the last version of it. */
  readonly id: string
  readonly at: string | null
  readonly by: string | null
  /** `made`: the record's first version; `oldest`: the first that SharePoint still keeps. */
  readonly is: 'made' | 'oldest' | 'changed' | 'archived' | 'restored'
  readonly changes: readonly FieldChange[]
  /** The record as it was then. */
  readonly values: Values
  /** Fields that could not be read in that version. */
  readonly unreadable: readonly string[]
}

/** Saves of one person this many minutes apart, field after field, are one piece of work. */
const oneSitting = 10

const minutesBetween = (earlier: string | null, later: string | null): number =>
  earlier && later ? Math.abs(Date.parse(later) - Date.parse(earlier)) / 60_000 : Number.POSITIVE_INFINITY

const changesBetween = (type: AnyRecordType, before: AnyVersion | null, after: AnyVersion): FieldChange[] => {
  const unknown = new Set([...(before?.unreadable ?? []), ...after.unreadable])
  return fieldsOf(type).flatMap(([field]) => {
    const [was, is] = [before?.values[field] ?? null, after.values[field] ?? null]
    return unknown.has(field) || sameValue(was, is) ? [] : [{ field, before: was, after: is }]
  })
}

const kindOf = (before: AnyVersion | undefined, after: AnyVersion): Edit['is'] => {
  if (!before) return Number(after.id) === 1 ? 'made' : 'oldest'
  if (before.archived !== after.archived) return after.archived ? 'archived' : 'restored'
  return 'changed'
}

/**
 * What happened to a record, newest first: one person's saves within ten minutes of each other stand together, from the
 * text before the first to the text after the last. Versions come newest first, as SharePoint gives them. A version in
 * which nothing of ours changed is left out.
 */
export const editsOf = (type: AnyRecordType, versions: readonly AnyVersion[]): Edit[] => {
  const edits: Edit[] = []
  /** The version before the edit that is being gathered, and the instant of its last save. */
  let start: AnyVersion | null = null
  let last: string | null = null
  for (const [at, version] of versions.toReversed().entries()) {
    const before = versions[versions.length - at]
    const is = kindOf(before, version)
    const known = edits.at(-1)
    const goesOn =
      is === 'changed' &&
      known?.is === 'changed' &&
      known.by === version.by &&
      minutesBetween(last, version.at) <= oneSitting
    if (goesOn) edits.pop()
    else start = before ?? null
    last = version.at
    const changes = changesBetween(type, start, version)
    if (is === 'changed' && changes.length === 0) continue
    edits.push({
      id: version.id,
      at: version.at,
      by: version.by,
      is,
      changes: is === 'archived' || is === 'restored' ? [] : changes,
      values: version.values,
      unreadable: version.unreadable,
    })
  }
  return edits.toReversed()
}

/**
 * Who stored this value of a field, and when: the save that made it what it is. Null where no version shows it.
 */
export const whoStored = (
  versions: readonly AnyVersion[],
  field: string,
  value: Value,
): { readonly by: string | null; readonly at: string | null } | null => {
  const from = versions.findIndex((version) => sameValue(version.values[field], value))
  if (from < 0) return null
  const rest = versions.slice(from)
  const until = rest.findIndex((version) => !sameValue(version.values[field], value))
  const first = until < 0 ? rest.at(-1)! : rest[until - 1]!
  return { by: first.by, at: first.at }
}

/** What has to be written so that the record is again as it was: the fields that differ and that may be stored so. */
export const wayBack = (type: AnyRecordType, edit: Edit, now: Values): ReadonlyMap<string, Value> =>
  new Map(
    fieldsOf(type).flatMap(([field, definition]) => {
      const then = edit.values[field] ?? null
      if (edit.unreadable.includes(field) || sameValue(then, now[field])) return []
      return complaint(definition, then) ? [] : [[field, then] as const]
    }),
  )
