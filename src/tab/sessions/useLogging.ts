import type { Stored } from '../../domain/record.ts'
import { Delivery } from '../../domain/records/delivery.ts'
import type { NewLog } from '../../domain/rules/ledgerLogs.ts'
import { undoLogs } from '../../ui/ledger/writeLogs.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useAttempt } from '../../ui/useAttempt.ts'
import { outbox, useUnsent } from './notLogged.ts'
import { sendLogs } from './sendLogs.ts'

/** Writes what is said of a session, with a way back; a double tap sends one. `name`: under which it waits. */
export const useLogging = (name: string) => {
  const { records } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const { all } = useUnsent()
  const store = records.store(Delivery)
  const undo = (written: readonly Stored<Delivery>[], known: readonly Stored<Delivery>[]) =>
    void attempt(async () => {
      for (const log of await undoLogs(store, written, known)) put(Delivery, log)
    })
  return {
    busy,
    /** Why something could not be taken back. */
    trouble,
    /** What waits of this session. */
    unsent: all.find((letter) => letter.name === name) ?? null,
    log(said: unknown, wanted: readonly NewLog[], known: readonly Stored<Delivery>[], words: string) {
      const sending = sendLogs(store, wanted, known, (each) => put(Delivery, each))
      return outbox.post(name, said, async () => {
        const { stored, theirs } = await sending()
        if (theirs.length === 0) say(words, () => undo(stored, known))
        return theirs
      })
    },
    /** Takes what waits out again, to be changed or let go. */
    takeOut: () => outbox.take(name),
    takeBack: (logs: readonly Stored<Delivery>[], words: string): Promise<boolean> =>
      attempt(async () => {
        for (const each of await undoLogs(store, logs, [])) put(Delivery, each)
        say(words)
      }),
  }
}
