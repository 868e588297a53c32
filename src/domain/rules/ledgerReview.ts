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
  /** Rows of the log or the timetable that can't be read and are not counted; `all` where nothing of it could be. */
  readonly unreadable: number | 'all'
  readonly lines: ReadonlyMap<string, LedgerSums>
}

/** The days that a review looks at. */
const daysOf = (today: Day, previous: Day | null, meeting: Day | null) => {
  const last = meeting ? earliest(addDays(meeting, -1), today) : today
  const since = previous && previous < last ? addDays(previous, 1) : addDays(addMonths(last, -12), 1)
  return { since, last }
}

/** What a review is told where the log could not be read at all. */
export const unreadLedger = (today: Day, previous: Day | null, meeting: Day | null): ReviewLedger => {
  const { since, last } = daysOf(today, previous, meeting)
  return {
    from: since,
    until: last,
    began: false,
    isEstimated: false,
    unreadable: 'all',
    lines: new Map(),
  }
}

/**
 * The ledger that a review looks at: from the day after the last review's meeting, or twelve months back, to the day
 * before this one's, or to today while it is to come. It begins no earlier than the first log of the pupil: what was
 * given before anybody logged can't be told. Null where nothing was logged at all, and every row could be read.
 */
export const reviewLedger = (
  sources: LedgerSources,
  previous: Day | null,
  meeting: Day | null,
): ReviewLedger | null => {
  const { since, last } = daysOf(sources.today, previous, meeting)
  const unreadable = sources.unreadable ?? 0
  const days = sources.deliveries.map(({ day }) => day).filter((day) => day >= since && day <= last)
  if (days.length === 0)
    return unreadable === 0 ? null : { ...unreadLedger(sources.today, previous, meeting), unreadable }
  const first = earliest(...days)
  const from = latest(since, first)
  const ledger = schoolLedger(sources, from, last)
  return {
    from,
    until: last,
    began: first > addDays(since, 14),
    isEstimated: ledger.isEstimated,
    unreadable,
    lines: sumsBy(ledger.entries, ({ allocation }) => allocation),
  }
}
