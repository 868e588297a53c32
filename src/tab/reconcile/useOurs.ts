import { useQuery } from '@tanstack/react-query'
import { ListDecision } from '../../domain/records/listDecision.ts'
import { Review } from '../../domain/records/review.ts'
import { StatusPeriod } from '../../domain/records/statusPeriod.ts'
import { readExisting } from '../../importing/index.ts'
import { useServices } from '../../ui/services.tsx'

export const oursKey = (school: string) => ['reconcileOurs', school] as const

/** Our side of a comparison, read afresh: pupils with the archived ones, and what was settled before. */
export const useOurs = () => {
  const { school, records } = useServices()
  return useQuery({
    queryKey: oursKey(school.id),
    queryFn: async () => {
      const [existing, reviews, decisions, periods] = await Promise.all([
        readExisting(records),
        records.store(Review).all(),
        records.store(ListDecision).allWithArchived(),
        records.store(StatusPeriod).allWithArchived(),
      ])
      return { existing, reviews: reviews.records, decisions: decisions.records, periods: periods.records }
    },
    staleTime: 0,
    gcTime: 0,
  })
}
export type Ours = NonNullable<ReturnType<typeof useOurs>['data']>
