import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { CensusSetting } from '../../domain/records/censusSetting.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { orNone } from '../../ui/orNone.ts'
import { allOf } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'

/** Census days and types of need as the school wrote them down; none where the list is not there yet. */
export const useCensusSettings = (): UseQueryResult<Listing<CensusSetting>> => {
  const services = useServices()
  return useQuery<Listing<CensusSetting>>({
    queryKey: allOf(services, CensusSetting).queryKey,
    queryFn: () => orNone(services.records.store(CensusSetting).all()),
  })
}
