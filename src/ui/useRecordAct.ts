import { useState } from 'react'
import { type Trouble, troubleOf } from '../domain/problem.ts'
import type { AnyRecordType, RecordOf, Stored } from '../domain/record.ts'
import type { Day } from '../domain/rules/day.ts'
import { usePutStored } from './records.ts'
import { useServices } from './services.tsx'
import { useSay } from './undo.tsx'

/** What one click records, with today's date, which can be put right among the dates. */
export type RecordAct<T> = {
  readonly words: string
  readonly said: string
  readonly changes: (today: Day) => Partial<T>
}

/** Records one step of something that has steps, with a way back. */
export const useRecordAct = <R extends AnyRecordType>(type: R, record: Stored<RecordOf<R>>) => {
  type Changes = Partial<RecordOf<R>>
  const { records, today } = useServices()
  const put = usePutStored()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const store = records.store(type)
  const write = async (changes: Changes) => {
    setBusy(true)
    setTrouble(null)
    try {
      put(type, await store.update(await store.byKey(record.key), changes))
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
    if (await write(given)) say(said, () => void write(before))
  }
  return { doIt, busy, trouble }
}
