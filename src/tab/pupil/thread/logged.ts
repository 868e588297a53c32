import { createContext, use, useMemo } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { sumsBy } from '../../../domain/rules/ledger.ts'
import { ledgerPeriod } from '../../../domain/rules/ledgerPeriods.ts'
import { schoolLedger } from '../../../domain/rules/ledgerSchool.ts'
import type { LedgerSums } from '../../../domain/rules/ledgerTypes.ts'
import { usePupilLedger } from '../../../ui/ledger/useLedger.ts'
import { useServices } from '../../../ui/services.tsx'

/** What was logged of each line this term. */
export type Logged = { readonly words: string; readonly lines: ReadonlyMap<string, LedgerSums> }

const Context = createContext<Logged | null>(null)
export const LoggedProvider = Context.Provider
/** Of one line: null where nothing was planned, logged or read. */
export const useLogged = (line: string): { readonly words: string; readonly sums: LedgerSums } | null => {
  const logged = use(Context)
  const sums = logged?.lines.get(line)
  return logged && sums ? { words: logged.words, sums } : null
}

/** This term's log of a pupil; null until it is read, and where nothing was logged. The thread doesn't wait for it. */
export const useTermLog = (pupil: Stored<Pupil>): Logged | null => {
  const today = useServices().today()
  const { sources } = usePupilLedger(pupil.key, pupil)
  return useMemo(() => {
    if (!sources || sources.deliveries.length === 0) return null
    const { from, until, words } = ledgerPeriod(sources.calendar, 'term', today)
    const { entries } = schoolLedger(sources, from, until)
    return { words, lines: sumsBy(entries, ({ allocation }) => allocation) }
  }, [sources, today])
}
