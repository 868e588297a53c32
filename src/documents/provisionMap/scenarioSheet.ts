import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Rate } from '../../domain/records/rate.ts'
import { staffRoles } from '../../domain/rules/codes.ts'
import { allocationCost, needsRate, rateOn } from '../../domain/rules/cost.ts'
import { serialOf } from '../../domain/rules/day.ts'
import { inRow, type Plain, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { distinctRates, levelNames, listName, type Line, type MapInput } from './input.ts'
import { lookUp } from './lookUp.ts'
import { heads, unfinished } from './mapColumns.ts'
import type { MapNames } from './names.ts'
import { pageOf, type Spec } from './page.ts'
import { rateColumns, rateInForce } from './rateColumns.ts'

const columns = [
  { width: 30 },
  { width: 28 },
  { width: 14 },
  { width: 22 },
  ...Array.from({ length: 12 }, () => ({ width: 11.5 })),
  { width: 29, hidden: true as const },
  { width: 9, hidden: true as const },
]
const choicesOf = (field: 'charge') =>
  (fieldOf(Allocation, field) as { choices: Record<string, string> }).choices
/** `New sessions` beside `Sessions`. */
const newOf = (name: string) => `New ${name.toLowerCase()}`
type Role = Rate['role']

/** Other amounts for some lines, and other hourly rates (pence) for some roles. */
export type WhatIf = {
  readonly lines: ReadonlyMap<
    string,
    Partial<Pick<Allocation, 'sessionsPerWeek' | 'minutes' | 'weeks' | 'groupSize'>>
  >
  readonly rates: ReadonlyMap<Role, number>
}

/** Pence of a line with other amounts and rates; null where it can't be costed now, either. */
const costThen = (line: Line, whatIf: WhatIf | undefined, rates: readonly Rate[]): number | null => {
  if (!line.cost.cost) return null
  const changed = { ...line.allocation, ...whatIf?.lines.get(line.allocation.key) }
  const other = rates.map((rate): Rate => {
    const amount = whatIf?.rates.get(rate.role)
    return amount === undefined ? rate : { ...rate, basis: 'hour', amount, weeks: null }
  })
  return allocationCost(changed, other).cost?.perPupilPence ?? null
}

/** Hours, groups and rates changed beside the map, with the cost of each line before and after. */
export const scenarioSheet = (
  input: MapInput,
  lines: readonly Line[],
  names: MapNames,
  footer: string,
): Sheet | null => {
  if (lines.length === 0) return null
  const rates = distinctRates(input.rates)
  const { whatIf } = input
  const page = pageOf(columns)
  page.title(
    'What if',
    'Type other sessions, minutes, weeks, group sizes or rates into the pale yellow cells; empty ones stay as the map has them. Nothing here changes the map or the records.',
  )
  const at = (column: string) => inRow(names.scenario, column)
  const all = (column: string) => wholeColumn(names.scenario, column)
  const pence = lines.map((line) => ({
    now: line.cost.cost?.perPupilPence ?? null,
    then: costThen(line, whatIf, rates),
  }))
  const sum = (some: readonly (number | null)[]) => some.reduce<number>((total, one) => total + (one ?? 0), 0)
  const [now, then] = [sum(pence.map((one) => one.now)), sum(pence.map((one) => one.then))]
  const before = page.figure(
    'Cost now',
    now / 100,
    'money',
    `ROUND(SUM(${all('Cost now')}),2)`,
    'As on the map',
  )
  const after = page.figure(
    'Cost then',
    then / 100,
    'money',
    `ROUND(SUM(${all('Cost then')}),2)`,
    'With what is typed below',
  )
  page.figure(
    'Difference',
    (then - now) / 100,
    'money',
    `ROUND(${after}-${before},2)`,
    'Below nothing: it saves money',
  )
  page.gap()

  page.heading('Other rates')
  const rate = (column: keyof typeof rateColumns) => wholeColumn(names.rates, rateColumns[column])
  const role = inRow(names.scenarioRates, 'Role')
  const day = serialOf(input.today)
  const began = `(${rate('role')}=${role})*(${rate('from')}<=${day})`
  const roles = (Object.keys(staffRoles) as Role[]).filter((one) => rateOn(rates, one, input.today))
  page.table(
    names.scenarioRates,
    'The hourly rate of each role now, and another to try',
    [
      { name: 'Role', style: 'plain.text' },
      {
        name: '£ an hour now',
        style: 'calculated.exact',
        formula: `IFERROR(AVERAGEIFS(${rate('hourly')},${rate('role')},${role},${rate('from')},SUMPRODUCT(MAX(${began}*${rate('from')}))),"")`,
      },
      { name: 'New £ an hour', style: 'input.money', check: { least: 0, most: 1000 } },
    ],
    (roles.length > 0 ? roles : [null]).map((one) => {
      const found = one && rateOn(rates, one, input.today)
      const other = one && whatIf?.rates.get(one)
      return [
        one && show(fieldOf(Rate, 'role'), one),
        found ? rateInForce(found) : '',
        other === undefined || other === null ? null : other / 100,
      ]
    }),
  )
  page.gap()

  page.heading('By level')
  const here = (column: string) => inRow(names.scenarioTotals, column)
  const levels = Object.values(levelNames(input)).map(String)
  const byLevel = (column: string): string =>
    `ROUND(SUMIFS(${all(column)},${all(heads.level)},${here(heads.level)}),2)`
  const made = page.table(
    names.scenarioTotals,
    'What the lines of each level cost now and then',
    [
      { name: heads.level, style: 'plain.text' },
      { name: 'Now', style: 'calculated.money', formula: byLevel('Cost now') },
      { name: 'Then', style: 'calculated.money', formula: byLevel('Cost then') },
    ],
    levels.map((level) => {
      const own = pence.filter((_, i) => lines[i]!.level === level)
      return [level, sum(own.map((one) => one.now)) / 100, sum(own.map((one) => one.then)) / 100]
    }),
  )
  page.chart(
    {
      title: 'Cost by level, now and then',
      about:
        'Bars for each level: what its lines cost now, and with the other hours and rates. The figures are in the table above.',
      kind: 'column',
      labels: made.cells(heads.level),
      series: [
        { name: 'Now', values: made.cells('Now') },
        { name: 'Then', values: made.cells('Then') },
      ],
      unit: '£ for the lines’ whole run',
      format: 'money',
    },
    5,
    13,
  )

  page.heading('By line')
  const read = lookUp(names, names.scenario)
  const cell = (head: keyof typeof heads) =>
    `INDEX(${wholeColumn(names.map, heads[head])},${at('Row on the map')})`
  const chosen = (name: string) => `IF(${at(newOf(name))}="",${at(name)},${at(newOf(name))})`
  const newRate = `SUMIFS(${wholeColumn(names.scenarioRates, 'New £ an hour')},${wholeColumn(names.scenarioRates, 'Role')},${at('Role')})`
  const hourly = `IF(${newRate}>0,${newRate},${at('£ an hour')})`
  const total =
    `IF(ISNUMBER(${at('£ an hour')}),${hourly}*${chosen('Sessions')}*(${chosen('Minutes')}+${cell('prep')})/60*${chosen('Weeks')},0)` +
    `+${cell('resources')}+${cell('external')}`
  const share = `(${total})/IF(${cell('charge')}="${choicesOf('charge')['full']}",1,${chosen('Group')})`
  const amount = (name: string, head: keyof typeof heads): Spec => ({
    name,
    style: 'calculated.number',
    formula: read.value(head),
  })
  const other2 = (name: string, most: number, least = 0): Spec => ({
    name: newOf(name),
    style: 'input.number',
    check: { least, most },
  })
  const words = (name: string, head: keyof typeof heads): Spec => ({
    name,
    style: 'calculated.general',
    formula: read.words(head),
  })
  const or = (value: number | null): Plain => value ?? ''
  page.table(
    names.scenario,
    'One row for each line of the map: its amounts now, others to try, and its cost before and after',
    [
      words('Pupil', 'pupil'),
      words('Provision', 'provision'),
      words(heads.level, 'level'),
      words('Role', 'role'),
      amount('Sessions', 'sessions'),
      other2('Sessions', 50),
      amount('Minutes', 'minutes'),
      other2('Minutes', 600),
      amount('Weeks', 'weeks'),
      other2('Weeks', 60),
      amount('Group', 'group'),
      other2('Group', 60, 1),
      {
        name: '£ an hour',
        style: 'calculated.exact',
        formula: `IFERROR(IF(ISNUMBER(${cell('hourly')}),${cell('hourly')},""),"")`,
      },
      { name: 'Cost now', style: 'calculated.money', formula: read.value('cost') },
      {
        name: 'Cost then',
        style: 'calculated.money',
        formula: `IF(ISNUMBER(${at('Cost now')}),ROUND(ROUND(100*${share},7),0)/100,${at('Cost now')})`,
      },
      {
        name: 'Difference',
        style: 'calculated.money',
        formula: `IF(ISNUMBER(${at('Cost now')}),ROUND(${at('Cost then')}-${at('Cost now')},2),0)`,
        look: { highlight: 'attention', when: (of) => `${of('Difference')}<>0` },
      },
      { name: 'Record key', style: 'plain.text' },
      { name: 'Row on the map', style: 'calculated.whole', formula: read.rowOf },
    ],
    lines.map((line, i) => {
      const { allocation } = line
      const other = whatIf?.lines.get(allocation.key)
      const found =
        allocation.role && needsRate(allocation) ? rateOn(rates, allocation.role, allocation.from) : undefined
      const cost = pence[i]!
      return [
        listName(line.pupil),
        line.provision?.name ?? 'Archived provision',
        line.level,
        show(fieldOf(Allocation, 'role'), allocation.role),
        or(allocation.sessionsPerWeek),
        other?.sessionsPerWeek ?? null,
        or(allocation.minutes),
        other?.minutes ?? null,
        or(allocation.weeks),
        other?.weeks ?? null,
        or(allocation.groupSize),
        other?.groupSize ?? null,
        found ? rateInForce(found) : '',
        cost.now === null ? unfinished : cost.now / 100,
        cost.then === null ? unfinished : cost.then / 100,
        cost.now === null || cost.then === null ? 0 : (cost.then - cost.now) / 100,
        allocation.key,
        i + 1,
      ]
    }),
    true,
  )
  return page.sheet('scenario', names.sheets.scenario, footer)
}
