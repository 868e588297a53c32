import { setting } from '../../domain/rules/settings.ts'
import { type Sheet, wholeColumn } from '../xlsx/model.ts'
import type { Line, MapInput } from './input.ts'
import type { MapNames } from './names.ts'
import { pageOf } from './page.ts'
import { pupilTable, pupilTotals } from './pupilTotals.ts'

const columns = [
  { width: 38 },
  { width: 14 },
  { width: 14 },
  { width: 10 },
  { width: 11 },
  ...Array.from({ length: 8 }, () => ({ width: 14 })),
  { width: 32 },
  { width: 29, hidden: true as const },
]

/** Elements 1 to 3 for each pupil against the threshold, and what is left of the notional budget. */
export const moneySheet = (
  input: MapInput,
  lines: readonly Line[],
  names: MapNames,
  footer: string,
): Sheet => {
  const page = pageOf(columns)
  const threshold = setting(input.school, 'element2Threshold')
  const byPupil = pupilTotals(lines, threshold)
  const spend = byPupil.reduce((sum, { money }) => sum + money.element2Used + Math.max(0, money.topUpGap), 0)
  const budget = input.scope.is === 'school' ? (input.school?.notionalBudget ?? null) : null
  const pupils = (column: string) => wholeColumn(names.byPupil, column)
  const sumOf = (of: (one: (typeof byPupil)[number]) => number) =>
    byPupil.reduce((sum, one) => sum + of(one), 0) / 100

  page.title(
    'Money',
    'What the school pays for each pupil up to the threshold (Element 2), what top-up (Element 3) covers, and what is left of the notional budget.',
  )
  page.figure(
    'Element 2 threshold',
    threshold / 100,
    'money',
    names.threshold,
    'Change it on the sheet of rates and rules',
  )
  page.figure(
    'Pupils above the threshold',
    byPupil.filter(({ money }) => money.aboveThreshold > 0).length,
    'whole',
    `COUNTIF(${pupils('Above the threshold')},">0")`,
    '',
  )
  page.figure(
    'Element 2: up to the threshold',
    sumOf(({ money }) => money.element2Used),
    'money',
    `ROUND(SUM(${pupils('Up to the threshold')}),2)`,
    'From the school’s own budget',
  )
  page.figure(
    'Element 3: top-up that comes',
    sumOf(({ who }) => who.topUp ?? 0),
    'money',
    `ROUND(SUM(${pupils('Top-up funding a year')}),2)`,
    'From the authority’s high-needs block',
  )
  page.figure(
    'Gaps that the school pays',
    sumOf(({ money }) => Math.max(0, money.topUpGap)),
    'money',
    `ROUND(SUMIF(${pupils('Gap after top-up')},">0"),2)`,
    'Above the threshold and not covered by top-up',
  )
  const paid = page.figure(
    'What the school pays',
    spend / 100,
    'money',
    `ROUND(SUM(${pupils('Up to the threshold')})+SUMIF(${pupils('Gap after top-up')},">0"),2)`,
    'Up to the threshold for each pupil, and what top-up does not cover',
  )
  if (budget !== null) {
    page.figure('Notional SEN budget', budget / 100, 'money', names.budget, 'Indicative, not ring-fenced')
    page.figure(
      'Left of the notional SEN budget',
      (budget - spend) / 100,
      'money',
      `ROUND(${names.budget}-${paid},2)`,
      'Below nothing: more is spent than the notional budget',
    )
  }
  page.gap()
  page.heading('By pupil')
  const { specs, body } = pupilTable(byPupil, threshold, names)
  const made = page.table(
    names.byPupil,
    'Each pupil’s cost against the Element 2 threshold',
    specs,
    body,
    true,
  )
  if (byPupil.length > 0 && byPupil.length <= 60)
    page.chart(
      {
        title: 'Each pupil’s cost against the threshold',
        about:
          'Bars: what counts towards the threshold for each pupil, in pounds. The dashed line is the Element 2 threshold. The figures are in the table above.',
        kind: 'column',
        labels: made.cells('Pupil'),
        series: [
          { name: 'Counts towards the threshold', values: made.cells('Counts towards the threshold') },
          { name: 'Threshold', values: made.cells('Threshold'), line: true },
        ],
        unit: '£',
        format: 'money',
      },
      12,
      18,
    )
  return page.sheet('money', names.sheets.money, footer)
}
