import type { Review } from '../records/review.ts'
import { addDays, type Day } from './day.ts'
import {
  circulateBy,
  decisionBy,
  finalBy,
  inviteBy,
  reportBy,
  type ReviewSettings,
  usualReviewSettings,
} from './reviewDates.ts'
import type { Why } from './why.ts'

export type StepState = 'done' | 'late' | 'overdue' | 'dueSoon' | 'onTrack' | 'waiting'

/** One step of a review that has a date in law: who owes it, when it was due, when it was done. */
export type ReviewStep = {
  readonly step: 'invite' | 'circulate' | 'meet' | 'report' | 'decide' | 'final'
  readonly label: string
  readonly owner: 'school' | 'authority'
  readonly due: Day | null
  readonly done: Day | null
  /** `late` was done after its date; `waiting` can't begin yet. */
  readonly state: StepState
  readonly why: Why | null
}

const soonDays = 7

const stateOf = (due: Day | null, done: Day | null, today: Day): StepState => {
  if (done) return due && done > due ? 'late' : 'done'
  if (!due) return 'waiting'
  if (today > due) return 'overdue'
  return addDays(today, soonDays) >= due ? 'dueSoon' : 'onTrack'
}

type Dates = Pick<
  Review,
  | 'meetingDate'
  | 'stage'
  | 'invitationsSent'
  | 'papersCirculated'
  | 'reportSent'
  | 'decisionReceived'
  | 'decision'
  | 'noticeSent'
  | 'finalIssued'
>

/** Whether the meeting has been held: the stage says so, as a date in the past may be a meeting that never was. */
export const meetingHeld = (review: Pick<Review, 'stage'>): boolean =>
  ['meetingHeld', 'reportSent', 'decided', 'closed'].includes(review.stage)

/** The dated steps of a review with both owners, in order, as they stand today. */
export const reviewSteps = (
  review: Dates,
  today: Day,
  settings: ReviewSettings = usualReviewSettings,
): ReviewStep[] => {
  const meeting = review.meetingDate
  const held = meetingHeld(review)
  const step = (
    name: ReviewStep['step'],
    label: string,
    owner: ReviewStep['owner'],
    rule: { day: Day; why: Why } | null,
    done: Day | null,
  ): ReviewStep => ({
    step: name,
    label,
    owner,
    due: rule?.day ?? null,
    done,
    state: stateOf(rule?.day ?? null, done, today),
    why: rule?.why ?? null,
  })
  const amending = review.decision === 'amend' || review.noticeSent !== null
  return [
    step('invite', 'Invitations sent', 'school', meeting ? inviteBy(meeting) : null, review.invitationsSent),
    step(
      'circulate',
      'Papers circulated',
      'school',
      meeting ? circulateBy(meeting) : null,
      review.papersCirculated,
    ),
    {
      ...step('meet', 'Meeting held', 'school', null, held ? meeting : null),
      due: meeting,
      state: stateOf(meeting, held ? meeting : null, today),
    },
    step(
      'report',
      'Report sent',
      'school',
      meeting && held ? reportBy(meeting, settings.reportDays) : null,
      review.reportSent,
    ),
    step(
      'decide',
      'Authority’s decision',
      'authority',
      meeting && held ? decisionBy(meeting) : null,
      review.decisionReceived,
    ),
    ...(amending
      ? [
          step(
            'final',
            'Final amended plan',
            'authority',
            meeting ? finalBy(meeting, review.noticeSent) : null,
            review.finalIssued,
          ),
        ]
      : []),
  ]
}

/** The step that needs somebody next, or null when the review is finished. */
export const nextStep = (steps: readonly ReviewStep[]): ReviewStep | null =>
  steps.find((step) => step.done === null) ?? null
