import { Problem } from '../domain/problem.ts'
import type { AnyRecordType, RecordOf } from '../domain/record.ts'
import { Action } from '../domain/records/action.ts'
import { Allocation } from '../domain/records/allocation.ts'
import { Contact } from '../domain/records/contact.ts'
import { Contributor } from '../domain/records/contributor.ts'
import { DateLimit } from '../domain/records/dateLimit.ts'
import { Group } from '../domain/records/group.ts'
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
import { TermDate } from '../domain/records/termDate.ts'
import { View } from '../domain/records/view.ts'
import { grouped } from '../domain/grouped.ts'
import { filledFromGroups } from '../domain/rules/groupLines.ts'
import { calendarOf } from '../domain/rules/schoolCalendar.ts'
import type { ReviewFile } from '../documents/reviewFile.ts'
import { gatherLogs } from './ledger/gatherLogs.ts'
import { orNone } from './orNone.ts'
import type { Listing, SchoolRecords } from '../graph/storeTypes.ts'
import { fileOf, type Lists, previousOf, type Rows, spoilt, type Where } from './gatherReview.ts'

/** What one of many reviews is made of, or why it can't be told whole: `refused`, or `gone` with its pupil. */
export type Gathered = { readonly review: string; readonly file: () => ReviewFile }

/** By pupil or review, and which of them have a row that can't be read. */
const sorted = <T>(
  type: AnyRecordType,
  { records, unreadable }: Listing<T>,
  field: 'pupil' | 'review',
): ((key: string) => Rows<T>) => {
  const groups = grouped(records, (row) => (row as Record<string, unknown>)[field] as string | null)
  const spoiltOf = new Set(unreadable.map(({ rest }) => rest[field] ?? null))
  return (key) => {
    // Whose row it is can't be told either: it may be anybody's.
    if (spoiltOf.has(key) || spoiltOf.has(null)) throw spoilt(type)
    return groups.get(key) ?? []
  }
}

/** All lines of support by pupil, filled from their groups. */
const filledBy = async (
  reading: Promise<Listing<Allocation>>,
  groups: Promise<Listing<Group>>,
  terms: Promise<Listing<TermDate>>,
) => {
  const [listing, known, days] = await Promise.all([reading, groups, terms])
  const filled = filledFromGroups(listing.records, known.records, calendarOf(days.records))
  return sorted(Allocation, { ...listing, records: filled }, 'pupil')
}

/**
 * Many reviews at once: each list is read once, whole, however many reviews there are. A row that can't be read spoils
 * just the reviews that it belongs to: `file` throws the Problem for those. Problems of the reading itself are thrown.
 */
export const gatherReviews = async (
  records: SchoolRecords,
  reviewKeys: readonly string[],
  where: Where,
  signal?: AbortSignal,
): Promise<Gathered[]> => {
  const reading = { signal }
  const read = new Map<string, Promise<Listing<unknown>>>()
  const all = <R extends AnyRecordType>(type: R): Promise<Listing<RecordOf<R>>> => {
    const reads = read.get(type.name) ?? records.store(type).all(reading)
    read.set(type.name, reads)
    return reads as Promise<Listing<RecordOf<R>>>
  }
  // Groups and days are asked for by the log as well: they are read once.
  const once = {
    store: <R extends AnyRecordType>(type: R) => ({ ...records.store(type), all: () => all(type) }),
  } as Pick<SchoolRecords, 'store'>
  const by = async <R extends AnyRecordType>(type: R, field: 'pupil' | 'review') =>
    sorted(type, await all(type), field)
  const whole = async <R extends AnyRecordType>(type: R, listing: Promise<Listing<RecordOf<R>>>) => {
    const { records: found, unreadable } = await listing
    return () => {
      if (unreadable.length > 0) throw spoilt(type)
      return found
    }
  }
  const [
    reviews,
    pupils,
    schools,
    provisions,
    limits,
    layouts,
    contacts,
    needs,
    outcomes,
    allocations,
    contributors,
    progress,
    provisionReviews,
    sectionChanges,
    actions,
    views,
  ] = await Promise.all([
    all(Review),
    all(Pupil),
    whole(School, all(School)),
    whole(Provision, all(Provision)),
    whole(DateLimit, orNone(all(DateLimit))),
    whole(MinutesLayout, orNone(all(MinutesLayout))),
    by(Contact, 'pupil'),
    by(Need, 'pupil'),
    by(Outcome, 'pupil'),
    filledBy(all(Allocation), orNone(all(Group)), orNone(all(TermDate))),
    by(Contributor, 'review'),
    by(OutcomeProgress, 'review'),
    by(ProvisionReview, 'review'),
    by(SectionChange, 'review'),
    by(Action, 'review'),
    by(View, 'review'),
  ])
  const reviewOf = new Map(reviews.records.map((one) => [one.key, one]))
  const wanted = reviewKeys.flatMap((key) => reviewOf.get(key)?.pupil ?? [])
  const logsOf = await gatherLogs(once, [...new Set(wanted)], reading)
  const pupilOf = new Map(pupils.records.map((one) => [one.key, one]))
  const reviewsOf = sorted(Review, reviews, 'pupil')
  return reviewKeys.map((key) => ({
    review: key,
    file: () => {
      const review = reviewOf.get(key)
      const pupil = review && pupilOf.get(review.pupil)
      if (!review || !pupil) throw new Problem({ code: 'gone' }, 'a review or its pupil is in the archive')
      const previous = previousOf(review, reviewsOf(pupil.key))
      const lists: Lists = {
        schools: schools(),
        contacts: contacts(pupil.key),
        needs: needs(pupil.key),
        outcomes: outcomes(pupil.key),
        allocations: allocations(pupil.key),
        provisions: provisions(),
        contributors: contributors(key),
        progress: progress(key),
        provisionReviews: provisionReviews(key),
        sectionChanges: sectionChanges(key),
        actions: actions(key),
        views: views(key),
        limits: limits(),
        layouts: layouts(),
      }
      const before = previous ? actions(previous.key) : []
      return fileOf(review, pupil, previous, before, lists, where, logsOf(pupil.key))
    },
  }))
}
