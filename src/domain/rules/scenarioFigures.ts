import { t } from '../../words/t.ts'
import type { Allocation } from '../records/allocation.ts'
import type { CostingRulebook } from '../records/costingRulebook.ts'
import type { Funding } from '../records/funding.ts'
import type { FundingBand } from '../records/fundingBand.ts'
import type { Provision } from '../records/provision.ts'
import type { School } from '../records/school.ts'
import { daysOfYear, type MoneyYear, moneyYearOf, type YearStart } from './annualise.ts'
import { hourlyRate, rateOn } from './cost.ts'
import type { Day } from './day.ts'
import { deployment, type DeploymentSum, deploymentSum, type StaffUse } from './deployment.ts'
import { holdsOn, type Keyed, showMinutes } from './deploymentPeople.ts'
import { moneyOf } from './elements.ts'
import type { SchoolMoney } from './moneyTypes.ts'
import { exactly, type Fraction, fraction, over, plus, rounded, sum, times } from './fraction.ts'
import { filledFromGroups } from './groupLines.ts'
import { deployedUntilLeft, leaversOf, linesUntilLeft } from './leaving.ts'
import type { Applied, ScenarioState } from './scenarioTypes.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'
import { setting } from './settings.ts'
import { threeWay, type ThreeWayRow, uncoveredSum } from './threeWay.ts'
import { hoursOf, minutesOf, penceIn } from './yearLine.ts'

export type FigureContext = {
  readonly starts: Day
  readonly calendar: SchoolCalendar
  readonly school: School | undefined
  readonly yearStarts: YearStart
  readonly provisions: readonly Keyed<Provision>[]
  readonly rulebooks: readonly CostingRulebook[]
  readonly fundings: readonly Funding[]
  readonly bands: readonly FundingBand[]
}

/** What the records come to from a day on. Pence and minutes a week. */
export type ScenarioFigures = {
  readonly starts: Day
  readonly year: MoneyYear
  /** Cost of support in the financial year of the day, and from the day to its end. */
  readonly inYear: number
  readonly fromStart: number
  /** What runs on the day, were it given for a whole year of teaching. */
  readonly wholeYear: number
  /** Paid hours of those in the list of staff on the day, over a year; how many of them can't be reckoned. */
  readonly staffCost: number
  readonly staffUnknown: number
  /** Lines of the year that lack something for their cost. */
  readonly notCosted: number
  /** The school's money in the year, as Money shows it. */
  readonly money: SchoolMoney
  readonly use: readonly StaffUse[]
  readonly hours: DeploymentSum
  readonly match: readonly ThreeWayRow[]
  readonly uncovered: ReturnType<typeof uncoveredSum>
}

const nothing = fraction(0n)

/**
 * A line’s own part of its cost, were it given in every teaching week of a year at the rate of the day, with its
 * resources and agreements once. Pence, not rounded.
 */
export const wholeYearOf = (
  line: Allocation,
  rates: ScenarioState['rates'],
  day: Day,
  weeksInYear: number,
): Fraction => {
  const rate = line.role ? rateOn(rates, line.role, day) : undefined
  const whole = { from: day, until: day, days: 1, weeks: exactly(weeksInYear), price: nothing }
  const group = plus(
    times(rate ? hourlyRate(rate) : nothing, hoursOf(line, whole, minutesOf(line))),
    exactly((line.resources ?? 0) + (line.external ?? 0)),
  )
  return over(group, exactly(line.charge === 'full' ? 1 : Math.max(1, line.groupSize ?? 1)))
}

/**
 * Pure: the same records and day come to the same figures, by the rules of Money, Staff and the three-way match. `owed`:
 * lines of Section F that a scenario has ended (`stillOwed`), which stay uncovered minutes.
 */
export const scenarioFigures = (
  state: ScenarioState,
  { starts, calendar, school, yearStarts, provisions, rulebooks, fundings, bands }: FigureContext,
  owed: readonly ThreeWayRow[] = [],
): ScenarioFigures => {
  const year = moneyYearOf(starts, yearStarts)
  const span = daysOfYear(year)
  const weeksInYear = setting(school, 'weeksInYear')
  const { pupils, groups, rates } = state
  const leavers = leaversOf(pupils)
  const filled = filledFromGroups(state.lines, groups, calendar)
  const lines = linesUntilLeft(filled, leavers, calendar, weeksInYear)
  const money = moneyOf({
    pupils,
    provisions,
    groups,
    lines,
    rates,
    school,
    rulebooks,
    fundings,
    bands,
    calendar,
    year,
  })
  const fromStart = money.pupils
    .flatMap((pupil) => pupil.lines)
    .reduce(
      (total, { actual, year: own }) =>
        total + (actual ? penceIn(own, { from: starts, until: span.until }) : 0),
      0,
    )
  const wholeYear = rounded(
    sum(
      lines
        .filter((line) => holdsOn(line, starts))
        .map((line) => wholeYearOf(line, state.rates, starts, weeksInYear)),
    ),
  )
  const staff = state.staff.filter((member) => holdsOn(member, starts))
  const paid = staff.map((member) => {
    const rate = rateOn(state.rates, member.role, starts)
    return rate && member.hours !== null
      ? times(times(hourlyRate(rate), exactly(member.hours)), exactly(member.weeks ?? weeksInYear))
      : null
  })
  const deployed = deployedUntilLeft({ ...state, lines: filled }, leavers)
  const use = deployment(deployed, starts)
  const match = [...threeWay({ ...deployed, allocations: deployed.lines }, starts), ...owed]
  return {
    starts,
    year,
    inYear: money.total.pence,
    fromStart,
    wholeYear,
    staffCost: rounded(sum(paid.filter((cost) => cost !== null))),
    staffUnknown: paid.filter((cost) => cost === null).length,
    notCosted: money.notCosted.length,
    money,
    use,
    hours: deploymentSum(use),
    match,
    uncovered: uncoveredSum(match),
  }
}

/** Lines of Section F that a scenario ends, as the match has them then: nothing given, and all that the plan specifies owed. */
export const stillOwed = (before: ScenarioFigures, applied: Pick<Applied, 'lines'>): ThreeWayRow[] =>
  before.match.flatMap((row): ThreeWayRow[] =>
    row.planMinutes === null || applied.lines.get(row.allocation) !== null
      ? []
      : [
          {
            ...row,
            mapMinutes: null,
            timetableMinutes: 0,
            differs: ['mapShort', 'timetableShort'],
            uncovered: row.planMinutes,
            suggestion: null,
            why: {
              ...row.why,
              says: t`The what if ends this line. Section F specifies ${showMinutes(row.planMinutes)} a week, which stays owed whatever it costs.`,
            },
          },
        ],
  )
