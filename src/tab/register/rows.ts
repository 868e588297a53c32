import { inWords } from '../../words/t.ts'
import { folded } from '../../domain/folded.ts'
import { grouped } from '../../domain/grouped.ts'
import type { Stored } from '../../domain/record.ts'
import type { Need } from '../../domain/records/need.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import type { Review } from '../../domain/records/review.ts'
import { needTypes, yearGroups } from '../../domain/rules/codes.ts'
import { currentNeeds } from '../../domain/rules/currentNeeds.ts'
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

/** What the rows say beside the pupil's own facts. */
export type Beside = {
  readonly needs: readonly Stored<Need>[]
  readonly reviews: readonly Stored<Review>[]
  readonly settings: ReviewSettings
}

/** The lines of those who are on roll; `beside` is null while it is still being read. */
export const rowsOf = (
  pupils: readonly Stored<Pupil>[],
  beside: (Omit<Beside, 'needs'> & { readonly needs: readonly Need[] }) | null,
  today: Day,
): Row[] => {
  const { needs, reviews, settings } = beside ?? { needs: [], reviews: [], settings: null }
  // A move in the September after it is what this school year prepares.
  const lastMove = `${academicYearOf(today) + 1}-09-30`
  const needsOf = grouped(needs, (need) => need.pupil)
  const reviewsOf = grouped(reviews, (review) => review.pupil)
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
        pupil.yearGroup && inWords(yearGroups[pupil.yearGroup]),
        ...own.map(({ type }) => inWords(needTypes[type])),
      ]
      return {
        pupil,
        need: current[0] ?? null,
        needs: current,
        moves: settings !== null && (phaseTransferOf(pupil, settings, today)?.moves ?? '9') <= lastMove,
        due: settings && reviewDue(pupil, reviewsOf.get(pupil.key) ?? [], settings, today),
        haystack: folded(words.filter(Boolean).join(' ')),
      }
    })
}
