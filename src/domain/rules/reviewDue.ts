import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import { addDays, type Day, showDay } from './day.ts'
import { decisionBy, nextMeeting, reportBy, type ReviewSettings } from './reviewDates.ts'
import { meetingHeld } from './reviewSteps.ts'
import type { Why } from './why.ts'

export type DueStatus = 'overdue' | 'late' | 'dueSoon' | 'onTrack' | 'done' | 'authority' | 'unknown'

/** The next thing that has a date in a pupil's reviews: what, by when, whose turn, and why. */
export type ReviewDue = {
  readonly what:
    | 'Meeting'
    | 'Hold meeting by'
    | 'Bring meeting forward to'
    | 'Send report by'
    | 'Authority decides by'
    | 'Plan date missing'
  readonly day: Day | null
  /** When the meeting is planned for, where that is after `day`. */
  readonly planned: Day | null
  readonly status: DueStatus
  readonly why: Why | null
  /** The review that it is about, where one is open. */
  readonly review: string | null
}

type Plan = Pick<Pupil, 'status' | 'planIssued' | 'lastDecision'>
type Held = Pick<Review, 'meetingDate' | 'stage' | 'reportSent' | 'decisionReceived'> & {
  readonly key: string
}

export const statusWords: Record<DueStatus, string> = {
  overdue: 'Overdue',
  late: 'Too late',
  dueSoon: 'Due soon',
  onTrack: 'On track',
  done: 'Done',
  authority: 'Authority’s turn',
  unknown: 'Not known',
}

const near = (day: Day, today: Day, days: number): DueStatus =>
  day < today ? 'overdue' : day <= addDays(today, days) ? 'dueSoon' : 'onTrack'
const latestFirst = (a: Held, b: Held) => ((b.meetingDate ?? '') < (a.meetingDate ?? '') ? -1 : 1)

/**
 * What is due next for a pupil with an EHC plan; null for everybody else. A report that is owed comes before a
 * meeting that is planned, and that before a meeting that is still to be fixed.
 */
export const reviewDue = (
  plan: Plan,
  reviews: readonly Held[],
  settings: ReviewSettings,
  today: Day,
): ReviewDue | null => {
  if (plan.status !== 'E') return null
  const sorted = [...reviews].sort(latestFirst)
  const held = sorted.find((review) => review.meetingDate && meetingHeld(review))
  const undecided = held && !held.decisionReceived && held.stage !== 'closed' ? held : undefined
  const owed = undecided && !undecided.reportSent ? undecided : undefined
  if (owed) {
    const { day, why } = reportBy(owed.meetingDate!, settings.reportDays)
    return { what: 'Send report by', day, planned: null, status: near(day, today, 7), why, review: owed.key }
  }
  const planned = sorted.findLast((review) => review.meetingDate && !meetingHeld(review))
  if (planned) {
    const clock = nextMeeting(plan, undecided?.meetingDate ?? null, settings.leadDays)
    const latest = clock?.latestSafeMeeting
    const why = latest
      ? {
          ...latest.why,
          inputs: [...latest.why.inputs, { label: 'Latest meeting', value: showDay(latest.day) }],
        }
      : null
    if (latest && planned.meetingDate! > latest.day) {
      // Once the latest day has passed, the meeting is late whatever is planned.
      const missed = today > latest.day
      return {
        what: missed ? 'Hold meeting by' : 'Bring meeting forward to',
        day: latest.day,
        planned: planned.meetingDate,
        status: missed ? 'overdue' : 'late',
        why,
        review: planned.key,
      }
    }
    return {
      what: 'Meeting',
      day: planned.meetingDate,
      planned: null,
      status: near(planned.meetingDate!, today, 14),
      why,
      review: planned.key,
    }
  }
  if (undecided) {
    const { day, why } = decisionBy(undecided.meetingDate!)
    const clock = nextMeeting(plan, undecided.meetingDate, settings.leadDays)
    if (!clock || clock.targetMeeting.day > addDays(today, 28))
      return {
        what: 'Authority decides by',
        day,
        planned: null,
        status: day < today ? 'overdue' : 'authority',
        why,
        review: undecided.key,
      }
  }
  const clock = nextMeeting(plan, undecided?.meetingDate ?? null, settings.leadDays)
  if (!clock)
    return { what: 'Plan date missing', day: null, planned: null, status: 'unknown', why: null, review: null }
  const { targetMeeting, latestSafeMeeting } = clock
  return {
    what: 'Hold meeting by',
    day: latestSafeMeeting.day,
    planned: null,
    status:
      today > latestSafeMeeting.day
        ? 'overdue'
        : today >= addDays(targetMeeting.day, -28)
          ? 'dueSoon'
          : 'onTrack',
    why: latestSafeMeeting.why,
    review: sorted.find((review) => !review.meetingDate && review.stage !== 'closed')?.key ?? null,
  }
}
