import type { AnyRecordType, RecordOf, Stored } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Cycle } from '../../domain/records/cycle.ts'
import { DateLimit } from '../../domain/records/dateLimit.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { Provision } from '../../domain/records/provision.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { School } from '../../domain/records/school.ts'
import type { Day } from '../../domain/rules/day.ts'
import { leaversOf, untilLeft } from '../../domain/rules/leaving.ts'
import { meetingLimit } from '../../domain/rules/reviewDue.ts'
import { heldReviews } from '../../domain/rules/reviewOwed.ts'
import { reviewSettingsOf } from '../../domain/rules/reviewSettings.ts'
import { settingsOn } from '../../domain/rules/settings.ts'
import type { YearFile } from '../../documents/papers/yearSummary.ts'
import type { Listing, SchoolRecords } from '../../graph/storeTypes.ts'
import { gatherReview, spoilt } from '../gatherReview.ts'
import { filledLines } from '../pupilLines.ts'
import { orNone } from '../orNone.ts'

/** Everything that the summary of a pupil's year tells from, read now: the last review that was held, and what runs. Problem `refused` where a row can’t be read. */
export const gatherYear = async (
  records: SchoolRecords,
  pupil: Stored<Pupil>,
  where: { readonly schoolName: string; readonly today: Day },
): Promise<YearFile> => {
  const { today } = where
  const listed = async <R extends AnyRecordType>(type: R, reading: Promise<Listing<RecordOf<R>>>) => {
    const { records: found, unreadable } = await reading
    if (unreadable.length > 0) throw spoilt(type)
    return found
  }
  const ofPupil = <R extends AnyRecordType>(type: R) =>
    listed(type, records.store(type).about('pupil' as never, pupil.key))
  const [schools, limits, reviews, cycles, outcomes, allocations, provisions] = await Promise.all([
    listed(School, records.store(School).all()),
    listed(DateLimit, orNone(records.store(DateLimit).all())),
    ofPupil(Review),
    listed(Cycle, orNone(records.store(Cycle).about('pupil', pupil.key))),
    ofPupil(Outcome),
    // Told is what runs on a day, so the weeks of what leaving cut short don't matter.
    filledLines(records, ofPupil(Allocation)).then((lines) => untilLeft(lines, leaversOf([pupil]))),
    listed(Provision, records.store(Provision).all()),
  ])
  const school = settingsOn(schools, today) ?? null
  const [last] = heldReviews(reviews)
  return {
    pupil,
    school,
    schoolName: school?.name ?? where.schoolName,
    today,
    last: last ? await gatherReview(records, last.key, where) : null,
    reviews,
    limit: meetingLimit(pupil, reviews, reviewSettingsOf(school, limits), today),
    cycles,
    outcomes,
    allocations,
    provisions,
  }
}
