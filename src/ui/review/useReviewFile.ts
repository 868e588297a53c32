import { useRef } from 'react'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Stored } from '../../domain/record.ts'
import { Contributor } from '../../domain/records/contributor.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../../domain/records/provisionReview.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import type { Review } from '../../domain/records/review.ts'
import { School } from '../../domain/records/school.ts'
import { SectionChange } from '../../domain/records/sectionChange.ts'
import { View } from '../../domain/records/view.ts'
import { reviewLedger, unreadLedger } from '../../domain/rules/ledgerReview.ts'
import { useReviewLedger } from '../ledger/useReviewLedger.ts'
import { useLayouts, useLimits } from '../useSchool.ts'
import { settingsOn } from '../../domain/rules/settings.ts'
import { useAbout, useAll, useOne } from '../records.ts'
import { useServices } from '../services.tsx'
import { previousOf } from '../gatherReview.ts'
import { usePupilRecords } from '../usePupilRecords.ts'

/** What `Loaded` waits for, and all of it as one review file once it is there. */
export const useReviewFile = (review: Stored<Review>) => {
  const services = useServices()
  const pupil = useOne(Pupil, review.pupil)
  const own = usePupilRecords(review.pupil)
  const school = useAll(School)
  const limits = useLimits()
  const layouts = useLayouts()
  const contributors = useAbout(Contributor, 'review', review.key)
  const progress = useAbout(OutcomeProgress, 'review', review.key)
  const provisionReviews = useAbout(ProvisionReview, 'review', review.key)
  const sectionChanges = useAbout(SectionChange, 'review', review.key)
  const views = useAbout(View, 'review', review.key)
  const ledger = useReviewLedger(review.pupil, pupil.data)
  const queries = [
    ledger.query,
    pupil,
    school,
    limits,
    layouts,
    contributors,
    progress,
    provisionReviews,
    sectionChanges,
    views,
    ...Object.values(own),
  ]

  const make = (): ReviewFile => {
    const previous = previousOf(review, own.reviews.data!.records)
    const actions = own.actions.data!.records
    return {
      school: settingsOn(school.data!.records, review.meetingDate ?? services.today()) ?? null,
      schoolName: services.school.name,
      limits: limits.data!.records,
      layouts: layouts.data!.records,
      pupil: pupil.data!,
      contacts: own.contacts.data!.records,
      needs: own.needs.data!.records,
      outcomes: own.outcomes.data!.records,
      allocations: own.allocations.data!.records,
      provisions: own.provisions.data!.records,
      review,
      previousReview: previous,
      previousActions: previous ? actions.filter((action) => action.review === previous.key) : [],
      contributors: contributors.data!.records,
      progress: progress.data!.records,
      provisionReviews: provisionReviews.data!.records,
      sectionChanges: sectionChanges.data!.records,
      actions: actions.filter((action) => action.review === review.key),
      views: views.data!.records,
      ledger: ledger.failed
        ? unreadLedger(services.today(), previous?.meetingDate ?? null, review.meetingDate)
        : ledger.sources && reviewLedger(ledger.sources, previous?.meetingDate ?? null, review.meetingDate),
    }
  }
  const parts = [review, services.today(), ledger.sources, ledger.failed, ...queries.map(({ data }) => data)]
  const known = useRef<{ readonly parts: readonly unknown[]; readonly file: ReviewFile } | null>(null)
  /** The same file as long as nothing of it has changed: much is reckoned from it. */
  const file = (): ReviewFile => {
    if (!known.current?.parts.every((part, at) => part === parts[at])) known.current = { parts, file: make() }
    return known.current!.file
  }
  return { queries, file }
}
