import { inWords, t } from '../../words/t.ts'
import type { Cycle } from '../records/cycle.ts'
import type { NeedsAssessment } from '../records/needsAssessment.ts'
import type { Objective } from '../records/objective.ts'
import type { PlanAction } from '../records/planAction.ts'
import type { Referral } from '../records/referral.ts'
import { hiddenOf } from './analysisHidden.ts'
import { onRollOn } from './census.ts'
import { areaOfType, areasOfNeed, needTypes } from './codes.ts'
import { addMonths, type Day, showDay } from './day.ts'
import { because, showNumber } from './figure.ts'
import { objectiveFigures } from './leadingKinds.ts'
import { figureKinds, type FigureUnit, trustFigures, type TrustSources } from './trustFigures.ts'
import { showFigure } from './trustTotals.ts'
import type { Why } from './why.ts'

/** Percent is 0 to 100 with one decimal place; a count is of things, not of pupils, and is never hidden. */
export type LeadingUnit = FigureUnit | 'percent' | 'count'
export type LeadingPart =
  | 'register'
  | 'areas'
  | 'needs'
  | 'years'
  | 'approach'
  | 'reviews'
  | 'requests'
  | 'presence'
  | 'delivery'
  | 'others'
  | 'money'
  | 'plan'
export type LeadingKind = {
  readonly id: string
  readonly part: LeadingPart
  readonly words: string
  readonly unit: LeadingUnit
  readonly says: string
}
/** Value null: hidden, as it is small or beside a small one. A figure that nothing is known for is left out. */
export type LeadingFigure = { readonly id: string; readonly value: number | null }

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

const areas = Object.keys(areasOfNeed) as (keyof typeof areasOfNeed)[]
const kind = (
  id: string,
  part: LeadingPart,
  unit: LeadingUnit,
  says: string,
  words: string = inWords(objectiveFigures[id as keyof typeof objectiveFigures]),
): LeadingKind => ({ id, part, words, unit, says })

const trustKinds = (part: string, as: LeadingPart): LeadingKind[] =>
  figureKinds.filter((one) => one.part === part).map((one) => ({ ...one, part: as }))

/** Every figure of reports, plans and evidence, in order. */
export const leadingKinds: readonly LeadingKind[] = [
  ...trustKinds('register', 'register'),
  kind('roll', 'register', 'pupils', t`Pupils on roll on that day in these records, with and without SEND.`, t`Pupils on roll`),
  kind('roll.share', 'register', 'percent', t`Pupils with SEND of all pupils on roll in these records.`),
  kind('premium', 'register', 'pupils', t`Pupils with SEND on roll on that day who also have pupil premium.`, t`Pupils with SEND and pupil premium`),
  ...areas.map((area) =>
    kind(`area.${area}`, 'areas', 'pupils', t`Pupils with SEND, each once, by the area of the first of their current needs.`, inWords(areasOfNeed[area])),
  ),
  ...trustKinds('needs', 'needs'),
  ...trustKinds('years', 'years'),
  kind('cycles.open', 'approach', 'count', t`Plans of the school that have begun and were neither reviewed nor ended.`),
  kind('cycles.reviewed', 'approach', 'count', t`Plans of the school that were reviewed in the 12 months to that day.`),
  kind('cycles.helped', 'approach', 'count', t`Of those, the ones whose review says that it worked, or partly.`, t`Plans that worked, or partly`),
  kind('cycles.share', 'approach', 'percent', t`Of the plans whose review says whether it worked, those that did, or partly.`),
  kind('talks.held', 'approach', 'count', t`Conversations with parents written down in the chronology in the 12 months to that day.`),
  ...trustKinds('reviews', 'reviews'),
  kind('plans.share', 'reviews', 'percent', t`EHC plans with nothing of a review overdue, of all EHC plans.`),
  kind('reviews.share', 'reviews', 'percent', t`Annual reviews of the last 12 months held within 12 months of the one before, of all that could be reckoned.`),
  kind('ehcna.asked', 'requests', 'pupils', t`Requests that the authority received in the 12 months to that day, whoever made them.`),
  kind('ehcna.agreed', 'requests', 'pupils', t`Of those requests, the ones for which the authority assesses.`, t`Authority agreed to assess`),
  kind('ehcna.refused', 'requests', 'pupils', t`Of those requests, the ones that the authority refused.`, t`Authority refused to assess`),
  kind('ehcna.waiting', 'requests', 'pupils', t`Of those requests, the ones without a decision in the records.`, t`No decision to assess yet`),
  kind('attendance.send', 'presence', 'percent', t`Mean of the attendance recorded of pupils with SEND on roll.`),
  kind('attendance.none', 'presence', 'percent', t`Mean of the attendance recorded of pupils without SEND on roll.`, t`Mean attendance of pupils without SEND`),
  kind('suspended.send', 'presence', 'pupils', t`Pupils with SEND on roll with at least one suspension recorded this year.`),
  kind('suspended.none', 'presence', 'pupils', t`Pupils without SEND on roll with at least one suspension recorded this year.`, t`Pupils without SEND suspended this year`),
  ...trustKinds('delivery', 'delivery'),
  kind('given.share', 'delivery', 'percent', t`Minutes of support given of those planned, in the four weeks before that day.`),
  kind('referrals.sent', 'others', 'pupils', t`Referrals to services outside the school sent in the 12 months to that day.`, t`Referrals sent in 12 months`),
  kind('referrals.waiting', 'others', 'pupils', t`Referrals that were sent, were neither turned down nor closed, and whose pupil was not seen yet.`),
  ...trustKinds('money', 'money'),
  kind('money.notional', 'money', 'pence', t`The notional SEN budget for the year, from School settings.`, t`Notional SEN budget for the year`),
  kind('objectives.open', 'plan', 'count', t`Objectives that are not closed.`, t`Objectives that are open`),
  kind('actions.done', 'plan', 'count', t`Actions of plans done in the 12 months to that day.`, t`Actions of plans done in 12 months`),
  kind('actions.overdue', 'plan', 'count', t`Actions of plans that are not done and past their day.`),
] // prettier-ignore

const known = new Map(leadingKinds.map((one) => [one.id, one]))
export const leadingKind = (id: string): LeadingKind | null => known.get(id) ?? null

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

/** A figure as people read it: `41.5%`, `1,234`, `£12,300.00`, or that it is hidden. */
export const showLeading = (unit: LeadingUnit, value: number | null): string => {
  if (value === null) return t`hidden`
  if (unit === 'percent') return `${showNumber(value, Number.isInteger(value) ? 0 : 1)}%`
  return unit === 'count' ? showNumber(value, 0) : showFigure(unit, value)
}

/** Why a figure is what it is. `fewest` 1: nothing was hidden. */
export const whyOfLeading = ({ words, says }: LeadingKind, day: Day, fewest: number): Why => ({
  ...because(words, says, t`Records of this school`, [{ label: t`As of`, value: showDay(day) }]),
  says:
    fewest > 1
      ? `${says} ${t`Counts of 1 to ${fewest - 1} are hidden, and what could give one away beside them.`}`
      : says,
  strength: 'local',
})
