import type { Stored } from '../record.ts'
import type { Pupil } from '../records/pupil.ts'
import type { School } from '../records/school.ts'
import type { Transfer } from '../records/transfer.ts'
import type { TransitionVisit } from '../records/transitionVisit.ts'
import type { Day } from '../rules/day.ts'
import type { ReviewSettings } from '../rules/reviewSettings.ts'
import type { SchoolCalendar } from '../rules/schoolCalendar.ts'
import { type KeepingRows, type OwnCopy, ownCopy, type TransferClock } from '../rules/transfer.ts'

/** What duties about pupils who move reckon with, beside the row. */
export type MovingFacts = {
  readonly clock: TransferClock
  readonly review: ReviewSettings
  pupilOf(key: string): Stored<Pupil> | null
  /** The other school of a transfer; null where none is said. */
  schoolOf(transfer: string | null): string | null
  /** The dates of a transition plan that are still to come and did not fall through. */
  visitsOf(transition: string): readonly Stored<TransitionVisit>[]
  /** Whether the school's own copy of a pupil's record may go; null before the next school has the file. */
  ownCopy(pupil: string): OwnCopy | null
}

export const movingFacts = (
  rows: {
    readonly pupils: readonly Stored<Pupil>[]
    readonly transfers: readonly Stored<Transfer>[]
    readonly visits: readonly Stored<TransitionVisit>[]
    readonly keeping: KeepingRows
  },
  calendar: SchoolCalendar,
  school: School | null,
  review: ReviewSettings,
  today: Day,
): MovingFacts => {
  const pupils = new Map(rows.pupils.map((pupil) => [pupil.key, pupil]))
  const schools = new Map(rows.transfers.map(({ key, school: name }) => [key, name]))
  return {
    clock: { calendar, inLaw: school?.inLaw ?? null },
    review,
    pupilOf: (key) => pupils.get(key) ?? null,
    schoolOf: (transfer) => (transfer === null ? null : (schools.get(transfer) ?? null)),
    visitsOf: (transition) =>
      rows.visits.filter(
        (one) => one.transition === transition && one.doneOn === null && one.fellThrough === null,
      ),
    ownCopy: (key) => {
      const pupil = pupils.get(key)
      return pupil ? ownCopy(pupil, rows.keeping, today) : null
    },
  }
}
