import type { QueryClient } from '@tanstack/react-query'
import type { AnyRecordType, RecordOf } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import { Group } from '../../../domain/records/group.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Rate } from '../../../domain/records/rate.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { SlotPupil } from '../../../domain/records/slotPupil.ts'
import { SupportStaff } from '../../../domain/records/supportStaff.ts'
import type { Listing } from '../../../graph/storeTypes.ts'
import { orNone } from '../../../ui/orNone.ts'
import { allOf } from '../../../ui/records.ts'
import type { Services } from '../../../ui/services.tsx'
import type { DeployedRecords } from '../staff/useDeployed.ts'

/** What a what if may change, as the lists have it this moment; the screens then show it so too. */
export const freshRecords = async (
  client: QueryClient,
  services: Services,
  records: DeployedRecords,
): Promise<DeployedRecords> => {
  const read = async <R extends AnyRecordType>(type: R) => {
    const { records: rows } = await client.fetchQuery<Listing<RecordOf<R>>>({
      queryKey: allOf(services, type).queryKey,
      queryFn: () =>
        type.audience === 'staff' && services.school.sites.staff === undefined
          ? { records: [], unreadable: [] }
          : orNone(services.records.store(type).all()),
      staleTime: 0,
    })
    return rows
  }
  const [pupils, groups, allocations, rates, staff, slots, slotPupils] = await Promise.all([
    read(Pupil),
    read(Group),
    read(Allocation),
    read(Rate),
    read(SupportStaff),
    read(Slot),
    read(SlotPupil),
  ])
  return { ...records, pupils, groups, allocations, rates, staff, slots, slotPupils }
}
