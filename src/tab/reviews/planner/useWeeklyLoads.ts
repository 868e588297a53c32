import { queryOptions, useQuery } from '@tanstack/react-query'
import { WeeklyLoad } from '../../../domain/records/weeklyLoad.ts'
import type { Listing } from '../../../graph/storeTypes.ts'
import { orNone } from '../../../ui/orNone.ts'
import { allOf } from '../../../ui/records.ts'
import { type Services, useServices } from '../../../ui/services.tsx'

const loadsOf = (services: Services) =>
  queryOptions<Listing<WeeklyLoad>>({
    queryKey: allOf(services, WeeklyLoad).queryKey,
    queryFn: () => orNone(services.records.store(WeeklyLoad).all()),
  })

/** The stretches in which another number of meetings a week can be held than usual. */
export const useWeeklyLoads = () => useQuery(loadsOf(useServices()))
