import { useQueries } from '@tanstack/react-query'
import type { Stored } from '../../../domain/record.ts'
import { Action } from '../../../domain/records/action.ts'
import { Chase } from '../../../domain/records/chase.ts'
import { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import { Contributor } from '../../../domain/records/contributor.ts'
import { Concern } from '../../../domain/records/concern.ts'
import { Cycle } from '../../../domain/records/cycle.ts'
import { Need } from '../../../domain/records/need.ts'
import { NeedsAssessment } from '../../../domain/records/needsAssessment.ts'
import { Outcome } from '../../../domain/records/outcome.ts'
import { Profile } from '../../../domain/records/profile.ts'
import { Provision } from '../../../domain/records/provision.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { PupilDocument } from '../../../domain/records/pupilDocument.ts'
import { Review } from '../../../domain/records/review.ts'
import { StatusPeriod } from '../../../domain/records/statusPeriod.ts'
import { View } from '../../../domain/records/view.ts'
import { chronology, type ChronologyEvent } from '../../../domain/rules/chronology.ts'
import { useContactAnswers } from '../../../ui/letters/useContactAnswers.ts'
import { useReviewLedger } from '../../../ui/ledger/useReviewLedger.ts'
import { usePupilSupport } from '../../../ui/pupilLines.ts'
import { aboutOf, useAbout, useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useDutiesTold } from '../../duties/useDutiesTold.ts'

/** The queries that a pupil's whole chronology is made of, and the events once they are all there. */
export const useChronology = (pupil: Stored<Pupil>) => {
  const services = useServices()
  const entries = useAbout(ChronologyEntry, 'pupil', pupil.key)
  const statuses = useAbout(StatusPeriod, 'pupil', pupil.key)
  const needs = useAbout(Need, 'pupil', pupil.key)
  const outcomes = useAbout(Outcome, 'pupil', pupil.key)
  const concerns = useAbout(Concern, 'pupil', pupil.key)
  const cycles = useAbout(Cycle, 'pupil', pupil.key)
  const allocations = usePupilSupport(pupil)
  const reviews = useAbout(Review, 'pupil', pupil.key)
  const views = useAbout(View, 'pupil', pupil.key)
  const actions = useAbout(Action, 'pupil', pupil.key)
  const chases = useAbout(Chase, 'pupil', pupil.key)
  const answers = useContactAnswers(pupil.key)
  const documents = useAbout(PupilDocument, 'pupil', pupil.key)
  const assessments = useAbout(NeedsAssessment, 'pupil', pupil.key)
  const profiles = useAbout(Profile, 'pupil', pupil.key)
  const provisions = useAll(Provision)
  const duties = useDutiesTold(pupil.key)
  // A log that can't be read, or that this person isn't let into, stops nothing else.
  const { query: logRead, sources: log, failed } = useReviewLedger(pupil.key, pupil)
  const contributors = useQueries({
    queries: (reviews.data?.records ?? []).map(({ key }) => aboutOf(services, Contributor, 'review', key)),
  })
  const named = new Map((provisions.data?.records ?? []).map(({ key, name }) => [key, name]))
  const rows = <T>(query: { readonly data?: { readonly records: readonly T[] } | undefined }) =>
    query.data?.records ?? []
  return {
    queries: [
      entries,
      statuses,
      needs,
      outcomes,
      cycles,
      concerns,
      allocations,
      reviews,
      views,
      actions,
      chases,
      answers,
      documents,
      assessments,
      profiles,
      provisions,
      ...duties.queries,
      logRead,
      ...contributors,
    ],
    /** The log of sessions couldn't be read, so what was given is missing. */
    withoutLog: failed,
    entries: rows(entries),
    /** The review of each person who was asked to one, for the way back to where an event was recorded. */
    reviewOf: new Map(contributors.flatMap((query) => rows(query).map(({ key, review }) => [key, review]))),
    events: (): ChronologyEvent[] =>
      chronology(
        {
          pupil,
          entries: rows(entries),
          statuses: rows(statuses),
          needs: rows(needs),
          outcomes: rows(outcomes),
          cycles: rows(cycles),
          concerns: rows(concerns),
          allocations: rows(allocations),
          reviews: rows(reviews),
          contributors: contributors.flatMap(rows),
          views: rows(views),
          actions: rows(actions),
          chases: rows(chases),
          answers: rows(answers),
          documents: rows(documents),
          assessments: rows(assessments),
          profiles: rows(profiles),
          log,
          duties: duties.told,
          provisionName: (key) => named.get(key) ?? 'provision',
        },
        services.today(),
      ),
  }
}
