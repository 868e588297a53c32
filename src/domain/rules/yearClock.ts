import { t } from '../../words/t.ts'
import type { Pupil } from '../records/pupil.ts'
import { addDays, addMonths, type Day, latest, partsOf, showDay } from './day.ts'
import { lawDays, lawOn, limitOn, reckon, type RuledDay, ruledDay, whyOf } from './limits.ts'
import { type ReviewSettings, usualReviewSettings } from './reviewSettings.ts'
import type { Why } from './why.ts'

/** The time in which the next review must be finished, with the authority's decision. */
export type YearClock = {
  readonly statutoryEnd: RuledDay
  readonly latestSafeMeeting: RuledDay
  readonly targetMeeting: RuledDay
}

/** What the clock of a plan runs from: all that the pupil's row says of it. */
export type PlanDates = Pick<Pupil, 'planIssued' | 'lastDecision'> &
  Partial<Pick<Pupil, 'clockFrom' | 'clockFromWhy' | 'planTransferred'>>

/**
 * The last day of a period of months that begins on a day: the day before the corresponding date, or, where the month
 * has no such date (29 February), its last day.
 */
const lastOf = (from: Day, months: number): Day => {
  const same = addMonths(from, months)
  return partsOf(same)[2] === partsOf(from)[2] ? addDays(same, -1) : same
}

const clockTo = (end: RuledDay, anniversary: Day, settings: ReviewSettings): YearClock => {
  const { inputs } = end.why
  const decision = lawDays('decisionBy', end.day)
  const safe = addDays(end.day, -decision)
  const row = limitOn('targetMeeting', anniversary, settings)
  const target = reckon(anniversary, row.span, 'before')
  const { says, strength, source, rule } = whyOf('targetMeeting', row, {})
  return {
    statutoryEnd: end,
    latestSafeMeeting: {
      day: safe,
      why: { ...end.why, says: t`The latest meeting that still leaves the authority its four weeks` },
    },
    // However short the lead that was settled, the target is never later than the latest safe day.
    targetMeeting: { day: target < safe ? target : safe, why: { rule, says, strength, source, inputs } },
  }
}

const endFrom = (basis: Day, more: Why['inputs'] = []): RuledDay => {
  const row = lawOn('yearly', basis)
  const months = 'months' in row.span ? row.span.months : 12
  const why = whyOf('yearly', row, { 'Twelve months from': showDay(basis) })
  return { day: lastOf(basis, months), why: { ...why, inputs: [...why.inputs, ...more] } }
}

/**
 * R10. `basis` is the later of the plan's first issue and the authority's decision on the last review. The period
 * ends the day before the anniversary; from 29 February it ends on 28 February, as there is no corresponding date.
 */
export const yearClock = (basis: Day, settings: ReviewSettings = usualReviewSettings): YearClock =>
  clockTo(endFrom(basis), addMonths(basis, 12), settings)

/** From when the twelve months run: what the authority's letters say where that was recorded, else the later of issue and decision. */
export const clockBasis = (plan: PlanDates): Day | null => {
  if (plan.clockFrom) return plan.clockFrom
  const days = [plan.planIssued, plan.lastDecision].filter((day) => day !== null)
  return days.length > 0 ? latest(...days) : null
}

/** Regulation 15: a plan taken over from another authority. */
export type InheritedPlan = { readonly parentToldBy: RuledDay; readonly reviewBy: RuledDay }
export const inheritedPlan = (transferred: Day, basis: Day | null): InheritedPlan => {
  const row = lawOn('inheritedReview', transferred)
  const months = 'months' in row.span ? row.span.months : 3
  const ofTransfer = lastOf(transferred, months)
  const ofYear = basis === null ? ofTransfer : endFrom(basis).day
  const why = whyOf('inheritedReview', row, {
    'Plan taken over': showDay(transferred),
    ...(basis === null ? {} : { 'Twelve months from': showDay(basis) }),
  })
  return {
    parentToldBy: ruledDay('inheritedTold', t`Plan taken over`, transferred, 'after', usualReviewSettings),
    reviewBy: { day: latest(ofTransfer, ofYear), why },
  }
}

/**
 * When the next review is due. Where the authority never decided on the last one, that review is unfinished in law;
 * the next meeting is still planned, from the last meeting. A plan from another authority has three months at least.
 */
export const nextMeeting = (
  plan: PlanDates,
  undecidedMeeting: Day | null,
  settings: ReviewSettings = usualReviewSettings,
): YearClock | null => {
  const basis = clockBasis(plan)
  if (undecidedMeeting && (!basis || undecidedMeeting > basis)) {
    const unfinished = { label: t`No decision yet on the review of`, value: showDay(undecidedMeeting) }
    return clockTo(endFrom(undecidedMeeting, [unfinished]), addMonths(undecidedMeeting, 12), settings)
  }
  const transferred = plan.planTransferred ?? null
  if (transferred && (!basis || transferred >= basis)) {
    const { reviewBy } = inheritedPlan(transferred, basis)
    if (!basis || reviewBy.day > endFrom(basis).day)
      return clockTo(reviewBy, addDays(reviewBy.day, 1), settings)
  }
  if (!basis) return null
  const more =
    plan.clockFrom && plan.clockFromWhy ? [{ label: t`Why from then`, value: plan.clockFromWhy }] : []
  return clockTo(endFrom(basis, more), addMonths(basis, 12), settings)
}
