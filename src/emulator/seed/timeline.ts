import type { Pupil } from '../../domain/records/pupil.ts'
import type { Review } from '../../domain/records/review.ts'
import { type YearGroup, yearNumberOf } from '../../domain/rules/codes.ts'
import { addDays, addMonths, type Day, latest, weekdayOf } from '../../domain/rules/day.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

/** Where a pupil's review of this year stands. Days count from today; the 12 months ran from `basis`. */
type Situation = {
  readonly stage: Review['stage'] | null
  readonly basis: number
  readonly meeting: number | null
  readonly report?: number
  readonly decided?: number
  readonly decision?: NonNullable<Review['decision']>
  readonly final?: number
  readonly type?: Review['type']
}
const situations: readonly Situation[] = [
  { stage: 'planning', basis: -381, meeting: null },
  { stage: 'circulated', basis: -318, meeting: 0 },
  { stage: 'reportSent', basis: -360, meeting: -43, report: -31 },
  { stage: 'planning', basis: -322, meeting: 16 },
  { stage: 'circulated', basis: -312, meeting: 6 },
  { stage: 'meetingHeld', basis: -330, meeting: -19 },
  { stage: 'adviceRequested', basis: -305, meeting: 15 },
  { stage: 'decided', basis: -352, meeting: -61, report: -50, decided: -34, decision: 'amend' },
  { stage: 'reportSent', basis: -325, meeting: -20, report: -9 },
  { stage: 'planning', basis: -286, meeting: 47 },
  { stage: 'meetingHeld', basis: -315, meeting: -6 },
  { stage: 'closed', basis: -430, meeting: -130, report: -119, decided: -105, decision: 'maintain' },
  { stage: 'adviceRequested', basis: -296, meeting: 27 },
  {
    stage: 'closed',
    basis: -520,
    meeting: -206,
    report: -195,
    decided: -180,
    decision: 'amend',
    final: -131,
  },
  { stage: null, basis: -152, meeting: null },
  { stage: 'planning', basis: -163, meeting: 20, type: 'interim' },
]

/** Schools don't meet at weekends. */
const onSchoolDay = (day: Day): Day => {
  const weekday = weekdayOf(day)
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, 1) : day
}

/** In term: the day itself, or the last school day before the summer or Christmas holiday. */
const inTerm = (day: Day): Day => {
  const year = day.slice(0, 4)
  const monthAndDay = day.slice(5)
  if (monthAndDay > '07-20' && monthAndDay < '09-05') return onSchoolDay(`${year}-07-16`)
  if (monthAndDay > '12-18') return onSchoolDay(`${year}-12-16`)
  if (monthAndDay < '01-05') return onSchoolDay(`${Number(year) - 1}-12-16`)
  return onSchoolDay(day)
}

/** The dates of one review, before anybody has said anything. */
export type Dates = Pick<
  Review,
  | 'type'
  | 'stage'
  | 'meetingDate'
  | 'previousDate'
  | 'planVersion'
  | 'nextDue'
  | 'invitationsSent'
  | 'papersCirculated'
  | 'reportSent'
  | 'decisionReceived'
  | 'decision'
  | 'noticeSent'
  | 'finalIssued'
>
export type Timeline = { readonly planned: Row<Pupil>; readonly reviews: readonly Dates[] }

const earlierReview = (decided: Day, previousDate: Day | null, planVersion: Day, amended: boolean): Dates => {
  const meetingDate = inTerm(addDays(decided, -25))
  return {
    type: 'annual',
    stage: 'closed',
    meetingDate,
    previousDate,
    planVersion,
    nextDue: addDays(addMonths(decided, 12), -1),
    invitationsSent: addDays(meetingDate, -28),
    papersCirculated: addDays(meetingDate, -15),
    reportSent: addDays(meetingDate, 11),
    decisionReceived: decided,
    decision: amended ? 'amend' : 'maintain',
    noticeSent: amended ? decided : null,
    finalIssued: amended ? addDays(decided, 49) : null,
  }
}

const currentReview = (
  { today, kind }: Setting,
  group: YearGroup | null,
  situation: Situation,
  previousDate: Day | null,
  planVersion: Day,
): Dates => {
  const on = (days: number | undefined) => (days === undefined ? null : addDays(today, days))
  const meeting = situation.meeting
  const meetingDate = meeting === null ? null : meeting === 0 ? today : onSchoolDay(addDays(today, meeting))
  const before = (days: number) => (meetingDate ? addDays(meetingDate, -days) : null)
  const asked = situation.stage !== 'planning'
  const out = asked && situation.stage !== 'adviceRequested'
  const transfers = group === (kind === 'primary' ? '6' : '11')
  return {
    type: situation.type ?? (transfers ? 'phaseTransfer' : 'annual'),
    stage: situation.stage ?? 'planning',
    meetingDate,
    previousDate,
    planVersion,
    nextDue:
      situation.decided === undefined ? null : addDays(addMonths(addDays(today, situation.decided), 12), -1),
    invitationsSent: asked ? before(35) : null,
    papersCirculated: out ? before(15) : null,
    reportSent: on(situation.report),
    decisionReceived: on(situation.decided),
    decision: situation.decision ?? null,
    noticeSent: situation.decision === 'amend' ? on(situation.decided) : null,
    finalIssued: on(situation.final),
  }
}

/** Gives each pupil with a plan its history of two years and a review that stands somewhere on its way. */
export const makeTimelines = (setting: Setting, withPlans: readonly Row<Pupil>[]): Timeline[] =>
  withPlans.map((pupil, i) => {
    const { random, today, authority, officers } = setting
    // Primary has fewer plans than situations; the secondary school has each at least once.
    const situation = situations[i % situations.length]!
    const third = addMonths(pupil.record.dateOfBirth, 36)
    const basis = addDays(today, situation.basis)
    const young = (yearNumberOf(pupil.record.yearGroup ?? '4') ?? 4) < 2
    const firstPlan = situation.stage === null || young
    const issued = firstPlan ? basis : latest(third, addDays(basis, -random.whole(420, 1500)))
    const amendedBefore = random.chance(0.5)
    const long = addMonths(basis, -12)
    const reviews: Dates[] = []
    if (!firstPlan && issued < addDays(basis, -300)) {
      if (issued < addDays(long, -300)) reviews.push(earlierReview(long, null, issued, false))
      reviews.push(earlierReview(basis, reviews[0]?.meetingDate ?? null, issued, amendedBefore))
    }
    const last = reviews.at(-1)
    const version = last?.finalIssued ?? issued
    if (situation.stage !== null) {
      reviews.push(
        currentReview(setting, pupil.record.yearGroup, situation, last?.meetingDate ?? null, version),
      )
    }
    const decided = reviews.findLast((review) => review.decisionReceived !== null)
    const final = reviews.findLast((review) => review.finalIssued !== null)
    return {
      reviews,
      planned: {
        key: pupil.key,
        record: {
          ...pupil.record,
          statusFrom: issued,
          planIssued: issued,
          planVersion: final?.finalIssued ?? issued,
          lastDecision: decided?.decisionReceived ?? null,
          localAuthority: random.chance(0.9) ? authority : 'Eastmere Borough Council',
          localAuthorityOfficer: random.pick(officers),
          topUp: random.pick([0, 2_450_00, 3_900_00, 5_200_00, 7_150_00, 9_400_00]),
        },
      },
    }
  })
