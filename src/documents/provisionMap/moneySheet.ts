import { showMoneyYear } from '../../domain/rules/annualise.ts'
import { fraction, rounded, sum } from '../../domain/rules/fraction.ts'
import { type Sheet, wholeColumn } from '../xlsx/model.ts'
import type { MapInput } from './input.ts'
import type { PupilFigures } from './moneyFigures.ts'
import { lineHeads } from './moneyLinesSheet.ts'
import { unsharedFormula } from './moneyGroupsSheet.ts'
import { moneyHeads, pupilTable } from './moneyPupils.ts'
import type { MapNames } from './names.ts'
import { pageOf } from './page.ts'
import { rulesMissing } from './rulesInForce.ts'
import { type YearMoney } from './yearMoney.ts'

export const moneyColumns = [
  { width: 38 },
  { width: 14 },
  { width: 14 },
  { width: 12 },
  { width: 12 },
  ...Array.from({ length: 8 }, () => ({ width: 14 })),
  { width: 32 },
  { width: 30 },
  { width: 20 },
  ...Array.from({ length: 7 }, () => ({ width: 13 })),
  ...Array.from({ length: 2 }, () => ({ width: 9, hidden: true as const })),
]

/** Elements 1 to 3 for each pupil in the financial year, and what is left of the notional budget: as the tab has it. */
export const moneySheet = (
  input: MapInput,
  year: YearMoney,
  figures: readonly PupilFigures[],
  names: MapNames,
  footer: string,
): Sheet => {
  const page = pageOf(moneyColumns)
  const words = showMoneyYear(year.money.year)
  const isWhole = input.scope.is === 'school'
  const { pupils } = year
  const total = (of: (one: (typeof pupils)[number]) => number) =>
    pupils.reduce((pence, one) => pence + of(one), 0) / 100
  const column = (name: keyof typeof moneyHeads) => wholeColumn(names.byPupil, moneyHeads[name])
  const gaps = (one: (typeof pupils)[number]) => Math.max(0, one.topUpGap.pence)
  const costed = pupils.flatMap(({ lines }) => lines).filter(({ actual }) => actual !== null)
  const linesPence = costed.reduce((pence, { actual }) => pence + actual!.pence, 0)
  const sharedOut = rounded(sum([fraction(0n), ...costed.map(({ exact }) => exact)]))
  const budget = isWhole ? (input.school?.notionalBudget ?? null) : null

  page.title(
    `Money in ${words}`,
    'The financial year, as the Money tab has it: only what falls into it, by the authority’s rules. The map, the totals and each pupil’s lines cost whole runs of the school year.',
  )
  const lines = page.figure(
    'Lines of support in the year',
    linesPence / 100,
    'money',
    `ROUND(SUM(${column('cost')}),2)`,
    'What they cost the school, each rounded to the penny',
  )
  const rounding = page.figure(
    'Rounding',
    (sharedOut - linesPence) / 100,
    'money',
    `ROUND(ROUND(ROUND(SUM(${wholeColumn(names.moneyLines, lineHeads.exactCost)}),8),2)-${lines},2)`,
    'All lines rounded once, less the lines each rounded',
  )
  const unshared = isWhole
    ? page.figure(
        'Groups: not shared out',
        year.money.unsharedPence / 100,
        'money',
        unsharedFormula(year, names),
        'What groups cost that is on no pupil’s line: places that nobody took',
      )
    : null
  page.figure(
    'Provision costs',
    (sharedOut + (isWhole ? year.money.unsharedPence : 0)) / 100,
    'money',
    `ROUND(${lines}+${rounding}${unshared ? `+${unshared}` : ''},2)`,
    'What provision costs the school in the year',
  )
  page.figure(
    'Paid, and not counted',
    total((one) => one.notCounted.pence),
    'money',
    `ROUND(SUM(${column('cost')})-SUM(${column('counts')})+SUM(${column('aboveCost')}),2)`,
    'What the authority’s rules do not count, line by line',
  )
  page.figure(
    'Counts beyond its cost',
    total((one) => one.aboveCost.pence),
    'money',
    `ROUND(SUM(${column('aboveCost')}),2)`,
    'Where an authority reckons at rates of its own that are higher than the school’s',
  )
  page.figure(
    'Pupils above the threshold',
    pupils.filter((one) => one.aboveThreshold.pence > 0).length,
    'whole',
    `COUNTIF(${column('above')},">0")`,
    'The threshold is usually £6,000; each authority’s stands with its rules',
  )
  page.figure(
    'Element 2: up to the threshold',
    total((one) => one.element2Used.pence),
    'money',
    `ROUND(SUM(${column('used')}),2)`,
    'From the school’s own budget',
  )
  page.figure(
    'Element 3: top-up in the year',
    total((one) => one.topUp.pence),
    'money',
    `ROUND(SUM(${column('topUp')}),2)`,
    'From the authority’s high-needs block',
  )
  page.figure(
    'Gaps that the school pays',
    total(gaps),
    'money',
    `ROUND(SUMIF(${column('gap')},">0"),2)`,
    'Above the threshold and not covered by top-up',
  )
  const spend = total((one) => one.element2Used.pence + gaps(one))
  const paid = page.figure(
    'The school spends',
    spend,
    'money',
    `ROUND(SUM(${column('used')})+SUMIF(${column('gap')},">0"),2)`,
    'Up to the threshold for each pupil, and what top-up does not cover',
  )
  if (budget !== null) {
    page.figure('Notional SEN budget', budget / 100, 'money', names.budget, 'Indicative, not ring-fenced')
    page.figure(
      'Left of the notional SEN budget',
      Math.round(budget - spend * 100) / 100,
      'money',
      `ROUND(${names.budget}-${paid},2)`,
      'Below nothing: more is spent than the notional budget',
    )
  }
  page.figure(
    'Rules that can’t be read',
    '',
    'whole',
    rulesMissing(year.sets, names),
    `Named here with its cell: a rule of “${names.sheets.rates}” whose row or value somebody took out or mistyped. Until it is back these figures are wrong`,
  )
  page.gap()
  page.heading('By pupil')
  const { specs, body } = pupilTable(figures, names)
  const made = page.table(
    names.byPupil,
    `Each pupil’s cost in ${words} against the Element 2 threshold`,
    specs,
    body,
    true,
  )
  if (pupils.length > 0 && pupils.length <= 60)
    page.chart(
      {
        title: `Each pupil’s cost in ${words} against the threshold`,
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
  return page.sheet('money', names.sheets.money, footer, 14)
}
