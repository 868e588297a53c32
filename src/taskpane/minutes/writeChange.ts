import type { Value } from '../../domain/fields.ts'
import { Problem } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import type { RecordChange } from '../../documents/readBack.ts'
import type { SchoolRecords } from '../../graph/storeTypes.ts'

export type AnyStored = Stored<Record<string, Value>>

/**
 * Stores what was accepted for one record: a change with If-Match, or a new record under the key that everybody would
 * give it. Where somebody else began that record first, what it lacks is added; an archived one comes back. Problems as
 * the store has them, `changed` too where somebody else said something different of one of these fields.
 */
export const writeChange = async (
  records: SchoolRecords,
  { place, changes, whole }: RecordChange,
): Promise<AnyStored> => {
  const store = records.store(place.type)
  if (place.record) return (await store.update(place.record as AnyStored, changes)) as AnyStored
  const record = whole as Record<string, Value>
  const made = (await store.create(record, place.key)) as AnyStored
  if (!made.archived) {
    const news = Object.entries(changes).filter(([field, value]) => made[field] !== value)
    if (news.some(([field]) => (made[field] ?? null) !== (place.given[field] ?? null)))
      throw new Problem({ code: 'changed', mine: record, theirs: made }, 'somebody else began this record')
    return news.length > 0 ? ((await store.update(made, Object.fromEntries(news))) as AnyStored) : made
  }
  // Typed into room whose record was archived: it is a record again, with what stands there now and nothing older.
  return (await store.restore(await store.update(made, record))) as AnyStored
}
