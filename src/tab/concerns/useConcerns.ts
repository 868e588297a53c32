import type { Stored } from '../../domain/record.ts'
import type { Concern } from '../../domain/records/concern.ts'
import { StaffConcern } from '../../domain/records/staffConcern.ts'
import { TeacherAsk } from '../../domain/records/teacherAsk.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { orNone } from '../../ui/orNone.ts'
import { useQuery } from '@tanstack/react-query'
import { allOf, useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import type { AnyRecordType, RecordOf } from '../../domain/record.ts'

/** A list of the staff site that a school may not have made yet: then nothing is in it. */
const useStaffList = <R extends AnyRecordType>(type: R) => {
  const services = useServices()
  return useQuery({
    queryKey: allOf(services, type).queryKey,
    queryFn: async () =>
      services.school.sites.staff === undefined
        ? { records: [] as Stored<RecordOf<R>>[], unreadable: [] }
        : orNone(services.records.store(type).all()),
  })
}

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
