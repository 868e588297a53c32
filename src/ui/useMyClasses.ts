import { useQuery } from '@tanstack/react-query'
import { ClassTeacher } from '../domain/records/classTeacher.ts'
import { classesOf } from '../domain/rules/classStaff.ts'
import { orNone } from './orNone.ts'
import { allOf } from './records.ts'
import { useServices } from './services.tsx'

/** Who is put down for which class; a school that has not made that list yet has nobody. */
export const useClassStaff = () => {
  const services = useServices()
  return useQuery({
    queryKey: allOf(services, ClassTeacher).queryKey,
    queryFn: async () =>
      services.school.sites.staff === undefined
        ? { records: [], unreadable: [] }
        : orNone(services.records.store(ClassTeacher).all()),
  })
}

/** The classes that the signed-in person is put down for today: a filter, never a wall. Null until it is known. */
export const useMyClasses = (): readonly string[] | null => {
  const { school, me, today } = useServices()
  const staff = useClassStaff()
  const who = useQuery({ queryKey: ['me', school.id], queryFn: () => me(), staleTime: Infinity })
  // Who can't be told gets everybody's profiles, as if no class were theirs.
  if (staff.isError || who.isError) return []
  return staff.data && who.data ? classesOf(staff.data.records, who.data.userPrincipalName, today()) : null
}
