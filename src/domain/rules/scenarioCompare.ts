import { grouped } from '../grouped.ts'
import { tenth } from './deploymentPeople.ts'
import { type FigureName, figureRows, type ScenarioFigures } from './scenarioFigures.ts'
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
  readonly pupils: readonly string[]
  readonly crossings: readonly Crossing[]
  readonly falls: readonly Fall[]
  readonly staff: readonly {
    readonly name: string
    readonly before: number
    readonly after: number
    readonly bought: number | null
  }[]
}

/** Minutes that are both on the map and in the timetable; what has no times at all counts by its map. */
const given = ({ mapMinutes, timetableMinutes }: ThreeWayRow): number =>
  mapMinutes === null ? timetableMinutes : Math.min(mapMinutes, timetableMinutes)

const fallsOf = (before: ScenarioFigures, after: ScenarioFigures, applied: Applied, state: ScenarioState): Fall[] => {
  const inPlan = new Set(state.lines.filter((line) => line.inPlan === true).map(({ key }) => key))
  const rowOf = new Map(after.match.map((row) => [row.allocation, row]))
  return before.match
    .filter(({ allocation }) => inPlan.has(allocation))
    .flatMap((row): Fall[] => {
      const heir = applied.lines.has(row.allocation) ? applied.lines.get(row.allocation)! : row.allocation
      const now = heir === null ? undefined : rowOf.get(heir)
      const was = given(row)
      const is = now ? given(now) : 0
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
  const beforeLines = new Map(state.lines.map((line) => [line.key, line]))
  const touched = new Set([
    ...applied.state.lines.filter((line) => beforeLines.get(line.key) !== line).map(({ pupil }) => pupil),
    ...state.lines.filter(({ key }) => applied.lines.get(key) === null).map(({ pupil }) => pupil),
  ])
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
    pupils: [...touched],
    crossings,
    falls: fallsOf(before, after, applied, state),
    staff,
  }
}
