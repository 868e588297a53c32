import { useMemo } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import type { Group } from '../../../domain/records/group.ts'
import type { Provision } from '../../../domain/records/provision.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import type { Slot } from '../../../domain/records/slot.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { timetableClashes } from '../../../domain/rules/timetableClashes.ts'
import { slotPupilsOf } from '../../../domain/rules/timetablePupils.ts'
import { peopleOf, purposesOf } from './useTimetable.ts'

/** What follows from the records of the timetable, reckoned when one of them changes. */
export const useFacts = ({
  slots,
  lines,
  groups,
  pupils,
  provisions,
  staff,
  classes,
  today,
}: {
  slots: readonly Stored<Slot>[]
  lines: readonly Stored<Allocation>[]
  groups: readonly Stored<Group>[]
  pupils: readonly Stored<Pupil>[]
  provisions: readonly Stored<Provision>[]
  staff: Parameters<typeof peopleOf>[0]
  classes: Parameters<typeof peopleOf>[1]
  today: Day
}) => {
  const sources = useMemo(
    () => ({ slots, allocations: lines, groups, pupils }),
    [slots, lines, groups, pupils],
  )
  const coming = useMemo(() => slotPupilsOf(sources).map(({ record }) => record), [sources])
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
