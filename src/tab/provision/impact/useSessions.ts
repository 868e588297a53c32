import { t } from '../../../words/t.ts'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { troubleOf } from '../../../domain/problem.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import { Delivery } from '../../../domain/records/delivery.ts'
import type { Group } from '../../../domain/records/group.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { SlotPupil } from '../../../domain/records/slotPupil.ts'
import type { Period } from '../../../domain/rules/analysisGroups.ts'
import { sessionsSteps } from '../../../domain/rules/analysisSessions.ts'
import { earliest } from '../../../domain/rules/day.ts'
import type { Sessions } from '../../../domain/rules/impact.ts'
import { orNone } from '../../../ui/orNone.ts'
import { allOf } from '../../../ui/records.ts'
import { type Services, useServices } from '../../../ui/services.tsx'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { useSchool } from '../../../ui/useSchool.ts'
import { useInSteps } from '../../../ui/useInSteps.ts'

/** What can be said of sessions: they are the largest list of all, so figures that need none don’t wait for them. */
export type SessionsRead =
  | { readonly is: 'reading' }
  | { readonly is: 'read'; readonly sessions: ReadonlyMap<string, Sessions> }
  | { readonly is: 'away'; readonly words: string }

const orNothing = (services: Services, type: typeof Delivery | typeof Slot | typeof SlotPupil) => {
  const query = allOf(services, type as typeof Delivery)
  return {
    queryKey: query.queryKey,
    queryFn: () => orNone(services.records.store(type as typeof Delivery).all()),
  }
}

/**
 * The sessions of each line in a period, reckoned a little at a time once they are read; `enabled` when what needs no
 * sessions stands, so that the longest list doesn’t hold it up.
 */
export const useSessions = (
  allocations: readonly Stored<Allocation>[],
  groups: readonly Stored<Group>[],
  period: Period,
  enabled: boolean,
): SessionsRead => {
  const services = useServices()
  const today = services.today()
  const deliveries = useQuery({ ...orNothing(services, Delivery), enabled })
  const slots = useQuery({ ...orNothing(services, Slot), enabled }) as unknown as {
    data?: { records: Stored<Slot>[] }
    error: unknown
  }
  const places = useQuery({ ...orNothing(services, SlotPupil), enabled }) as unknown as {
    data?: { records: Stored<SlotPupil>[] }
    error: unknown
  }
  const calendar = useCalendar()
  const { data: counted, error: noSettings } = useSchool()
  const [logged, timed, placed, days] = [deliveries.data, slots.data, places.data, calendar.data]
  const { from } = period
  const until = earliest(period.until, today)
  const make = useCallback(
    function* () {
      if (!logged || !timed || !placed || !days || counted === undefined) return null
      return yield* sessionsSteps(
        {
          allocations,
          groups,
          slots: timed.records,
          slotPupils: placed.records,
          deliveries: logged.records,
          calendar: days,
          counted,
          today,
        },
        from,
        until,
      )
    },
    [allocations, groups, logged, timed, placed, days, counted, today, from, until],
  )
  const { value, done } = useInSteps(make)
  const error = deliveries.error ?? slots.error ?? places.error ?? calendar.error ?? noSettings
  if (error && !value)
    return {
      is: 'away',
      words:
        troubleOf(error).code === 'noAccess'
          ? t`You have no access to the delivery log, so nothing is said about sessions.`
          : t`The delivery log could not be read, so nothing is said about sessions.`,
    }
  return value && done ? { is: 'read', sessions: value } : { is: 'reading' }
}
