import { folded } from '../../domain/folded.ts'
import type { Stored } from '../../domain/record.ts'
import type { Need } from '../../domain/records/need.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import type { Review } from '../../domain/records/review.ts'
import { needTypes, yearGroups } from '../../domain/rules/codes.ts'
import type { Day } from '../../domain/rules/day.ts'
import { phaseTransferOf } from '../../domain/rules/phaseTransfer.ts'
import type { ReviewSettings } from '../../domain/rules/reviewSettings.ts'
import { type ReviewDue, reviewDue } from '../../domain/rules/reviewDue.ts'
import { academicYearOf } from '../../domain/rules/schoolYear.ts'

/** One line of the register, with what it is sorted and searched by. */
export type Row = {
  readonly pupil: Stored<Pupil>
  /** The primary need. */
  readonly need: Need['type'] | null
  /** All that have not ended, by rank. */
  readonly needs: readonly Need['type'][]
  /** Whether a move between phases comes in this school year. */
  readonly moves: boolean
  readonly due: ReviewDue | null
  readonly haystack: string
}

/** Groups by a key, in order. */
export const by = <T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = found.get(key)
    if (group) group.push(one)
    else found.set(key, [one])
  }
  return found
}

/** Needs that have not ended, the one that counts first in front. */
const currentNeeds = <N extends Need>(needs: readonly N[], today: Day): N[] =>
  needs
    .filter((need) => !need.until || need.until >= today)
    .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))

/** The need that counts first: lowest rank that has not ended. */
export const primaryNeed = (needs: readonly Need[], today: Day): Need | undefined =>
  currentNeeds(needs, today)[0]

export const rowsOf = (
  pupils: readonly Stored<Pupil>[],
  needs: readonly Need[],
  reviews: readonly Stored<Review>[],
  settings: ReviewSettings,
  today: Day,
): Row[] => {
  // A move in the September after it is what this school year prepares.
  const lastMove = `${academicYearOf(today) + 1}-09-30`
  const needsOf = by(needs, (need) => need.pupil)
  const reviewsOf = by(reviews, (review) => review.pupil)
  return pupils
    .filter((pupil) => !pupil.left || pupil.left >= today)
    .map((pupil) => {
      const own = needsOf.get(pupil.key) ?? []
      const current = currentNeeds(own, today).map(({ type }) => type)
      const words = [
        fullName(pupil),
        pupil.forename,
        pupil.upn,
        pupil.className,
        pupil.yearGroup && yearGroups[pupil.yearGroup],
        ...own.map(({ type }) => needTypes[type]),
      ]
      return {
        pupil,
        need: current[0] ?? null,
        needs: current,
        moves: (phaseTransferOf(pupil, settings, today)?.moves ?? '9') <= lastMove,
        due: reviewDue(pupil, reviewsOf.get(pupil.key) ?? [], settings, today),
        haystack: folded(words.filter(Boolean).join(' ')),
      }
    })
}
