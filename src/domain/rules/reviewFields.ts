import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import { yearNumberOf } from './codes.ts'
import type { Day } from './day.ts'
import { ageOn } from './schoolYear.ts'

/** What decides whether a review asks something: its kind, the pupil's age and year, and what the register says. */
export type AskedOf = {
  readonly review: Pick<Review, 'type'>
  readonly pupil: Pick<Pupil, 'dateOfBirth' | 'yearGroup' | 'partTime'>
}

const earlyGroups: readonly (string | null)[] = ['E1', 'E2', 'N1', 'N2', 'R']

/** Before Year 1 development is looked at, not attainment. */
const isEarly = ({ review, pupil }: AskedOf, day: Day): boolean =>
  review.type === 'underFive' || ageOn(pupil.dateOfBirth, day) < 5 || earlyGroups.includes(pupil.yearGroup)
/** The engagement model and pre-key-stage standards are of primary schools. */
const isPrimary = ({ pupil: { yearGroup } }: AskedOf): boolean =>
  yearGroup === null || (yearNumberOf(yearGroup) ?? 99) <= 6
const isMove = ({ review }: AskedOf): boolean => review.type === 'phaseTransfer'

const conditions: Partial<Record<keyof Review, (asked: AskedOf, day: Day) => boolean>> = {
  whyNow: ({ review }) => review.type === 'interim' || review.type === 'early',
  earlyYears: isEarly,
  attainment: (asked, day) => !isEarly(asked, day),
  engagement: (asked, day) => !isEarly(asked, day) && isPrimary(asked),
  partTimePlan: ({ pupil }) => pupil.partTime === true,
  adulthoodCapacity: ({ pupil }, day) => ageOn(pupil.dateOfBirth, day) >= 16,
  placementPreference: isMove,
  movePlan: isMove,
}

/** Whether this review asks for this field. What was answered all the same is shown wherever it is. */
export const asksFor = (field: string, asked: AskedOf, day: Day): boolean =>
  conditions[field as keyof Review]?.(asked, day) ?? true
