import { useState } from 'react'
import { Problem, type Trouble, troubleOf } from '../domain/problem.ts'
import type { AnyRecordType, RecordOf, Stored } from '../domain/record.ts'
import type { Day } from '../domain/rules/day.ts'
import { useDraftBook } from './drafts.tsx'
import { usePutStored } from './records.ts'
import { useServices } from './services.tsx'
import { useSay } from './undo.tsx'

/** What one click records, with today's date, which can be put right among the dates. */
export type RecordAct<T> = {
  readonly words: string
  readonly said: string
  readonly changes: (today: Day) => Partial<T>
}

/**
 * Records one step of something that has steps, with a way back. A field that somebody has answered since it was shown
 * is left as it is and told: by the step, and by the way back of it.
 */
export const useRecordAct = <R extends AnyRecordType>(type: R, record: Stored<RecordOf<R>>) => {
  type Changes = Partial<RecordOf<R>>
  const { records, today } = useServices()
  const put = usePutStored()
  const say = useSay()
  const book = useDraftBook()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const store = records.store(type)
  const write = async (changes: Changes, seen: Changes) => {
    setBusy(true)
    setTrouble(null)
    try {
      // What is typed and not saved yet would meet our own change.
      await book.flushAll()
      const now = await store.byKey(record.key)
      if (!holds(now, seen)) {
        put(type, now)
        throw new Problem({ code: 'changed', mine: changes, theirs: now }, 'A step was recorded meanwhile')
      }
      put(type, await store.update(now, changes))
      return true
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }
  const doIt = async ({ changes, said }: RecordAct<RecordOf<R>>) => {
    const given = changes(today())
    const before = Object.fromEntries(
      Object.keys(given).map((field) => [field, record[field as keyof RecordOf<R>]]),
    ) as unknown as Changes
    if (await write(given, before)) say(said, () => void write(before, given))
  }
  return { doIt, busy, trouble }
}

const holds = <T>(now: T, seen: Partial<T>): boolean =>
  (Object.keys(seen) as (keyof T)[]).every((field) => now[field] === seen[field])
