import { t } from '../../../words/t.ts'
import { newKey } from '../../../domain/key.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { CycleTarget } from '../../../domain/records/cycleTarget.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { useSay } from '../../../ui/undo.tsx'

/** Takes a target into a plan and out of it again; the target itself stays as it is. */
export const useAim = () => {
  const { records, now } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const store = records.store(CycleTarget)
  const takeOut = (row: Stored<CycleTarget>) =>
    attempt(async () => {
      const out = await store.archive(row, 'Taken out of the plan')
      put(CycleTarget, out)
      say(
        t`Taken out of this plan`,
        () => void attempt(async () => put(CycleTarget, await store.restore(out))),
      )
    })
  const add = (pupil: string, cycle: string, outcome: string) =>
    attempt(async () => {
      const made = await store.create(blank(CycleTarget, { pupil, cycle, outcome }), newKey(now().getTime()))
      put(CycleTarget, made)
      say(t`Taken into this plan`)
    })
  return { add, takeOut, busy, trouble }
}
