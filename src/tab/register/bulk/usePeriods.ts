import { useQuery } from '@tanstack/react-query'
import { StatusPeriod } from '../../../domain/records/statusPeriod.ts'
import { useServices } from '../../../ui/services.tsx'

/** Earlier statuses of everybody, archived ones too: a change that was undone is brought back, not made again. */
export const usePeriods = () => {
  const { school, records } = useServices()
  return useQuery({
    queryKey: ['periodsWithArchived', school.id],
    queryFn: async () => (await records.store(StatusPeriod).allWithArchived()).records,
    staleTime: 0,
    gcTime: 0,
  })
}
