import { useQuery } from '@tanstack/react-query'
import { movingFacts, type MovingFacts } from '../../../domain/duties/moving.ts'
import type { Stored } from '../../../domain/record.ts'
import { Hold } from '../../../domain/records/hold.ts'
import { NeedsAssessment } from '../../../domain/records/needsAssessment.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { RetentionRule } from '../../../domain/records/retentionRule.ts'
import type { School } from '../../../domain/records/school.ts'
import { Transfer } from '../../../domain/records/transfer.ts'
import { TransitionVisit } from '../../../domain/records/transitionVisit.ts'
import type { Listing } from '../../../graph/storeTypes.ts'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { allOrNone, useReviewSettings } from '../../../ui/useSchool.ts'

const rowsOf = <T>(listing: Listing<T> | undefined) => (listing?.records ?? []) as readonly Stored<T>[]

/** What duties about pupils who move reckon with, and the queries that it comes from. */
export const useMoving = () => {
  const services = useServices()
  const today = services.today()
  const pupils = useAll(Pupil)
  const calendar = useCalendar()
  const review = useReviewSettings()
  const transfers = useQuery(allOrNone(services, Transfer))
  const visits = useQuery(allOrNone(services, TransitionVisit))
  const retentionRules = useQuery(allOrNone(services, RetentionRule))
  const holds = useQuery(allOrNone(services, Hold))
  const assessments = useQuery(allOrNone(services, NeedsAssessment))
  const queries = [pupils, calendar, review, transfers, visits, retentionRules, holds, assessments] as const
  const facts = (school: School | null): MovingFacts | undefined =>
    calendar.data && review.data
      ? movingFacts(
          {
            pupils: rowsOf(pupils.data),
            transfers: rowsOf(transfers.data),
            visits: rowsOf(visits.data),
            keeping: {
              retentionRules: rowsOf(retentionRules.data),
              holds: rowsOf(holds.data),
              assessments: rowsOf(assessments.data),
            },
          },
          calendar.data,
          school,
          review.data,
          today,
        )
      : undefined
  return { queries, facts, isReady: queries.every(({ data }) => data !== undefined) }
}
