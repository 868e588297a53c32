import { useQuery } from '@tanstack/react-query'
import type { Stored } from '../../../domain/record.ts'
import { Publication } from '../../../domain/records/publication.ts'
import { StaffProfile } from '../../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../../domain/records/staffTarget.ts'
import type { Shown } from '../../../jobs/publishing.ts'
import { useServices } from '../../../ui/services.tsx'

export type StaffRows = { readonly shown: Shown; readonly publications: readonly Stored<Publication>[] }

/** What staff see of everybody, archived rows too; null where the school has no site for staff. */
export const useStaffRows = () => {
  const { school, records } = useServices()
  return useQuery({
    queryKey: ['bulkStaffRows', school.id],
    queryFn: async (): Promise<StaffRows | null> => {
      if (school.sites.staff === undefined) return null
      const [profiles, targets, publications] = await Promise.all([
        records.store(StaffProfile).allWithArchived(),
        records.store(StaffTarget).allWithArchived(),
        records.store(Publication).allWithArchived(),
      ])
      return {
        shown: { profiles: profiles.records, targets: targets.records },
        publications: publications.records,
      }
    },
    staleTime: 0,
    gcTime: 0,
  })
}
