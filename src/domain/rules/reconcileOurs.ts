import type { Stored } from '../record.ts'
import type { Need } from '../records/need.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import type { Day } from './day.ts'
import type { ListRow } from './reconcileTypes.ts'

/** The school's own records as a list to compare: each pupil with needs in rank order and the last meeting held. */
export const ourRows = (
  pupils: readonly Stored<Pupil>[],
  needs: readonly Stored<Need>[],
  reviews: readonly Stored<Review>[],
  today: Day,
): ListRow[] => {
  const ranked = new Map<string, Stored<Need>[]>()
  for (const need of needs)
    if (
      !need.archived &&
      (need.from === null || need.from <= today) &&
      (need.until === null || need.until >= today)
    )
      ranked.set(need.pupil, [...(ranked.get(need.pupil) ?? []), need])
  const held = new Map<string, Day>()
  for (const { pupil, meetingDate, archived } of reviews)
    if (!archived && meetingDate && meetingDate <= today && meetingDate > (held.get(pupil) ?? ''))
      held.set(pupil, meetingDate)
  return pupils.map((pupil, at): ListRow => {
    const { key, archived, upn, surname, forename, preferredForename, dateOfBirth, yearGroup, className } =
      pupil
    const { status, statusFrom, planIssued, planVersion, localAuthority, admitted, left, misId } = pupil
    return {
      row: at + 1,
      key, archived, upn, surname, forename, preferredForename, dateOfBirth, yearGroup, className,
      status, statusFrom, planIssued, planVersion, localAuthority, admitted, left, misId,
      need: (ranked.get(key) ?? []).toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99) || (a.type < b.type ? -1 : 1)).map(({ type }) => type),
      lastReview: held.get(key) ?? null,
    } // prettier-ignore
  })
}
