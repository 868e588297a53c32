import { useQuery } from '@tanstack/react-query'
import { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import { Cycle } from '../../../domain/records/cycle.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { orNone } from '../../../ui/orNone.ts'
import { aboutOf, useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { allOrNone } from '../../../ui/useSchool.ts'

/** What the conversations of the year are reckoned from: pupils, contact with parents, plans, the school’s days. */
export const useTalkQueries = () => {
  const services = useServices()
  const pupils = useAll(Pupil)
  const entries = useQuery({
    ...aboutOf(services, ChronologyEntry, 'kind', 'parents'),
    queryFn: () => orNone(services.records.store(ChronologyEntry).about('kind', 'parents')),
  })
  const cycles = useQuery(allOrNone(services, Cycle))
  return [pupils, entries, cycles, useCalendar()] as const
}
