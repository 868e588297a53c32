import { useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import { NeedsAssessment } from '../../../domain/records/needsAssessment.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import type { Act } from './requestActs.ts'

/** Records one step of a request, with a way back. */
export const useRequestAct = (request: Stored<NeedsAssessment>) => {
  const { records, today } = useServices()
  const put = usePutStored()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const store = records.store(NeedsAssessment)
  const write = async (changes: Partial<NeedsAssessment>) => {
    setBusy(true)
    setTrouble(null)
    try {
      put(NeedsAssessment, await store.update(await store.byKey(request.key), changes))
      return true
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }
  const doIt = async ({ changes, said }: Act) => {
    const given = changes(today())
    const before = Object.fromEntries(
      Object.keys(given).map((field) => [field, request[field as keyof NeedsAssessment]]),
    ) as Partial<NeedsAssessment>
    if (await write(given)) say(said, () => void write(before))
  }
  return { doIt, busy, trouble }
}
