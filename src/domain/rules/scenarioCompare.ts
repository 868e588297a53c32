import { grouped } from '../grouped.ts'
import { tenth } from './deploymentPeople.ts'
import { type FigureName, figureRows } from './scenarioFigureRows.ts'
import type { ScenarioFigures } from './scenarioFigures.ts'
import { newClashes, type ScenarioClash } from './scenarioClashes.ts'
import type { Applied, ScenarioState } from './scenarioTypes.ts'
import type { ThreeWayRow } from './threeWay.ts'

/** What Section F minutes of a pupil would come to; null `plan`: nobody recorded the plan's minutes. Minutes a week. */
export type Fall = {
  readonly pupil: string
  readonly provision: string
  readonly line: string
  readonly plan: number | null
  /** The smaller of map and timetable, before and after. */
  readonly before: number
  readonly after: number
  readonly ends: boolean
}

/** A pupil whose support changes. Pence in the financial year, minutes a week. */
export type PupilChange = {
  readonly pupil: string
  readonly cost: readonly [before: number, after: number]
  /** In the map and in the timetable, as far as both have it. */
  readonly given: readonly [before: number, after: number]
  /** What Section F specifies and the timetable does not have. */
  readonly uncovered: readonly [before: number, after: number]
}

export type Crossing = {
  readonly pupil: string
  /** What counts towards the threshold in the financial year. Pence. */
  readonly before: number
  readonly after: number
  readonly threshold: number
  readonly above: boolean
}

/** A scenario against the records as they are. */
export type Compared = {
  readonly difference: Readonly<Record<FigureName, number>>
  readonly pupils: readonly PupilChange[]
  readonly clashes: readonly ScenarioClash[]
  readonly crossings: readonly Crossing[]
  readonly falls: readonly Fall[]
  readonly staff: readonly {
    readonly name: string
    readonly before: number
    readonly after: number
    readonly bought: number | null
  }[]
}

/** Minutes a week that are both on the map and in the timetable; what has no hours on the map counts by its times. */
export const givenMinutes = ({ mapMinutes, timetableMinutes }: ThreeWayRow): number =>
  mapMinutes === null ? timetableMinutes : Math.min(mapMinutes, timetableMinutes)

const fallsOf = (before: ScenarioFigures, after: ScenarioFigures, applied: Applied, state: ScenarioState): Fall[] => {
  const inPlan = new Set(state.lines.filter((line) => line.inPlan === true).map(({ key }) => key))
  const rowOf = new Map(after.match.map((row) => [row.allocation, row]))
  return before.match
    .filter(({ allocation }) => inPlan.has(allocation))
    .flatMap((row): Fall[] => {
      const heir = applied.lines.has(row.allocation) ? applied.lines.get(row.allocation)! : row.allocation
      const now = heir === null ? undefined : rowOf.get(heir)
      const was = givenMinutes(row)
      const is = now ? givenMinutes(now) : 0
      const mapWas = row.mapMinutes ?? 0
      const mapIs = now?.mapMinutes ?? 0
      const falls = is < was || mapIs < mapWas || !now
      const plan = row.planMinutes
      const least = Math.min(is, now?.mapMinutes ?? is)
      const below = plan === null ? falls : falls && least < plan
      return below
        ? [
            {
              pupil: row.pupil,
              provision: row.provision,
              line: row.allocation,
              plan,
              before: was,
              after: is,
              ends: !now,
            },
          ]
        : []
    })
} // prettier-ignore

const pupilsOf = (
  before: ScenarioFigures,
  after: ScenarioFigures,
  applied: Applied,
  state: ScenarioState,
): PupilChange[] => {
  const lines = new Map(state.lines.map((line) => [line.key, line]))
  const touched = new Set([
    ...applied.state.lines.filter((line) => lines.get(line.key) !== line).map(({ pupil }) => pupil),
    ...state.lines.filter(({ key }) => applied.lines.get(key) === null).map(({ pupil }) => pupil),
  ])
  const of = ({ money, match }: ScenarioFigures) => ({
    cost: new Map(money.pupils.map(({ pupil, actual }) => [pupil.key, actual.pence])),
    rows: grouped(match, ({ pupil }) => pupil),
  })
  const [was, is] = [of(before), of(after)]
  const sum = (rows: readonly ThreeWayRow[] = [], value: (row: ThreeWayRow) => number) =>
    tenth(rows.reduce((total, row) => total + value(row), 0))
  return [...touched].map((pupil) => ({
    pupil,
    cost: [was.cost.get(pupil) ?? 0, is.cost.get(pupil) ?? 0],
    given: [sum(was.rows.get(pupil), givenMinutes), sum(is.rows.get(pupil), givenMinutes)],
    uncovered: [
      sum(was.rows.get(pupil), ({ uncovered }) => uncovered),
      sum(is.rows.get(pupil), ({ uncovered }) => uncovered),
    ],
  }))
}

/** What differs: figures, pupils whose support changes, the threshold, and Section F that would fall below the plan. */
export const compareScenario = (
  before: ScenarioFigures,
  after: ScenarioFigures,
  applied: Applied,
  state: ScenarioState,
): Compared => {
  const difference = Object.fromEntries(
    figureRows.map(({ name, value, is }) => {
      const gap = value(after) - value(before)
      return [name, is === 'minutes' ? tenth(gap) : gap]
    }),
  ) as Record<FigureName, number>
  const countedOf = ({ money }: ScenarioFigures) =>
    new Map(money.pupils.map(({ pupil, counted, rules }) => [pupil.key, { pence: counted.pence, rules }]))
  const [countedBefore, countedAfter] = [countedOf(before), countedOf(after)]
  const crossings = [...new Set([...countedBefore.keys(), ...countedAfter.keys()])].flatMap(
    (pupil): Crossing[] => {
      const [was, is] = [countedBefore.get(pupil), countedAfter.get(pupil)]
      const { threshold } = (is ?? was)!.rules
      const above = (is?.pence ?? 0) > threshold
      return (was?.pence ?? 0) > threshold === above
        ? []
        : [{ pupil, before: was?.pence ?? 0, after: is?.pence ?? 0, threshold, above }]
    },
  )
  const useOf = (figures: ScenarioFigures) => grouped(figures.use, ({ name }) => name)
  const [was, is] = [useOf(before), useOf(after)]
  const staff = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const total = (all: typeof was) => tenth((all.get(name) ?? []).reduce((sum, { used }) => sum + used, 0))
    const bought = (is.get(name) ?? was.get(name))?.[0]?.bought ?? null
    const row = { name, before: total(was), after: total(is), bought }
    const boughtBefore = was.get(name)?.[0]?.bought ?? null
    return row.before === row.after && bought === boughtBefore ? [] : [row]
  })
  return {
    difference,
    pupils: pupilsOf(before, after, applied, state),
    clashes: newClashes(state, applied.state, before.starts),
    crossings,
    falls: fallsOf(before, after, applied, state),
    staff,
  }
}
