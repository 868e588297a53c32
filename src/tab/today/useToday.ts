import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { AnyRecordType, RecordOf } from '../../domain/record.ts'
import { Action } from '../../domain/records/action.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Chase } from '../../domain/records/chase.ts'
import { ChronologyEntry } from '../../domain/records/chronologyEntry.ts'
import { Contributor } from '../../domain/records/contributor.ts'
import { Cycle } from '../../domain/records/cycle.ts'
import { Need } from '../../domain/records/need.ts'
import { NeedsAssessment } from '../../domain/records/needsAssessment.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { Profile } from '../../domain/records/profile.ts'
import { Provision } from '../../domain/records/provision.ts'
import { Publication } from '../../domain/records/publication.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import type { School } from '../../domain/records/school.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import { TermDate } from '../../domain/records/termDate.ts'
import type { ReviewSettings } from '../../domain/rules/reviewSettings.ts'
import type { TodayLists } from '../../domain/rules/todayTypes.ts'
import { type WorkList, workList } from '../../domain/rules/today.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { useMayRead } from '../../ui/access.ts'
import { orNone } from '../../ui/orNone.ts'
import { publicationLines } from '../../ui/publish/publicationLines.ts'
import { aboutOf, allOf } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'

/** A list that is read once it is its turn: what is due comes before what went stale. */
const useList = <R extends AnyRecordType>(type: R, enabled: boolean) =>
  useQuery({ ...allOf(useServices(), type), enabled })

/** A list that a school may not have yet, as it came with a later version: then nothing is in it. */
const useLaterList = <R extends AnyRecordType>(type: R, enabled = true) => {
  const services = useServices()
  return useQuery<Listing<RecordOf<R>>>({
    queryKey: allOf(services, type).queryKey,
    queryFn: () => orNone(services.records.store(type).all()),
    enabled,
  })
}

/** Of the chronology only the conversations with parents: the whole is long. */
const useConversations = (enabled: boolean) => {
  const services = useServices()
  return useQuery<Listing<ChronologyEntry>>({
    queryKey: aboutOf(services, ChronologyEntry, 'kind', 'parents').queryKey,
    queryFn: () => orNone(services.records.store(ChronologyEntry).about('kind', 'parents')),
    enabled,
  })
}

type Name = keyof TodayLists
type Query = UseQueryResult<Listing<unknown>>
/** A list without which a part of the work is missing. */
export type Failed = { readonly list: string; readonly trouble: Trouble; retry(): void }

/** Whether all of these have come or failed. */
const settled = (...queries: readonly { readonly isPending: boolean }[]): boolean =>
  queries.every(({ isPending }) => !isPending)

/** What is due is asked for together with what it hangs on, and not after it. */
export const useFirstTurn = (): void => {
  useLaterList(TermDate)
  useLaterList(Chase)
  useList(Contributor, true)
  useList(Action, true)
  useLaterList(NeedsAssessment)
}

/** What can be left out: without it nothing else is. */
const orNothing = <T>(query: UseQueryResult<Listing<T>>) =>
  query.data?.records ?? (query.isError ? [] : undefined)

/**
 * The work list from what has been read so far, in two turns; what failed; and all listings, for rows that can't be
 * read. Pupils, reviews and settings come from the screen, which can't begin without them. Each turn is shown whole: a
 * list that is drawn anew for each of eighteen answers is slow, and moves under the hand.
 */
export const useToday = (
  pupils: Listing<Pupil>,
  reviews: Listing<Review>,
  school: School | null,
  review: ReviewSettings,
): {
  readonly work: WorkList
  readonly failed: readonly Failed[]
  readonly listings: readonly Listing<unknown>[]
  readonly terms: boolean
} => {
  const today = useServices().today()
  const mayStaff = useMayRead('staff')
  const staff = mayStaff.data === true
  const noStaff = mayStaff.data === false || mayStaff.isError
  const terms = useLaterList(TermDate)
  const chases = useLaterList(Chase)
  const contributors = useList(Contributor, true)
  const actions = useList(Action, true)
  const assessments = useLaterList(NeedsAssessment)
  const first = settled(terms, chases, contributors, actions, assessments)
  const allocations = useList(Allocation, first)
  const provisions = useList(Provision, first)
  const needs = useList(Need, first)
  const outcomes = useList(Outcome, first)
  const progress = useList(OutcomeProgress, first)
  const profiles = useList(Profile, first)
  const cycles = useLaterList(Cycle, first)
  const conversations = useConversations(first)
  const publications = useList(Publication, first && staff)
  const shown = useList(StaffProfile, first && staff)
  const targets = useList(StaffTarget, first && staff)
  const second =
    settled(allocations, provisions, needs, outcomes, progress, profiles, cycles, conversations) &&
    (noStaff || settled(publications, shown, targets))

  const published = useMemo(
    () =>
      second &&
      needs.data &&
      outcomes.data &&
      profiles.data &&
      publications.data &&
      shown.data &&
      targets.data
        ? publicationLines(
            {
              pupils: pupils.records,
              needs: needs.data.records,
              outcomes: outcomes.data.records,
              profiles: profiles.data.records,
              publications: publications.data.records,
              shown: shown.data.records,
              targets: targets.data.records,
            },
            today,
          )
        : undefined,
    [
      pupils, second, needs.data, outcomes.data, profiles.data, publications.data, shown.data, targets.data, today,
    ], // prettier-ignore
  )

  // As text: the list is made anew only when another one fails.
  const lost = Object.entries({
    contributors,
    actions,
    assessments,
    allocations,
    provisions,
    needs,
    outcomes,
    progress,
    profiles,
    cycles,
    conversations,
    published:
      [publications, shown, targets, needs, outcomes, profiles].find(({ isError }) => isError) ?? shown,
  })
    .filter(([, query]) => query.isError && query.data === undefined)
    .map(([name]) => name)
    .join(' ')
  const termList = orNothing(terms)
  const chaseList = orNothing(chases)
  const work = useMemo(
    () =>
      workList(
        {
          pupils: pupils.records,
          reviews: reviews.records,
          ...given(
            first && {
              chases: chaseList,
              contributors: contributors.data?.records,
              actions: actions.data?.records,
              assessments: assessments.data?.records,
            },
          ),
          ...given(
            second && {
              allocations: allocations.data?.records,
              provisions: provisions.data?.records,
              needs: needs.data?.records,
              outcomes: outcomes.data?.records,
              progress: progress.data?.records,
              profiles: profiles.data?.records,
              cycles: cycles.data?.records,
              conversations: conversations.data?.records,
              // Where there is no site for staff, nothing is published to them.
              published: published ?? (noStaff ? [] : undefined),
            },
          ),
        },
        { today, school, review, terms: termList ?? [] },
        lost === '' ? [] : (lost.split(' ') as Name[]),
      ),
    [
      pupils, reviews, first, second, chaseList, contributors.data, actions.data, assessments.data, allocations.data,
      provisions.data, needs.data, outcomes.data, progress.data, profiles.data, cycles.data, conversations.data,
      published, noStaff, lost,
      today, school, review, termList,
    ], // prettier-ignore
  )

  const all: readonly (readonly [AnyRecordType, Query])[] = [
    [TermDate, terms], [Chase, chases], [Contributor, contributors], [Action, actions],
    [NeedsAssessment, assessments], [Allocation, allocations], [Provision, provisions], [Need, needs],
    [Outcome, outcomes], [OutcomeProgress, progress], [Profile, profiles], [Publication, publications],
    [StaffProfile, shown], [StaffTarget, targets], [Cycle, cycles], [ChronologyEntry, conversations],
  ] // prettier-ignore
  return {
    work,
    failed: all
      .filter(([, query]) => query.isError)
      .map(([{ list }, query]) => ({
        list,
        trouble: troubleOf(query.error),
        retry: () => void query.refetch(),
      })),
    listings: [pupils, reviews, ...all.flatMap(([, { data }]) => data ?? [])],
    terms: termList !== undefined,
  }
}

type Lists = Parameters<typeof workList>[0]
/** Leaves out what is not there yet. */
const given = (lists: false | { [L in keyof Lists]: Lists[L] | undefined }): Lists =>
  Object.fromEntries(Object.entries(lists || {}).filter(([, list]) => list !== undefined)) as Lists
