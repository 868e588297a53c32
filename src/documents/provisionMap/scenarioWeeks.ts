import { staffRoles } from '../../domain/rules/codes.ts'
import { writtenDay } from '../../domain/rules/day.ts'
import { setting } from '../../domain/rules/settings.ts'
import { inRow, type Sheet, wholeColumn } from '../xlsx/model.ts'
import type { Line, MapInput } from './input.ts'
import { lookUp } from './lookUp.ts'
import { type Head, heads } from './mapColumns.ts'
import { sharedBy } from './moneyFigures.ts'
import type { MapNames } from './names.ts'
import { pageOf, type Spec } from './page.ts'
import { hourlyOf, rateFromOf } from './scenarioRates.ts'
import { fromMap, stretchKinds, stretchRows } from './scenarioRows.ts'
import type { ReckonedScenario } from './storedScenario.ts'

const weekTable = 'Weeks'
/** The headings that the sheet of the what if reads. */
const stretchHeads = {
  state: 'Records',
  kind: 'For',
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

const specsOf = (names: MapNames, at: number, weeksInYear: string): readonly Spec[] => {
  const table = names.whatIf(at, weekTable)
  const here = (column: string) => inRow(table, column)
  const number = (head: Head) => `N(${here(heads[head])})`
  const read = lookUp(names, table)
  const calculated = (name: string, style: Spec['style'], formula: string): Spec => ({ name, style, formula })
  const byHour = `AND(COUNT(${here(heads.sessions)},${here(heads.minutes)},${here(heads.weeks)})>0,OR(${here(heads.role)}<>"${staffRoles.external}",${here(heads.external)}=""))`
  const asked = { role: here(heads.role), day: here(stretchHeads.from), state: here(stretchHeads.state) }
  return [
    { name: stretchHeads.state, style: 'plain.text' },
    { name: stretchHeads.kind, style: 'plain.text' },
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
    calculated(
      'Weeks in it',
      'calculated.hundredth',
      `IF(${here(stretchHeads.kind)}="${stretchKinds.whole}",${weeksInYear},${here(share)}*${number('weeks')})`,
    ),
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

/** Every stretch of every line and group of the year, as it is and with the what if: what its costs are formulas of. */
export const scenarioWeeksSheet = (
  input: MapInput,
  lines: readonly Line[],
  reckoned: ReckonedScenario,
  at: number,
  names: MapNames,
  footer: string,
): Sheet => {
  const { weeksInYear } = reckoned
  const own = setting(input.school, 'weeksInYear') === weeksInYear
  const specs = specsOf(names, at, own ? names.weeks : String(weeksInYear))
  const page = pageOf(
    specs.map(({ name }, column) => ({
      width: column < 2 ? 13 : column < 4 ? 30 : name === heads.role || name === how ? 22 : 12,
      ...(column >= specs.length - 2 && { hidden: true as const }),
    })),
  )
  page.title(
    `What if: weeks in ${reckoned.year.words}`,
    `“${reckoned.scenario.name}”. Each line is cut where a term, a rate or its group changes; its weeks are split by school days. Rows for a whole year are what runs on ${writtenDay(reckoned.scenario.starts)}. Pale yellow: decided when this was made.`,
  )
  const body = (['now', 'then'] as const).flatMap((state) => stretchRows(input, lines, reckoned, state))
  page.table(
    names.whatIf(at, weekTable),
    `When each line and group is given up to the end of ${reckoned.year.words}, and what runs on the first day for a whole year: as it is and with the what if`,
    specs,
    body.length > 0 ? body : [specs.map(() => ({ typed: null }))],
    true,
  )
  return page.sheet(`whatIfWeeks${at}`, names.whatIfWeeksSheet(at), footer)
}

/** The whole column of the stretches of a what if. */
export const stretchColumn = (names: MapNames, at: number, column: keyof typeof stretchHeads) =>
  wholeColumn(names.whatIf(at, weekTable), stretchHeads[column])
