import { t } from '../../../words/t.ts'
import type { Stored } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import { Group } from '../../../domain/records/group.ts'
import { Provision } from '../../../domain/records/provision.ts'
import { fullName, Pupil } from '../../../domain/records/pupil.ts'
import type { School } from '../../../domain/records/school.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { SupportStaff } from '../../../domain/records/supportStaff.ts'
import type { Day } from '../../../domain/rules/day.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { useStaffList } from '../../../ui/ledger/useStaffList.ts'
import { useAll } from '../../../ui/records.ts'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { useClassStaff } from '../../../ui/useMyClasses.ts'
import { allOrNone, useSchool } from '../../../ui/useSchool.ts'
import { useQuery } from '@tanstack/react-query'
import { useServices } from '../../../ui/services.tsx'
import type { StaffRole } from '../shared/roles.ts'

/** Everything that the timetable of support is drawn from. */
export const useTimetable = () => {
  const services = useServices()
  return [
    useStaffList(Slot),
    useAll(Allocation),
    useAll(Group),
    useAll(Pupil),
    useAll(Provision),
    useQuery(allOrNone(services, SupportStaff)),
    useClassStaff(),
    useCalendar(),
    useSchool(),
  ] as const
}

/** The same as plain rows. */
export type TimetableRecords = {
  readonly slots: readonly Stored<Slot>[]
  readonly lines: readonly Stored<Allocation>[]
  readonly groups: readonly Stored<Group>[]
  readonly pupils: readonly Stored<Pupil>[]
  readonly provisions: readonly Stored<Provision>[]
  readonly staff: Parameters<typeof peopleOf>[0]
  readonly classes: Parameters<typeof peopleOf>[1]
  readonly calendar: SchoolCalendar
  readonly settings: School | null
}

/** Who can give support: by name, with the address that they sign in with where it is known. */
export type Person = {
  readonly name: string
  readonly userPrincipalName: string | null
  readonly role: StaffRole | null
}

const roleIn = { teacher: 'teacher', subject: 'teacher', tutor: 'teacher', ta: 'ta' } as const

/** People to choose from: support staff first, then those put down for classes; each name once. */
export const peopleOf = (
  staff: readonly SupportStaff[],
  classes: readonly {
    readonly name: string
    readonly userPrincipalName: string | null
    readonly role: keyof typeof roleIn
  }[],
  today: Day,
): Person[] => {
  const found = new Map<string, Person>()
  for (const { name, userPrincipalName, role, until } of staff)
    if (!until || until >= today) found.set(name, { name, userPrincipalName, role })
  for (const { name, userPrincipalName, role } of classes) {
    const known = found.get(name)
    if (!known) found.set(name, { name, userPrincipalName, role: roleIn[role] })
    else if (!known.userPrincipalName) found.set(name, { ...known, userPrincipalName })
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** What a time in the week can be for: a group, or one pupil's own line. */
export type Purpose = {
  readonly key: string
  readonly text: string
  readonly given: Partial<Slot>
}

const isOpen = ({ until }: { until: string | null }, today: Day) => until === null || until >= today

/** Groups and single lines that still run, with what a time for them begins with. */
export const purposesOf = (
  groups: readonly Stored<Group>[],
  lines: readonly Stored<Allocation>[],
  provisions: readonly Stored<Provision>[],
  pupils: readonly Stored<Pupil>[],
  today: Day,
): Purpose[] => {
  const offered = new Map(provisions.map((one) => [one.key, one.name]))
  const known = new Map(pupils.map((one) => [one.key, one]))
  const shared = (of: Group | Allocation) => ({
    provision: of.provision,
    minutes: of.minutes,
    from: of.from > today ? of.from : today,
    until: of.until,
    role: of.role,
    staff: of.staff,
    place: of.place,
    everyWeeks: (of.sessionsPerWeek !== null && of.sessionsPerWeek < 1
      ? 'odd'
      : 'every') as Slot['everyWeeks'],
  })
  return [
    ...groups
      .filter((group) => isOpen(group, today))
      .map((group) => ({
        key: group.key,
        text: group.name,
        given: {
          ...shared(group),
          what: group.name,
          group: group.key,
          userPrincipalName: group.userPrincipalName,
        } as Partial<Slot>,
      })),
    ...lines
      .filter((line) => line.group === null && isOpen(line, today) && line.minutes !== null)
      .flatMap((line) => {
        const pupil = known.get(line.pupil)
        const name = offered.get(line.provision) ?? t`Support`
        return pupil
          ? [
              {
                key: line.key,
                text: `${name}: ${fullName(pupil)}`,
                given: { ...shared(line), what: name, allocation: line.key } as Partial<Slot>,
              },
            ]
          : []
      }),
  ].toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB', { numeric: true }))
}
