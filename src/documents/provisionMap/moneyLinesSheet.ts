import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { showMoneyYear } from '../../domain/rules/annualise.ts'
import { staffRoles } from '../../domain/rules/codes.ts'
import { kindWords } from '../../domain/rules/rulebook.ts'
import { inRow, type Plain, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { type Line, listName } from './input.ts'
import { lookUp } from './lookUp.ts'
import { type Head, heads } from './mapColumns.ts'
import { type LineFigures, type PupilFigures, sharedBy } from './moneyFigures.ts'
import type { MapNames } from './names.ts'
import { type Body, pageOf, type Spec, type Typed } from './page.ts'
import { groupWords, ruleReader } from './rulesInForce.ts'
import { inWholeGroup, type YearMoney } from './yearMoney.ts'

/** The headings of the year’s lines that other sheets read. */
export const lineHeads = {
  needed: 'Still needed',
  kind: 'Kind of cost',
  byHour: 'By the hour',
  how: 'How it is shared',
  howUnder: 'How the rules share it',
  cost: 'Cost in the year',
  exactCost: 'Cost, not rounded',
  minutes: 'Minutes that count',
  fixed: 'The authority’s rate',
  prices: 'Prices that count',
  hours: 'Hours before limits',
  limited: 'Hours under the limit a week',
  exact: 'Counts, not rounded',
  counts: 'Counts in the year',
  notCounted: 'Not counted',
  aboveCost: 'Counts beyond its cost',
  total: 'In the total',
  key: 'Record key',
  pupilKey: 'Pupil key',
} as const
export const inTheYear = 'In the year'
export const beforeTheYear = 'Before the year'
/** The headings of the stretches of time that the lines read. */
export const weekHeads = {
  when: 'When',
  double: 'Counted in another line',
  weeks: 'Weeks',
  cost: 'Cost, not rounded',
  hours: 'Hours that count',
  staff: 'What they cost',
  prices: 'Prices that count',
  key: 'Record key',
} as const
/** The headings of the pupils that the lines read. */
export const partHeads = { teacher: 'Part of teachers’ hours', week: 'Part of all hours' } as const

const inFull = (fieldOf(Allocation, 'charge') as { choices: Record<string, string> }).choices['full']!
type FromMap = readonly (readonly [Head, Spec['style'], keyof Allocation])[]
/** What a sheet of reckoned lines takes from the map: who, how often and how long; then what is bought. */
export const hoursFromMap = [
  ['role', 'calculated.general', 'role'],
  ['sessions', 'calculated.number', 'sessionsPerWeek'],
  ['minutes', 'calculated.whole', 'minutes'],
  ['prep', 'calculated.whole', 'prepMinutes'],
  ['weeks', 'calculated.number', 'weeks'],
  ['group', 'calculated.whole', 'groupSize'],
] as const satisfies FromMap
export const boughtFromMap = [
  ['resources', 'calculated.money', 'resources'],
  ['external', 'calculated.money', 'external'],
] as const satisfies FromMap
const lookedUp = [
  ...hoursFromMap,
  ['charge', 'calculated.general', 'charge'],
  ...boughtFromMap,
  ['counts', 'calculated.general', 'countsTowardsElement2'],
] as const satisfies FromMap
const isWords = (style: Spec['style']) => style.endsWith('.general')

const specsOf = (names: MapNames): readonly Spec[] => {
  const table = names.moneyLines
  const at = (column: string) => inRow(table, column)
  const map = (head: Head) => at(heads[head])
  const read = lookUp(names, table)
  const rule = ruleReader(names, table)
  const week = (column: keyof typeof weekHeads) => wholeColumn(names.moneyWeeks, weekHeads[column])
  const sums = (column: keyof typeof weekHeads, when: string, more = '') =>
    `SUMIFS(${week(column)},${week('key')},${at(lineHeads.key)},${week('when')},"${when}"${more})`
  const pupil = (column: string) => `INDEX(${wholeColumn(names.byPupil, column)},${at('Row of the pupil')})`
  const before = sums('cost', beforeTheYear)
  const inYear = sums('cost', inTheYear)
  const teacher = `${at(lineHeads.kind)}="${kindWords.teacher}"`
  const noLimit = `OR(${at(lineHeads.kind)}="${kindWords.external}",${map('role')}="${staffRoles.external}")`
  const asked = `${at('Can be counted')}="Yes",${map('counts')}<>"No",OR(NOT(${rule.is('needsOutcome')}),${at('Has an outcome')}="Yes")`
  const weekPart = at('Part of its weeks')
  const calculated = (name: string, style: Spec['style'], formula: string): Spec => ({ name, style, formula })
  return [
    { name: heads.pupil, style: 'plain.text' },
    { name: heads.provision, style: 'plain.text' },
    ...lookedUp.map(([head, style]) =>
      calculated(heads[head], style, isWords(style) ? read.words(head) : read.value(head)),
    ),
    { name: 'Has an outcome', style: 'input.text', check: { list: names.list('YesNo') } },
    { name: lineHeads.kind, style: 'input.text' },
    { name: lineHeads.needed, style: 'input.text' },
    { name: 'Can be counted', style: 'input.text', check: { list: names.list('YesNo') } },
    calculated(
      lineHeads.cost,
      'calculated.money',
      `IF(${at(lineHeads.needed)}<>"","",ROUND(ROUND(ROUND(${before}+${inYear},8),2)-ROUND(ROUND(${before},8),2),2))`,
    ),
    calculated(
      lineHeads.counts,
      'calculated.money',
      `IF(${at('Can be counted')}<>"Yes","",IF(ABS(${at(lineHeads.exact)}-${inYear})<0.000001,N(${at(lineHeads.cost)}),ROUND(ROUND(${at(lineHeads.exact)},8),2)))`,
    ),
    calculated(
      lineHeads.notCounted,
      'calculated.money',
      `MAX(0,ROUND(N(${at(lineHeads.cost)})-N(${at(lineHeads.counts)}),2))`,
    ),
    calculated(
      lineHeads.aboveCost,
      'calculated.money',
      `MAX(0,ROUND(N(${at(lineHeads.counts)})-N(${at(lineHeads.cost)}),2))`,
    ),
    { name: 'Why it counts so', style: 'input.text' },
    calculated(
      lineHeads.byHour,
      'calculated.general',
      `IF(OR(COUNT(${map('sessions')},${map('minutes')},${map('weeks')})=0,AND(${map('role')}="${staffRoles.external}",${map('external')}<>"")),"No","Yes")`,
    ),
    calculated(
      lineHeads.how,
      'calculated.general',
      `IF(${map('charge')}="${inFull}","${sharedBy.one}",IF(${rule.is('byWeek')},"${sharedBy.week}","${sharedBy.group}"))`,
    ),
    calculated(
      lineHeads.howUnder,
      'calculated.general',
      `IF(OR(AND(${map('charge')}="${inFull}",${rule.is('fullCharge')}),${rule.is('group', groupWords.full)}),"${sharedBy.one}",IF(${rule.is('group', groupWords.weekly)},"${sharedBy.week}","${sharedBy.group}"))`,
    ),
    calculated(lineHeads.exactCost, 'calculated.exact', `IF(${at(lineHeads.needed)}<>"",0,${inYear})`),
    calculated(
      'Weeks in the year',
      'calculated.hundredth',
      sums('weeks', inTheYear, `,${week('double')},"No"`),
    ),
    calculated(
      'Hours count',
      'calculated.general',
      `IF(AND(${asked},${at(lineHeads.byHour)}="Yes",${rule.counts(at(lineHeads.kind))}),"Yes","No")`,
    ),
    calculated(
      lineHeads.minutes,
      'calculated.whole',
      `N(${map('minutes')})+IF(${rule.is('preparation')},N(${map('prep')}),0)`,
    ),
    calculated(
      'Part of its weeks',
      'calculated.percent',
      `IF(AND(${at(lineHeads.byHour)}="Yes",${rule.has('weeks')},${at('Weeks in the year')}>${rule.number('weeks')}),${rule.number('weeks')}/${at('Weeks in the year')},1)`,
    ),
    calculated(
      lineHeads.prices,
      'calculated.money',
      `IF(AND(${asked}),IF(${rule.counts(`"${kindWords.equipment}"`)},N(${map('resources')}),0)+IF(${rule.counts(`"${kindWords.external}"`)},N(${map('external')}),0),0)`,
    ),
    calculated(
      lineHeads.fixed,
      'calculated.general',
      `IF(AND(${at(lineHeads.byHour)}="Yes",${rule.hasRate(map('role'))}),${rule.rate(map('role'))},"")`,
    ),
    calculated(
      lineHeads.hours,
      'calculated.hundredth',
      `IF(${at('Hours count')}="Yes",${sums('hours', inTheYear)}*${weekPart},0)`,
    ),
    calculated(
      lineHeads.limited,
      'calculated.hundredth',
      `IF(${noLimit},0,${at(lineHeads.hours)}*IF(${teacher},${pupil(partHeads.teacher)},1))`,
    ),
    calculated(
      'Part under limits',
      'calculated.percent',
      `IF(${noLimit},1,IF(${teacher},${pupil(partHeads.teacher)},1)*${pupil(partHeads.week)})`,
    ),
    calculated(
      lineHeads.exact,
      'calculated.exact',
      `IF(${at('Hours count')}="Yes",${sums('staff', inTheYear)}*${weekPart}*${at('Part under limits')},0)+${sums('prices', inTheYear)}`,
    ),
    { name: lineHeads.total, style: 'plain.text' },
    { name: lineHeads.key, style: 'plain.text' },
    { name: lineHeads.pupilKey, style: 'plain.text' },
    { name: 'Rules', style: 'plain.whole' },
    calculated('Row on the map', 'calculated.whole', read.rowOf),
    calculated(
      'Row of the pupil',
      'calculated.whole',
      `MATCH(${at(lineHeads.pupilKey)},${wholeColumn(names.byPupil, 'Pupil key')},0)`,
    ),
  ]
}

const yesNo = (is: boolean) => (is ? 'Yes' : 'No')
const pence = (value: number | null | undefined): Plain =>
  value === null || value === undefined ? '' : value / 100

type OnMap = { readonly allocation: Allocation; readonly row: number }

const shownOf = (line: Allocation, [, style, field]: FromMap[number]): Plain => {
  const value = line[field] as string | number | boolean | null
  if (isWords(style)) return show(fieldOf(Allocation, field), value as never)
  if (value === null) return ''
  return style.endsWith('.money') ? (value as number) / 100 : (value as number)
}

const rowOf = (
  one: LineFigures,
  { year: { pupil }, set }: PupilFigures,
  onMap: OnMap | undefined,
  pupilRow: number,
  isInGroup: boolean,
): Body[number] => {
  const { line, counted, actual, missing, provision } = one.of
  // What the map says otherwise, or doesn’t hold, stands here as it is.
  const held = lookedUp.map((column): Plain | Typed => {
    const shown = shownOf(line, column)
    const isThere = onMap !== undefined && shownOf(onMap.allocation, column) === shown
    return isThere ? shown : { typed: shown === '' ? null : shown }
  })
  return [
    listName(pupil),
    provision?.name ?? 'Provision no longer offered',
    ...held,
    yesNo(line.outcome !== null),
    kindWords[one.kind],
    missing.join('; ') || null,
    yesNo(one.canCount),
    pence(actual?.pence),
    pence(counted?.countedPence),
    Math.max(0, (actual?.pence ?? 0) - (counted?.countedPence ?? 0)) / 100,
    Math.max(0, (counted?.countedPence ?? 0) - (actual?.pence ?? 0)) / 100,
    counted ? counted.why.says : 'Not costed yet.',
    yesNo(one.byHour),
    one.how,
    one.howUnder,
    one.exactCost,
    one.weeks,
    yesNo(one.hoursCount),
    one.minutes,
    one.weekPart,
    one.prices,
    one.fixed ?? '',
    one.hours,
    one.limited,
    one.part,
    one.exact,
    yesNo(!isInGroup),
    line.key,
    pupil.key,
    set.no,
    onMap?.row ?? '',
    pupilRow,
  ]
}

/** What an empty table has: one row without formulas. */
export const emptyRow = (specs: readonly Spec[]): Body => [specs.map(() => ({ typed: null }))]

/** Each line of support that falls in the financial year: what it costs then, and what of it counts. */
export const moneyLinesSheet = (
  year: YearMoney,
  pupils: readonly PupilFigures[],
  lines: readonly Line[],
  names: MapNames,
  footer: string,
  what = 'Money',
): Sheet => {
  const specs = specsOf(names)
  const page = pageOf(
    specs.map(({ name, style }, at) => ({
      width:
        at < 2 || name.startsWith('Why')
          ? 36
          : style.endsWith('.text') || style.endsWith('.general')
            ? 22
            : 12,
      ...(at >= specs.length - 5 && { hidden: true as const }),
    })),
  )
  const words = showMoneyYear(year.money.year)
  page.title(
    `${what}: lines in ${words}`,
    'What the map holds is read from there; the weeks of the year are on the sheet beside this one. Pale yellow: decided when this was made, with the reason.',
  )
  const places = new Map(
    lines.map(({ allocation }, at): [string, OnMap] => [allocation.key, { allocation, row: at + 1 }]),
  )
  const inGroup = inWholeGroup(year)
  const body = pupils.flatMap((pupil, at) =>
    pupil.lines.map((one) => rowOf(one, pupil, places.get(one.of.line.key), at + 1, inGroup(one.of.line))),
  )
  page.table(
    names.moneyLines,
    `Each line of support in ${words}: what it costs the school then, and what counts under the authority’s rules`,
    specs,
    body.length > 0 ? body : emptyRow(specs),
    true,
  )
  return page.sheet('moneyLines', names.sheets.moneyLines, footer, 18)
}
