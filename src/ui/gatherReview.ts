import { Problem } from '../domain/problem.ts'
import type { AnyRecordType, RecordOf, Stored } from '../domain/record.ts'
import { Action } from '../domain/records/action.ts'
import { Allocation } from '../domain/records/allocation.ts'
import { Contact } from '../domain/records/contact.ts'
import { Contributor } from '../domain/records/contributor.ts'
import { DateLimit } from '../domain/records/dateLimit.ts'
import { Need } from '../domain/records/need.ts'
import { Outcome } from '../domain/records/outcome.ts'
import { OutcomeProgress } from '../domain/records/outcomeProgress.ts'
import { Provision } from '../domain/records/provision.ts'
import { ProvisionReview } from '../domain/records/provisionReview.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { Review } from '../domain/records/review.ts'
import { School } from '../domain/records/school.ts'
import { SectionChange } from '../domain/records/sectionChange.ts'
import { View } from '../domain/records/view.ts'
import type { Day } from '../domain/rules/day.ts'
import { settingsOn } from '../domain/rules/settings.ts'
import type { ReviewFile } from '../documents/reviewFile.ts'
import { orNone } from './orNone.ts'
import type { Listing, SchoolRecords } from '../graph/storeTypes.ts'

/** The review before this one: as recorded, or else the last that was held earlier. */
const previousOf = (review: Stored<Review>, all: readonly Stored<Review>[]): Stored<Review> | null => {
  const named = all.find((one) => one.key === review.previous)
  if (named) return named
  const before = review.meetingDate
  if (!before) return null
  return (
    all
      .filter((one) => one.key !== review.key && one.meetingDate !== null && one.meetingDate < before)
      .toSorted((a, b) => (a.meetingDate! < b.meetingDate! ? 1 : -1))[0] ?? null
  )
}

/**
 * Everything about one review, read now: one request for the review, then the rest side by side. `schoolName` stands
 * where the school has no settings. Problem `refused` where a row can't be read, since minutes that leave an outcome
 * or a view out without a word would be wrong.
 */
export const gatherReview = async (
  records: SchoolRecords,
  reviewKey: string,
  { schoolName, today }: { schoolName: string; today: Day },
): Promise<ReviewFile> => {
  const review = await records.store(Review).byKey(reviewKey)
  const listed = async <R extends AnyRecordType>(type: R, reading: Promise<Listing<RecordOf<R>>>) => {
    const { records: found, unreadable } = await reading
    if (unreadable.length > 0) throw spoilt(type)
    return found
  }
  const ofPupil = <R extends AnyRecordType>(type: R) =>
    listed(type, records.store(type).about('pupil' as never, review.pupil))
  const ofReview = <R extends AnyRecordType>(type: R, key = review.key) =>
    listed(type, records.store(type).about('review' as never, key))
  const reviews = ofPupil(Review).then((all) => previousOf(review, all))
  const [
    schools,
    pupil,
    contacts,
    needs,
    outcomes,
    allocations,
    provisions,
    previousReview,
    previousActions,
    contributors,
    progress,
    provisionReviews,
    sectionChanges,
    actions,
    views,
    limits,
  ] = await Promise.all([
    listed(School, records.store(School).all()),
    records.store(Pupil).byKey(review.pupil),
    ofPupil(Contact),
    ofPupil(Need),
    ofPupil(Outcome),
    ofPupil(Allocation),
    listed(Provision, records.store(Provision).all()),
    reviews,
    reviews.then((previous) => (previous ? ofReview(Action, previous.key) : [])),
    ofReview(Contributor),
    ofReview(OutcomeProgress),
    ofReview(ProvisionReview),
    ofReview(SectionChange),
    ofReview(Action),
    ofReview(View),
    listed(DateLimit, orNone(records.store(DateLimit).all())),
  ])
  const school = settingsOn(schools, review.meetingDate ?? today) ?? null
  return {
    school,
    schoolName: school?.name ?? schoolName,
    limits,
    pupil,
    contacts,
    needs,
    outcomes,
    allocations,
    provisions,
    review,
    previousReview,
    previousActions,
    contributors,
    progress,
    provisionReviews,
    sectionChanges,
    actions,
    views,
  }
}

const spoilt = (type: AnyRecordType) =>
  new Problem(
    {
      code: 'refused',
      why: `A row of the list “${type.list}” was changed in SharePoint into something that can’t be read. Mend it there, or restore an earlier version.`,
    },
    `a row of ${type.list} can't be read`,
  )
