import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import { Cycle } from '../../../domain/records/cycle.ts'
import { CycleTarget } from '../../../domain/records/cycleTarget.ts'
import { Need } from '../../../domain/records/need.ts'
import { Outcome } from '../../../domain/records/outcome.ts'
import { Provision } from '../../../domain/records/provision.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { View } from '../../../domain/records/view.ts'
import type { CycleContext } from '../../../domain/rules/cycle.ts'
import type { LedgerSources } from '../../../domain/rules/ledgerSchool.ts'
import { setting } from '../../../domain/rules/settings.ts'
import { useReviewLedger } from '../../../ui/ledger/useReviewLedger.ts'
import { usePupilSupport } from '../../../ui/pupilLines.ts'
import { useAbout, useAll } from '../../../ui/records.ts'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { useSchool } from '../../../ui/useSchool.ts'

/** All that a pupil's plan is shown with. */
export type PlanRecords = {
  readonly pupil: Stored<Pupil>
  readonly context: CycleContext
  readonly targets: readonly Stored<CycleTarget>[]
  readonly outcomes: readonly Stored<Outcome>[]
  readonly needs: readonly Stored<Need>[]
  readonly allocations: readonly Stored<Allocation>[]
  readonly provisions: readonly Stored<Provision>[]
  readonly views: readonly Stored<View>[]
  readonly entries: readonly Stored<ChronologyEntry>[]
  /** The log of the pupil's sessions; null where it can't be read. */
  readonly log: LedgerSources | null
}

/** The queries that a plan is made of, and the records once they are all there. */
export const usePlanRecords = (pupil: Stored<Pupil>) => {
  const cycles = useAbout(Cycle, 'pupil', pupil.key)
  const targets = useAbout(CycleTarget, 'pupil', pupil.key)
  const outcomes = useAbout(Outcome, 'pupil', pupil.key)
  const needs = useAbout(Need, 'pupil', pupil.key)
  const allocations = usePupilSupport(pupil)
  const provisions = useAll(Provision)
  const views = useAbout(View, 'pupil', pupil.key)
  const entries = useAbout(ChronologyEntry, 'pupil', pupil.key)
  const school = useSchool()
  const calendar = useCalendar()
  const log = useReviewLedger(pupil.key, pupil)
  const listings = [cycles, targets, outcomes, needs, allocations, provisions, views, entries]
  return {
    queries: [...listings, school, calendar, log.query],
    listings: listings.flatMap(({ data }) => data ?? []),
    /** Call once every query has its data. */
    records: (): PlanRecords => ({
      pupil,
      context: {
        weeks: setting(school.data ?? undefined, 'cycleWeeks'),
        calendar: calendar.data!,
        hasPlan: pupil.status === 'E',
        all: cycles.data?.records ?? [],
      },
      targets: targets.data?.records ?? [],
      outcomes: outcomes.data?.records ?? [],
      needs: needs.data?.records ?? [],
      allocations: allocations.data?.records ?? [],
      provisions: provisions.data?.records ?? [],
      views: views.data?.records ?? [],
      entries: entries.data?.records ?? [],
      log: log.sources,
    }),
  }
}
