import { t } from '../../words/t.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Rate } from '../records/rate.ts'
import { staffRoles } from './codes.ts'
import { type Day, showDay } from './day.ts'
import {
  approximately,
  exactly,
  type Fraction,
  fraction,
  over,
  plus,
  rounded,
  sum,
  times,
} from './fraction.ts'
import { showMoney } from './money.ts'
import type { Why } from './why.ts'

/** Pence an hour, exactly: £653.60 for one hour a week over 38 weeks is 65360/38. */
export const hourlyRate = (rate: Pick<Rate, 'basis' | 'amount' | 'weeks'>): Fraction =>
  rate.basis === 'hour' ? exactly(rate.amount) : over(exactly(rate.amount), exactly(rate.weeks ?? 38))

/** The rate of a role in force on a day: the newest that has begun. */
export const rateOn = <R extends Pick<Rate, 'role' | 'from'>>(
  rates: readonly R[],
  role: Rate['role'],
  day: Day,
): R | undefined =>
  rates
    .filter((rate) => rate.role === role && rate.from <= day)
    .reduce<R | undefined>((newest, rate) => (newest && newest.from >= rate.from ? newest : rate), undefined)

/** What a cost is reckoned from. Pence, minutes, weeks; `pencePerHour` may have parts of a penny. */
export type CostInputs = {
  readonly pencePerHour: Fraction
  readonly sessionsPerWeek: number
  readonly minutes: number
  readonly prepMinutes: number
  readonly weeks: number
  readonly groupSize: number
  readonly resources: number
  readonly external: number
  /** `full` where the group exists for one pupil alone and the authority lets the school charge all of it. */
  readonly charge: 'share' | 'full'
}
export type Cost = {
  /** Pence for the whole group, not rounded. */
  readonly groupTotal: Fraction
  readonly groupTotalPence: number
  /** Pence that fall on this pupil, not rounded: the school's total is the sum of these. */
  readonly perPupil: Fraction
  /** Rounded half up; a pupil's total is the sum of these, so that the sheet adds up. */
  readonly perPupilPence: number
  readonly why: Why
}

/** `£17.20`, or `£17.2133` where an hour has parts of a penny. */
export const showRate = (pence: Fraction) =>
  `£${(approximately(pence) / 100).toFixed(4).replace(/0{1,2}$/, '')}`

const pounds = (pence: number) => (Number.isInteger(pence) ? showMoney(pence) : showRate(exactly(pence)))

/**
 * Hours × rate + resources + external costs, shared by the group.
 * Source: The Key, costing SEN provision for individual pupils; Durham costed provision map guidance.
 */
export const cost = (inputs: CostInputs): Cost => {
  const {
    pencePerHour,
    sessionsPerWeek,
    minutes,
    prepMinutes,
    weeks,
    groupSize,
    resources,
    external,
    charge,
  } = inputs
  const hours = times(
    over(times(exactly(sessionsPerWeek), plus(exactly(minutes), exactly(prepMinutes))), fraction(60n)),
    exactly(weeks),
  )
  const groupTotal = sum([times(pencePerHour, hours), exactly(resources), exactly(external)])
  const perPupil = charge === 'full' ? groupTotal : over(groupTotal, exactly(groupSize))
  const long = prepMinutes ? t`(${minutes} + ${prepMinutes} preparation)` : String(minutes)
  const parts = [
    ...(hours.n === 0n && resources + external > 0
      ? []
      : [t`${sessionsPerWeek} × ${long} min a week for ${weeks} weeks at ${showRate(pencePerHour)} an hour`]),
    ...(resources ? [t`${pounds(resources)} resources`] : []),
    ...(external ? [t`${pounds(external)} external`] : []),
  ]
  const share = charge === 'full' || groupSize === 1 ? '' : t`, shared by ${groupSize} pupils`
  const bought = [resources, external].filter((pence) => pence > 0).map((pence) => ` + ${pounds(pence)}`)
  const whole = `${showRate(pencePerHour)} × ${sessionsPerWeek} × ${long.replace(' preparation', '')} ÷ 60 × ${weeks}${bought.join('')}`
  const working = share === '' ? whole : `${bought.length > 0 ? `(${whole})` : whole} ÷ ${groupSize}`
  return {
    groupTotal,
    groupTotalPence: rounded(groupTotal),
    perPupil,
    perPupilPence: rounded(perPupil),
    why: {
      rule: t`Cost of a line`,
      says: `${parts.join(' + ')}${share}`,
      strength: 'local',
      source: t`Usual method of authorities; the school’s own rates. Check your authority’s costing rules.`,
      inputs: [
        { label: t`Hours in all`, value: String(Math.round(approximately(hours) * 100) / 100) },
        { label: t`Cost for the group`, value: showMoney(rounded(groupTotal)) },
        {
          label: t`For this pupil`,
          value: `${working} = ${showMoney(rounded(perPupil))}${perPupil.d === 1n ? '' : t`, rounded to the penny`}`,
        },
      ],
    },
  }
}

/** A line that can't be costed yet says what is missing, in words. */
export type LineCost =
  | { readonly cost: Cost; readonly missing?: never }
  | { readonly missing: readonly string[]; readonly cost?: never }

/** What a line of support, or a group, is costed from. */
export type CostLine = Pick<
  Allocation,
  | 'sessionsPerWeek'
  | 'minutes'
  | 'prepMinutes'
  | 'weeks'
  | 'groupSize'
  | 'charge'
  | 'role'
  | 'resources'
  | 'external'
  | 'from'
>

/** An external agreement with its own price costs that price and no hourly rate; everything else that has hours has one. */
export const needsRate = (line: CostLine): boolean =>
  hasHours(line) && !(line.role === 'external' && line.external !== null)
const hasHours = (line: CostLine) =>
  line.sessionsPerWeek !== null || line.minutes !== null || line.weeks !== null

/** What a line lacks before it can be costed, in words and in the order in which a form asks, with what `rate` lacks. */
const missingWith = (line: CostLine, rate: readonly string[]): string[] => {
  const rated = needsRate(line)
  return [
    ...(rated && line.sessionsPerWeek === null ? [t`sessions a week`] : []),
    ...(rated && line.minutes === null ? [t`minutes a session`] : []),
    ...(rated && line.weeks === null ? [t`how many weeks`] : []),
    ...(rated && line.role === null ? [t`who delivers it`] : []),
    ...rate,
    // A row that was changed in SharePoint may say that nobody shares it.
    ...(line.charge !== 'full' && (line.groupSize === null || line.groupSize < 1)
      ? [t`how many pupils share it`]
      : []),
    ...(!rated && line.resources === null && line.external === null ? [t`its hours or its price`] : []),
  ]
}

/** What a line lacks before it can be costed, in words; a rate for its role is another matter. */
export const missingOf = (line: CostLine): string[] => missingWith(line, [])

/** What one allocation costs, with the rate in force on its first day; or what is missing. */
export const allocationCost = (
  line: CostLine,
  rates: readonly Pick<Rate, 'role' | 'from' | 'basis' | 'amount' | 'weeks'>[],
): LineCost => {
  const rated = needsRate(line)
  const rate = rated && line.role ? rateOn(rates, line.role, line.from) : undefined
  const missing = missingWith(
    line,
    rated && line.role !== null && !rate
      ? [t`a rate for ${staffRoles[line.role].toLowerCase()} on ${showDay(line.from)}`]
      : [],
  )
  if (missing.length > 0) return { missing }
  return {
    cost: cost({
      pencePerHour: rate ? hourlyRate(rate) : fraction(0n),
      sessionsPerWeek: rated ? line.sessionsPerWeek! : 0,
      minutes: rated ? line.minutes! : 0,
      prepMinutes: rated ? (line.prepMinutes ?? 0) : 0,
      weeks: rated ? line.weeks! : 0,
      groupSize: Math.max(1, line.groupSize ?? 1),
      resources: line.resources ?? 0,
      external: line.external ?? 0,
      charge: line.charge ?? 'share',
    }),
  }
}

/** One pupil's additional cost against the Element 2 threshold, in pence. */
export type PupilMoney = {
  readonly additional: number
  readonly element2Used: number
  readonly aboveThreshold: number
  /** Above nothing: the school pays for what the top-up does not cover. */
  readonly topUpGap: number
  readonly belowThreshold: number
}
/**
 * Element 2 is what the school pays for a pupil up to the threshold, usually £6,000; Element 3 is the authority's top-up.
 * Source: DfE, The notional SEN budget for mainstream schools, 2025 to 2026.
 */
export const pupilMoney = (
  linesPence: readonly number[],
  thresholdPence: number,
  topUpPence: number,
): PupilMoney => {
  const additional = linesPence.reduce((total, line) => total + line, 0)
  const aboveThreshold = Math.max(0, additional - thresholdPence)
  return {
    additional,
    element2Used: Math.min(additional, thresholdPence),
    aboveThreshold,
    topUpGap: aboveThreshold - topUpPence,
    belowThreshold: Math.max(0, thresholdPence - additional),
  }
}

/**
 * What all lines cost the school: the sum of the unrounded shares, rounded once, and how far the sum of the rounded
 * lines falls short of it (three shares of £100.00 are £33.33 each; the difference is 1p).
 */
export const schoolTotal = (costs: readonly Cost[]): { pence: number; roundingDifference: number } => {
  const pence = rounded(sum(costs.map((c) => c.perPupil)))
  return { pence, roundingDifference: pence - costs.reduce((total, c) => total + c.perPupilPence, 0) }
}
