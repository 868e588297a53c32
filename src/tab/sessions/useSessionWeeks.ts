import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Slot } from '../../domain/records/slot.ts'
import { SlotPupil } from '../../domain/records/slotPupil.ts'
import { StaffDay } from '../../domain/records/staffDay.ts'
import { addDays, type Day, earliest, latest, mondayOf } from '../../domain/rules/day.ts'
import { plannedSessions } from '../../domain/rules/ledger.ts'
import { calendarForStaff } from '../../domain/rules/staffDays.ts'
import { weekLetters } from '../../domain/rules/timetableWeek.ts'
import { useDeliveries, weeksIn } from '../../ui/ledger/useDeliveries.ts'
import { useStaffList } from '../../ui/ledger/useStaffList.ts'
import { useServices } from '../../ui/services.tsx'
import { sessionsOf } from './sessions.ts'

/** Who is signed in. */
export const useMe = () => {
  const { school, me } = useServices()
  return useQuery({ queryKey: ['me', school.id], queryFn: () => me(), staleTime: Infinity })
}

/**
 * The sessions of the week of a day and of the week before it, from what staff are shown of the timetable: all of it
 * from the staff site, so that whoever gives support needs no other.
 */
export const useSessionWeeks = (day: Day) => {
  const slots = useStaffList(Slot)
  const slotPupils = useStaffList(SlotPupil)
  const days = useStaffList(StaffDay)
  const week = mondayOf(day)
  const first = addDays(week, -7)
  const { today } = useServices()
  // What makes up for a missed session comes after it: without those weeks it would be asked for twice.
  const last = latest(week, earliest(mondayOf(today()), addDays(week, 42)))
  const logs = useDeliveries(weeksIn(first, last))
  const sessions = useMemo(() => {
    if (!slots.data || !slotPupils.data || !days.data || !logs.data) return null
    const { calendar, counted } = calendarForStaff(days.data.records)
    const planned = plannedSessions(
      {
        slots: slots.data.records,
        slotPupils: slotPupils.data.records,
        calendar,
        letterOf: weekLetters(calendar, counted),
      },
      first,
      addDays(week, 6),
    )
    return sessionsOf(planned, slots.data.records, slotPupils.data.records, logs.data.records)
  }, [slots.data, slotPupils.data, days.data, logs.data, first, week])
  const knowsDays = days.data === undefined || days.data.records.some(({ kind }) => kind === 'term')
  return { queries: [slots, slotPupils, days, logs] as const, sessions, logs, knowsDays }
}
