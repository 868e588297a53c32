import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Audience } from '../domain/record.ts'
import { useServices } from './services.tsx'

/**
 * Whether SharePoint lets this person into the site of an audience; false too where the school has no such site. It
 * chooses what a screen offers and protects nothing: Graph refuses whoever asks all the same.
 */
export const useMayRead = (audience: Audience): UseQueryResult<boolean> => {
  const { school, records } = useServices()
  return useQuery({
    queryKey: ['mayRead', school.id, audience],
    queryFn: () => records.mayRead(audience),
    staleTime: Infinity,
  })
}
