import { useMemo } from 'react'
import type { Day } from '../../../domain/rules/day.ts'
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
  const clashes = useMemo(
    () =>
      timetableClashes(
        slots.filter(({ until }) => until === null || until >= today),
        coming,
      ),
    [slots, coming, today],
  )
  const people = useMemo(() => peopleOf(staff, classes, today), [staff, classes, today])
  const purposes = useMemo(
    () => purposesOf(groups, lines, provisions, pupils, today),
    [groups, lines, provisions, pupils, today],
  )
  return { coming, clashes, people, purposes }
}
