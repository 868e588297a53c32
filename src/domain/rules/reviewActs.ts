import { t } from '../../words/t.ts'
import { contributorRoles, type Contributor, statutoryInvitees, toBeNamed } from '../records/contributor.ts'
import type { Review } from '../records/review.ts'
import { type Day, showDay } from './day.ts'
import { decisionBy, rightsWithYoungPerson } from './reviewDates.ts'
import { amends, meetingHeld } from './reviewMoves.ts'

/** What is done in a review, in the order in which the law asks for it. */
export const reviewActs = [
  'invite',
  'advice',
  'circulate',
  'hold',
  'report',
  'decision',
  'final',
  'close',
] as const
export type ReviewAct = (typeof reviewActs)[number]

/** Whose turn an act is. The authority's acts are recorded by the school when it hears of them. */
const actOwner: Record<ReviewAct, 'school' | 'authority'> = {
  invite: 'school',
  advice: 'school',
  circulate: 'school',
  hold: 'school',
  report: 'school',
  decision: 'authority',
  final: 'authority',
  close: 'school',
}

/** Why an act can't be marked yet. `always`: also with a reason, as it can't have happened. */
export type Bar = { readonly says: string; readonly always: boolean }

export type ActState = {
  readonly act: ReviewAct
  readonly owner: 'school' | 'authority'
  /** `notNeeded`: this review has no such step, such as a final plan where nothing is amended. */
  readonly state: 'done' | 'open' | 'barred' | 'notNeeded'
  /** The day on which it was done, where one is recorded. */
  readonly on: Day | null
  readonly bars: readonly Bar[]
}

type Person = Pick<
  Contributor,
  'name' | 'role' | 'invited' | 'adviceAsked' | 'adviceReceived' | 'reportCopySent'
>
/** What the rules look at. */
export type ActFacts = {
  readonly review: Pick<
    Review,
    | 'stage'
    | 'meetingDate'
    | 'invitesOverride'
    | 'invitationsSent'
    | 'papersCirculated'
    | 'reportSent'
    | 'recommendation'
    | 'decisionReceived'
    | 'decision'
    | 'noticeSent'
    | 'finalIssued'
    | 'notAmended'
    | 'reopened'
  >
  readonly contributors: readonly Person[]
  readonly dateOfBirth: Day
  readonly today: Day
}

const inWords = (roles: readonly string[]) => roles.join(', ')

type Invitee = (typeof statutoryInvitees)[number]

/**
 * Who of the law's five is not among these roles. From the end of compulsory school age the young person is invited in
 * place of the parent. Source: SEND Regulations 2014, regulation 20(2).
 */
export const missingInvitees = (roles: Iterable<Contributor['role']>, ownRight: boolean): Invitee[] => {
  const there = new Set(roles)
  return statutoryInvitees.filter((role) => !there.has(role === 'parent' && ownRight ? 'youngPerson' : role))
}

/** What one of the five is called: the parent's place is the young person's once rights have moved. */
export const inviteeWords = (role: Invitee, ownRight: boolean): string =>
  role === 'parent' && ownRight ? t`Young person, in their own right` : contributorRoles[role]

/** Who of the law's five has nobody of a name in the list. */
export const unnamedInvitees = (
  contributors: readonly Pick<Contributor, 'name' | 'role'>[],
  ownRight: boolean,
): Invitee[] =>
  missingInvitees(
    contributors.filter(({ name }) => name !== toBeNamed).map(({ role }) => role),
    ownRight,
  )

const cannot = (says: string): Bar => ({ says, always: true })
const needs = (says: string): Bar => ({ says, always: false })
const when = (test: boolean, bar: Bar): Bar[] => (test ? [bar] : [])

/** A copy of the report as it is now: one sent before a review was reopened was of the version before. */
export const hasReport = (
  { reportCopySent }: Pick<Contributor, 'reportCopySent'>,
  { reopened }: Pick<Review, 'reopened'>,
): boolean => reportCopySent !== null && (reopened === null || reportCopySent >= reopened)

const bars: Record<ReviewAct, (facts: ActFacts) => Bar[]> = {
  invite: ({ review, contributors, dateOfBirth, today }) => {
    const { meetingDate } = review
    const ownRight = rightsWithYoungPerson(dateOfBirth, meetingDate ?? today)
    const missing = unnamedInvitees(contributors, ownRight)
    return [
      ...when(meetingDate === null, cannot(t`Set the date of the meeting first.`)),
      ...when(
        missing.length > 0 && !review.invitesOverride?.trim(),
        needs(
          t`The law has these invited too: ${inWords(missing.map((role) => inviteeWords(role, ownRight)))}. Name them, or say why not.`,
        ),
      ),
    ]
  },
  advice: ({ contributors }) => when(contributors.length === 0, cannot(t`Nobody is on the list yet.`)),
  circulate: ({ review, contributors }) => {
    const waiting = contributors.filter((c) => c.adviceAsked && !c.adviceReceived).length
    return [
      ...when(review.invitationsSent === null, needs(t`The invitations aren’t marked as sent.`)),
      ...when(
        waiting > 0,
        needs(t`${waiting === 1 ? t`One piece` : t`${waiting} pieces`} of advice asked for isn’t in.`),
      ),
    ]
  },
  hold: ({ review, today }) => [
    ...when(review.meetingDate === null, cannot(t`The meeting has no date.`)),
    ...when(
      review.meetingDate !== null && review.meetingDate > today,
      cannot(t`The meeting is on ${showDay(review.meetingDate ?? today)}.`),
    ),
    ...when(review.papersCirculated === null, needs(t`The papers aren’t marked as circulated.`)),
  ],
  report: ({ review }) => [
    ...when(!meetingHeld(review), cannot(t`The meeting isn’t marked as held.`)),
    ...when(review.recommendation === null, needs(t`The report needs what the school recommends.`)),
  ],
  decision: ({ review }) => [
    ...when(!meetingHeld(review), cannot(t`The meeting isn’t marked as held.`)),
    ...when(review.reportSent === null, needs(t`The report isn’t marked as sent.`)),
  ],
  final: ({ review }) => [
    ...when(review.decisionReceived === null, cannot(t`The authority’s decision isn’t recorded.`)),
    ...when(review.noticeSent === null, needs(t`The authority’s notice of the amendments isn’t recorded.`)),
  ],
  close: ({ review, today }) => [
    ...when(!meetingHeld(review), needs(t`The meeting isn’t marked as held.`)),
    ...when(review.reportSent === null, needs(t`The report isn’t marked as sent.`)),
    ...when(
      review.decisionReceived === null,
      needs(
        review.meetingDate !== null && decisionBy(review.meetingDate).day >= today
          ? t`The authority hasn’t decided yet; it has until ${showDay(decisionBy(review.meetingDate).day)}.`
          : t`The authority’s decision never came; it stays marked as overdue.`,
      ),
    ),
    ...when(
      amends(review) && review.finalIssued === null && review.notAmended === null,
      needs(t`The authority is amending the plan, and the final plan isn’t recorded.`),
    ),
  ],
}

const doneOn: Record<ReviewAct, (facts: ActFacts) => Day | null> = {
  invite: ({ review }) => review.invitationsSent,
  advice: ({ contributors }) => {
    const asked = contributors.filter((c) => c.adviceAsked || c.adviceReceived)
    const days = asked.map((c) => c.adviceReceived)
    return asked.length > 0 && days.every((day) => day !== null) ? (days.toSorted().at(-1) ?? null) : null
  },
  circulate: ({ review }) => review.papersCirculated,
  hold: ({ review }) => (meetingHeld(review) ? review.meetingDate : null),
  report: ({ review }) => review.reportSent,
  decision: ({ review }) => review.decisionReceived,
  final: ({ review }) => review.finalIssued ?? review.notAmended,
  close: () => null,
}

const isDone: Partial<Record<ReviewAct, (facts: ActFacts) => boolean>> = {
  hold: ({ review }) => meetingHeld(review),
  close: ({ review }) => review.stage === 'closed',
}

const stateOf = (act: ReviewAct, facts: ActFacts): ActState => {
  const on = doneOn[act](facts)
  const base = { act, owner: actOwner[act], on }
  if (isDone[act]?.(facts) ?? on !== null) return { ...base, state: 'done', bars: [] }
  if (act === 'final' && !amends(facts.review)) return { ...base, state: 'notNeeded', bars: [] }
  // What the authority sends after all is recorded in a closed review too.
  const shut = facts.review.stage === 'closed' && actOwner[act] === 'school'
  const found = shut ? [cannot(t`The review is closed. Reopen it to go on.`)] : bars[act](facts)
  return { ...base, state: found.length > 0 ? 'barred' : 'open', bars: found }
}

/** Every act of a review as it stands today: done, open, or what it waits for. */
export const actsOf = (facts: ActFacts): ActState[] => reviewActs.map((act) => stateOf(act, facts))

/** One act as it stands today. */
export const actOf = (facts: ActFacts, act: ReviewAct): ActState => stateOf(act, facts)

/** What comes next: the first act that is not done; null once the review is closed. Advice is over with the papers. */
export const nextAct = (facts: ActFacts): ReviewAct | null => {
  const { review } = facts
  if (review.stage === 'closed') return null
  const held = meetingHeld(review)
  const over: Partial<Record<ReviewAct, boolean>> = {
    invite: held,
    advice: held || review.papersCirculated !== null,
    circulate: held,
  }
  return (
    actsOf(facts).find(({ act, state }) => state !== 'done' && state !== 'notNeeded' && !over[act])?.act ??
    null
  )
}
