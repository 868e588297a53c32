import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Provision, provisionLevels } from '../../domain/records/provision.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { areasOfNeed } from '../../domain/rules/codes.ts'
import { pupilMoney, schoolTotal } from '../../domain/rules/cost.ts'
import { setting } from '../../domain/rules/settings.ts'
import { type Cell, inRow, type Row, type Sheet, type Table, wholeColumn } from '../xlsx/model.ts'
import type { CellStyle } from '../xlsx/styles.ts'
import { costsOf, type Line, listName, type MapInput } from './input.ts'
import { type Head, heads, unfinished } from './mapColumns.ts'
import type { MapNames } from './names.ts'
import { rowHeight } from './rowHeight.ts'

const columns = [
  { width: 38 },
  { width: 14 },
  { width: 14 },
  { width: 10 },
  { width: 11 },
  ...Array.from({ length: 7 }, () => ({ width: 14 })),
  { width: 32 },
  { width: 29, hidden: true as const },
]
const penceOf = (line: Line) => line.cost.cost?.perPupilPence ?? 0
const countOf = (line: Line) => line.allocation.countsTowardsElement2 !== false
const sumOf = (lines: readonly Line[]) => lines.reduce((total, line) => total + penceOf(line), 0)
const openOf = (lines: readonly Line[]) => lines.filter((line) => line.cost.missing).length

/** The lines of each pupil; they come sorted by pupil. */
const ownLines = (lines: readonly Line[]): Line[][] => {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && last[0]!.pupil.key === line.pupil.key) last.push(line)
    else groups.push([line])
  }
  return groups
}

/** How a pupil stands against the threshold, in the words of the sheet. */
const standings = {
  open: 'Not all lines finished',
  below: 'Below the threshold',
  covered: 'Above; top-up covers it',
  gap: 'Above; the school pays the gap',
} as const

type Spec = { readonly name: string; readonly style: CellStyle; readonly formula?: string }

/** By pupil with the Element 2 line, by level and by area of need: every figure a formula over the map. */
export const totalsSheet = (
  input: MapInput,
  lines: readonly Line[],
  names: MapNames,
  footer: string,
): Sheet => {
  const map = (head: Head) => wholeColumn(names.map, heads[head])
  const pupil = (column: string) => inRow(names.byPupil, column)
  const threshold = setting(input.school, 'element2Threshold')
  const rows: Row[] = []
  const tables: Table[] = []
  const push = (cells: readonly Cell[], height?: number) =>
    rows.push({ cells, height: height ?? rowHeight(cells, columns) })

  const table = (
    name: string,
    about: string,
    specs: readonly Spec[],
    body: readonly (readonly (string | number | null)[])[],
  ) => {
    tables.push({
      name,
      about,
      area: { row: rows.length, column: 0, rows: body.length + 1, columns: specs.length },
      columns: specs.map(({ name: head, formula }) => ({
        name: head,
        ...(formula !== undefined && { formula }),
      })),
    })
    push(
      specs.map(({ name: value, style }) => ({
        value,
        style: style.endsWith('text') || style.endsWith('general') ? 'header.general' : 'header.whole',
      })),
    )
    for (const values of body)
      push(
        specs.map(({ style, formula }, at): Cell => ({
          value: values[at] ?? null,
          style,
          ...(formula !== undefined && { formula }),
        })),
      )
  }

  const byPupil = ownLines(lines).map((own) => {
    const who = own[0]!.pupil
    const money = pupilMoney(own.filter(countOf).map(penceOf), threshold, who.topUp ?? 0)
    const standing =
      openOf(own) > 0 ? 'open' : money.aboveThreshold === 0 ? 'below' : money.topUpGap > 0 ? 'gap' : 'covered'
    return { who, own, money, standing: standings[standing] }
  })
  const costs = costsOf(lines)
  const total = schoolTotal(costs)
  const spend = byPupil.reduce((sum, { money }) => sum + money.element2Used + Math.max(0, money.topUpGap), 0)
  const budget = input.scope.is === 'school' ? (input.school?.notionalBudget ?? null) : null

  push([{ value: 'Totals', style: 'title.general' }], 24)
  push(
    [
      {
        value: 'Grey cells are formulas over the provision map and the rates: change those and these follow.',
        style: 'note.general',
      },
    ],
    18,
  )
  push([])
  const figure = (
    label: string,
    value: number | string,
    format: 'whole' | 'money',
    formula: string,
    why: string,
  ) =>
    push([
      { value: label, style: 'label.general' },
      { value, formula, style: `calculated.${format}` },
      { value: why, style: 'note.general' },
    ])
  figure('Lines on the map', lines.length, 'whole', `COUNTA(${map('provision')})`, '')
  figure(
    'Unfinished lines',
    openOf(lines),
    'whole',
    `COUNTIF(${map('cost')},"${unfinished}")`,
    'They cost nothing here until what they need is filled in',
  )
  const totalRow = rows.length + 1
  figure(
    'Total cost',
    total.pence / 100,
    'money',
    `ROUND(ROUND(100*SUM(${map('share')}),5),0)/100`,
    'The shares before rounding, added up and rounded once',
  )
  figure(
    'Sum of the lines',
    sumOf(lines) / 100,
    'money',
    `SUM(${map('cost')})`,
    'Each line is rounded to the penny, so that the sheet adds up',
  )
  figure(
    'Rounding difference',
    total.roundingDifference / 100,
    'money',
    `ROUND(B${totalRow}-B${totalRow + 1},2)`,
    'Three shares of £100.00 are £33.33 each: a penny is left over',
  )
  figure('Element 2 threshold', threshold / 100, 'money', names.threshold, 'Change it on the rates sheet')
  figure(
    'Pupils above the threshold',
    byPupil.filter(({ money }) => money.aboveThreshold > 0).length,
    'whole',
    `COUNTIF(${wholeColumn(names.byPupil, 'Above the threshold')},">0")`,
    '',
  )
  figure(
    'What the school pays',
    spend / 100,
    'money',
    `SUM(${wholeColumn(names.byPupil, 'Up to the threshold')})+SUMIF(${wholeColumn(names.byPupil, 'Gap after top-up')},">0")`,
    'Up to the threshold for each pupil, and what top-up does not cover',
  )
  if (budget !== null)
    figure(
      'Left of the notional SEN budget',
      (budget - spend) / 100,
      'money',
      `ROUND(${names.budget}-B${rows.length},2)`,
      'Below nothing: more is spent than the notional budget',
    )
  push([])

  const group = (
    title: string,
    name: string,
    head: Head,
    labels: readonly string[],
    of: (line: Line) => string,
  ) => {
    push([{ value: title, style: 'heading.general' }], 20)
    const here = inRow(name, heads[head])
    const lineCount = `COUNTIFS(${map(head)},${here})`
    const cost = `ROUND(SUMIFS(${map('cost')},${map(head)},${here}),2)`
    const sum = sumOf(lines)
    table(
      name,
      `Cost ${title.toLowerCase()}`,
      [
        { name: heads[head], style: 'plain.text' },
        { name: 'Lines', style: 'calculated.whole', formula: lineCount },
        { name: 'Cost', style: 'calculated.money', formula: cost },
        {
          name: 'Share',
          style: 'calculated.percent',
          formula: `IF(SUM(${map('cost')})=0,0,${inRow(name, 'Cost')}/SUM(${map('cost')}))`,
        },
      ],
      labels.map((label) => {
        const own = lines.filter((line) => of(line) === label)
        return [label, own.length, sumOf(own) / 100, sum === 0 ? 0 : sumOf(own) / sum]
      }),
    )
    push([])
  }
  group('By level', names.byLevel, 'level', Object.values(provisionLevels), (line) =>
    show(fieldOf(Provision, 'level'), line.provision?.level),
  )
  group('By area of need', names.byArea, 'area', Object.values(areasOfNeed), (line) =>
    show(fieldOf(Provision, 'areaOfNeed'), line.provision?.areaOfNeed),
  )

  push([{ value: 'By pupil', style: 'heading.general' }], 20)
  const key = pupil('Pupil key')
  const counted = pupil('Counts towards the threshold')
  const above = pupil('Above the threshold')
  const gap = pupil('Gap after top-up')
  const specs: Spec[] = [
    { name: heads.pupil, style: 'plain.text' },
    { name: heads.year, style: 'plain.text' },
    { name: fieldOf(Pupil, 'status').label, style: 'plain.text' },
    { name: 'Lines', style: 'calculated.whole', formula: `COUNTIFS(${map('pupilKey')},${key})` },
    {
      name: 'Unfinished lines',
      style: 'calculated.whole',
      formula: `COUNTIFS(${map('pupilKey')},${key},${map('cost')},"${unfinished}")`,
    },
    {
      name: 'Cost',
      style: 'calculated.money',
      formula: `ROUND(SUMIFS(${map('cost')},${map('pupilKey')},${key}),2)`,
    },
    {
      name: 'Counts towards the threshold',
      style: 'calculated.money',
      formula: `ROUND(${pupil('Cost')}-SUMIFS(${map('cost')},${map('pupilKey')},${key},${map('counts')},"No"),2)`,
    },
    { name: 'Up to the threshold', style: 'calculated.money', formula: `MIN(${counted},${names.threshold})` },
    {
      name: 'Above the threshold',
      style: 'calculated.money',
      formula: `MAX(0,ROUND(${counted}-${names.threshold},2))`,
    },
    { name: 'Top-up funding a year', style: 'input.money' },
    {
      name: 'Gap after top-up',
      style: 'calculated.money',
      formula: `ROUND(${above}-${pupil('Top-up funding a year')},2)`,
    },
    {
      name: 'Below the threshold',
      style: 'calculated.money',
      formula: `MAX(0,ROUND(${names.threshold}-${counted},2))`,
    },
    {
      name: 'Standing',
      style: 'calculated.general',
      formula: `IF(${pupil('Unfinished lines')}>0,"${standings.open}",IF(${above}=0,"${standings.below}",IF(${gap}>0,"${standings.gap}","${standings.covered}")))`,
    },
    { name: 'Pupil key', style: 'plain.text' },
  ]
  const start = rows.length
  table(
    names.byPupil,
    'Each pupil’s cost against the Element 2 threshold',
    specs,
    byPupil.length === 0
      ? [[null, null, null, 0, 0, 0, 0, 0, 0, null, 0, threshold / 100, standings.below, null]]
      : byPupil.map(({ who, own, money, standing }) => [
          listName(who),
          show(fieldOf(Pupil, 'yearGroup'), who.yearGroup) || null,
          show(fieldOf(Pupil, 'status'), who.status),
          own.length,
          openOf(own),
          sumOf(own) / 100,
          money.additional / 100,
          money.element2Used / 100,
          money.aboveThreshold / 100,
          who.topUp === null ? null : who.topUp / 100,
          money.topUpGap / 100,
          money.belowThreshold / 100,
          standing,
          who.key,
        ]),
  )
  const body = { row: start + 1, rows: rows.length - start - 1, columns: 1 }
  return {
    id: 'totals',
    name: names.sheets.totals,
    columns,
    rows,
    tables,
    validations: [
      {
        is: 'number',
        area: { ...body, column: 9 },
        min: 0,
        max: 1_000_000,
        message: 'Top-up funding is a sum in pounds.',
      },
    ],
    highlights: [
      { area: { ...body, column: 12 }, formula: `$I${start + 2}>0`, highlight: 'over' },
      { area: { ...body, column: 8 }, formula: `$I${start + 2}>0`, highlight: 'over' },
      { area: { ...body, column: 12 }, formula: `$E${start + 2}>0`, highlight: 'attention' },
      { area: { row: 4, column: 1, rows: 1, columns: 1 }, formula: '$B$5>0', highlight: 'attention' },
    ],
    print: { titleRows: [start, start], footer, landscape: true },
  }
}
