import type { Stored } from '../../domain/record.ts'
import type { Concern } from '../../domain/records/concern.ts'
import { StaffConcern } from '../../domain/records/staffConcern.ts'
import { TeacherAsk } from '../../domain/records/teacherAsk.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { useStaffList } from '../../ui/ledger/useStaffList.ts'
import { useAll } from '../../ui/records.ts'

/** What the SENCO's screens of concerns are made of. */
export const useSaid = () => ({ asks: useStaffList(TeacherAsk), said: useStaffList(StaffConcern) })

export const usePupils = () => useAll(Pupil)

/** Open ones first, the longest waiting on top; then those decided, the newest first. */
export const inOrder = (
  concerns: readonly Stored<Concern>[],
  isOver: (one: Stored<Concern>) => boolean,
): Stored<Concern>[] =>
  concerns.toSorted((a, b) => {
    const [overA, overB] = [isOver(a), isOver(b)]
    if (overA !== overB) return overA ? 1 : -1
    return (a.raisedOn < b.raisedOn ? -1 : 1) * (overA ? -1 : 1)
  })
