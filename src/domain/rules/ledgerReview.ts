import { addDays, addMonths, type Day, earliest, latest } from './day.ts'
import { sumsBy } from './ledger.ts'
import { type LedgerSources, schoolLedger } from './ledgerSchool.ts'
import type { LedgerSums } from './ledgerTypes.ts'

/** What was planned and delivered of a pupil's support between two reviews, by line. */
export type ReviewLedger = {
  readonly from: Day
  readonly until: Day
  /** Logging began after the last review: what was before it is not counted as planned. */
  readonly began: boolean
  readonly isEstimated: boolean
  readonly lines: ReadonlyMap<string, LedgerSums>
}

/**
 * The ledger that a review looks at: from the day after the last review's meeting, or twelve months back, to the day
 * before this one's, or to today while it is to come. It begins no earlier than the first log of the pupil: what was
 * given before anybody logged can't be told. Null where nothing was logged at all.
 */
export const reviewLedger = (
  sources: LedgerSources,
  previous: Day | null,
  meeting: Day | null,
): ReviewLedger | null => {
  const last = meeting ? earliest(addDays(meeting, -1), sources.today) : sources.today
  const since = previous && previous < last ? addDays(previous, 1) : addDays(addMonths(last, -12), 1)
  const days = sources.deliveries.map(({ day }) => day).filter((day) => day >= since && day <= last)
  if (days.length === 0) return null
  const first = earliest(...days)
  const from = latest(since, first)
  const ledger = schoolLedger(sources, from, last)
  return {
    from,
    until: last,
    began: first > addDays(since, 14),
    isEstimated: ledger.isEstimated,
    lines: sumsBy(ledger.entries, ({ allocation }) => allocation),
  }
}
