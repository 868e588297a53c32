import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import { Delivery } from '../../domain/records/delivery.ts'
import { addDays, type Day, mondayOf } from '../../domain/rules/day.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { orNone } from '../orNone.ts'
import { aboutOf } from '../records.ts'
import { type Services, useServices } from '../services.tsx'

/** The Mondays of the weeks that two days and all between them lie in. */
export const weeksIn = (from: Day, until: Day): Day[] => {
  const weeks: Day[] = []
  for (let week = mondayOf(from); week <= until; week = addDays(week, 7)) weeks.push(week)
  return weeks
}

/** The logs of one week, of everybody. */
export const deliveriesOf = (services: Services, week: Day) => ({
  ...aboutOf(services, Delivery, 'week', week),
  queryFn: async () =>
    services.school.sites.staff === undefined
      ? { records: [], unreadable: [] }
      : orNone(services.records.store(Delivery).about('week', week)),
})

/**
 * What was logged in these weeks. The log grows to hundreds of thousands of rows, and SharePoint refuses a range of
 * days in a list of that length: it is read by the indexed week, a request for each, and a week that was read stays.
 */
export const useDeliveries = (weeks: readonly Day[], enabled = true): UseQueryResult<Listing<Delivery>> => {
  const services = useServices()
  const combine = useCallback((results: UseQueryResult<Listing<Delivery>>[]) => {
    const failed = results.find(({ isError }) => isError)
    const whole = results.every(({ data }) => data !== undefined)
    return {
      data: whole
        ? {
            records: results.flatMap(({ data }) => data!.records),
            unreadable: results.flatMap(({ data }) => data!.unreadable),
          }
        : undefined,
      isError: failed !== undefined,
      isPending: !whole,
      error: failed?.error ?? null,
      dataUpdatedAt: Math.min(...results.map(({ dataUpdatedAt }) => dataUpdatedAt)),
      refetch: () => Promise.all(results.filter(({ isError }) => isError).map(({ refetch }) => refetch())),
    }
  }, [])
  return useQueries({
    queries: weeks.map((week) => ({ ...deliveriesOf(services, week), enabled })),
    combine,
  }) as unknown as UseQueryResult<Listing<Delivery>>
}
