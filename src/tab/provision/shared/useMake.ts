import { newKey } from '../../../domain/key.ts'
import type { AnyRecordType, RecordOf, Stored } from '../../../domain/record.ts'
import type { AnyStored } from '../../../ui/draft/types.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'

/** Makes a record with one click, and takes it off again with Undo. */
export const useMake = <R extends AnyRecordType>(type: R) => {
  const { records, now } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const store = records.store(type)
  const make = async (record: RecordOf<R>, said: string): Promise<Stored<RecordOf<R>> | null> => {
    let made: Stored<RecordOf<R>> | null = null
    await attempt(async () => {
      made = await store.create(record, newKey(now().getTime()))
      put(type, made as AnyStored)
      const stored = made as AnyStored
      say(said, () => void attempt(async () => put(type, await store.archive(stored as never, 'Undone'))))
    })
    return made
  }
  return { make, busy, trouble }
}
