import type { Cycle } from '../records/cycle.ts'
import type { NeedsAssessment } from '../records/needsAssessment.ts'
import type { Objective } from '../records/objective.ts'
import type { PlanAction } from '../records/planAction.ts'
import type { Referral } from '../records/referral.ts'
import { hiddenOf } from './analysisHidden.ts'
import { onRollOn } from './census.ts'
import { areaOfType, needTypes } from './codes.ts'
import { addMonths, type Day } from './day.ts'
import { areas, type LeadingFigure, leadingKinds } from './leadingFigureKinds.ts'
import { trustFigures, type TrustSources } from './trustFigures.ts'

export type LeadingSources = {
  readonly trust: TrustSources
  readonly assessments: readonly NeedsAssessment[]
  readonly cycles: readonly Cycle[]
  /** Days of conversations with parents. */
  readonly talks: readonly Day[]
  readonly referrals: readonly Referral[]
  readonly objectives: readonly Objective[]
  readonly actions: readonly PlanAction[]
  /** Pence; null where the school has not said. */
  readonly notional: number | null
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const rounded = (value: number) => Math.round(value * 10) / 10

/**
 * The figures of a day. Those that the school sends to its trust are the same here; an area is hidden where one of its
 * needs is, a share where one of its two numbers is, so that nothing more can be worked out from this than from those.
 */
export const leadingFigures = (sources: LeadingSources, today: Day, fewest: number): LeadingFigure[] => {
  const found = new Map<string, number | null>(
    trustFigures(sources.trust, today, fewest).map(({ id, value }) => [id, value]),
  )
  const since = addMonths(today, -12)
  const inYear = (day: Day | null) => day !== null && day > since && day <= today
  const isFew = (n: number) => n > 0 && n < fewest
  /** A part of a whole, hidden where it or the rest of the whole is small. */
  const apart = (id: string, n: number, whole: number) =>
    found.set(id, isFew(n) || isFew(whole - n) ? null : n)
  /** Of two numbers that are shown; left out where there is nothing to divide by. */
  const share = (id: string, part: number | null | undefined, whole: number | null | undefined) => {
    if (part === undefined || whole === undefined || whole === 0) return
    found.set(id, part === null || whole === null ? null : rounded((100 * part) / whole))
  }
  /** The sum of figures that are all shown. */
  const together = (ids: readonly string[]): number | null => {
    const values = ids.map((id) => found.get(id) ?? (found.has(id) ? null : 0))
    return values.every((value) => value !== null) ? sumOf(values as number[]) : null
  }

  const roll = sources.trust.pupils.filter((pupil) => onRollOn(pupil, today))
  const [send, none] = [
    roll.filter(({ status }) => status !== 'N'),
    roll.filter(({ status }) => status === 'N'),
  ]
  found.set('roll', isFew(none.length) || found.get('send') === null ? null : roll.length)
  share('roll.share', found.get('send'), found.get('roll'))
  apart('premium', send.filter(({ pupilPremium }) => pupilPremium === true).length, send.length)
  for (const area of areas) {
    const types = (Object.keys(needTypes) as (keyof typeof needTypes)[]).filter(
      (type) => areaOfType[type] === area,
    )
    found.set(
      `area.${area}`,
      together([...types.map((type) => `need.${type}`), ...(area === 'other' ? ['need.none'] : [])]),
    )
  }

  share('plans.share', found.get('plans.inTime'), together(['plans.inTime', 'plans.overdue']))
  share('reviews.share', found.get('reviews.inTime'), together(['reviews.inTime', 'reviews.late']))
  share('given.share', found.get('minutes.given'), found.get('minutes.planned'))

  const asked = sources.assessments.filter(({ requested }) => inYear(requested))
  const decided = (decision: 'yes' | 'no' | null) =>
    asked.filter(({ assessDecision }) => assessDecision === decision).length
  const cycles = sources.cycles.filter(({ reviewedOn }) => inYear(reviewedOn))
  const groups = {
    ehcna: {
      whole: ['ehcna.asked', asked.length],
      parts: [
        ['ehcna.agreed', decided('yes')],
        ['ehcna.refused', decided('no')],
        ['ehcna.waiting', decided(null)],
      ],
    },
    cycles: {
      whole: ['cycles.reviewed', cycles.length],
      parts: [
        ['cycles.helped', cycles.filter(({ effect }) => effect === 'yes' || effect === 'partly').length],
        ['cycles.not', cycles.filter(({ effect }) => effect === 'no').length],
        ['cycles.unsaid', cycles.filter(({ effect }) => effect === null).length],
      ],
    },
  } as const
  for (const { whole, parts } of Object.values(groups)) {
    const counts = [whole, ...parts].map(([id, n]) => ({ id, n, shown: true, last: id === whole[0] }))
    const hidden = hiddenOf(counts, [{ whole: whole[0], parts: parts.map(([id]) => id) }], fewest)
    for (const { id, n } of counts) found.set(id, hidden.has(id) ? null : n)
  }
  share('cycles.share', found.get('cycles.helped'), together(['cycles.helped', 'cycles.not']))
  const open = sources.cycles.filter(
    ({ began, reviewedOn, ended }) => began <= today && !reviewedOn && !ended,
  )
  apart('cycles.open', open.length, open.length)
  const talks = sources.talks.filter(inYear).length
  found.set('talks.held', isFew(talks) ? null : talks)

  for (const [id, group] of [
    ['send', send],
    ['none', none],
  ] as const) {
    const present = group.flatMap(({ attendance }) => (attendance === null ? [] : [attendance]))
    if (present.length > 0)
      found.set(`attendance.${id}`, present.length < fewest ? null : rounded(sumOf(present) / present.length))
    if (group.some(({ suspensions }) => suspensions !== null))
      apart(`suspended.${id}`, group.filter(({ suspensions }) => (suspensions ?? 0) > 0).length, group.length)
  }

  const sent = sources.referrals.filter(({ sentOn }) => sentOn !== null && sentOn <= today)
  const sentLately = sent.filter(({ sentOn }) => inYear(sentOn)).length
  const waiting = sent.filter(
    ({ seenOn, reportOn, declinedOn, closedOn }) => !seenOn && !reportOn && !declinedOn && !closedOn,
  ).length
  found.set('referrals.sent', isFew(sentLately) ? null : sentLately)
  found.set('referrals.waiting', isFew(waiting) ? null : waiting)
  if (sources.notional !== null) found.set('money.notional', sources.notional)
  found.set('objectives.open', sources.objectives.filter(({ closedOn }) => closedOn === null).length)
  found.set('actions.done', sources.actions.filter(({ doneOn }) => inYear(doneOn)).length)
  found.set(
    'actions.overdue',
    sources.actions.filter(({ doneOn, by }) => doneOn === null && by !== null && by < today).length,
  )
  return leadingKinds.flatMap(({ id }) => (found.has(id) ? [{ id, value: found.get(id)! }] : []))
}
