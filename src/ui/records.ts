import { queryOptions, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { Problem } from '../domain/problem.ts'
import type { AnyRecordType, Kept, RecordOf, Stored } from '../domain/record.ts'
import type { Listing } from '../graph/storeTypes.ts'
import { firstPageKey, isReadByChanges, readKept } from './keptLists.ts'
import { type Services, useServices } from './services.tsx'

type About = { readonly field: string; readonly value: string }
type Name = readonly ['records', string, string, About | null]

const nameOf = (services: Services, type: AnyRecordType, about: About | null): Name => [
  'records',
  services.school.id,
  type.name,
  about,
]

/** SharePoint answers a person without access with an empty list: that is told apart here. */
const orNoAccess = async <T>(services: Services, type: AnyRecordType, listing: Listing<T>) => {
  if (listing.records.length === 0 && !(await services.records.mayRead(type.audience)))
    throw new Problem({ code: 'noAccess', to: type.list }, `No access to ${type.list}`)
  return listing
}

/** The query of a whole list, for screens that wait for several at once. */
export const allOf = <R extends AnyRecordType>(services: Services, type: R) =>
  queryOptions<Listing<RecordOf<R>>>({
    queryKey: nameOf(services, type, null),
    queryFn: async ({ client, queryKey }) =>
      orNoAccess(
        services,
        type,
        isReadByChanges(type)
          ? ((await readKept(services, type, client, queryKey)) as unknown as Listing<RecordOf<R>>)
          : await services.records.store(type).all(),
      ),
    // What did not change is the same object already; to look into each of 50,000 rows for it takes long.
    ...(isReadByChanges(type) ? { structuralSharing: false } : {}),
  })

export const aboutOf = <R extends AnyRecordType>(
  services: Services,
  type: R,
  field: keyof RecordOf<R> & string,
  value: string,
) =>
  queryOptions<Listing<RecordOf<R>>>({
    queryKey: nameOf(services, type, { field, value }),
    queryFn: async () => orNoAccess(services, type, await services.records.store(type).about(field, value)),
  })

/** Every record of a type that is not archived. */
export const useAll = <R extends AnyRecordType>(type: R) => useQuery(allOf(useServices(), type))

/** The first page of a long list while the rest of it is still read for the first time; undefined before and after. */
export const useFirstPage = <R extends AnyRecordType>(type: R): Listing<RecordOf<R>> | undefined => {
  const services = useServices()
  const whole = useAll(type)
  const { data } = useQuery<Listing<RecordOf<R>> | null>({
    queryKey: firstPageKey(services, type),
    queryFn: () => null,
    enabled: false,
    structuralSharing: false,
    gcTime: 0,
  })
  return whole.data === undefined && !whole.isError ? (data ?? undefined) : undefined
}

/** The records of a type that point to another: `useAbout(Need, 'pupil', key)`. */
export const useAbout = <R extends AnyRecordType>(
  type: R,
  field: keyof RecordOf<R> & string,
  value: string,
) => useQuery(aboutOf(useServices(), type, field, value))

/** One record by its own key; taken from a list that was read before, where there is one. */
export const useOne = <R extends AnyRecordType>(type: R, key: string) => {
  const services = useServices()
  const client = useQueryClient()
  return useQuery({
    queryKey: nameOf(services, type, { field: 'key', value: key }),
    queryFn: async (): Promise<Listing<RecordOf<R>>> => ({
      records: [await services.records.store(type).byKey(key)],
      unreadable: [],
    }),
    initialData: () => {
      const known = client.getQueryData(allOf(services, type).queryKey)
      const found = known?.records.find((record) => record.key === key)
      return found && { records: [found], unreadable: [] }
    },
    initialDataUpdatedAt: () => client.getQueryState(allOf(services, type).queryKey)?.dataUpdatedAt,
    select: ({ records }): Stored<RecordOf<R>> => records[0]!,
  })
}

/** Puts what was just stored into everything that shows this type, so that no screen lags behind a save. */
export const putStored = (
  client: QueryClient,
  services: Services,
  type: AnyRecordType,
  stored: Stored<unknown>,
): void => {
  const queries = client.getQueryCache().findAll({ queryKey: ['records', services.school.id, type.name] })
  for (const { queryKey } of queries) {
    const about = queryKey[3] as About | null
    const belongs =
      (!stored.archived || about?.field === 'key') &&
      (!about || (stored as Record<string, unknown>)[about.field] === about.value)
    client.setQueryData<Listing<Kept>>(queryKey, (listing) => listing && placed(listing, stored, belongs))
  }
}

const placed = (listing: Listing<Kept>, stored: Kept, belongs: boolean): Listing<Kept> => {
  const others = (record: Kept) => record.key !== stored.key
  if (!belongs) return { ...listing, records: listing.records.filter(others) }
  const known = listing.records.some((record) => !others(record))
  return {
    ...listing,
    records: known
      ? listing.records.map((record) => (others(record) ? record : stored))
      : [...listing.records, stored],
  }
}

/** What `putStored` needs, bound to the open school. */
export const usePutStored = () => {
  const client = useQueryClient()
  const services = useServices()
  return (type: AnyRecordType, stored: Stored<unknown>) => putStored(client, services, type, stored)
}
