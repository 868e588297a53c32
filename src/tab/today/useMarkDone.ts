import { t } from '../../words/t.ts'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { Action } from '../../domain/records/action.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'

/** Ticks an action off from the list, with a way back. */
export const useMarkDone = () => {
  const { records, today } = useServices()
  const put = usePutStored()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const store = records.store(Action)
  const write = async (key: string, changes: Partial<Action>) => {
    setBusy(true)
    setTrouble(null)
    try {
      const before = await store.byKey(key)
      put(Action, await store.update(before, changes))
      return before
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      return null
    } finally {
      setBusy(false)
    }
  }
  const done = async (key: string) => {
    const before = await write(key, { status: 'done', doneOn: today() })
    if (!before) return
    const { status, doneOn } = before
    say(t`Marked as done`, () => void write(key, { status, doneOn }))
  }
  return { done, busy, trouble }
}
