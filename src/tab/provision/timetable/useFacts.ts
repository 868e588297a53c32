import { useMemo } from 'react'
import type { Day } from '../../../domain/rules/day.ts'
import { leaversOf, slotsUntilLeft, untilLeft } from '../../../domain/rules/leaving.ts'
import { timetableClashes } from '../../../domain/rules/timetableClashes.ts'
import { slotPupilsOf } from '../../../domain/rules/timetablePupils.ts'
import { peopleOf, purposesOf, type TimetableRecords } from './useTimetable.ts'

/** What follows from the records of the timetable, reckoned when one of them changes. */
export const useFacts = (
  { slots, lines, groups, pupils, provisions, staff, classes }: TimetableRecords,
  today: Day,
) => {
  const coming = useMemo(
    () => slotPupilsOf({ slots, allocations: lines, groups, pupils }).map(({ record }) => record),
    [slots, lines, groups, pupils],
  )
  const leavers = useMemo(() => leaversOf(pupils), [pupils])
  const clashes = useMemo(
    () =>
      timetableClashes(
        slotsUntilLeft(slots, lines, leavers).filter(({ until }) => until === null || until >= today),
        coming,
      ),
    [slots, lines, leavers, coming, today],
  )
  const people = useMemo(() => peopleOf(staff, classes, today), [staff, classes, today])
  const purposes = useMemo(
    () => purposesOf(groups, untilLeft(lines, leavers), provisions, pupils, today),
    [groups, lines, leavers, provisions, pupils, today],
  )
  return { coming, clashes, people, purposes }
}
