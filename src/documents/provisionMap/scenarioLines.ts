import { earliest, latest, serialOf } from '../../domain/rules/day.ts'
import { addDays, writtenDay } from '../../domain/rules/day.ts'
import type { Span } from '../../domain/rules/annualise.ts'
import type { MoneyLine } from '../../domain/rules/moneyTypes.ts'
import { inRow } from '../xlsx/model.ts'
import { listName, type MapInput } from './input.ts'
import { heads } from './mapColumns.ts'
import type { MapNames } from './names.ts'
import type { Body, Spec } from './page.ts'
import { stretchKinds } from './scenarioRows.ts'
import { stretchColumn } from './scenarioWeeks.ts'
import { penceOf, type ReckonedScenario, type State, states } from './storedScenario.ts'

/** A span whose cost is told. */
export type Part = { readonly name: string; readonly span: Span }
const sides = ['now', 'then'] as const

export const scenarioLineHeads = {
  of: ({ name }: Part, state: State) => `${name}, ${states[state].toLowerCase()}`,
}

/** The whole year, what of it lies from the first day of the what if, and each term, by names that differ. */
export const partsOfYear = ({ year, scenario, terms }: ReckonedScenario): Part[] => {
  const span = { from: year.from, until: year.until }
  const used = new Set<string>()
  return [
    { name: 'The year', span },
    { name: 'From its day on', span: { from: latest(scenario.starts, year.from), until: year.until } },
    ...terms.map(({ name, span: own }) => {
      const told = used.has(name.toLowerCase()) ? `${name} from ${writtenDay(own.from)}` : name
      used.add(name.toLowerCase())
      return { name: told, span: { from: own.from, until: earliest(own.until, year.until) } }
    }),
  ]
}

const becomes = (now: MoneyLine | undefined, then: MoneyLine | undefined, isChanged: boolean): string => {
  if (!now) return 'New'
  if (!then) return 'Ends before it is given'
  const last = (one: MoneyLine) => one.line.until ?? '9999-12-31'
  if (last(then) < last(now)) return `Ends on ${writtenDay(then.line.until!)}`
  return isChanged ? 'Changes' : 'As it is'
}

/** Each line of the year with what it costs in each part of it, those that change first. */
export const linesTable = (
  input: MapInput,
  { sides: { now, then } }: ReckonedScenario,
  parts: readonly Part[],
  at: number,
  names: MapNames,
): { readonly specs: readonly Spec[]; readonly body: Body } => {
  const here = (column: string) => inRow(names.whatIf(at, 'Lines'), column)
  const upTo = (state: State, day: string) =>
    `ROUND(ROUND(SUMIFS(${stretchColumn(names, at, 'cost')},${stretchColumn(names, at, 'key')},${here('Record key')},${stretchColumn(names, at, 'state')},"${states[state]}",${stretchColumn(names, at, 'kind')},"${stretchKinds.inYear}",${stretchColumn(names, at, 'from')},"<${serialOf(day)}"),8),2)`
  const specs: Spec[] = [
    { name: heads.pupil, style: 'plain.text' },
    { name: heads.provision, style: 'plain.text' },
    {
      name: 'What becomes of it',
      style: 'plain.text',
      look: { highlight: 'attention', when: (cell) => `${cell('What becomes of it')}<>"As it is"` },
    },
    ...parts.flatMap((part): Spec[] =>
      sides.map((state) => ({
        name: scenarioLineHeads.of(part, state),
        style: 'calculated.money',
        formula: `ROUND(${upTo(state, addDays(part.span.until, 1))}-${upTo(state, part.span.from)},2)`,
      })),
    ),
    {
      name: 'Difference in the year',
      style: 'calculated.money',
      formula: `ROUND(${here(scenarioLineHeads.of(parts[0]!, 'then'))}-${here(scenarioLineHeads.of(parts[0]!, 'now'))},2)`,
    },
    { name: 'Still needed', style: 'plain.text' },
    { name: 'Record key', style: 'plain.key' },
    { name: 'Pupil key', style: 'plain.key' },
  ]
  const pupils = new Map(input.pupils.map((pupil) => [pupil.key, pupil]))
  const rows = [...new Set([...now.lines.keys(), ...then.lines.keys()])].map((key) => {
    const [was, is] = [now.lines.get(key), then.lines.get(key)]
    const one = (was ?? is)!
    const pence = parts.map(({ span }) => [penceOf(was, span), penceOf(is, span)] as const)
    const isChanged = was?.line !== is?.line && JSON.stringify(was?.line) !== JSON.stringify(is?.line)
    const moved = isChanged || pence.some(([a, b]) => a !== b)
    return {
      moved,
      name: listName(pupils.get(one.line.pupil)!),
      cells: [
        listName(pupils.get(one.line.pupil)!),
        one.provision?.name ?? 'Provision no longer offered',
        becomes(was, is, moved),
        ...pence.flatMap(([a, b]) => [a / 100, b / 100]),
        (pence[0]![1] - pence[0]![0]) / 100,
        [...new Set([...(was?.missing ?? []), ...(is?.missing ?? [])])].join('; ') || null,
        key,
        one.line.pupil,
      ],
    }
  })
  const sorted = rows.toSorted(
    (a, b) => Number(b.moved) - Number(a.moved) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
  return {
    specs,
    body: sorted.length > 0 ? sorted.map(({ cells }) => cells) : [specs.map(() => ({ typed: null }))],
  }
}
