import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Rate } from '../../domain/records/rate.ts'
import { serialOf } from '../../domain/rules/day.ts'
import { setting } from '../../domain/rules/settings.ts'
import {
  absolute,
  type Cell,
  inRow,
  type Name,
  quotedSheet,
  type Row,
  type Sheet,
  type Validation,
} from '../xlsx/model.ts'
import type { CellStyle } from '../xlsx/styles.ts'
import { distinctRates, type MapInput } from './input.ts'
import type { MapNames } from './names.ts'
import { hourlyFormula, rateColumns, rateInForce } from './rateColumns.ts'
import { rowHeight } from './rowHeight.ts'
import { rulesTables } from './rulesTables.ts'

const columns = [
  { width: 38 },
  { width: 15 },
  { width: 29 },
  { width: 14 },
  { width: 16 },
  { width: 13 },
  { width: 68 },
  { width: 29, hidden: true as const },
]
const headerRow = 9
/** Empty rows of the table for rates to come. */
const spareRows = 4

/** What the costs rest on, in cells that may be changed: the rates by role and date, the weeks and the threshold. */
export const ratesSheet = (
  input: MapInput,
  names: MapNames,
  footer: string,
): { readonly sheet: Sheet; readonly names: readonly Name[] } => {
  const at = (column: keyof typeof rateColumns) => inRow(names.rates, rateColumns[column])
  const hourly = hourlyFormula(at, names)
  const styles: readonly CellStyle[] = [
    'input.text',
    'input.date',
    'input.text',
    'input.money',
    'input.number',
    'calculated.exact',
    'plain.text',
    'plain.text',
  ]
  const styled = (values: readonly Cell[]): Cell[] =>
    values.map((value, column) =>
      value !== null && typeof value === 'object'
        ? { ...value, style: styles[column]! }
        : { value, style: styles[column]! },
    )
  const rates = distinctRates(input.rates)
  const rows = rates.map((rate): Row => {
    const cells = styled([
      show(fieldOf(Rate, 'role'), rate.role),
      serialOf(rate.from),
      show(fieldOf(Rate, 'basis'), rate.basis),
      rate.amount / 100,
      // Without its own weeks a yearly amount covers 38, as the domain reckons it.
      rate.basis === 'weeklyHour' ? (rate.weeks ?? 38) : rate.weeks,
      { value: rateInForce(rate), formula: hourly },
      rate.source,
      rate.key,
    ])
    return { cells, height: rowHeight(cells, columns) }
  })
  const blank: Row = {
    cells: styled([null, null, null, null, null, { value: '', formula: hourly }, null, null]),
  }
  // Only Excel makes a table longer when something is typed below it.
  const body = [...rows, ...Array.from({ length: spareRows }, () => blank)]
  const rule = (label: string, value: Cell, why: string, style: CellStyle): Row => ({
    cells: [
      { value: label, style: 'label.general' },
      { ...(value !== null && typeof value === 'object' ? value : { value }), style },
      { value: why, style: 'note.general' },
    ],
  })
  const budget = input.school?.notionalBudget ?? null
  const header = Object.values(rateColumns).map((value, column): Cell => ({
    value,
    style: column === 1 || (column > 2 && column < 6) ? 'header.whole' : 'header.general',
  }))
  const cell = (row: number) =>
    `${quotedSheet(names.sheets.rates)}!${absolute({ row, column: 1, rows: 1, columns: 1 })}`
  const figure = (row: number, min: number, max: number, message: string): Validation => ({
    is: 'number',
    area: { row, column: 1, rows: 1, columns: 1 },
    min,
    max,
    message,
  })
  const area = (column: number) => ({ row: headerRow + 1, column, rows: body.length, columns: 1 })
  const own: Row[] = [
    { cells: [{ value: 'Rates and rules', style: 'title.general' }], height: 24 },
    {
      cells: [
        {
          value:
            'Pale yellow cells are yours to change: every cost in this workbook follows. Grey cells are formulas.',
          style: 'note.general',
        },
      ],
      height: 18,
    },
    { cells: [] },
    rule(
      'Element 2 threshold',
      setting(input.school, 'element2Threshold') / 100,
      'What the school pays for one pupil before top-up funding',
      'input.money',
    ),
    rule(
      'Teaching weeks in a year',
      setting(input.school, 'weeksInYear'),
      'Used where a yearly rate does not say how many weeks it covers',
      'input.number',
    ),
    rule(
      'Notional SEN budget',
      budget === null ? null : budget / 100,
      'For the whole school and year; leave it empty if you do not track it',
      'input.money',
    ),
    rule(
      'Fewest pupils whose figures are shown',
      setting(input.school, 'fewestShown'),
      'On the sheet of impact, figures by provision of fewer pupils are hidden, so that they can be passed on',
      'input.whole',
    ),
    { cells: [] },
    {
      cells: [{ value: 'What an hour costs, with National Insurance and pension', style: 'heading.general' }],
      height: 20,
    },
    { cells: header, height: rowHeight(header, columns) },
    ...body,
    { cells: [] },
    {
      cells: [
        {
          value:
            'A line uses the rate of its role that is in force on its first day. Type a new rate into an empty row of the table.',
          style: 'note.general',
        },
      ],
    },
  ]
  const rules = rulesTables(input, columns, names, own.length)
  return {
    sheet: {
      id: 'rates',
      name: names.sheets.rates,
      columns,
      rows: [...own, ...rules.rows],
      tables: [
        {
          name: names.rates,
          area: { row: headerRow, column: 0, rows: body.length + 1, columns: columns.length },
          columns: Object.entries(rateColumns).map(([id, name]) => ({
            name,
            ...(id === 'hourly' && { formula: hourly }),
          })),
          about: 'What an hour of each role costs from a date on',
        },
        ...rules.tables,
      ],
      validations: [
        figure(3, 0, 1_000_000, 'The threshold is a sum in pounds.'),
        figure(4, 1, 52, 'Teaching weeks are a number from 1 to 52.'),
        figure(5, 0, 100_000_000, 'The notional budget is a sum in pounds.'),
        figure(6, 1, 100, 'The fewest pupils are a number from 1 to 100.'),
        { is: 'list', area: area(0), source: names.list('Roles'), message: 'Choose a role from the list.' },
        { is: 'date', area: area(1), message: 'In force from is a date, such as 01/09/2026.' },
        {
          is: 'list',
          area: area(2),
          source: names.list('Bases'),
          message: 'Choose how the amount is reckoned.',
        },
        { is: 'number', area: area(3), min: 0, max: 1_000_000, message: 'Amount is a sum in pounds.' },
        { is: 'number', area: area(4), min: 1, max: 52, message: 'Weeks is a number from 1 to 52.' },
      ],
      highlights: [],
      print: { footer, landscape: true },
    },
    names: [
      { name: names.threshold, refersTo: cell(3) },
      { name: names.weeks, refersTo: cell(4) },
      { name: names.budget, refersTo: cell(5) },
      { name: names.fewest, refersTo: cell(6) },
    ],
  }
}
