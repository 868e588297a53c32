import type { Value } from '../../domain/fields.ts'
import type { Stored } from '../../domain/record.ts'
import type { RecordChange } from '../../documents/readBack.ts'
import type { SchoolRecords } from '../../graph/storeTypes.ts'
import { storeNew } from '../../ui/storeNew.ts'

export type AnyStored = Stored<Record<string, Value>>

/**
 * Stores what was accepted for one record: a change with If-Match, or a new record under the key that everybody would
 * give it. Where somebody else began that record first, theirs is there and is changed. Problems as the store has them.
 */
export const writeChange = async (
  records: SchoolRecords,
  { place, changes, whole }: RecordChange,
): Promise<AnyStored> => {
  const store = records.store(place.type)
  if (place.record) return (await store.update(place.record as AnyStored, changes)) as AnyStored
  return (await storeNew(store, whole as Record<string, Value>, place.key, changes)) as AnyStored
}
