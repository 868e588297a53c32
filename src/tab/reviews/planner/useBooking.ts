import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import { Contact } from '../../../domain/records/contact.ts'
import { Group } from '../../../domain/records/group.ts'
import { Outcome } from '../../../domain/records/outcome.ts'
import { filledFromGroups } from '../../../domain/rules/groupLines.ts'
import type { Place } from '../../../domain/rules/plannerTypes.ts'
import { allOf } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { allOrNone } from '../../../ui/useSchool.ts'
import { useRunner } from '../../jobs/useJobs.ts'
import type { Caseload } from '../ReviewsScreen.tsx'
import { bookingPlan } from './bookingPlan.ts'
import type { Planning } from './usePlan.ts'

/** Books accepted proposals as a job. `job`: the key of the last one. */
export const useBooking = (caseload: Caseload, { sorted, needs, meetings }: Planning) => {
  const services = useServices()
  const client = useQueryClient()
  const runner = useRunner()
  const [busy, setBusy] = useState(false)
  const [job, setJob] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const book = async (places: readonly Place[]) => {
    setBusy(true)
    setTrouble(null)
    try {
      const [contacts, outcomes, allocations, groups] = await Promise.all([
        client.fetchQuery(allOf(services, Contact)),
        client.fetchQuery(allOf(services, Outcome)),
        client.fetchQuery(allOf(services, Allocation)),
        client.fetchQuery(allOrNone(services, Group)),
      ])
      const wanted = places.map((place) => ({
        ...place,
        need: needs.get(place.key)!,
        open: sorted.open.get(place.key) ?? null,
      }))
      const plan = bookingPlan(
        wanted,
        caseload,
        {
          contacts: contacts.records,
          outcomes: outcomes.records,
          allocations: filledFromGroups(allocations.records, groups.records),
        },
        meetings.place,
        services.today(),
        services.now().getTime(),
      )
      setJob((await runner.start(plan)).key)
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return { book, busy, job, trouble }
}
