import { Problem } from '../../../domain/problem.ts'
import type { AnyRecordType, Stored } from '../../../domain/record.ts'
import type { Value } from '../../../domain/fields.ts'
import type { AnyStored } from '../../../ui/draft/types.ts'
import { useDraftBook } from '../../../ui/drafts.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { useSay } from '../../../ui/undo.tsx'

/** A record and what becomes of it. */
export type Change = {
  readonly type: AnyRecordType
  readonly stored: Stored<unknown>
  readonly changes: Readonly<Record<string, Value>>
  /** What stood in those fields when it was decided; without it, what `stored` has. */
  readonly seen?: Readonly<Record<string, Value>>
}

const loose = (stored: unknown) => stored as Record<string, Value>
const before = ({ stored, changes }: Change): Change['changes'] =>
  Object.fromEntries(Object.keys(changes).map((field) => [field, loose(stored)[field] ?? null]))

/** Whether each field still says what was seen there, or already says what it is to become. */
const stands = (now: Record<string, Value>, change: Change): boolean => {
  const seen = change.seen ?? before(change)
  return Object.entries(change.changes).every(
    ([field, value]) => (now[field] ?? null) === (seen[field] ?? null) || (now[field] ?? null) === value,
  )
}

/** Writes what one act changes, in one record or in several, and offers the way back; both can be tried again. */
export const useChanges = () => {
  const { records } = useServices()
  const put = usePutStored()
  const say = useSay()
  const book = useDraftBook()
  const { attempt, busy, trouble } = useAttempt()

  const write = async (all: readonly Change[]): Promise<void> => {
    // What is typed and not saved yet would meet our own change.
    await book.flushAll()
    for (const type of new Set(all.map((one) => one.type))) {
      const store = records.store(type)
      const own = all.filter((one) => one.type === type)
      if (own.length === 1) {
        const one = own[0]!
        const now = await store.byKey(one.stored.key)
        if (!stands(loose(now), one)) {
          put(type, now)
          throw new Problem(
            { code: 'changed', mine: one.changes, theirs: now },
            'Recorded by somebody else meanwhile',
          )
        }
        put(type, await store.update(now, one.changes))
        continue
      }
      const rows = own.map(({ stored, changes }) => ({ stored: stored as AnyStored, changes }))
      for (const row of await store.updateMany(rows)) {
        if (row.outcome === 'refused')
          throw row.problem instanceof Problem ? row.problem : new Error('refused')
        put(type, row.record)
      }
    }
  }
  /** True when all of it is stored. */
  const change = (all: readonly Change[], said: string): Promise<boolean> => {
    const back = all.map((one) => ({ ...one, changes: before(one), seen: one.changes }))
    return attempt(async () => {
      await write(all)
      say(said, () => void attempt(() => write(back)))
    })
  }
  return { change, attempt, busy, trouble }
}
