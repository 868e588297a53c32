import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Delivery } from '../../domain/records/delivery.ts'
import { Group } from '../../domain/records/group.ts'
import { Provision } from '../../domain/records/provision.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Slot } from '../../domain/records/slot.ts'
import type { Day } from '../../domain/rules/day.ts'
import {
  type LedgerSources,
  logsUntil,
  type SchoolLedger,
  schoolLedger,
} from '../../domain/rules/ledgerSchool.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { orNone } from '../orNone.ts'
import { aboutOf, useAbout, useAll } from '../records.ts'
import { useServices } from '../services.tsx'
import { useCalendar } from '../useCalendar.ts'
import { allOrNone, useSchool } from '../useSchool.ts'
import { useDeliveries, weeksIn } from './useDeliveries.ts'
import { useStaffList } from './useStaffList.ts'

/** What a ledger lies over: the names that its keys stand for, and the days of the school. */
export type LedgerNames = {
  readonly pupils: ReadonlyMap<string, Stored<Pupil>>
  readonly provisions: ReadonlyMap<string, Stored<Provision>>
  readonly groups: ReadonlyMap<string, Stored<Group>>
  readonly lines: ReadonlyMap<string, Stored<Allocation>>
}

const byKey = <T extends { readonly key: string }>(all: readonly T[]) =>
  new Map(all.map((one) => [one.key, one]))

/** The lists that every ledger of the school begins with; the log itself is read apart. */
const useLedgerLists = () => {
  const services = useServices()
  const slots = useStaffList(Slot)
  const allocations = useAll(Allocation)
  const groups = useQuery(allOrNone(services, Group))
  const pupils = useAll(Pupil)
  const provisions = useAll(Provision)
  const calendar = useCalendar()
  const school = useSchool()
  const queries = [slots, allocations, groups, pupils, provisions, calendar, school] as const
  const sources = useMemo((): Omit<LedgerSources, 'deliveries' | 'today'> | null => {
    if (!slots.data || !allocations.data || !groups.data || !pupils.data || !calendar.data) return null
    if (school.data === undefined) return null
    return {
      slots: slots.data.records,
      allocations: allocations.data.records,
      groups: groups.data.records,
      pupils: pupils.data.records,
      calendar: calendar.data,
      counted: school.data,
    }
  }, [slots.data, allocations.data, groups.data, pupils.data, calendar.data, school.data])
  const names = useMemo(
    (): LedgerNames => ({
      pupils: byKey(pupils.data?.records ?? []),
      provisions: byKey(provisions.data?.records ?? []),
      groups: byKey(groups.data?.records ?? []),
      lines: byKey(allocations.data?.records ?? []),
    }),
    [pupils.data, provisions.data, groups.data, allocations.data],
  )
  return { queries, sources, names }
}

/** The ledger of the whole school between two days; `ledger` is null until every query has come. */
export const useSchoolLedger = (from: Day, until: Day) => {
  const today = useServices().today()
  const { queries, sources, names } = useLedgerLists()
  const logs = useDeliveries(weeksIn(from, logsUntil(until, today)))
  const ledger = useMemo(
    (): SchoolLedger | null =>
      sources && logs.data
        ? schoolLedger({ ...sources, deliveries: logs.data.records, today }, from, until)
        : null,
    [sources, logs.data, from, until, today],
  )
  return { queries: [...queries, logs] as const, ledger, names, calendar: sources?.calendar ?? null }
}

/** All that was logged of one pupil. */
const usePupilLogs = (pupil: string): UseQueryResult<Listing<Delivery>> => {
  const services = useServices()
  return useQuery({
    ...aboutOf(services, Delivery, 'pupil', pupil),
    queryFn: async () =>
      services.school.sites.staff === undefined
        ? { records: [], unreadable: [] }
        : orNone(services.records.store(Delivery).about('pupil', pupil)),
  })
}

/** What a pupil's ledger is made of; `sources` is null until every query has come. */
export const usePupilLedger = (key: string, pupil: Stored<Pupil> | undefined) => {
  const services = useServices()
  const today = services.today()
  const slots = useStaffList(Slot)
  const allocations = useAbout(Allocation, 'pupil', key)
  const groups = useQuery(allOrNone(services, Group))
  const calendar = useCalendar()
  const school = useSchool()
  const logs = usePupilLogs(key)
  const sources = useMemo((): LedgerSources | null => {
    if (!slots.data || !allocations.data || !groups.data || !calendar.data || !logs.data) return null
    if (school.data === undefined || !pupil) return null
    return {
      slots: slots.data.records,
      allocations: allocations.data.records,
      groups: groups.data.records,
      pupils: [pupil],
      calendar: calendar.data,
      counted: school.data,
      deliveries: logs.data.records,
      unreadable: logs.data.unreadable.length + slots.data.unreadable.length,
      today,
    }
  }, [slots.data, allocations.data, groups.data, calendar.data, logs.data, school.data, pupil, today])
  return { queries: [slots, allocations, groups, calendar, school, logs] as const, sources }
}
