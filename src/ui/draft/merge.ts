import { t } from '../../words/t.ts'
import type { Value } from '../../domain/fields.ts'
import { plainText } from '../../graph/plainText.ts'
import type { AnyStored, Entry } from './types.ts'

const plain = (value: Value | undefined): Value =>
  typeof value === 'string' ? plainText(value) : (value ?? null)

/** Whether two values are the same once SharePoint has them. */
export const sameValue = (a: Value | undefined, b: Value | undefined): boolean => plain(a) === plain(b)

/** The number at the end of SharePoint's eTag `"…,7"`: it rises with each change of a row. */
const numberOf = ({ etag }: AnyStored): number => Number(/,(\d+)"?$/.exec(etag)?.[1] ?? Number.NaN)

/** Whether a version is later than another; times have whole seconds, so the eTag decides where it can. */
export const isLater = (one: AnyStored, other: AnyStored): boolean => {
  if (one.etag === other.etag) return false
  const [a, b] = [numberOf(one), numberOf(other)]
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a > b
  return (one.modifiedAt ?? '') > (other.modifiedAt ?? '')
}

/**
 * What is being typed in a field, after another version of its record came. What was sent before has been done by then
 * or never will be: it was for a version that is gone.
 */
export const merged = (given: Entry, field: string, stored: AnyStored, now: Date): Entry => {
  const theirs = stored[field] ?? null
  const entry = { ...given, sent: [] }
  if (entry.typed === null && sameValue(theirs, entry.value))
    return { ...entry, state: { is: 'saved', at: now }, conflict: null }
  if (sameValue(theirs, entry.base)) return entry
  if (given.sent.some((value) => sameValue(value, theirs))) return { ...entry, base: theirs }
  // A third text that was on its way is this person's own text now.
  const writing = entry.state.is === 'differs' ? (entry.conflict?.mine ?? null) : null
  if (sameValue(theirs, entry.origin) && !writing) return { ...waiting(entry), base: theirs, conflict: null }
  const { modifiedBy: by, modifiedAt: at } = stored
  return {
    ...entry,
    base: theirs,
    state: { is: 'differs', theirs, by, at },
    conflict: { theirs, by, at, mine: writing },
  }
}

/** An entry on its way to the record again, without what stood in the way. */
export const waiting = (entry: Entry): Entry => {
  if (entry.typed !== null)
    return { ...entry, state: { is: 'wrong', message: entry.complaint ?? t`This can’t be stored as typed` } }
  return entry.state.is === 'differs' ? { ...entry, state: { is: 'unsaved' } } : entry
}
