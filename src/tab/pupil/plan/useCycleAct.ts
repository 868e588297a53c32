import { useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import { Cycle } from '../../../domain/records/cycle.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import type { CycleAct } from './cycleActs.ts'

/** Records one step of a cycle, with a way back. */
export const useCycleAct = (cycle: Stored<Cycle>) => {
  const { records, today } = useServices()
  const put = usePutStored()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const store = records.store(Cycle)
  const write = async (changes: Partial<Cycle>) => {
    setBusy(true)
    setTrouble(null)
    try {
      put(Cycle, await store.update(await store.byKey(cycle.key), changes))
      return true
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }
  const doIt = async ({ changes, said }: CycleAct) => {
    const given = changes(today())
    const before = Object.fromEntries(
      Object.keys(given).map((field) => [field, cycle[field as keyof Cycle]]),
    ) as Partial<Cycle>
    if (await write(given)) say(said, () => void write(before))
  }
  return { doIt, busy, trouble }
}
