import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Rate } from '../../domain/records/rate.ts'
import { serialOf } from '../../domain/rules/day.ts'
import { inRow, wholeColumn } from '../xlsx/model.ts'
import type { MapNames } from './names.ts'
import type { Body, Spec } from './page.ts'
import { hourlyFormula, rateColumns, rateInForce } from './rateColumns.ts'
import { type ReckonedScenario, states } from './storedScenario.ts'

export const rateTable = 'Rates'
type Asked = { readonly role: string; readonly day: string; readonly state: string }
type Column = keyof typeof rateColumns

const columnsOf = (names: MapNames, at: number) => ({
  school: (column: Column) => wholeColumn(names.rates, rateColumns[column]),
  own: (column: Column) => wholeColumn(names.whatIf(at, rateTable), rateColumns[column]),
})
const isThen = ({ state }: Asked) => `${state}="${states.then}"`

/** The day from which the rate is that holds on a day: of the what if’s own rates, too, where the row is with it. */
export const rateFromOf = (names: MapNames, at: number, asked: Asked): string => {
  const { school, own } = columnsOf(names, at)
  const newest = (of: typeof school) =>
    `SUMPRODUCT(MAX((${of('role')}=${asked.role})*(${of('from')}<=${asked.day})*${of('from')}))`
  const found = `MAX(${newest(school)},IF(${isThen(asked)},${newest(own)},0))`
  return `IF(OR(${asked.role}="",${found}=0),"",${found})`
}
/** Pounds an hour by the rate from that day. */
export const hourlyOf = (names: MapNames, at: number, asked: Asked, from: string): string => {
  const { school, own } = columnsOf(names, at)
  const rate = (of: typeof school) =>
    `AVERAGEIFS(${of('hourly')},${of('role')},${asked.role},${of('from')},${from})`
  return `IFERROR(IF(AND(${isThen(asked)},COUNTIFS(${own('role')},${asked.role},${own('from')},${from})>0),${rate(own)},${rate(school)}),0)`
}

/** The rates that a what if has and the school has not. */
export const scenarioRatesTable = (
  { sides }: ReckonedScenario,
  at: number,
  names: MapNames,
): { readonly specs: readonly Spec[]; readonly body: Body } => {
  const table = names.whatIf(at, rateTable)
  const held = new Set(sides.now.records.rates)
  const other = sides.then.records.rates.filter((rate) => !held.has(rate))
  const hourly = hourlyFormula((column) => inRow(table, rateColumns[column]), names)
  return {
    specs: [
      { name: rateColumns.role, style: 'plain.text' },
      { name: rateColumns.basis, style: 'plain.text' },
      { name: rateColumns.from, style: 'plain.date' },
      { name: rateColumns.amount, style: 'input.money', check: { least: 0, most: 1_000_000 } },
      { name: rateColumns.weeks, style: 'input.number', check: { least: 1, most: 52 } },
      { name: rateColumns.hourly, style: 'calculated.exact', formula: hourly },
    ],
    body:
      other.length > 0
        ? other.map((rate) => [
            show(fieldOf(Rate, 'role'), rate.role),
            show(fieldOf(Rate, 'basis'), rate.basis),
            serialOf(rate.from),
            rate.amount / 100,
            rate.basis === 'weeklyHour' ? (rate.weeks ?? 38) : rate.weeks,
            rateInForce(rate),
          ])
        : [[null, null, null, null, null, '']],
  }
}
