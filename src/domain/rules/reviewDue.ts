import { t } from '../../words/t.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import { underFiveWindow } from './ageDuties.ts'
import { addDays, addMonths, type Day, latest, showDay } from './day.ts'
import type { RuledDay } from './limits.ts'
import { type PhaseTransfer, phaseTransferOf } from './phaseTransfer.ts'
import { meetingHeld, type ReviewFacts } from './reviewMoves.ts'
import { pupilAfter } from './reviewActMarks.ts'
import { heldReviews, owedOf } from './reviewOwed.ts'
import { type ReviewSettings, settingsFor } from './reviewSettings.ts'
import { reviewSteps, type ReviewStep } from './reviewSteps.ts'
import type { Why } from './why.ts'
import { nextMeeting, type PlanDates } from './yearClock.ts'

export type DueStatus = 'overdue' | 'late' | 'dueSoon' | 'onTrack' | 'done' | 'authority' | 'unknown'

/** What can have a date in a pupil's reviews; shown through `inWords`. */
export const dueWhats = [
  'Meeting',
  'Hold meeting by',
  'Bring meeting forward to',
  'Send report by',
  'Authority decides by',
  'Authority proposes changes by',
  'Authority issues final plan by',
  'Plan date missing',
] as const
export type DueWhat = (typeof dueWhats)[number]

/** The next thing that has a date in a pupil's reviews: what, by when, whose turn, and why. */
export type ReviewDue = {
  readonly what: DueWhat
  readonly day: Day | null
  /** When the meeting is planned for, where that is after `day`. */
  readonly planned: Day | null
  readonly status: DueStatus
  readonly why: Why | null
  /** The review that it is about, where one is open. */
  readonly review: string | null
}

type Plan = Pick<Pupil, 'status'> &
  PlanDates &
  Partial<Pick<Pupil, 'localAuthority' | 'homeEducated' | 'yearGroup' | 'movesTo' | 'moves' | 'dateOfBirth'>>
type Held = Pick<Review, 'meetingDate' | 'stage' | 'reportSent' | 'decisionReceived'> &
  Partial<
    Pick<
      Review,
      'type' | 'decision' | 'noticeSent' | 'finalIssued' | 'notAmended' | 'meetingEnded' | 'recommendation'
    >
  > & {
    readonly key: string
  }

export const statusWords: Record<DueStatus, string> = {
  overdue: t`Overdue`,
  late: t`Too late`,
  dueSoon: t`Due soon`,
  onTrack: t`On track`,
  done: t`Done`,
  authority: t`Authority’s turn`,
  unknown: t`Not known`,
}

const near = (day: Day, today: Day, days: number): DueStatus =>
  day < today ? 'overdue' : day <= addDays(today, days) ? 'dueSoon' : 'onTrack'
const latestFirst = (a: Held, b: Held) => ((b.meetingDate ?? '') < (a.meetingDate ?? '') ? -1 : 1)
/** The last review that was held, where its decision never came: closing it does not finish it in law. */
const undecidedOf = (reviews: readonly Held[]): Held | undefined => {
  const [last] = heldReviews(reviews)
  return last && !last.decisionReceived ? last : undefined
}

/** Whether the review that a move between phases needs was held: one for it, or one in the year before that amended the plan. */
export const transferReviewed = (reviews: readonly Held[], { deadline }: PhaseTransfer): boolean =>
  heldReviews(reviews).some(
    ({ meetingDate, type, finalIssued = null }) =>
      meetingDate! >= addMonths(deadline.day, -12) && (type === 'phaseTransfer' || finalIssued !== null),
  )

/** A decision that only the review knows of counts as well: the pupil's own row may not have it yet. */
const withDecisions = (plan: Plan, reviews: readonly Held[]): Plan => {
  const days = reviews.map(({ decisionReceived }) => decisionReceived).filter((day) => day !== null)
  if (days.length === 0) return plan
  const decided = { decisionReceived: latest(...days), finalIssued: null }
  return { ...plan, ...pupilAfter({ ...plan, planVersion: null }, decided) }
}

/** By when the next meeting has to be held, and when it is best held, with the rule that asks for it first. */
export type MeetingLimit = { readonly latest: RuledDay; readonly target: RuledDay }

/**
 * The first that binds of the twelve months (R10), a move between phases (R11) and a local limit for a child under
 * five (R12); null where nobody knows from when the twelve months run.
 */
export const meetingLimit = (
  plan: Plan,
  reviews: readonly Held[],
  given: ReviewSettings,
  today: Day,
): MeetingLimit | null => {
  const settings = settingsFor(plan, given)
  const undecided = undecidedOf(reviews)?.meetingDate ?? null
  const clock = nextMeeting(withDecisions(plan, reviews), undecided, settings)
  const transfer = phaseTransferOf(plan, settings, today)
  const last = heldReviews(reviews)[0]?.meetingDate ?? plan.planIssued
  const young = plan.dateOfBirth && last ? underFiveWindow(plan.dateOfBirth, last, settings) : null
  const found: MeetingLimit[] = [
    ...(clock ? [{ latest: clock.latestSafeMeeting, target: clock.targetMeeting }] : []),
    ...(transfer && !transferReviewed(reviews, transfer)
      ? [
          {
            latest: transfer.latestMeeting,
            target: { ...transfer.latestMeeting, day: addDays(transfer.latestMeeting.day, -28) },
          },
        ]
      : []),
    ...(young?.binding ? [{ latest: young.to, target: young.from }] : []),
  ]
  return found.toSorted((a, b) => (a.latest.day < b.latest.day ? -1 : 1))[0] ?? null
}

const noPlanDate: ReviewDue = {
  what: 'Plan date missing',
  day: null,
  planned: null,
  status: 'unknown',
  why: null,
  review: null,
}

const authoritySteps = {
  decide: 'Authority decides by',
  notice: 'Authority proposes changes by',
  final: 'Authority issues final plan by',
} as const

const factsOf = (review: Held): ReviewFacts => ({
  invitationsSent: null,
  papersCirculated: null,
  decision: null,
  noticeSent: null,
  finalIssued: null,
  ...review,
})

/** What the authority owes on a review that was held: a mark stays red until the fact is there. */
const owedByAuthority = (
  review: Held,
  reviews: readonly Held[],
  settings: ReviewSettings,
  transfer: PhaseTransfer | null,
  today: Day,
): ReviewDue[] =>
  owedOf(reviewSteps(factsOf(review), today, settings, transfer), review, reviews)
    .filter((step): step is ReviewStep & { step: keyof typeof authoritySteps } => step.step in authoritySteps)
    .map(({ step, due, state, why }): ReviewDue => ({
      what: authoritySteps[step],
      day: due,
      planned: null,
      status: state === 'overdue' ? 'overdue' : 'authority',
      why,
      review: review.key,
    }))

const reportOwed = (review: Held, settings: ReviewSettings, today: Day): ReviewDue[] =>
  reviewSteps(factsOf(review), today, settings)
    .filter(({ step, done }) => step === 'report' && done === null)
    .map(({ due, why }) => ({
      what: 'Send report by',
      day: due,
      planned: null,
      status: near(due!, today, 7),
      why,
      review: review.key,
    }))

const meetingDue = (planned: Held, limit: MeetingLimit | null, today: Day): ReviewDue => {
  const by = limit?.latest
  const why = by
    ? { ...by.why, inputs: [...by.why.inputs, { label: t`Latest meeting`, value: showDay(by.day) }] }
    : null
  if (by && planned.meetingDate! > by.day) {
    // Once the latest day has passed, the meeting is late whatever is planned.
    const missed = today > by.day
    return {
      what: missed ? 'Hold meeting by' : 'Bring meeting forward to',
      day: by.day,
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

/**
 * Everything that is due in a pupil's reviews, first what needs somebody first; nothing for a pupil without a plan. A
 * decision that never came is there beside the next meeting, which is planned from the last one all the same.
 */
export const reviewsDue = (
  plan: Plan,
  reviews: readonly Held[],
  given: ReviewSettings,
  today: Day,
): ReviewDue[] => {
  if (plan.status !== 'E') return []
  const settings = settingsFor(plan, given)
  const transfer = phaseTransferOf(plan, settings, today)
  const sorted = reviews.toSorted(latestFirst)
  const undecided = undecidedOf(reviews)
  const limit = meetingLimit(plan, reviews, given, today)
  const planned = sorted.findLast((review) => review.meetingDate && !meetingHeld(review))

  const report = undecided && undecided.stage !== 'closed' ? reportOwed(undecided, settings, today) : []
  const awaited = heldReviews(reviews)
    .flatMap((review) => owedByAuthority(review, reviews, settings, transfer, today))
    .toSorted((a, b) => (a.day! < b.day! ? -1 : 1))
  if (planned) return [...report, meetingDue(planned, limit, today), ...awaited]
  if (!limit) return [...report, ...awaited, noPlanDate]
  const hold: ReviewDue = {
    what: 'Hold meeting by',
    day: limit.latest.day,
    planned: null,
    status:
      today > limit.latest.day ? 'overdue' : today >= addDays(limit.target.day, -28) ? 'dueSoon' : 'onTrack',
    why: limit.latest.why,
    review: sorted.find((review) => !review.meetingDate && review.stage !== 'closed')?.key ?? null,
  }
  // A meeting that is still far off is not what needs somebody.
  return limit.target.day > addDays(today, 28) ? [...report, ...awaited, hold] : [...report, hold, ...awaited]
}

/**
 * What is due first for a pupil with an EHC plan; null for everybody else. A report that is owed comes before a
 * meeting that is planned, and that before a meeting that is still to be fixed.
 */
export const reviewDue = (
  plan: Plan,
  reviews: readonly Held[],
  settings: ReviewSettings,
  today: Day,
): ReviewDue | null => reviewsDue(plan, reviews, settings, today)[0] ?? null
