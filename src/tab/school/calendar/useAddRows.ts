import { t } from '../../../words/t.ts'
import { useState } from 'react'
import { newKey } from '../../../domain/key.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { TermDate } from '../../../domain/records/termDate.ts'
import type { TermRow } from '../../../domain/rules/termLines.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { countDates } from './words.ts'

/** Stores many dates at once, with a way back. What was stored before it stopped is known, and not stored again. */
export const useAddRows = (onDone: () => void) => {
  const { records, now } = useServices()
  const put = usePutStored()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const store = records.store(TermDate)

  const takeBack = async (stored: readonly Stored<TermDate>[]) => {
    const rows = await store.shelveMany(stored.map((row) => ({ stored: row, reason: t`Added by mistake` })))
    for (const row of rows) if (row.outcome === 'stored') put(TermDate, row.record)
    if (rows.some(({ outcome }) => outcome === 'refused'))
      say(t`Not all could be taken back: archive the rest one by one`)
  }
  const add = async (rows: readonly TermRow[]) => {
    setBusy(true)
    setTrouble(null)
    try {
      const made = rows.map((row) => ({ key: newKey(now().getTime()), record: blank(TermDate, row) }))
      const stored: Stored<TermDate>[] = []
      for (const row of await store.createMany(made)) {
        if (row.outcome === 'refused') throw row.problem
        put(TermDate, row.record)
        stored.push(row.record)
      }
      say(t`${countDates(stored.length)} added`, () => void takeBack(stored).catch(() => undefined))
      onDone()
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return { add, busy, trouble }
}
