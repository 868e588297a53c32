import { useQueries, useQuery } from '@tanstack/react-query'
import { ofPupil, rowsOf } from '../../domain/duties/duty.ts'
import { duties } from '../../domain/duties/index.ts'
import type { Stored } from '../../domain/record.ts'
import { Service } from '../../domain/records/service.ts'
import type { ChronologyRecords } from '../../domain/rules/chronology.ts'
import { orNone } from '../../ui/orNone.ts'
import { aboutOf } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { allOrNone } from '../../ui/useSchool.ts'

const telling = duties.filter((duty) => duty.tells && ofPupil(duty))

/** What the duties tell in a pupil's chronology, and the queries that it comes from. */
export const useDutiesTold = (pupil: string) => {
  const services = useServices()
  const known = useQuery(allOrNone(services, Service))
  const lists = useQueries({
    queries: telling.map(({ type }) => ({
      ...aboutOf(services, type, 'pupil' as never, pupil),
      queryFn: () => orNone(services.records.store(type).about('pupil' as never, pupil)),
    })),
  })
  const names = new Map(
    ((known.data?.records ?? []) as readonly Stored<Service>[]).map((one) => [one.key, one.name]),
  )
  const told: NonNullable<ChronologyRecords['duties']> = telling.map((duty, at) => ({
    type: duty.type,
    rows: rowsOf(duty, (lists[at]?.data?.records ?? []) as readonly Stored<unknown>[]),
    tell: (row) =>
      duty.tells!(row as never, {
        nameOf: (type, key) => (type === 'Service' && key !== null ? (names.get(key) ?? null) : null),
      }),
  }))
  return { queries: [known, ...lists], told }
}
