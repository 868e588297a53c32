import type { Scenario } from '../../domain/records/scenario.ts'
import type { School } from '../../domain/records/school.ts'
import { daysOfYear, showMoneyYear, type Span } from '../../domain/rules/annualise.ts'
import { termSpans } from '../../domain/rules/moneyParts.ts'
import type { MoneyLine } from '../../domain/rules/moneyTypes.ts'
import { yearStartIn } from '../../domain/rules/rulebook.ts'
import { applyScenario } from '../../domain/rules/scenario.ts'
import { type ScenarioFigures, scenarioFigures, stillOwed } from '../../domain/rules/scenarioFigures.ts'
import { readScenario } from '../../domain/rules/scenarioText.ts'
import type { Change, ScenarioState } from '../../domain/rules/scenarioTypes.ts'
import { setting, settingsOn } from '../../domain/rules/settings.ts'
import { penceIn, type YearLine } from '../../domain/rules/yearLine.ts'
import { mapCalendar, type MapInput } from './input.ts'

type Stored = Scenario & { readonly key: string }

/** The two states that a what if sets side by side, in the words of the sheet. */
export const states = { now: 'As it is', then: 'With it' } as const
export type State = keyof typeof states

/** One state of the records: its figures, and each line of the year by its key. */
type Side = {
  readonly records: ScenarioState
  readonly figures: ScenarioFigures
  readonly lines: ReadonlyMap<string, MoneyLine>
}
export type ReckonedScenario = {
  readonly scenario: Stored
  readonly changes: readonly Change[]
  /** Changes that can't be made now, in words. */
  readonly cant: readonly string[]
  readonly told: readonly string[]
  readonly sides: Readonly<Record<State, Side>>
  readonly year: Span & { readonly words: string }
  /** The settings in force on its first day. */
  readonly school: School | undefined
  readonly terms: readonly { readonly name: string; readonly span: Span }[]
  readonly weeksInYear: number
  /** A line’s week is divided by who came in it. */
  readonly byWeek: boolean
}

/** Those that are still thought through, newest last; or those that are asked for by key. */
export const scenariosOf = (input: MapInput): readonly Stored[] =>
  input.scope.is === 'school'
    ? (input.more?.scenarios ?? [])
        .filter(({ key, state }) => (input.scenarios ? input.scenarios.includes(key) : state === 'draft'))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    : []

/** The records as they are on a day: the same for every what if that begins then. */
const untouched = new WeakMap<MapInput, Map<string, Side>>()

/** A stored what if against the records, as the tab reckons it; null where its text is of a later version. */
export const reckonScenario = (input: MapInput, scenario: Stored): ReckonedScenario | null => {
  const { changes } = readScenario(scenario.changes)
  if (!changes) return null
  const { starts, key } = scenario
  const more = input.more ?? {}
  const { rulebooks = [], fundings = [], bands = [], schools } = more
  const school = schools && schools.length > 0 ? settingsOn(schools, starts) : input.school
  const calendar = mapCalendar(input)
  const weeksInYear = setting(school, 'weeksInYear')
  const state: ScenarioState = {
    staff: more.staff ?? [],
    groups: input.groups ?? [],
    lines: input.allocations,
    slots: more.slots ?? [],
    slotPupils: more.slotPupils ?? [],
    rates: input.rates,
    pupils: input.pupils,
  }
  const context = {
    starts,
    calendar,
    school,
    yearStarts: yearStartIn(school, rulebooks, starts),
    provisions: input.provisions,
    rulebooks,
    fundings,
    bands,
  }
  const applied = applyScenario(state, changes, { starts, calendar, weeksInYear, salt: key })
  const side = (records: ScenarioState, owed: ScenarioFigures['match'] = []): Side => {
    const figures = scenarioFigures(records, context, owed)
    const lines = figures.money.pupils.flatMap((pupil) => pupil.lines)
    return { records, figures, lines: new Map(lines.map((one) => [one.line.key, one])) }
  }
  const asIs = untouched.get(input) ?? new Map<string, Side>()
  untouched.set(input, asIs)
  const now = asIs.get(starts) ?? side(state)
  asIs.set(starts, now)
  const then = applied.did.length === 0 ? now : side(applied.state, stillOwed(now.figures, applied))
  const { year } = now.figures
  const span = daysOfYear(year)
  return {
    scenario,
    changes,
    cant: applied.cant.map(({ words }) => words),
    told: applied.told.map(({ words }) => words),
    sides: { now, then },
    year: { ...span, words: showMoneyYear(year) },
    school,
    terms: termSpans(calendar, span),
    weeksInYear,
    byWeek: school?.partWay === 'weekly',
  }
}

const known = new WeakMap<YearLine, Map<string, number>>()
const reckonedIn = (year: YearLine, span: Span): number => {
  const own = known.get(year) ?? new Map<string, number>()
  known.set(year, own)
  const name = `${span.from}/${span.until}`
  const found = own.get(name) ?? penceIn(year, span)
  own.set(name, found)
  return found
}
/** What a line costs in a span; nothing where it isn’t there or can’t be costed. Pence. */
export const penceOf = (one: MoneyLine | undefined, span: Span): number =>
  one?.actual ? reckonedIn(one.year, span) : 0

/** Stretches with school days in them: what a line or group costs comes from these alone. */
export const stretchesIn = ({ all }: YearLine) => all.filter(({ days }) => days > 0)
