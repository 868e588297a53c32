import { staffRoles } from '../../domain/rules/codes.ts'
import { rateOn } from '../../domain/rules/cost.ts'
import { serialOf } from '../../domain/rules/day.ts'
import type { StaffUse } from '../../domain/rules/deployment.ts'
import { inRow, type Plain } from '../xlsx/model.ts'
import { listName, type MapInput } from './input.ts'
import type { MapNames } from './names.ts'
import { type Body, type Spec } from './page.ts'
import { rateInForce } from './rateColumns.ts'
import { hourlyOf, rateFromOf } from './scenarioRates.ts'
import { type ReckonedScenario, type State, states } from './storedScenario.ts'

const sides = ['now', 'then'] as const
type Made = { readonly specs: readonly Spec[]; readonly body: Body }
const of = (what: string, state: State) => `${what}, ${states[state].toLowerCase()}`
const emptyOf = (specs: readonly Spec[]): Body => [specs.map(() => ({ typed: null }))]

/** Hours bought, used and asked for, and what paid hours cost, of each member of staff on the first day. */
export const staffTable = (reckoned: ReckonedScenario, at: number, names: MapNames): Made => {
  const { scenario, weeksInYear } = reckoned
  const here = (column: string) => inRow(names.whatIf(at, 'Staff'), column)
  const day = String(serialOf(scenario.starts))
  const rate = (state: State) => {
    const asked = { role: here('Role'), day, state: `"${states[state]}"` }
    const from = rateFromOf(names, at, asked)
    return `IFERROR(IF(ISNUMBER(${from}),${hourlyOf(names, at, asked, from)},""),"")`
  }
  const pair = (what: string, style: Spec['style'], formula?: (state: State) => string): Spec[] =>
    sides.map((state) => ({
      name: of(what, state),
      style,
      ...(formula ? { formula: formula(state) } : { check: { least: 0, most: 10_000 } }),
    }))
  const specs: Spec[] = [
    { name: 'Who', style: 'plain.text' },
    { name: 'Role', style: 'plain.text' },
    ...pair('Bought', 'input.tenth'),
    ...pair('Used', 'input.tenth'),
    ...pair('Asked for', 'input.tenth'),
    ...pair(
      'Above',
      'calculated.tenth',
      (state) =>
        `IF(ISNUMBER(${here(of('Bought', state))}),MAX(0,ROUND(N(${here(of('Used', state))})-${here(of('Bought', state))},1)),0)`,
    ),
    ...pair('Paid hours', 'input.number'),
    ...pair('Paid weeks', 'input.number'),
    ...pair('£ an hour', 'calculated.exact', rate),
    ...pair(
      'Cost a year',
      'calculated.exact',
      (state) =>
        `N(${here(of('£ an hour', state))})*N(${here(of('Paid hours', state))})*N(${here(of('Paid weeks', state))})`,
    ),
  ]
  const keyOf = ({ member, name }: StaffUse) => member?.key ?? `name ${name}`
  const byState = {
    now: new Map(reckoned.sides.now.figures.use.map((use) => [keyOf(use), use])),
    then: new Map(reckoned.sides.then.figures.use.map((use) => [keyOf(use), use])),
  }
  const body = [...new Set([...byState.now.keys(), ...byState.then.keys()])].map((key) => {
    const uses = sides.map((state) => byState[state].get(key))
    const known = (uses[0] ?? uses[1])!
    const paid = sides.map((state, place) => {
      const member = uses[place]?.member
      const rated = member
        ? rateOn(reckoned.sides[state].records.rates, member.role, scenario.starts)
        : rateOn(reckoned.sides[state].records.rates, known.member?.role ?? ('' as never), scenario.starts)
      return {
        hours: member?.hours ?? null,
        weeks: member ? (member.weeks ?? weeksInYear) : null,
        rate: rated ? rateInForce(rated) : null,
      }
    })
    const both = (value: (use: StaffUse | undefined) => number | null): Plain[] => uses.map(value)
    return [
      known.name,
      known.member ? staffRoles[known.member.role] : null,
      ...both((use) => use?.bought ?? null),
      ...both((use) => use?.used ?? null),
      ...both((use) => use?.needed ?? null),
      ...both((use) => use?.over ?? 0),
      ...paid.map(({ hours }) => hours),
      ...paid.map(({ weeks }) => weeks),
      ...paid.map(({ rate: one }) => one ?? ''),
      ...paid.map((one) => (one.rate ?? 0) * (one.hours ?? 0) * (one.weeks ?? 0)),
    ]
  })
  return { specs, body: body.length > 0 ? body : emptyOf(specs) }
}

/** Lines of Section F with minutes: the plan, the timetable and what is not covered, as it is and with the what if. */
export const plansTable = (
  input: MapInput,
  { sides: { now, then } }: ReckonedScenario,
  at: number,
  names: MapNames,
): Made => {
  const here = (column: string) => inRow(names.whatIf(at, 'SectionF'), column)
  const specs: Spec[] = [
    { name: 'Pupil', style: 'plain.text' },
    { name: 'Provision', style: 'plain.text' },
    ...['Plan', 'Timetable'].flatMap(
      (what) =>
      sides.map((state): Spec => ({ name: of(what, state), style: 'input.tenth', check: { least: 0, most: 10_000 } })), // prettier-ignore
    ),
    ...sides.map((state): Spec => ({
      name: of('Not covered', state),
      style: 'calculated.tenth',
      formula: `MAX(0,ROUND(N(${here(of('Plan', state))})-N(${here(of('Timetable', state))}),1))`,
      look: {
        highlight: 'attention',
        when: (cell) => `${cell(of('Not covered', 'then'))}>${cell(of('Not covered', 'now'))}`,
      },
    })),
  ]
  const pupils = new Map(input.pupils.map((pupil) => [pupil.key, pupil]))
  const provisions = new Map(input.provisions.map(({ key, name }) => [key, name]))
  const own = [now, then].map(
    ({ figures }) =>
      new Map(
        figures.match.filter(({ planMinutes }) => planMinutes !== null).map((row) => [row.allocation, row]),
      ),
  )
  const rows = [...new Set(own.flatMap((map) => [...map.keys()]))].map((key) => {
    const both = own.map((map) => map.get(key))
    const known = (both[0] ?? both[1])!
    const pupil = pupils.get(known.pupil)
    return [
      pupil ? listName(pupil) : 'A pupil in the archive',
      provisions.get(known.provision) ?? 'Provision no longer offered',
      ...both.map((row) => row?.planMinutes ?? null),
      ...both.map((row) => row?.timetableMinutes ?? null),
      ...both.map((row) => row?.uncovered ?? 0),
    ]
  })
  const sorted = rows.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
  return { specs, body: sorted.length > 0 ? sorted : emptyOf(specs) }
}
