import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Slot } from '../../domain/records/slot.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { School } from '../../domain/records/school.ts'
import type { TermDate } from '../../domain/records/termDate.ts'
import { addDays } from '../../domain/rules/day.ts'
import { sumsBy } from '../../domain/rules/ledger.ts'
import { lastWeeks } from '../../domain/rules/ledgerPeriods.ts'
import { schoolLedger } from '../../domain/rules/ledgerSchool.ts'
import { calendarOf } from '../../domain/rules/schoolCalendar.ts'
import type { RecentDelivery } from '../../domain/rules/todayTypes.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { useDeliveries, weeksIn } from '../../ui/ledger/useDeliveries.ts'
import { orNone } from '../../ui/orNone.ts'
import { allOf } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import type { Lists } from './useSources.ts'

const none: readonly RecentDelivery[] = []

/**
 * What was delivered in the last four weeks, by line, read once everything else stands. Null until it is known; nothing
 * where there is no site for staff, or its lists can't be read: the list of work goes on without these lines.
 */
export const useRecent = (
  pupils: Listing<Pupil>,
  lists: Lists | null,
  terms: Listing<TermDate> | undefined,
  school: School | null,
  mayStaff: boolean | undefined,
): readonly RecentDelivery[] | null => {
  const services = useServices()
  const today = services.today()
  const { from } = lastWeeks(today)
  const until = addDays(today, -1)
  const enabled = mayStaff === true && lists !== null
  const slots = useQuery({
    ...allOf(services, Slot),
    queryFn: () => orNone(services.records.store(Slot).all()),
    enabled,
  })
  const logs = useDeliveries(weeksIn(from, today), enabled)
  const { allocations, groups } = lists ?? {}
  return useMemo(() => {
    if (mayStaff === undefined || lists === null) return null
    if (!mayStaff || slots.isError || logs.isError || !allocations || !groups) return none
    if (!slots.data || !logs.data) return null
    const { entries } = schoolLedger(
      {
        slots: slots.data.records,
        allocations: allocations.records,
        groups: groups.records,
        pupils: pupils.records,
        calendar: calendarOf(terms?.records ?? []),
        counted: school,
        deliveries: logs.data.records,
        today,
      },
      from,
      until,
    )
    const timed = entries.filter(({ slot }) => slot !== null)
    return [...sumsBy(timed, ({ allocation }) => allocation)].map(([allocation, sums]) => ({
      allocation,
      sums,
    }))
  }, [
    mayStaff,
    lists,
    slots.data,
    slots.isError,
    logs.data,
    logs.isError,
    allocations,
    groups,
    pupils,
    terms,
    school,
    today,
    from,
    until,
  ])
}
