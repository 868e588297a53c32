import { t } from '../../words/t.ts'
import { useQueries } from '@tanstack/react-query'
import type { Stored } from '../../domain/record.ts'
import { Cycle } from '../../domain/records/cycle.ts'
import { CycleTarget } from '../../domain/records/cycleTarget.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../../domain/records/provisionReview.ts'
import type { Review } from '../../domain/records/review.ts'
import { goldenThread, type Thread } from '../../domain/rules/goldenThread.ts'
import { meetingHeld } from '../../domain/rules/reviewMoves.ts'
import { aboutOf, useAbout } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { linesOfPupil, useLineQueries } from '../../ui/useLines.ts'
import { usePupilRecords } from '../../ui/usePupilRecords.ts'

/** What older reviews found is in their minutes; the thread looks back this far. */
const reviewsLookedAt = 3

const newestFirst = (a: Review, b: Review) => ((a.meetingDate ?? '') < (b.meetingDate ?? '') ? 1 : -1)

/** The queries that a pupil's thread is made of, and the thread once they are all there. */
export const useThread = (pupil: string) => {
  const services = useServices()
  const { needs, outcomes, provisions, reviews } = usePupilRecords(pupil)
  const lines = useLineQueries()
  const [allocations, groups, calendar] = lines
  const cycles = useAbout(Cycle, 'pupil', pupil)
  const cycleTargets = useAbout(CycleTarget, 'pupil', pupil)
  const all = reviews.data?.records ?? []
  const held = all
    .filter((review) => review.meetingDate && meetingHeld(review))
    .toSorted(newestFirst)
    .slice(0, reviewsLookedAt)
  const progress = useQueries({
    queries: held.map(({ key }) => aboutOf(services, OutcomeProgress, 'review', key)),
  })
  const findings = useQueries({
    queries: held.map(({ key }) => aboutOf(services, ProvisionReview, 'review', key)),
  })
  const queries = [
    needs,
    outcomes,
    ...lines,
    provisions,
    reviews,
    cycles,
    cycleTargets,
    ...progress,
    ...findings,
  ]
  /** Call once every query has its data. */
  const thread = (): Thread =>
    goldenThread(
      {
        needs: needs.data?.records ?? [],
        outcomes: outcomes.data?.records ?? [],
        allocations: calendar.data
          ? linesOfPupil(pupil, allocations.data?.records ?? [], groups.data?.records ?? [], calendar.data)
          : [],
        reviews: held,
        progress: progress.flatMap(({ data }) => data?.records ?? []),
        findings: findings.flatMap(({ data }) => data?.records ?? []),
        cycles: cycles.data?.records ?? [],
        cycleTargets: cycleTargets.data?.records ?? [],
      },
      services.today(),
    )
  return { queries, thread, named: namedIn(provisions.data?.records ?? []), mending: mendingIn(all, held) }
}

const namedIn =
  (offered: readonly { readonly key: string; readonly name: string }[]) =>
  (key: string): string =>
    offered.find((one) => one.key === key)?.name ?? t`Provision`

/** Where what the last review left out can still be recorded: that review, while it isn't closed; else the open one. */
const mendingIn = (all: readonly Stored<Review>[], held: readonly Stored<Review>[]): string | null =>
  (held[0] && held[0].stage !== 'closed' ? held[0] : all.find(({ stage }) => stage !== 'closed'))?.key ?? null
