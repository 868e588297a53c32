import { t } from '../../words/t.ts'
import { Skeleton, SkeletonItem } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { findMaps } from '../../host/excel.ts'
import { gatherMap } from '../../ui/gatherMap.ts'
import { allOf } from '../../ui/records.ts'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { InBook } from './InBook.tsx'
import { MapPane } from './MapPane.tsx'
import { mapsInBook } from './mapsInBook.ts'

const Shape = () => (
  <Skeleton aria-label={t`Reading the school’s records`} style={{ display: 'grid', gap: 12, padding: 12 }}>
    <SkeletonItem size={32} />
    <SkeletonItem size={96} />
    <SkeletonItem size={32} />
  </Skeleton>
)

/** The Excel half of the task pane: a costed provision map of the school, a year group, a level or one pupil. */
export const Workbook = () => {
  const services = useServices()
  const client = useQueryClient()
  const today = services.today()
  const map = useQuery({
    queryKey: ['provisionMap', services.school.id, today],
    queryFn: () =>
      gatherMap((type) => client.fetchQuery(allOf(services, type)), {
        schoolName: services.school.name,
        today,
      }),
  })
  // An Excel that is too old for maps has none.
  const inBook = useQuery({ queryKey: mapsInBook, queryFn: findMaps, retry: false })
  const [looking, setLooking] = useState(false)
  const maps = inBook.data ?? []
  return (
    <Loaded queries={[map]} shape={<Shape />}>
      {({ records, listings }) => (
        <>
          <Unreadable listings={listings} />
          {maps.length > 0 && (
            <InBook maps={maps} pupil={records.pupils[0] as Stored<Pupil> | undefined} onBusy={setLooking} />
          )}
          {records.allocations.length === 0 ? (
            <Notice
              title={t`No provision yet`}
              todo={t`A map shows the support that pupils get. Add it in Teams, on a pupil’s page under Provision, then come back here.`}
            />
          ) : (
            <div style={{ display: looking ? 'none' : 'contents' }}>
              <MapPane records={records} />
            </div>
          )}
        </>
      )}
    </Loaded>
  )
}
