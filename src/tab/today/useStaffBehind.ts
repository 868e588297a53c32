import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AnyRecordType } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { School } from '../../domain/records/school.ts'
import { Slot } from '../../domain/records/slot.ts'
import { SlotPupil } from '../../domain/records/slotPupil.ts'
import { StaffDay } from '../../domain/records/staffDay.ts'
import type { Stored } from '../../domain/record.ts'
import { staffDaysBehind, staffDaysWanted } from '../../domain/rules/staffDays.ts'
import { slotPupilWrites, unreadKeys } from '../../domain/rules/timetablePupils.ts'
import type { StaffBehind } from '../../domain/rules/todayTypes.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { orNone } from '../../ui/orNone.ts'
import { allOf } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import type { Lists } from './useSources.ts'

const nothing: StaffBehind = { names: 0, days: 0 }

/**
 * By how much the staff site's list of sessions is behind the records. Null until it is known; nothing where there is no
 * site for staff, nothing was ever shown on it, or its lists can't be read.
 */
export const useStaffBehind = (
  pupils: Listing<Pupil>,
  lists: Lists | null,
  school: Stored<School> | null,
  mayStaff: boolean | undefined,
): StaffBehind | null => {
  const services = useServices()
  const today = services.today()
  const enabled = mayStaff === true && lists !== null
  const queryOf = <R extends AnyRecordType>(type: R) => ({
    ...allOf(services, type),
    queryFn: () => orNone(services.records.store(type).all()),
    enabled,
  })
  const slots = useQuery(queryOf(Slot))
  const shown = useQuery(queryOf(SlotPupil))
  const days = useQuery(queryOf(StaffDay))
  const { allocations, groups, terms } = lists ?? {}
  const isLost = slots.isError || shown.isError || days.isError
  return useMemo(() => {
    if (mayStaff === undefined || lists === null) return null
    if (!mayStaff || isLost || !allocations || !groups || !terms) return nothing
    if (!slots.data || !shown.data || !days.data) return null
    // The first showing is a decision of its own, and no list that is behind.
    if (shown.data.records.length === 0) return nothing
    const names = slotPupilWrites(
      {
        slots: slots.data.records,
        allocations: allocations.records,
        groups: groups.records,
        pupils: pupils.records,
        unread: unreadKeys(slots.data, allocations, groups, pupils),
        shown: shown.data.records,
      },
      today,
    ).length
    const { toAdd, toChange, toRemove } = staffDaysBehind(
      staffDaysWanted(terms.records, school, today),
      days.data.records,
      unreadKeys(terms),
    )
    return { names, days: toAdd.length + toChange.length + toRemove.length }
  }, [
    mayStaff,
    isLost,
    lists,
    allocations,
    groups,
    terms,
    slots.data,
    shown.data,
    days.data,
    pupils,
    school,
    today,
  ])
}
