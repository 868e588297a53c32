import { Allocation } from '../../../domain/records/allocation.ts'
import { Group } from '../../../domain/records/group.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { SlotPupil } from '../../../domain/records/slotPupil.ts'
import { useStaffList } from '../../../ui/ledger/useStaffList.ts'
import { useAll } from '../../../ui/records.ts'
import { StaffCopies } from './StaffCopies.tsx'

/** Beside whatever changes who comes when: says that staff see an older list, where they do. */
export const StaffCopiesHere = () => {
  const slots = useStaffList(Slot).data?.records
  const shown = useStaffList(SlotPupil).data?.records
  const allocations = useAll(Allocation).data?.records
  const groups = useAll(Group).data?.records
  const pupils = useAll(Pupil).data?.records
  if (!slots || !shown || !allocations || !groups || !pupils || slots.length === 0) return null
  return <StaffCopies sources={{ slots, allocations, groups, pupils }} shown={shown} />
}
