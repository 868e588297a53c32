import { useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { type AnyRecordType, blank } from '../../domain/record.ts'
import { derivedKey } from '../../domain/derivedKey.ts'
import type { Value } from '../../domain/fields.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { storeNew } from '../../ui/storeNew.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'

/** Makes the one row of a review about something, such as an outcome: its key is settled, so two people make one. */
export const useAddRow = (type: AnyRecordType, review: string) => {
  const { records } = useServices()
  const put = usePutStored()
  const mayWrite = useMayWrite(type)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const add = async (about: string, given: Readonly<Record<string, Value>>) => {
    setTrouble(null)
    try {
      const record = blank(type, { ...given, review })
      put(type, await storeNew(records.store(type), record, derivedKey(review, type.name, about), given))
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  /** One row about each, given as the field that names it. */
  const addAll = async (field: string, about: readonly string[]) => {
    setTrouble(null)
    setBusy(true)
    try {
      const rows = about.map((key) => ({
        key: derivedKey(review, type.name, key),
        record: blank(type, { [field]: key, review }),
      }))
      for (const row of await records.store(type).createMany(rows)) {
        if (row.outcome === 'refused') throw row.problem
        put(type, row.record)
      }
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return { add, addAll, busy, mayWrite, trouble }
}
