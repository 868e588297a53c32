import type { Stored } from '../../domain/record.ts'
import type { Delivery } from '../../domain/records/delivery.ts'
import type { NewLog } from '../../domain/rules/ledgerLogs.ts'
import type { Store } from '../../graph/storeTypes.ts'
import { changedMeanwhile, writeLogs } from '../../ui/ledger/writeLogs.ts'

type Logs = readonly Stored<Delivery>[]

/**
 * One sending of what is said of a session, to be called again until it is through: the answer to an earlier call may
 * have been lost, and nothing is stored twice. Gives what is stored, or what somebody else had said meanwhile; throws a
 * Problem. `put` is told of every row that was seen.
 */
export const sendLogs = (
  store: Store<Delivery>,
  wanted: readonly NewLog[],
  known: Logs,
  put: (log: Stored<Delivery>) => void,
): (() => Promise<{ readonly stored: Logs; readonly theirs: Logs }>) => {
  let before = known
  return async () => {
    const written = await writeLogs(store, wanted, before)
    written.stored.forEach(put)
    if (written.problem?.code === 'changed') {
      const now = await Promise.all(before.map(({ key }) => store.byKey(key)))
      now.forEach(put)
      const theirs = changedMeanwhile(now, before, wanted)
      before = now
      if (theirs.length > 0) return { stored: written.stored, theirs }
    }
    if (written.problem) throw written.problem
    return written
  }
}
