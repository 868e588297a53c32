import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { AnyRecordType, RecordOf, Stored } from '../domain/record.ts'
import { DateLimit } from '../domain/records/dateLimit.ts'
import { MinutesLayout } from '../domain/records/minutesLayout.ts'
import { School } from '../domain/records/school.ts'
import { reviewSettingsOf, type ReviewSettings } from '../domain/rules/reviewSettings.ts'
import { settingsOn } from '../domain/rules/settings.ts'
import type { Listing } from '../graph/storeTypes.ts'
import { orNone } from './orNone.ts'
import { allOf } from './records.ts'
import { type Services, useServices } from './services.tsx'

/** The school's settings in force today; null where it has settled nothing yet. */
export const useSchool = (): UseQueryResult<Stored<School> | null> => {
  const services = useServices()
  const today = services.today()
  return useQuery({
    ...allOf(services, School),
    select: ({ records }) => settingsOn(records, today) ?? null,
  })
}

/** All rows of a list that a school set up earlier may not have yet: then there are none. */
export const allOrNone = <R extends AnyRecordType>(services: Services, type: R) =>
  queryOptions<Listing<RecordOf<R>>>({
    queryKey: allOf(services, type).queryKey,
    queryFn: () => orNone(services.records.store(type).all()),
  })

/** What authorities and the school ask beyond the law. */
export const useLimits = (): UseQueryResult<Listing<DateLimit>> =>
  useQuery(allOrNone(useServices(), DateLimit))

/** In which order the school and authorities want the minutes. */
export const useLayouts = (): UseQueryResult<Listing<MinutesLayout>> =>
  useQuery(allOrNone(useServices(), MinutesLayout))

/** What the rules for reviews need: the school's settings in force today, and all local limits. */
export const useReviewSettings = (): UseQueryResult<ReviewSettings> => {
  const services = useServices()
  const today = services.today()
  const limits = useLimits()
  const settings = useQuery({
    ...allOf(services, School),
    select: ({ records }) => reviewSettingsOf(settingsOn(records, today), limits.data?.records),
  })
  // Dates without the local limits could be too late: both or nothing.
  return limits.data === undefined ? (limits as UseQueryResult<never>) : settings
}
