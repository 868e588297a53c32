import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { TermDate } from '../domain/records/termDate.ts'
import { calendarOf, type SchoolCalendar } from '../domain/rules/schoolCalendar.ts'
import type { Listing } from '../graph/storeTypes.ts'
import { orNone } from './orNone.ts'
import { allOf } from './records.ts'
import { type Services, useServices } from './services.tsx'

const termDatesOf = (services: Services) =>
  queryOptions<Listing<TermDate>>({
    queryKey: allOf(services, TermDate).queryKey,
    queryFn: () => orNone(services.records.store(TermDate).all()),
  })

/** The school's own days; without recorded terms its school days are estimates (`knowsYear`). */
export const useCalendar = (): UseQueryResult<SchoolCalendar> =>
  useQuery({ ...termDatesOf(useServices()), select: ({ records }) => calendarOf(records) })
