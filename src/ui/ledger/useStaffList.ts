import { useQuery } from '@tanstack/react-query'
import type { AnyRecordType, RecordOf } from '../../domain/record.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { orNone } from '../orNone.ts'
import { allOf } from '../records.ts'
import { useServices } from '../services.tsx'

/** Every row of a list of the staff site; none where the school has no such site, or hasn't made the list yet. */
export const useStaffList = <R extends AnyRecordType>(type: R) => {
  const services = useServices()
  return useQuery<Listing<RecordOf<R>>>({
    queryKey: allOf(services, type).queryKey,
    queryFn: async () =>
      services.school.sites.staff === undefined
        ? { records: [], unreadable: [] }
        : orNone(services.records.store(type).all()),
  })
}
