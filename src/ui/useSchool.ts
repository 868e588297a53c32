import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Stored } from '../domain/record.ts'
import { School } from '../domain/records/school.ts'
import type { ReviewSettings } from '../domain/rules/reviewDates.ts'
import { setting, settingsOn } from '../domain/rules/settings.ts'
import { allOf } from './records.ts'
import { useServices } from './services.tsx'

export const reviewSettingsOf = (school: School | null | undefined): ReviewSettings => ({
  reportDays: setting(school ?? undefined, 'reportDays'),
  leadDays: setting(school ?? undefined, 'leadDays'),
})

/** The school's settings in force today; null where it has settled nothing yet. */
export const useSchool = (): UseQueryResult<Stored<School> | null> => {
  const services = useServices()
  const today = services.today()
  return useQuery({
    ...allOf(services, School),
    select: ({ records }) => settingsOn(records, today) ?? null,
  })
}

export const useReviewSettings = (): UseQueryResult<ReviewSettings> => {
  const services = useServices()
  const today = services.today()
  return useQuery({
    ...allOf(services, School),
    select: ({ records }) => reviewSettingsOf(settingsOn(records, today)),
  })
}
