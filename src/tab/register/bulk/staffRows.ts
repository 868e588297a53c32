import { useQuery } from '@tanstack/react-query'
import { Publication } from '../../../domain/records/publication.ts'
import { StaffProfile } from '../../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../../domain/records/staffTarget.ts'
import type { Known } from '../../../jobs/publishing.ts'
import { useServices } from '../../../ui/services.tsx'

export type StaffRows = Omit<Known, 'today'>

/** What staff see of everybody, archived rows too, and who looks; null where the school has no site for staff. */
export const useStaffRows = () => {
  const { school, records, me } = useServices()
  return useQuery({
    queryKey: ['bulkStaffRows', school.id],
    queryFn: async (): Promise<StaffRows | null> => {
      if (school.sites.staff === undefined) return null
      const [profiles, targets, publications, { displayName }] = await Promise.all([
        records.store(StaffProfile).allWithArchived(),
        records.store(StaffTarget).allWithArchived(),
        records.store(Publication).allWithArchived(),
        me(),
      ])
      return {
        shown: { profiles: profiles.records, targets: targets.records },
        publications: publications.records,
        by: displayName,
      }
    },
    staleTime: 0,
    gcTime: 0,
  })
}
