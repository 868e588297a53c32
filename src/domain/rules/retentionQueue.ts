import type { Stored } from '../record.ts'
import { addMonths, type Day } from './day.ts'
import type { DisposalReview } from './retention.ts'
import type { RetentionPupil } from './retentionFacts.ts'

/** What a person has to look at, of all pupils whose records are kept, archived or not. */
export type RetentionQueue<P> = {
  readonly due: readonly QueueRow<P>[]
  /** Within twelve months. */
  readonly soon: readonly QueueRow<P>[]
  readonly held: readonly QueueRow<P>[]
  readonly waiting: readonly QueueRow<P>[]
  /** No day, for another reason than being on roll or waiting for a receipt. */
  readonly noDay: readonly QueueRow<P>[]
  /** Neither now nor within a year. */
  readonly later: number
}
export type QueueRow<P> = { readonly pupil: P; readonly review: DisposalReview }

/** The rows of the review queue, each part by its day. */
export const retentionQueue = <P extends Stored<RetentionPupil>>(
  pupils: readonly P[],
  reviewOf: (pupil: P) => DisposalReview,
  today: Day,
): RetentionQueue<P> => {
  const rows = pupils
    .map((pupil) => ({ pupil, review: reviewOf(pupil) }))
    .toSorted((a, b) => ((a.review.day ?? '9') < (b.review.day ?? '9') ? -1 : 1))
  const partOf = ({ review }: QueueRow<P>) => {
    if (review.held) return 'held'
    if (review.noDay === 'noReceipt') return 'waiting'
    if (review.noDay !== null) return review.noDay === 'onRoll' ? 'later' : 'noDay'
    if (review.due) return 'due'
    return review.day !== null && review.day <= addMonths(today, 12) ? 'soon' : 'later'
  }
  const part = (name: ReturnType<typeof partOf>) => rows.filter((row) => partOf(row) === name)
  return {
    due: part('due'),
    soon: part('soon'),
    held: part('held'),
    waiting: part('waiting'),
    noDay: part('noDay'),
    later: part('later').length,
  }
}

/** What another rule would do to the days of pupils. */
export type RuleEffect = { readonly earlier: number; readonly later: number; readonly newlyDue: number }

/** Compares the answers under two sets of rules, pupil by pupil. */
export const ruleEffect = <P>(
  pupils: readonly P[],
  before: (pupil: P) => DisposalReview,
  after: (pupil: P) => DisposalReview,
): RuleEffect => {
  const pairs = pupils.map((pupil) => [before(pupil), after(pupil)] as const)
  // A day that the rules can no longer say has moved out of sight, so it is later.
  const moved = pairs.map(([a, b]) => [a.day ?? '9', b.day ?? '9'] as const)
  return {
    earlier: moved.filter(([a, b]) => b < a).length,
    later: moved.filter(([a, b]) => b > a).length,
    newlyDue: pairs.filter(([a, b]) => b.due && !a.due).length,
  }
}
