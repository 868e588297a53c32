import { useQuery } from '@tanstack/react-query'
import { useMayRead } from '../../ui/access.ts'
import type { Day } from '../../domain/rules/day.ts'
import { useServices } from '../../ui/services.tsx'
import { readSchoolFigures, trustKey } from '../trust/useTrust.ts'

/** When the school last sent its figures; null where it never did, has no site for them, or that can't be read. */
export const useFiguresSent = (enabled: boolean): Day | null => {
  const services = useServices()
  const may = useMayRead('governors')
  const { data } = useQuery({
    queryKey: trustKey(services.school.id),
    queryFn: () => readSchoolFigures(services),
    enabled: enabled && may.data === true,
  })
  return data?.on ?? null
}
