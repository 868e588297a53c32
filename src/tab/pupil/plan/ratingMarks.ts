import type { CycleTarget } from '../../../domain/records/cycleTarget.ts'
import type { DueStatus } from '../../../domain/rules/reviewDue.ts'

/** The mark of a rating; its words say the rest. */
export const ratingMarks: Record<NonNullable<CycleTarget['rating']>, DueStatus> = {
  achieved: 'done',
  good: 'onTrack',
  some: 'onTrack',
  little: 'dueSoon',
  regressed: 'late',
}
