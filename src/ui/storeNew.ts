import type { Value } from '../domain/fields.ts'
import type { Stored } from '../domain/record.ts'
import type { Store } from '../graph/storeTypes.ts'

type Loose = Record<string, Value>

/**
 * Stores a new record under a settled key so that what the person said last is what is kept: where the row is already
 * there (an earlier try whose answer was lost, or somebody else who began the same one), its fields that differ from
 * `said` are changed with If-Match. Problems as the store has them.
 */
export const storeNew = async (
  store: Pick<Store<Loose>, 'create' | 'update'>,
  record: Loose,
  key: string,
  said: Readonly<Loose> = record,
): Promise<Stored<Loose>> => {
  const made = await store.create(record, key)
  const changes = Object.fromEntries(Object.entries(said).filter(([field, value]) => made[field] !== value))
  return Object.keys(changes).length > 0 ? store.update(made, changes) : made
}
