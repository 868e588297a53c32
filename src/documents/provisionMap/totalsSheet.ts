import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Provision, provisionLevels } from '../../domain/records/provision.ts'
import { areasOfNeed } from '../../domain/rules/codes.ts'
import { schoolTotal } from '../../domain/rules/cost.ts'
import { setting } from '../../domain/rules/settings.ts'
import { inRow, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { costsOf, type Line, type MapInput } from './input.ts'
import { type Head, heads, unfinished } from './mapColumns.ts'
import type { MapNames } from './names.ts'
import { openOf, pupilTable, pupilTotals, sumOf } from './pupilTotals.ts'
import { columns, totalsRows } from './totalsRows.ts'

/** By pupil with the Element 2 line, by level and by area of need: every figure a formula over the map. */
export const totalsSheet = (
  input: MapInput,
  lines: readonly Line[],
  names: MapNames,
  footer: string,
): Sheet => {
  const map = (head: Head) => wholeColumn(names.map, heads[head])
  const threshold = setting(input.school, 'element2Threshold')
  const { rows, tables, push, table } = totalsRows()

  const byPupil = pupilTotals(lines, threshold)
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
  const { specs, body: pupils } = pupilTable(byPupil, threshold, names)
  const start = rows.length
  table(names.byPupil, 'Each pupil’s cost against the Element 2 threshold', specs, pupils)
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
