import { inWords, t } from '../../words/t.ts'
import { areasOfNeed } from './codes.ts'
import { type Day, showDay } from './day.ts'
import { because, showNumber } from './figure.ts'
import { objectiveFigures } from './leadingKinds.ts'
import { figureKinds, type FigureUnit } from './trustFigures.ts'
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

export const areas = Object.keys(areasOfNeed) as (keyof typeof areasOfNeed)[]
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
