import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Provision } from '../../domain/records/provision.ts'
import { areasOfNeed, staffRoles } from '../../domain/rules/codes.ts'
import { schoolTotal } from '../../domain/rules/cost.ts'
import { inRow, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { costsOf, levelNames, type Line, type MapInput, yearGroupsOf } from './input.ts'
import { type Head, heads, unfinished } from './mapColumns.ts'
import type { MapNames } from './names.ts'
import { pageOf } from './page.ts'
import { openOf, sumOf } from './lineSums.ts'

const columns = [{ width: 38 }, { width: 14 }, { width: 14 }, { width: 14 }, { width: 3 }, { width: 72 }]

const choicesOf = (field: 'funding') =>
  Object.values((fieldOf(Allocation, field) as { choices: Record<string, string> }).choices)

/** By level, area of need, year group, who delivers it and who pays: every figure a formula over the map. */
export const totalsSheet = (
  input: MapInput,
  lines: readonly Line[],
  names: MapNames,
  footer: string,
): Sheet => {
  const map = (head: Head) => wholeColumn(names.map, heads[head])
  const page = pageOf(columns)
  const total = schoolTotal(costsOf(lines))
  const all = sumOf(lines)
  page.title(
    'Totals',
    'As run, this school year; the sheet of money shows the financial year. Grey cells are formulas over the map and the rates: change those and these follow.',
  )
  page.figure('Lines on the map', lines.length, 'whole', `COUNTA(${map('provision')})`, '')
  const open = page.figure(
    'Unfinished lines',
    openOf(lines),
    'whole',
    `COUNTIF(${map('cost')},"${unfinished}")`,
    'They cost nothing here until what they need is filled in',
  )
  page.highlights.push({
    area: { row: page.rows.length - 1, column: 1, rows: 1, columns: 1 },
    formula: `$${open}>0`,
    highlight: 'attention',
  })
  const exact = page.figure(
    'Total cost',
    total.pence / 100,
    'money',
    `ROUND(ROUND(100*SUM(${map('share')}),5),0)/100`,
    'The shares before rounding, added up and rounded once',
  )
  const sum = page.figure(
    'Sum of the lines',
    all / 100,
    'money',
    `ROUND(SUM(${map('cost')}),2)`,
    'Each line is rounded to the penny, so that the sheet adds up',
  )
  page.figure(
    'Rounding difference',
    total.roundingDifference / 100,
    'money',
    `ROUND(${exact}-${sum},2)`,
    'Three shares of £100.00 are £33.33 each: a penny is left over',
  )
  page.gap()

  const group = (
    title: string,
    name: string,
    head: Head,
    labels: readonly string[],
    of: (line: Line) => string,
  ) => {
    page.heading(title)
    const here = inRow(name, heads[head])
    const used = labels.filter((label) => lines.some((line) => of(line) === label))
    const own = (label: string) => lines.filter((line) => of(line) === label)
    const made = page.table(
      name,
      `Lines and cost ${title.toLowerCase()}`,
      [
        { name: heads[head], style: 'plain.text' },
        { name: 'Lines', style: 'calculated.whole', formula: `COUNTIFS(${map(head)},${here})` },
        {
          name: 'Share',
          style: 'calculated.percent',
          formula: `IF(SUM(${map('cost')})=0,0,${inRow(name, 'Cost')}/SUM(${map('cost')}))`,
        },
        {
          name: 'Cost',
          style: 'calculated.money',
          formula: `ROUND(SUMIFS(${map('cost')},${map(head)},${here}),2)`,
        },
      ],
      (labels.length > 0 ? labels : ['']).map((label) => [
        label,
        own(label).length,
        all === 0 ? 0 : sumOf(own(label)) / all,
        sumOf(own(label)) / 100,
      ]),
    )
    if (used.length > 0)
      page.chartBeside(
        {
          title: `Cost ${title.toLowerCase()}`,
          about: `Bars: what the lines cost ${title.toLowerCase()}, in pounds. The figures are in the table beside it.`,
          kind: 'bar',
          labels: made.cells(heads[head]),
          series: [{ name: 'Cost', values: made.cells('Cost') }],
          unit: '£ for the lines’ whole run',
          format: 'money',
        },
        made,
        { column: 5, width: 1, points: 75 + 18 * Math.max(4, labels.length) },
      )
    page.gap()
  }
  group('By level', names.byLevel, 'level', Object.values(levelNames(input)), ({ level }) => level)
  group('By area of need', names.byArea, 'area', Object.values(areasOfNeed), (line) =>
    show(fieldOf(Provision, 'areaOfNeed'), line.provision?.areaOfNeed),
  )
  const year = fieldOf(Pupil, 'yearGroup')
  group(
    'By year group',
    names.byYear,
    'year',
    yearGroupsOf(lines.map(({ pupil }) => pupil)).map((one) => show(year, one)),
    (line) => show(year, line.pupil.yearGroup),
  )
  group('By who delivers it', names.byRole, 'role', Object.values(staffRoles), (line) =>
    show(fieldOf(Allocation, 'role'), line.allocation.role),
  )
  group('By who pays', names.byFunding, 'funding', choicesOf('funding'), (line) =>
    show(fieldOf(Allocation, 'funding'), line.allocation.funding),
  )
  return page.sheet('totals', names.sheets.totals, footer)
}
