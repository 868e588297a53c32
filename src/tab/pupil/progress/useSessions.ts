import { useQuery } from '@tanstack/react-query'
import { Delivery } from '../../../domain/records/delivery.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { SlotPupil } from '../../../domain/records/slotPupil.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import type { Group } from '../../../domain/records/group.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { type Sessions, sessionsOf } from '../../../domain/rules/impact.ts'
import {
  ledger,
  ledgerBy,
  plannedSessions,
  plannedWithoutTimes,
  withinLines,
} from '../../../domain/rules/ledger.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { type WeekCount, weekLetters } from '../../../domain/rules/timetableWeek.ts'
import { useStaffList } from '../../../ui/ledger/useStaffList.ts'
import { orNone } from '../../../ui/orNone.ts'
import { aboutOf } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'

/** The pupil's own logged sessions; none where the school has no staff site. */
const useOwnLog = (pupil: string) => {
  const services = useServices()
  return useQuery({
    ...aboutOf(services, Delivery, 'pupil', pupil),
    queryFn: async () =>
      services.school.sites.staff === undefined
        ? { records: [], unreadable: [] }
        : orNone(services.records.store(Delivery).about('pupil', pupil)),
  })
}

/** What a pupil's sessions are reckoned from: what was logged, and the timetable. */
export const useSessionLists = (pupil: string) =>
  [useOwnLog(pupil), useStaffList(Slot), useStaffList(SlotPupil)] as const

/** Sessions of each line of one pupil from its first day until today, by the line's key. */
export const sessionsByLine = (
  given: {
    readonly allocations: readonly Stored<Allocation>[]
    readonly groups: readonly Stored<Group>[]
    readonly log: readonly Stored<Delivery>[]
    readonly slots: readonly Stored<Slot>[]
    readonly slotPupils: readonly Stored<SlotPupil>[]
    readonly calendar: SchoolCalendar
    /** How weeks A and B are counted. */
    readonly counted: WeekCount | null
  },
  today: Day,
): ReadonlyMap<string, Sessions> => {
  const { allocations, groups, log, slots, calendar } = given
  if (allocations.length === 0 || log.length === 0) return new Map()
  const own = new Set(allocations.map(({ key }) => key))
  const slotPupils = given.slotPupils.filter(({ allocation }) => own.has(allocation))
  const from = allocations.reduce((day, line) => (line.from < day ? line.from : day), today)
  const letterOf = weekLetters(calendar, given.counted)
  const timed = plannedSessions({ slots, slotPupils, calendar, letterOf }, from, today)
  const planned = [
    ...withinLines(timed, { allocations, groups }),
    ...plannedWithoutTimes({ allocations, groups, slotPupils, calendar }, from, today),
  ]
  const rows = ledger({ planned, deliveries: log, allocations, groups, today }, from, today)
  const logged = new Set(log.map(({ allocation }) => allocation))
  return new Map(
    [...ledgerBy(rows, 'allocation')].flatMap(([line, sums]) =>
      line !== null && logged.has(line) ? [[line, sessionsOf(sums)] as const] : [],
    ),
  )
}
