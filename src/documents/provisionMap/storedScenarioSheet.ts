import { grouped } from '../../domain/grouped.ts'
import { writtenDay, serialOf } from '../../domain/rules/day.ts'
import { type FigureName, figureRows } from '../../domain/rules/scenarioFigureRows.ts'
import { calledIn, changeWords } from '../../domain/rules/scenarioWords.ts'
import { inRow, type Plain, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { listName, type MapInput } from './input.ts'
import type { MapNames } from './names.ts'
import { type Body, pageOf } from './page.ts'
import { linesTable, type Part, partsOfYear, scenarioLineHeads } from './scenarioLines.ts'
import { rateTable, scenarioRatesTable } from './scenarioRates.ts'
import { plansTable, staffTable } from './scenarioStaff.ts'
import { stretchKinds } from './scenarioRows.ts'
import { stretchColumn } from './scenarioWeeks.ts'
import { penceOf, type ReckonedScenario, type State, states } from './storedScenario.ts'

const sides = ['now', 'then'] as const
const columns = [
  { width: 34 },
  { width: 30 },
  { width: 24 },
  ...Array.from({ length: 17 }, () => ({ width: 13 })),
  { width: 29, hidden: true as const },
  { width: 29, hidden: true as const },
]

/** What the changes are called here: pupils by name, as everywhere on the map. */
const wordsOf = (input: MapInput, { changes, sides: { now } }: ReckonedScenario): string[] => {
  const pupils = new Map(input.pupils.map((pupil) => [pupil.key, pupil]))
  const provisions = new Map(input.provisions.map(({ key, name }) => [key, name]))
  const lines = new Map(input.allocations.map((line) => [line.key, line]))
  const called = calledIn(now.records, (key) => {
    const line = lines.get(key)
    const pupil = line && pupils.get(line.pupil)
    return line && pupil
      ? `${listName(pupil)}: ${provisions.get(line.provision) ?? 'support'}`
      : 'support that is no longer there'
  })
  return changes.map((change) => changeWords(change, called))
}

/** A stored what if: figures, terms, pupils, staff, Section F and lines, as it is and with it. */
export const storedScenarioSheet = (
  input: MapInput,
  reckoned: ReckonedScenario,
  at: number,
  names: MapNames,
  footer: string,
  schoolPays: (state: State) => string,
): Sheet => {
  const { scenario, year } = reckoned
  const page = pageOf(columns)
  const table = (part: string) => names.whatIf(at, part)
  const of = (part: string, column: string) => wholeColumn(table(part), column)
  page.title(
    `What if: ${scenario.name}`,
    `It would begin on ${writtenDay(scenario.starts)}; the money is that of ${year.words}, as the tab’s What if has it. Nothing here changes the map or the records.`,
  )
  for (const [place, words] of wordsOf(input, reckoned).entries())
    page.fact(place === 0 ? 'What changes' : '', words)
  for (const words of reckoned.told) page.fact('Still to do', words)
  for (const words of reckoned.cant) page.fact('Can’t be made now', words)
  page.gap()

  const parts = partsOfYear(reckoned)
  const sumIn = (part: Part, state: State) => [...keysOf(reckoned)].reduce(
      (total, key) => total + penceOf(reckoned.sides[state].lines.get(key), part.span),
      0,
    ) // prettier-ignore
  const head = scenarioLineHeads
  const stretches = (column: Parameters<typeof stretchColumn>[2]) => stretchColumn(names, at, column)
  const summed = (state: State, which: keyof typeof stretchKinds, more = '') =>
    `ROUND(ROUND(SUMIFS(${stretches('cost')},${stretches('state')},"${states[state]}",${stretches('kind')},"${stretchKinds[which]}"${more}),8),2)`
  const inAll = (state: State) =>
    summed(state, 'inYear', `,${stretches('total')},"Yes",${stretches('from')},">="&${serialOf(year.from)}`)
  const column = (name: 'cost' | 'bought' | 'used' | 'asked' | 'over') => (state: State) =>
    `SUM(${of('Staff', `${{ cost: 'Cost a year', bought: 'Bought', used: 'Used', asked: 'Asked for', over: 'Above' }[name]}, ${states[state].toLowerCase()}`)})`
  const tenth = (formula: (state: State) => string) => (state: State) => `ROUND(${formula(state)},1)`
  const formulas: Record<FigureName, (state: State) => string> = {
    inYear: inAll,
    fromStart: (state) => `ROUND(SUM(${of('Lines', head.of(parts[1]!, state))}),2)`,
    wholeYear: (state) => summed(state, 'whole'),
    schoolPays,
    staffCost: (state) => `ROUND(ROUND(${column('cost')(state)},8),2)`,
    bought: tenth(column('bought')),
    used: tenth(column('used')),
    needed: tenth(column('asked')),
    over: tenth(column('over')),
    uncovered: tenth((state) => `SUM(${of('SectionF', `Not covered, ${states[state].toLowerCase()}`)})`),
  }
  page.heading('Side by side')
  const here = (name: string) => inRow(table('Figures'), name)
  const asDifference = `ROUND(${here(states.then)}-${here(states.now)},2)`
  page.table(
    table('Figures'),
    'What the records come to as they are and with the what if',
    [
      { name: 'Figure', style: 'plain.text' },
      { name: 'Counted in', style: 'plain.text' },
      { name: states.now, style: 'calculated.number' },
      { name: states.then, style: 'calculated.number' },
      { name: 'Difference', style: 'calculated.number', formula: asDifference },
    ], // prettier-ignore
    figureRows.map((row): Body[number] => {
      const unit = row.is === 'money' ? 100 : 1
      const values = sides.map((state) => row.value(reckoned.sides[state].figures) / unit)
      const style = row.is === 'money' ? 'calculated.money' : 'calculated.number'
      return [
        row.words,
        row.is === 'money' ? 'pounds' : 'minutes a week',
        ...sides.map(
          (state, place) => ({ value: values[place]!, formula: formulas[row.name](state), style }) as const,
        ),
        { value: Math.round((values[1]! - values[0]!) * 100) / 100, formula: asDifference, style },
      ]
    }),
  )
  page.gap()

  page.heading(`By term, ${year.words}`)
  const terms = (name: string) => inRow(table('Terms'), name)
  const outside = (state: State) => {
    const named = parts.slice(2).map((part) => `SUM(${of('Lines', head.of(part, state))})`)
    return `ROUND(SUM(${of('Lines', head.of(parts[0]!, state))})-${named.length > 0 ? named.join('-') : '0'},2)`
  }
  const rowFor = (name: string, span: Part['span'] | null, pence: readonly number[], of2: (state: State) => string): Body[number] => [
    name,
    span ? `${writtenDay(span.from)} to ${writtenDay(span.until)}` : null,
    span ? serialOf(span.from) : null,
    span ? serialOf(span.until) : null,
    ...sides.map((state, place) => ({ value: pence[place]! / 100, formula: of2(state) })),
    (pence[1]! - pence[0]!) / 100,
  ] // prettier-ignore
  const pence = parts.map((part) => sides.map((state) => sumIn(part, state)))
  const rest = sides.map((_, side) => pence[0]![side]! - pence.slice(2).reduce((sum, one) => sum + one[side]!, 0)) // prettier-ignore
  const made = page.table(
    table('Terms'),
    'What the lines cost in each term, each rounded to the penny',
    [
      { name: 'Part of the year', style: 'plain.text' },
      { name: 'Days', style: 'plain.text' },
      { name: 'First day', style: 'plain.date' },
      { name: 'Last day', style: 'plain.date' },
      { name: states.now, style: 'calculated.money' },
      { name: states.then, style: 'calculated.money' },
      {
        name: 'Difference',
        style: 'calculated.money',
        formula: `ROUND(${terms(states.then)}-${terms(states.now)},2)`,
      },
    ],
    [
      ...parts.map(
        (part, place) =>
        rowFor(part.name, part.span, pence[place]!, (state) => `ROUND(SUM(${of('Lines', head.of(part, state))}),2)`), // prettier-ignore
      ),
      rowFor('Outside the terms that are recorded', null, rest, outside),
    ],
  )
  const named = (name: string) => {
    const cells = made.cells(name)
    return { ...cells, row: cells.row + 2, rows: Math.max(1, parts.length - 2) }
  }
  page.chart(
    {
      title: 'Cost by term, as it is and with it',
      about:
        'Bars for each term: what the lines of support cost as they are, and with the what if. The figures are in the table above.',
      kind: 'column',
      labels: named('Part of the year'),
      series: sides.map((state) => ({ name: states[state], values: named(states[state]) })),
      unit: '£ in the term',
      format: 'money',
    },
    4,
    13,
  )

  page.heading(`By pupil, ${year.words}`)
  const pupil = (name: string) => inRow(table('Pupils'), name)
  const own = (part: Part, state: State) =>
    `ROUND(SUMIFS(${of('Lines', head.of(part, state))},${of('Lines', 'Pupil key')},${pupil('Pupil key')}),2)`
  const rows = pupilsOf(input, reckoned)
  const byPart = parts.slice(0, 2).flatMap((part) => [
    ...sides.map((state) => ({ name: head.of(part, state), style: 'calculated.money' as const, formula: own(part, state) })),
    { name: `${part.name}, difference`, style: 'calculated.money' as const, formula: `ROUND(${pupil(head.of(part, 'then'))}-${pupil(head.of(part, 'now'))},2)`,
      look: { highlight: 'attention' as const, when: (cell: (name: string) => string) => `${cell(`${part.name}, difference`)}<>0` } },
  ]) // prettier-ignore
  const difference = (pair: readonly number[]): Plain[] => [pair[0]! / 100, pair[1]! / 100, (pair[1]! - pair[0]!) / 100] // prettier-ignore
  page.table(
    table('Pupils'),
    'What each pupil’s support costs in the year and from the day it begins, those that change first',
    [{ name: 'Pupil', style: 'plain.text' }, ...byPart, { name: 'Pupil key', style: 'plain.key' }],
    rows.length > 0
      ? rows.map(({ name, key, pence: own2 }) => [name, ...own2.flatMap(difference), key])
      : [[{ typed: null }, ...byPart.map(() => ({ typed: null })), { typed: null }]],
  )
  page.gap()

  page.heading('Staff, minutes a week, and what their paid hours cost a year')
  const staff = staffTable(reckoned, at, names)
  page.table(table('Staff'), 'Each member of staff on the day it begins', staff.specs, staff.body)
  page.gap()
  page.heading('Section F, minutes a week')
  page.note('What plans specify is owed whatever it costs. Lines with minutes that somebody has entered.')
  const plans = plansTable(input, reckoned, at, names)
  page.table(
    table('SectionF'),
    'Minutes a week that plans specify against the timetable',
    plans.specs,
    plans.body,
  )
  page.gap()
  page.heading('Rates that this what if changes')
  const rates = scenarioRatesTable(reckoned, at, names)
  page.table(table(rateTable), 'Hourly rates that the school has not got yet', rates.specs, rates.body)
  page.gap()
  page.heading('By line, those that change first')
  const lines = linesTable(input, reckoned, parts, at, names)
  page.table(
    table('Lines'),
    'Each line of support in the year, as it is and with the what if',
    lines.specs,
    lines.body,
    true,
  )
  return page.sheet(`whatIf${at}`, names.whatIfSheet(at), footer, Math.min(lines.specs.length - 2, 3 + 2 * 5))
}

const keysOf = ({ sides: { now, then } }: ReckonedScenario) =>
  new Set([...now.lines.keys(), ...then.lines.keys()])

/** Every pupil with support in the year, with pence in each of the year and from the day it begins. */
const pupilsOf = (input: MapInput, reckoned: ReckonedScenario) => {
  const spans = partsOfYear(reckoned).slice(0, 2)
  const own = sides.map((state) =>
    grouped([...reckoned.sides[state].lines.values()], ({ line }) => line.pupil),
  )
  return input.pupils
    .filter(({ key }) => own.some((lines) => lines.has(key)))
    .map((pupil) => ({
      key: pupil.key,
      name: listName(pupil),
      pence: spans.map(({ span }) =>
        own.map((lines) => (lines.get(pupil.key) ?? []).reduce((sum, one) => sum + penceOf(one, span), 0)),
      ),
    }))
    .toSorted(
      (a, b) =>
        Number(a.pence[0]![0] === a.pence[0]![1]) - Number(b.pence[0]![0] === b.pence[0]![1]) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
}
