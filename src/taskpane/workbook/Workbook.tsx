import { Skeleton, SkeletonItem } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Allocation } from '../../domain/records/allocation.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { Provision } from '../../domain/records/provision.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Rate } from '../../domain/records/rate.ts'
import { allOf } from '../../ui/records.ts'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useSchool } from '../../ui/useSchool.ts'
import { MapPane } from './MapPane.tsx'

const Shape = () => (
  <Skeleton aria-label="Reading the school’s records" style={{ display: 'grid', gap: 12, padding: 12 }}>
    <SkeletonItem size={32} />
    <SkeletonItem size={96} />
    <SkeletonItem size={32} />
  </Skeleton>
)

/** The Excel half of the task pane: a costed provision map of the school, a year group, a level or one pupil. */
export const Workbook = () => {
  const services = useServices()
  const queries = [
    useQuery(allOf(services, Pupil)),
    useQuery(allOf(services, Provision)),
    useQuery(allOf(services, Allocation)),
    useQuery(allOf(services, Rate)),
    useQuery(allOf(services, Outcome)),
    useSchool(),
  ] as const
  return (
    <Loaded queries={queries} shape={<Shape />}>
      {(pupils, provisions, allocations, rates, outcomes, school) => (
        <>
          <Unreadable listings={[pupils, provisions, allocations, rates]} />
          {allocations.records.length === 0 ? (
            <Notice
              title="No provision yet"
              todo="A map shows the support that pupils get. Add it in Teams, on a pupil’s page under Provision, then come back here."
            />
          ) : (
            <MapPane
              records={{
                school: school ?? undefined,
                schoolName: school?.name ?? services.school.name,
                pupils: pupils.records,
                provisions: provisions.records,
                allocations: allocations.records,
                rates: rates.records,
                outcomes: outcomes.records,
                today: services.today(),
              }}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
