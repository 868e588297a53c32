import { useMemo } from 'react'
import { Allocation } from '../../../domain/records/allocation.ts'
import { Group } from '../../../domain/records/group.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { SlotPupil } from '../../../domain/records/slotPupil.ts'
import { unreadKeys } from '../../../domain/rules/timetablePupils.ts'
import { useStaffList } from '../../../ui/ledger/useStaffList.ts'
import { useAll } from '../../../ui/records.ts'
import { StaffCopies } from './StaffCopies.tsx'

/** Beside whatever changes who comes when: says that staff see an older list, where they do. */
export const StaffCopiesHere = () => {
  const slots = useStaffList(Slot).data
  const shown = useStaffList(SlotPupil).data
  const allocations = useAll(Allocation).data
  const groups = useAll(Group).data
  const pupils = useAll(Pupil).data
  const sources = useMemo(
    () =>
      slots && allocations && groups && pupils
        ? {
            slots: slots.records,
            allocations: allocations.records,
            groups: groups.records,
            pupils: pupils.records,
            unread: unreadKeys(slots, allocations, groups, pupils),
          }
        : null,
    [slots, allocations, groups, pupils],
  )
  if (!sources || !shown || sources.slots.length === 0) return null
  return <StaffCopies sources={sources} shown={shown.records} />
}
