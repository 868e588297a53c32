import { t } from '../../words/t.ts'
import { useQueryClient } from '@tanstack/react-query'
import { type Field, saidOf, type Value } from '../../domain/fields.ts'
import type { Stored } from '../../domain/record.ts'
import { recordTypeNamed } from '../../domain/records/index.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import type { KeyOption } from '../controls/control.ts'
import { useServices } from '../services.tsx'

/** A value in words; another record by what it is called, where this page knows it. */
export const useValueWords = (field: Field, options: readonly KeyOption[]) => {
  const { school } = useServices()
  const client = useQueryClient()
  return (value: Value): string => {
    if (field.kind !== 'key' || value === null) return saidOf(field, value)
    const known = options.find(({ key }) => key === value)
    if (known) return known.text
    const lists = client.getQueriesData<Listing<object>>({ queryKey: ['records', school.id, field.to] })
    for (const [, list] of lists) {
      const record = list?.records.find((one): one is Stored<object> => one.key === value)
      if (record) return recordTypeNamed(field.to)?.titleOf(record as never) || t`another record`
    }
    return t`another record`
  }
}
