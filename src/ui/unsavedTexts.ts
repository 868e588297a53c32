import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AnyRecordType, Stored } from '../domain/record.ts'
import { UnsavedText } from '../domain/records/unsavedText.ts'
import { textRows } from './draft/textRows.ts'
import type { TextKeeper } from './draft/types.ts'
import { aboutOf, putStored } from './records.ts'
import { type Services, useServices } from './services.tsx'

/** Who is signed in; asked once. */
const meOf = (services: Services) =>
  queryOptions({
    queryKey: ['me', services.school.id],
    queryFn: () => services.me(),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The list of unsaved texts lies in the SENCO's site; text of other sites stays in the page. */
const isKept = (type: AnyRecordType) =>
  type.audience === UnsavedText.audience && type.name !== UnsavedText.name

const none: readonly Stored<UnsavedText>[] = []

/** What this person typed into a record earlier and what is not stored in it; nobody else's. */
export const useUnsavedTexts = (type: AnyRecordType, record: string): readonly Stored<UnsavedText>[] => {
  const services = useServices()
  const kept = isKept(type)
  const me = useQuery({ ...meOf(services), enabled: kept }).data
  const { data } = useQuery({
    ...aboutOf(services, UnsavedText, 'owner', me?.id ?? ''),
    enabled: kept && me !== undefined,
  })
  return useMemo(
    () =>
      data?.records.filter(
        (row) => row.owner === me?.id && row.recordType === type.name && row.record === record,
      ) ?? none,
    [data, me, type, record],
  )
}

/** Where text of this record waits that can't be stored in it; nothing for records of other sites. */
export const useTextKeeper = () => {
  const services = useServices()
  const client = useQueryClient()
  return (type: AnyRecordType, record: string): TextKeeper | undefined =>
    isKept(type)
      ? textRows({
          store: services.records.store(UnsavedText),
          owner: async () => (await client.fetchQuery(meOf(services))).id,
          recordType: type.name,
          record,
          onSettled: (row) => putStored(client, services, UnsavedText, row),
        })
      : undefined
}
