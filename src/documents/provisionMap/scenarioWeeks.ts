import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { staffRoles } from '../../domain/rules/codes.ts'
import { needsRate, rateOn } from '../../domain/rules/cost.ts'
import { serialOf } from '../../domain/rules/day.ts'
import { groupCost, ownCost, type YearStretch } from '../../domain/rules/yearLine.ts'
import { inRow, type Plain, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { type Line, listName, type MapInput } from './input.ts'
import { lookUp } from './lookUp.ts'
import { type Head, heads } from './mapColumns.ts'
import { boughtFromMap, hoursFromMap } from './moneyLinesSheet.ts'
import { sharedBy } from './moneyFigures.ts'
import type { MapNames } from './names.ts'
import { type Body, pageOf, type Spec, type Typed } from './page.ts'
import { pounds } from './rateColumns.ts'
import { hourlyOf, rateFromOf } from './scenarioRates.ts'
import { type ReckonedScenario, type State, states, stretchesIn } from './storedScenario.ts'

export const weekTable = 'Weeks'
/** The headings that the sheet of the what if reads. */
export const stretchHeads = {
  state: 'Records',
  from: 'Stretch from',
  cost: 'Cost, not rounded',
  total: 'In the total',
  key: 'Record key',
} as const
const [share, present, how, double, size] = [
  'Part of the line',
  'Pupils then',
  'How it is shared',
  'Counted in another line',
  heads.group,
]

const fromMap = [...hoursFromMap, ...boughtFromMap] as const

const cellOf = (line: Allocation, style: Spec['style'], field: (typeof fromMap)[number][2]): Plain => {
  const value = line[field]
  if (field === 'role') return show(fieldOf(Allocation, 'role'), line.role)
  if (value === null || value === undefined) return ''
  return style.endsWith('.money') ? (value as number) / 100 : (value as number)
}

const specsOf = (names: MapNames, at: number): readonly Spec[] => {
  const table = names.whatIf(at, weekTable)
  const here = (column: string) => inRow(table, column)
  const number = (head: Head) => `N(${here(heads[head])})`
  const read = lookUp(names, table)
  const calculated = (name: string, style: Spec['style'], formula: string): Spec => ({ name, style, formula })
  const byHour = `AND(COUNT(${here(heads.sessions)},${here(heads.minutes)},${here(heads.weeks)})>0,OR(${here(heads.role)}<>"${staffRoles.external}",${here(heads.external)}=""))`
  const asked = { role: here(heads.role), day: here(stretchHeads.from), state: here(stretchHeads.state) }
  return [
    { name: stretchHeads.state, style: 'plain.text' },
    { name: heads.pupil, style: 'plain.text' },
    { name: heads.provision, style: 'plain.text' },
    { name: stretchHeads.from, style: 'plain.date' },
    { name: 'Stretch until', style: 'plain.date' },
    ...fromMap.map(([head, style]) =>
      calculated(heads[head], style, head === 'role' ? read.words(head) : read.value(head)),
    ),
    { name: share, style: 'input.percent', check: { least: 0, most: 100 } },
    { name: how, style: 'input.text' },
    { name: present, style: 'input.whole', check: { least: 1, most: 60, whole: true } },
    { name: double, style: 'input.text', check: { list: names.list('YesNo') } },
    calculated(heads.rateFrom, 'calculated.date', `IF(${byHour},${rateFromOf(names, at, asked)},"")`),
    calculated(
      heads.hourly,
      'calculated.exact',
      `IF(ISNUMBER(${here(heads.rateFrom)}),${hourlyOf(names, at, asked, here(heads.rateFrom))},0)`,
    ),
    calculated('Weeks in it', 'calculated.hundredth', `${here(share)}*${number('weeks')}`),
    calculated(
      'Shared by',
      'calculated.whole',
      `IF(${here(how)}="${sharedBy.one}",1,IF(${here(how)}="${sharedBy.week}",${here(present)},MAX(1,N(${here(size)}))))`,
    ),
    calculated(
      stretchHeads.cost,
      'calculated.exact',
      `IF(${here(double)}="Yes",0,(${here(heads.hourly)}*${number('sessions')}*(${number('minutes')}+${number('prep')})/60*${here('Weeks in it')}+(${number('resources')}+${number('external')})*${here(share)})/${here('Shared by')})`,
    ),
    { name: stretchHeads.total, style: 'plain.text' },
    { name: stretchHeads.key, style: 'plain.text' },
    calculated('Row on the map', 'calculated.whole', read.rowOf),
  ]
}

const serial = (stretch: YearStretch) => [serialOf(stretch.from), serialOf(stretch.until)]

/** Every stretch of every line and group of the year, as it is and with the what if: what its costs are formulas of. */
export const scenarioWeeksSheet = (
  input: MapInput,
  lines: readonly Line[],
  reckoned: ReckonedScenario,
  at: number,
  names: MapNames,
  footer: string,
): Sheet => {
  const specs = specsOf(names, at)
  const page = pageOf(
    specs.map((_, column) => ({
      width: column === 0 ? 11 : column < 3 ? 30 : column === 5 || column === 14 ? 22 : 12,
      ...(column >= specs.length - 2 && { hidden: true as const }),
    })),
  )
  page.title(
    `What if: weeks in ${reckoned.year.words}`,
    `“${reckoned.scenario.name}”. Each line is cut where a term, a rate or its group changes; its weeks are split by school days. Pale yellow: decided when this was made.`,
  )
  const onMap = new Map(lines.map((line, place) => [line.allocation.key, { line, place: place + 1 }]))
  const pupils = new Map(input.pupils.map((pupil) => [pupil.key, pupil]))
  const bodyOf = (state: State): Body => {
    const { figures, records, lines: own } = reckoned.sides[state]
    const whole = new Set(figures.money.groups.filter(({ alone }) => alone !== null).map((group) => group.of))
    const rateFrom = (line: Allocation, stretch: YearStretch): Plain =>
      stretch.rate && line.role && needsRate(line)
        ? serialOf(rateOn(records.rates, line.role, stretch.from)!.from)
        : ''
    const rows = [...own.values()]
      .filter(({ actual }) => actual !== null)
      .flatMap(({ line, year, provision }): Body => {
        const found = onMap.get(line.key)
        const held = fromMap.map(([, style, field]): Plain | Typed => {
          const value = cellOf(line, style, field)
          const same = found && cellOf(found.line.allocation, style, field) === value
          return same ? value : { typed: value === '' ? null : value }
        })
        const way = line.charge === 'full' ? sharedBy.one : reckoned.byWeek ? sharedBy.week : sharedBy.group
        return stretchesIn(year).map((stretch) => {
          const part = Number(stretch.price.n) / Number(stretch.price.d)
          return [
            states[state],
            listName(pupils.get(line.pupil)!),
            provision?.name ?? 'Provision no longer offered',
            ...serial(stretch),
            ...held,
            part,
            way,
            stretch.present,
            stretch.double ? 'Yes' : 'No',
            rateFrom(line, stretch),
            stretch.rate ? pounds(stretch.rate) : 0,
            part * (line.weeks ?? 0),
            stretch.sharers,
            pounds(ownCost(line, stretch)),
            line.group !== null && whole.has(line.group) ? 'No' : 'Yes',
            line.key,
            found?.place ?? '',
          ]
        })
      })
    const groups = figures.money.groups.flatMap(({ alone, of }): Body => {
      if (!alone) return []
      const group = records.groups.find(({ key }) => key === of)
      const held = fromMap.map(([head, style, field]): Typed => {
        const value = head === 'group' ? '' : cellOf(alone.line, style, field)
        return { typed: value === '' ? null : value }
      })
      return stretchesIn(alone)
        .filter(({ from }) => from >= reckoned.year.from)
        .map((stretch) => {
          const part = Number(stretch.price.n) / Number(stretch.price.d)
          return [
            states[state],
            'The whole group',
            group?.name ?? 'Group',
            ...serial(stretch),
            ...held,
            part,
            sharedBy.one,
            1,
            'No',
            rateFrom(alone.line, stretch),
            stretch.rate ? pounds(stretch.rate) : 0,
            part * (alone.line.weeks ?? 0),
            1,
            pounds(groupCost(alone.line, stretch)),
            'Yes',
            of,
            '',
          ]
        })
    })
    return [...rows, ...groups]
  }
  const body = [...bodyOf('now'), ...bodyOf('then')]
  page.table(
    names.whatIf(at, weekTable),
    `When each line and group is given up to the end of ${reckoned.year.words}, as it is and with the what if`,
    specs,
    body.length > 0 ? body : [specs.map(() => ({ typed: null }))],
    true,
  )
  return page.sheet(`whatIfWeeks${at}`, names.whatIfWeeksSheet(at), footer)
}

/** The whole column of the stretches of a what if. */
export const stretchColumn = (names: MapNames, at: number, column: keyof typeof stretchHeads) =>
  wholeColumn(names.whatIf(at, weekTable), stretchHeads[column])
