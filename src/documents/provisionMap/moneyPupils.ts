import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Funding } from '../../domain/records/funding.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { kindWords } from '../../domain/rules/rulebook.ts'
import { inRow, type Plain, wholeColumn } from '../xlsx/model.ts'
import { listName } from './input.ts'
import { heads } from './mapColumns.ts'
import type { PupilFigures } from './moneyFigures.ts'
import { emptyRow, lineHeads, partHeads } from './moneyLinesSheet.ts'
import type { MapNames } from './names.ts'
import type { Body, Spec } from './page.ts'
import { onlyTotal, ruleReader } from './rulesInForce.ts'

/** The headings of the pupils’ money that other sheets read. */
export const moneyHeads = {
  cost: 'Cost in the year',
  counts: 'Counts towards the threshold',
  threshold: 'Threshold',
  used: 'Up to the threshold',
  above: 'Above the threshold',
  topUp: 'Top-up in the year',
  gap: 'Gap after top-up',
  below: 'Below the threshold',
  aboveCost: 'Counts beyond its cost',
  key: 'Pupil key',
} as const
/** How a pupil stands against the threshold, in the words of the sheet. */
const standings = {
  open: 'Not all lines finished',
  below: 'Below the threshold',
  covered: 'Above; top-up covers it',
  gap: 'Above; the school pays the gap',
} as const
/** Where the top-up comes from. Only what stands in the details alone is read from beside them. */
const fromDetails = 'The pupil’s details'
const froms = {
  entries: 'Funding entered',
  both: 'Funding entered and the pupil’s details',
  details: fromDetails,
} as const
const element = (value: Funding['element']) => show(fieldOf(Funding, 'element'), value)
const open = 'Not costed yet'
const first = 'Counts before the most for a pupil'
const [details, comesFrom] = ['Top-up a year in the details', 'Top-up comes from']
const [teacherHours, allHours] = ['Teachers’ hours that count', 'Hours under the limit a week']

const specsOf = (names: MapNames): readonly Spec[] => {
  const at = (column: string) => inRow(names.byPupil, column)
  const line = (column: keyof typeof lineHeads) => wholeColumn(names.moneyLines, lineHeads[column])
  const rule = ruleReader(names, names.byPupil)
  const sum = (column: keyof typeof lineHeads, more = '') =>
    `SUMIFS(${line(column)},${line('pupilKey')},${at(moneyHeads.key)}${more})`
  const topUp = (column: string) => wholeColumn(names.topUps, column)
  const calculated = (name: string, formula: string, style: Spec['style'] = 'calculated.money'): Spec => ({
    name,
    style,
    formula,
  })
  const under = (hours: string, limit: 'teacherHours' | 'weeklyHours') => {
    const most = `${rule.number(limit)}*${rule.number('yearWeeks')}`
    return `IF(AND(${rule.has(limit)},${at(hours)}>${most}),${most}/${at(hours)},1)`
  }
  return [
    { name: heads.pupil, style: 'plain.text' },
    { name: heads.year, style: 'plain.text' },
    { name: fieldOf(Pupil, 'status').label, style: 'plain.text' },
    calculated('Lines', `COUNTIFS(${line('pupilKey')},${at(moneyHeads.key)})`, 'calculated.whole'),
    calculated(
      open,
      `SUMPRODUCT((${line('pupilKey')}=${at(moneyHeads.key)})*(${line('needed')}<>""))`,
      'calculated.whole',
    ),
    calculated(moneyHeads.cost, `ROUND(${sum('cost')},2)`),
    calculated(
      moneyHeads.counts,
      `IF(${rule.has('pupilCap')},MIN(${at(first)},${rule.number('pupilCap')}),${at(first)})`,
    ),
    calculated(moneyHeads.threshold, rule.number('threshold')),
    calculated(moneyHeads.used, `MIN(${at(moneyHeads.counts)},${at(moneyHeads.threshold)})`),
    {
      ...calculated(moneyHeads.above, `MAX(0,ROUND(${at(moneyHeads.counts)}-${at(moneyHeads.threshold)},2))`),
      look: { highlight: 'over', when: (cell) => `${cell(moneyHeads.above)}>0` },
    },
    calculated(
      moneyHeads.topUp,
      `IF(${at(comesFrom)}<>"${fromDetails}",ROUND(ROUND(SUMIFS(${topUp('Falls in the year')},${topUp('Pupil key')},${at(moneyHeads.key)},${topUp('Element')},"${element('E3')}"),8),2),N(${at(details)}))`,
    ),
    calculated(moneyHeads.gap, `ROUND(${at(moneyHeads.above)}-${at(moneyHeads.topUp)},2)`),
    calculated(moneyHeads.below, `MAX(0,ROUND(${at(moneyHeads.threshold)}-${at(moneyHeads.counts)},2))`),
    {
      name: 'Standing',
      style: 'calculated.general',
      look: {
        highlight: 'attention',
        when: (cell) => `OR(${cell(open)}>0,${cell(moneyHeads.above)}>0)`,
      },
      formula: `IF(${at(open)}>0,"${standings.open}",IF(${at(moneyHeads.above)}=0,"${standings.below}",IF(${at(moneyHeads.gap)}>0,"${standings.gap}","${standings.covered}")))`,
    },
    { name: 'Rules of', style: 'plain.text' },
    { name: comesFrom, style: 'input.text' },
    { name: details, style: 'input.money', check: { least: 0, most: 1_000_000 } },
    calculated(
      first,
      `IF(${rule.is('rounding', onlyTotal)},ROUND(ROUND(${sum('exact')},8),2),ROUND(${sum('counts')},2))`,
    ),
    calculated(
      moneyHeads.aboveCost,
      `MAX(ROUND(${at(moneyHeads.counts)}-${at(moneyHeads.cost)},2),MAX(0,ROUND(${sum('aboveCost')}-(${at(first)}-${at(moneyHeads.counts)}),2)))`,
    ),
    calculated(teacherHours, sum('hours', `,${line('kind')},"${kindWords.teacher}"`), 'calculated.hundredth'),
    calculated(partHeads.teacher, under(teacherHours, 'teacherHours'), 'calculated.percent'),
    calculated(allHours, sum('limited'), 'calculated.hundredth'),
    calculated(partHeads.week, under(allHours, 'weeklyHours'), 'calculated.percent'),
    { name: 'Rules', style: 'plain.whole' },
    { name: moneyHeads.key, style: 'plain.text' },
  ]
}

type Table = { readonly specs: readonly Spec[]; readonly body: Body }

/** Each pupil’s year against the threshold: formulas over the lines, the top-ups and the rules. */
export const pupilTable = (pupils: readonly PupilFigures[], names: MapNames): Table => {
  const specs = specsOf(names)
  const body = pupils.map(({ year, set, ...own }): Plain[] => {
    const { pupil: who } = year
    const standing =
      year.notCosted.length > 0
        ? 'open'
        : year.aboveThreshold.pence === 0
          ? 'below'
          : year.topUpGap.pence > 0
            ? 'gap'
            : 'covered'
    const counted = year.lines.reduce((sum, one) => sum + (one.counted?.countedPence ?? 0), 0)
    const total = set.rules.rounding === 'total' || set.rules.pupilCap !== null
    return [
      listName(who),
      show(fieldOf(Pupil, 'yearGroup'), who.yearGroup) || null,
      show(fieldOf(Pupil, 'status'), who.status),
      year.lines.length,
      year.notCosted.length,
      year.actual.pence / 100,
      year.counted.pence / 100,
      set.rules.threshold / 100,
      year.element2Used.pence / 100,
      year.aboveThreshold.pence / 100,
      year.topUp.pence / 100,
      year.topUpGap.pence / 100,
      year.belowThreshold.pence / 100,
      standings[standing],
      set.rules.name,
      year.funding.from === null ? 'None recorded' : froms[year.funding.from],
      who.topUp === null ? null : who.topUp / 100,
      total ? beforeCap(own.lines, set.rules.rounding, counted) : counted / 100,
      year.aboveCost.pence / 100,
      own.teacherHours,
      own.teacherPart,
      own.hours,
      own.weekPart,
      set.no,
      who.key,
    ]
  })
  return { specs, body: body.length > 0 ? body : emptyRow(specs) }
}
const beforeCap = (lines: PupilFigures['lines'], rounding: 'line' | 'total', counted: number): number =>
  rounding === 'total'
    ? Math.round(Math.round(lines.reduce((sum, { exact }) => sum + exact, 0) * 1e8) / 1e6) / 100
    : counted / 100
