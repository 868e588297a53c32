import { t } from '../../words/t.ts'
import type { Review } from '../records/review.ts'
import type { Day } from './day.ts'
import type { RuledDay } from './limits.ts'
import type { PhaseTransfer } from './phaseTransfer.ts'
import {
  circulateBy,
  commentsNotBefore,
  decisionBy,
  finalBy,
  inviteBy,
  noticeBy,
  reportBy,
  sooner,
} from './reviewDates.ts'
import type { ReviewSettings } from './reviewSettings.ts'

/** Where a review can stand. `notDue` is a plan without an open review; the rest are in the order in which they come. */
export const reviewStates = {
  notDue: 'Not due yet',
  planning: 'Planning',
  adviceRequested: 'Advice asked for',
  circulated: 'Papers circulated',
  meetingHeld: 'Meeting held',
  reportDrafted: 'Report drafted',
  reportSent: 'Report sent',
  decided: 'Authority decided',
  amendNotice: 'Changes proposed',
  commentsClosed: 'Comments closed',
  finalIssued: 'Final plan issued',
  closed: 'Closed',
} as const
export type ReviewState = keyof typeof reviewStates

/** What the machine reads of a review. */
export type ReviewFacts = Pick<
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
> &
  Partial<Pick<Review, 'type' | 'meetingEnded' | 'recommendation' | 'notAmended'>>

type At = {
  readonly review: ReviewFacts
  readonly today: Day
  readonly settings: ReviewSettings
  readonly transfer: PhaseTransfer | null
}

/** The move into a state: which dated fact makes it, who owes it, and by when. */
export type ReviewMove = {
  readonly to: ReviewState
  readonly step:
    | 'invite'
    | 'circulate'
    | 'meet'
    | 'draft'
    | 'report'
    | 'decide'
    | 'notice'
    | 'comments'
    | 'final'
    | 'close'
  readonly label: string
  readonly owner: 'school' | 'authority' | 'family'
  /** The field whose day is the fact; null where the stage or another fact says it. */
  readonly fact: (keyof Review & string) | null
  /** Whether this review makes the move at all. */
  applies(review: ReviewFacts): boolean
  /** The day of the fact; `true` where it happened on no recorded day; null where it has not. */
  made(at: At): Day | true | null
  due(at: At): RuledDay | null
}

/** Whether the meeting has been held: the stage says so, as a date in the past may be a meeting that never was. */
export const meetingHeld = (review: Pick<Review, 'stage'>): boolean =>
  ['meetingHeld', 'reportSent', 'decided', 'closed'].includes(review.stage)

/** Whether the authority amends the plan, so that a notice, comments and a final plan follow. */
export const amends = (review: Pick<Review, 'decision' | 'noticeSent'>): boolean =>
  review.decision === 'amend' || review.noticeSent !== null

const always = () => true
const held = (review: ReviewFacts) => review.meetingDate !== null && meetingHeld(review)

/** Twelve weeks from the meeting, and before the day by which a move between phases needs it. */
const finalDue = ({ review, transfer }: At): RuledDay | null => {
  if (!review.meetingDate) return null
  const final = finalBy(review.meetingDate, review.noticeSent)
  return review.type === 'phaseTransfer' && transfer ? sooner(final, transfer.deadline) : final
}
const ended = ({ finalIssued, notAmended = null }: ReviewFacts): Day | null => finalIssued ?? notAmended
/** A notice that nobody recorded is not asked for once the end of it is known. */
const awaited = (review: ReviewFacts) => amends(review) && (review.noticeSent !== null || !ended(review))

/** Every move of a review with its owner, in order: the one definition of the path, the board and what is due. */
export const reviewMoves: readonly ReviewMove[] = [
  {
    to: 'adviceRequested',
    step: 'invite',
    label: t`Invitations sent`,
    owner: 'school',
    fact: 'invitationsSent',
    applies: always,
    made: ({ review }) => review.invitationsSent,
    due: ({ review, settings }) => (review.meetingDate ? inviteBy(review.meetingDate, settings) : null),
  },
  {
    to: 'circulated',
    step: 'circulate',
    label: t`Papers circulated`,
    owner: 'school',
    fact: 'papersCirculated',
    applies: always,
    made: ({ review }) => review.papersCirculated,
    due: ({ review, settings }) => (review.meetingDate ? circulateBy(review.meetingDate, settings) : null),
  },
  {
    to: 'meetingHeld',
    step: 'meet',
    label: t`Meeting held`,
    owner: 'school',
    fact: 'meetingDate',
    applies: always,
    made: ({ review }) => (held(review) ? review.meetingDate : null),
    due: () => null,
  },
  {
    to: 'reportDrafted',
    step: 'draft',
    label: t`Report drafted`,
    owner: 'school',
    fact: null,
    applies: always,
    made: ({ review }) =>
      review.reportSent ?? (held(review) && (review.meetingEnded || review.recommendation) ? true : null),
    due: () => null,
  },
  {
    to: 'reportSent',
    step: 'report',
    label: t`Report sent`,
    owner: 'school',
    fact: 'reportSent',
    applies: always,
    made: ({ review }) => review.reportSent,
    due: ({ review, settings }) => (held(review) ? reportBy(review.meetingDate!, settings) : null),
  },
  {
    to: 'decided',
    step: 'decide',
    label: t`Authority’s decision`,
    owner: 'authority',
    fact: 'decisionReceived',
    applies: always,
    made: ({ review }) => review.decisionReceived,
    due: ({ review, settings }) => (held(review) ? decisionBy(review.meetingDate!, settings) : null),
  },
  {
    to: 'amendNotice',
    step: 'notice',
    label: t`Authority’s notice of changes`,
    owner: 'authority',
    fact: 'noticeSent',
    applies: awaited,
    made: ({ review }) => review.noticeSent,
    due: ({ review }) => (review.meetingDate ? noticeBy(review.meetingDate) : null),
  },
  {
    to: 'commentsClosed',
    step: 'comments',
    label: t`Time for the family’s comments over`,
    owner: 'family',
    fact: null,
    applies: awaited,
    made: ({ review, today }) => {
      if (!review.noticeSent) return null
      const over = commentsNotBefore(review.noticeSent).day
      return today > over || ended(review) ? over : null
    },
    due: ({ review }) => (review.noticeSent ? commentsNotBefore(review.noticeSent) : null),
  },
  {
    to: 'finalIssued',
    step: 'final',
    label: t`Final amended plan`,
    owner: 'authority',
    fact: 'finalIssued',
    applies: amends,
    made: ({ review }) => ended(review),
    due: finalDue,
  },
  {
    to: 'closed',
    step: 'close',
    label: t`Review closed`,
    owner: 'school',
    fact: null,
    applies: always,
    made: ({ review }) => (review.stage === 'closed' ? true : null),
    due: () => null,
  },
]
