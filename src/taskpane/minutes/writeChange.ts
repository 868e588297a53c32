import type { Value } from '../../domain/fields.ts'
import type { Stored } from '../../domain/record.ts'
import type { RecordChange } from '../../documents/readBack.ts'
import type { SchoolRecords } from '../../graph/storeTypes.ts'
import { storeNew } from '../../ui/storeNew.ts'

export type AnyStored = Stored<Record<string, Value>>

/**
 * Stores what was accepted for one record: a change with If-Match, or a new record under the key that everybody would
 * give it. Where somebody else began that record first, theirs is there and is changed; an archived one comes back.
 * Problems as the store has them.
 */
export const writeChange = async (
  records: SchoolRecords,
  { place, changes, whole }: RecordChange,
): Promise<AnyStored> => {
  const store = records.store(place.type)
  if (place.record) return (await store.update(place.record as AnyStored, changes)) as AnyStored
  const record = whole as Record<string, Value>
  const made = await storeNew(store, record, place.key, changes)
  if (!made.archived) return made as AnyStored
  // Typed into room whose record was archived: it is a record again, with what stands there now and nothing older.
  return (await store.restore(await store.update(made, record))) as AnyStored
}
