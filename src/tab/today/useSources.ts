import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { RecordOf } from '../../domain/record.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { orNone } from '../../ui/orNone.ts'
import { aboutOf, allOf } from '../../ui/records.ts'
import { type Services, useServices } from '../../ui/services.tsx'
import { type Source, type SourceName, sources } from './turns.ts'

export type Lists = { readonly [N in SourceName]?: Listing<RecordOf<(typeof sources)[N]['type']>> }
/** A list without which a part of the work is missing. */
export type Failed = {
  readonly name: SourceName
  readonly list: string
  readonly trouble: Trouble
  /** Nothing of it was ever read. */
  readonly lost: boolean
  retry(): void
}

const queryOf = (services: Services, { type, later = false, only }: Source) => {
  const query = only ? aboutOf(services, type, only.field as never, only.value) : allOf(services, type)
  if (!later) return query
  const store = services.records.store(type)
  return {
    ...query,
    queryFn: () => orNone(only ? store.about(only.field as never, only.value) : store.all()),
  }
}

/** These lists, all asked for at once; `settled` when each has come or failed, so that they are drawn together. */
export const useSources = (names: readonly SourceName[], enabled = true) => {
  const services = useServices()
  const client = useQueryClient()
  const combine = useCallback(
    (results: UseQueryResult<Listing<unknown>>[]) => ({
      lists: Object.fromEntries(names.map((name, at) => [name, results[at]!.data])) as Lists,
      settled: results.every(({ isPending }) => !isPending),
      troubles: names.flatMap((name, at) => {
        const { isError, error, data } = results[at]!
        return isError ? [{ name, trouble: troubleOf(error), lost: data === undefined }] : []
      }),
    }),
    [names],
  )
  const { lists, settled, troubles } = useQueries({
    queries: names.map((name) => ({ ...queryOf(services, sources[name]), enabled })) as never[],
    combine: combine as never,
  }) as ReturnType<typeof combine>
  const failed = troubles.map((each): Failed => ({
    ...each,
    list: sources[each.name].type.list,
    retry: () => void client.refetchQueries({ queryKey: queryOf(services, sources[each.name]).queryKey }),
  }))
  return { lists, settled, failed }
}
