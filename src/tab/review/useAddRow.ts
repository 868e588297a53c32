import { useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { type AnyRecordType, blank } from '../../domain/record.ts'
import { derivedKey } from '../../domain/derivedKey.ts'
import type { Value } from '../../domain/fields.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'

/** Makes the one row of a review about something, such as an outcome: its key is settled, so two people make one. */
export const useAddRow = (type: AnyRecordType, review: string) => {
  const { records } = useServices()
  const put = usePutStored()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const add = async (about: string, given: Readonly<Record<string, Value>>) => {
    setTrouble(null)
    try {
      const record = blank(type, { ...given, review })
      put(type, await records.store(type).create(record, derivedKey(review, type.name, about)))
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  return { add, trouble }
}
