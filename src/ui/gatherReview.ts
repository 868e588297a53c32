import { Problem } from '../domain/problem.ts'
import type { AnyRecordType, RecordOf, Stored } from '../domain/record.ts'
import { Action } from '../domain/records/action.ts'
import { Allocation } from '../domain/records/allocation.ts'
import { Contact } from '../domain/records/contact.ts'
import { Contributor } from '../domain/records/contributor.ts'
import { DateLimit } from '../domain/records/dateLimit.ts'
import { MinutesLayout } from '../domain/records/minutesLayout.ts'
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
import { reviewLedger } from '../domain/rules/ledgerReview.ts'
import { settingsOn } from '../domain/rules/settings.ts'
import type { ReviewFile } from '../documents/reviewFile.ts'
import { gatherLogs, type PupilLogs } from './ledger/gatherLogs.ts'
import { orNone } from './orNone.ts'
import { filledLines } from './pupilLines.ts'
import type { Listing, SchoolRecords } from '../graph/storeTypes.ts'

/** The review before this one: as recorded, or else the last that was held earlier. */
export const previousOf = (review: Stored<Review>, all: readonly Stored<Review>[]): Stored<Review> | null => {
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

export type Rows<T> = readonly Stored<T>[]
/** Rows that reviews are made of: of one of them, or of all that a school has. */
export type Lists = {
  readonly schools: Rows<School>
  readonly contacts: Rows<Contact>
  readonly needs: Rows<Need>
  readonly outcomes: Rows<Outcome>
  readonly allocations: Rows<Allocation>
  readonly provisions: Rows<Provision>
  readonly contributors: Rows<Contributor>
  readonly progress: Rows<OutcomeProgress>
  readonly provisionReviews: Rows<ProvisionReview>
  readonly sectionChanges: Rows<SectionChange>
  readonly actions: Rows<Action>
  readonly views: Rows<View>
  readonly limits: Rows<DateLimit>
  readonly layouts: Rows<MinutesLayout>
}
export type Where = { readonly schoolName: string; readonly today: Day }

/** The file of one review, of what was read for it. */
export const fileOf = (
  review: Stored<Review>,
  pupil: Stored<Pupil>,
  previousReview: Stored<Review> | null,
  previousActions: Rows<Action>,
  { schools, ...lists }: Lists,
  { schoolName, today }: Where,
  logged: PupilLogs | null,
): ReviewFile => {
  const school = settingsOn(schools, review.meetingDate ?? today) ?? null
  return {
    school,
    schoolName: school?.name ?? schoolName,
    pupil,
    review,
    previousReview,
    previousActions,
    ...lists,
    ledger:
      logged &&
      reviewLedger(
        { ...logged, allocations: lists.allocations, pupils: [pupil], counted: school, today },
        previousReview?.meetingDate ?? null,
        review.meetingDate,
      ),
  }
}

/**
 * Everything about one review, read now: one request for the review, then the rest side by side. `schoolName` stands
 * where the school has no settings. Problem `refused` where a row can't be read, since minutes that leave an outcome
 * or a view out without a word would be wrong.
 */
export const gatherReview = async (
  records: SchoolRecords,
  reviewKey: string,
  where: Where,
): Promise<ReviewFile> => {
  const review = await records.store(Review).byKey(reviewKey)
  const listed = async <R extends AnyRecordType>(type: R, reading: Promise<Listing<RecordOf<R>>>) => {
    const { records: found, unreadable } = await reading
    if (unreadable.length > 0) throw spoilt(type)
    return found
  }
  const all = <R extends AnyRecordType>(type: R) => listed(type, records.store(type).all())
  const ofPupil = <R extends AnyRecordType>(type: R) =>
    listed(type, records.store(type).about('pupil' as never, review.pupil))
  const ofReview = <R extends AnyRecordType>(type: R, key = review.key) =>
    listed(type, records.store(type).about('review' as never, key))
  const before = ofPupil(Review).then((reviews) => previousOf(review, reviews))
  const reading = {
    schools: all(School),
    contacts: ofPupil(Contact),
    needs: ofPupil(Need),
    outcomes: ofPupil(Outcome),
    allocations: filledLines(records, ofPupil(Allocation)),
    provisions: all(Provision),
    contributors: ofReview(Contributor),
    progress: ofReview(OutcomeProgress),
    provisionReviews: ofReview(ProvisionReview),
    sectionChanges: ofReview(SectionChange),
    actions: ofReview(Action),
    views: ofReview(View),
    limits: listed(DateLimit, orNone(records.store(DateLimit).all())),
    layouts: listed(MinutesLayout, orNone(records.store(MinutesLayout).all())),
  } satisfies { [L in keyof Lists]: Promise<Lists[L]> }
  const [logsOf, pupil, previousReview, previousActions, ...lists] = await Promise.all([
    gatherLogs(records, [review.pupil]),
    records.store(Pupil).byKey(review.pupil),
    before,
    before.then((previous) => (previous ? ofReview(Action, previous.key) : [])),
    ...Object.values<Promise<Rows<unknown>>>(reading),
  ])
  const named = Object.fromEntries(Object.keys(reading).map((name, at) => [name, lists[at]]))
  return fileOf(
    review,
    pupil,
    previousReview,
    previousActions,
    named as unknown as Lists,
    where,
    logsOf(review.pupil),
  )
}

/** A row can't be read, so whatever is made of its list would leave it out without a word. */
export const spoilt = (type: AnyRecordType): Problem =>
  new Problem(
    {
      code: 'refused',
      why: `A row of the list “${type.list}” was changed in SharePoint into something that can’t be read. Mend it there, or restore an earlier version.`,
    },
    `a row of ${type.list} can't be read`,
  )
