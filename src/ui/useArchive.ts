import { inWords, t } from '../words/t.ts'
import type { AnyRecordType, Stored } from '../domain/record.ts'
import type { AnyStored } from './draft/types.ts'
import { usePutStored } from './records.ts'
import { useServices } from './services.tsx'
import { useSay } from './undo.tsx'
import { useAttempt } from './useAttempt.ts'

/** Takes a record out of sight, and offers to bring it back. Nothing is ever deleted. */
export const useArchive = (type: AnyRecordType) => {
  const store = useServices().records.store(type)
  const put = usePutStored()
  const say = useSay()
  const { attempt, trouble } = useAttempt()
  const archive = (stored: Stored<unknown>, reason: string) =>
    attempt(async () => {
      // A screen holds any type of record; its own store wrote it.
      const archived = await store.archive(stored as AnyStored, reason)
      put(type, archived)
      say(
        t`${inWords(type.label)} archived`,
        () => void attempt(async () => put(type, await store.restore(archived))),
      )
    })
  return { archive, trouble }
}
