import type { Allocation } from '../records/allocation.ts'
import type { CostingRulebook } from '../records/costingRulebook.ts'
import type { Funding } from '../records/funding.ts'
import type { FundingBand } from '../records/fundingBand.ts'
import type { Group } from '../records/group.ts'
import type { Provision } from '../records/provision.ts'
import type { Pupil } from '../records/pupil.ts'
import type { School } from '../records/school.ts'
import type { MoneyYear, Span } from './annualise.ts'
import type { Day } from './day.ts'
import type { Fraction } from './fraction.ts'
import type { PupilFunding } from './funding.ts'
import type { Overlap } from './moneyDoubles.ts'
import type { Rules } from './rulebook.ts'
import type { CountedLine } from './rulebookCount.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'
import type { Why } from './why.ts'
import type { Keyed, YearLine, YearRate } from './yearLine.ts'

export type MoneyInput = {
  readonly pupils: readonly Keyed<Pupil>[]
  readonly provisions: readonly Keyed<Provision>[]
  readonly groups: readonly Keyed<Group>[]
  /** All lines of the school, filled from their groups (`filledFromGroups`). */
  readonly lines: readonly Keyed<Allocation>[]
  readonly rates: readonly YearRate[]
  /** The school's settings for the year; undefined where it has settled nothing. */
  readonly school: School | undefined
  readonly rulebooks: readonly CostingRulebook[]
  readonly fundings: readonly Funding[]
  readonly bands: readonly FundingBand[]
  readonly calendar?: SchoolCalendar
  readonly year: MoneyYear
  /** With a day: what runs on it is also told as if it ran all year (`wholeYear`). */
  readonly asOf?: Day
}

/** A sum with its reason. Pence. */
export type Figure = { readonly pence: number; readonly why: Why }

/** One line of support in the year. */
export type MoneyLine = {
  readonly line: Keyed<Allocation>
  readonly year: YearLine
  readonly provision: Keyed<Provision> | undefined
  /** What it costs the school for this pupil; null where something is missing. */
  readonly actual: Figure | null
  readonly counted: CountedLine | null
  /** Not rounded. */
  readonly exact: Fraction
  /** What it lacks before it can be costed. */
  readonly missing: readonly string[]
}

/** One pupil's year. Pence. */
export type PupilYear = {
  readonly pupil: Keyed<Pupil>
  /** The authority whose rules hold: the one that keeps the plan, else the school's. */
  readonly authority: string | null
  readonly rules: Rules
  readonly hasRulebook: boolean
  readonly lines: readonly MoneyLine[]
  /** What the lines cost the school, each rounded. */
  readonly actual: Figure
  /** What counts of it under the authority's rules. */
  readonly counted: Figure
  /** What the school pays and the rules don’t count: never below nothing. */
  readonly notCounted: Figure
  /** What counts beyond its cost, where an authority reckons at rates of its own: cost − not counted + this = counts. */
  readonly aboveCost: Figure
  /** What runs on `asOf` as if it ran all year: for a request that asks for a full year. Null without that day. */
  readonly wholeYear: Figure | null
  readonly element2Used: Figure
  readonly aboveThreshold: Figure
  readonly belowThreshold: Figure
  readonly topUp: Figure
  /** Above nothing: the school pays for what the top-up does not cover. Below: more top-up than cost above the threshold. */
  readonly topUpGap: Figure
  /** What the cost is held against, with who says so. */
  readonly threshold: Figure
  readonly funding: PupilFunding
  /** Lines that lack something: the figures are too low. */
  readonly notCosted: readonly MoneyLine[]
}

/** Part of the school's money by something; all parts of one kind add up to the same sum of lines. */
export type MoneyPart = Figure & {
  /** A key, a role, a name; '' where nothing is named. */
  readonly of: string
  readonly lines: number
  readonly pupils: number
  readonly hours: Fraction
  /** How the hours come about; null where hours are not told. */
  readonly hoursWhy: Why | null
}
export type GroupMoney = MoneyPart & {
  /** What the group costs, whoever came; null where it can't be reckoned from the group alone. */
  readonly whole: Figure | null
  /** Not shared out: places that nobody took, and rounding; null where the whole isn't known. */
  readonly unshared: Figure | null
  /** The group reckoned by itself, whoever came; null where it can't be. */
  readonly alone: YearLine | null
}

export type SchoolMoney = {
  readonly year: MoneyYear
  readonly pupils: readonly PupilYear[]
  readonly groups: readonly GroupMoney[]
  /** What lies on the lines of all groups. */
  readonly groupsTotal: Figure
  readonly staff: readonly MoneyPart[]
  readonly levels: readonly MoneyPart[]
  readonly terms: readonly (MoneyPart & { readonly span: Span | null })[]
  /** Sum of the rounded lines. */
  readonly linesPence: number
  /** The sum of the lines, with how it adds up. */
  readonly linesTotal: Figure
  /** What groups cost that is on no pupil's line. */
  readonly unsharedPence: number
  /** From what is not rounded, rounded once. */
  readonly total: Figure
  readonly roundingDifference: number
  /** How the two above come about. */
  readonly apart: { readonly unshared: Why; readonly rounding: Why }
  readonly element1: (Figure & { readonly each: Figure }) | null
  readonly counted: Figure
  readonly element2Used: Figure
  readonly aboveThreshold: Figure
  readonly topUp: Figure
  readonly topUpGap: Figure
  readonly notCounted: Figure
  readonly aboveCost: Figure
  readonly schoolSpend: Figure
  readonly notionalBudget: Figure | null
  readonly notionalBalance: Figure | null
  readonly notCosted: readonly MoneyLine[]
  readonly overlaps: readonly Overlap[]
  /** Lines of pupils who are not among the pupils. */
  readonly leftOut: number
}
