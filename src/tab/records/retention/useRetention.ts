import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Audience } from '../../../domain/record.ts'
import { type Services, useServices } from '../../../ui/services.tsx'
import { lookedAt, readGrounds } from './grounds.ts'
import type { Reach } from './everything.ts'

export const reachOf = ({ records, files, school }: Services): Reach => ({
  records,
  files,
  audiences: Object.keys(school.sites) as Audience[],
})

const retentionOf = (services: Services) =>
  queryOptions({
    queryKey: ['retention', services.school.id],
    queryFn: () => readGrounds(reachOf(services), { only: lookedAt }),
  })

/** What the rules look at, of every pupil of the school, archived or not. */
export const useRetention = () => useQuery(retentionOf(useServices()))

/** After something was written or disposed of: every screen reads anew. */
export const useReadAnew = () => {
  const client = useQueryClient()
  const { school } = useServices()
  return async () => {
    await client.invalidateQueries({ queryKey: ['retention', school.id] })
    await client.invalidateQueries({ queryKey: ['records', school.id] })
  }
}
