import { t } from '../../words/t.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import { type ActFacts, actOf, type ReviewAct } from './reviewActs.ts'
import { type Day, latest, showDay } from './day.ts'

/** How an act is marked: on which day, and why before what it needs, where it is. */
export type Mark = {
  readonly on: Day
  readonly reason?: string | null
  readonly decision?: NonNullable<Review['decision']>
}

type Changes = Partial<Review>
export type Marked = { readonly changes: Changes } | { readonly refused: readonly string[] }

const order: readonly Review['stage'][] = [
  'planning',
  'adviceRequested',
  'circulated',
  'meetingHeld',
  'reportSent',
  'decided',
  'closed',
]
/** A stage is never taken back by marking something that was forgotten. */
const atLeast = (now: Review['stage'], stage: Review['stage']): Review['stage'] =>
  order.indexOf(now) >= order.indexOf(stage) ? now : stage

const words: Record<ReviewAct, string> = {
  invite: t`Invitations`,
  advice: t`Advice`,
  circulate: t`Papers`,
  hold: t`Meeting`,
  report: t`Report`,
  decision: t`Decision`,
  final: t`Final plan`,
  close: t`Closing`,
}

const changesOf = (act: ReviewAct, review: ActFacts['review'], mark: Mark): Changes => {
  const to = (stage: Review['stage']) => atLeast(review.stage, stage)
  switch (act) {
    case 'invite':
      return { invitationsSent: mark.on, stage: to('adviceRequested') }
    case 'advice':
      return { stage: to('adviceRequested') }
    case 'circulate':
      return { papersCirculated: mark.on, stage: to('circulated') }
    case 'hold':
      return { stage: to('meetingHeld') }
    case 'report':
      // A reopened review may have had its decision already.
      return { reportSent: mark.on, stage: review.decisionReceived ? 'decided' : to('reportSent') }
    case 'decision':
      return { decisionReceived: mark.on, decision: mark.decision ?? null, stage: to('decided') }
    case 'final':
      return { finalIssued: mark.on, stage: to('decided') }
    case 'close':
      return { stage: 'closed' }
  }
}

const wrongDay = (act: ReviewAct, { review, today }: ActFacts, on: Day): string[] => {
  const { meetingDate } = review
  const late = meetingDate !== null && on > meetingDate
  const early = meetingDate !== null && on < meetingDate
  return [
    ...(on > today ? [t`This day is still to come.`] : []),
    ...(act === 'circulate' && late ? [t`Papers can’t be circulated after the meeting.`] : []),
    ...((act === 'report' || act === 'decision' || act === 'final') && early
      ? [t`That was before the meeting.`]
      : []),
  ]
}

/**
 * What marking an act changes in the review, or why it can't be marked: before what it needs only with a reason, which
 * is kept in the review, and never where it can't have happened.
 */
export const marked = (
  act: ReviewAct,
  facts: ActFacts & { readonly review: Pick<Review, 'stepsOverride'> },
  mark: Mark,
): Marked => {
  const { state, bars } = actOf(facts, act)
  const reason = mark.reason?.trim() ?? ''
  const stopping = bars.filter(({ always }) => always || reason === '').map(({ says }) => says)
  const wrong = [
    ...stopping,
    ...(state === 'notNeeded' ? [t`This review has no such step.`] : []),
    ...wrongDay(act, facts, mark.on),
    ...(act === 'decision' && !mark.decision ? [t`Say what the authority decided.`] : []),
  ]
  if (wrong.length > 0) return { refused: wrong }
  const changes = changesOf(act, facts.review, mark)
  if (bars.length === 0) return { changes }
  if (act === 'invite') return { changes: { ...changes, invitesOverride: reason } }
  const line = `${showDay(mark.on)}, ${words[act].toLowerCase()}: ${reason}`
  const before = facts.review.stepsOverride
  return { changes: { ...changes, stepsOverride: before ? `${before}\n${line}` : line } }
}

/**
 * Opens a closed or reported review again as its next version. The report has to go out again; what the authority did
 * stays recorded.
 */
export const reopened = (review: Pick<Review, 'stage' | 'version'>, on: Day, reason: string): Marked => {
  if (!order.slice(4).includes(review.stage))
    return { refused: [t`The report isn’t out yet: change it as it is.`] }
  if (reason.trim() === '') return { refused: [t`Say why it is reopened.`] }
  return {
    changes: {
      stage: 'meetingHeld',
      version: (review.version ?? 1) + 1,
      reopened: on,
      reopenedWhy: reason.trim(),
      reportSent: null,
    },
  }
}

/**
 * What the authority's decision changes in the pupil's own record: from where the twelve months run, and the plan's
 * date. Another day from which they were said to run is of the review before, and goes.
 */
export const pupilAfter = (
  pupil: Pick<Pupil, 'lastDecision' | 'planVersion'> & Partial<Pick<Pupil, 'clockFrom'>>,
  review: Pick<Review, 'decisionReceived' | 'finalIssued'>,
): Partial<Pick<Pupil, 'lastDecision' | 'planVersion' | 'clockFrom' | 'clockFromWhy'>> => {
  const later = (now: Day | null, day: Day | null) => (day && (!now || latest(now, day) !== now) ? day : null)
  const lastDecision = later(pupil.lastDecision, review.decisionReceived)
  const planVersion = later(pupil.planVersion, review.finalIssued)
  const over = lastDecision && pupil.clockFrom && pupil.clockFrom < lastDecision
  return {
    ...(lastDecision ? { lastDecision } : {}),
    ...(over ? { clockFrom: null, clockFromWhy: null } : {}),
    ...(planVersion ? { planVersion } : {}),
  }
}

/** A chase that a date brought about: how many days late, and the duty as it is quoted. */
export const daysLateWords = (days: number): string =>
  days <= 0 ? t`due today` : days === 1 ? t`1 day late` : t`${days} days late`
