import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Need } from '../../domain/records/need.ts'
import { calledName, Pupil } from '../../domain/records/pupil.ts'
import { currentNeeds } from '../../domain/rules/currentNeeds.ts'
import { showMoneyYear } from '../../domain/rules/annualise.ts'
import { serialOf } from '../../domain/rules/day.ts'
import { inRow, legalSheetName, type Plain, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { levelNames, type Line, type MapInput, yearWords } from './input.ts'
import { lookUp } from './lookUp.ts'
import { type Head, heads, unfinished } from './mapColumns.ts'
import type { MapNames } from './names.ts'
import { pageOf, type Spec } from './page.ts'
import { sumOf } from './lineSums.ts'
import { moneyHeads } from './moneyPupils.ts'
import { yearMoney } from './yearMoney.ts'

const columns = [
  { width: 28 },
  { width: 30 },
  { width: 36 },
  { width: 18 },
  { width: 16 },
  { width: 11.5 },
  { width: 11.5 },
  { width: 11 },
  { width: 10 },
  { width: 9 },
  { width: 10 },
  { width: 11.5 },
  { width: 13 },
  { width: 18 },
  { width: 18 },
  { width: 9.5 },
  { width: 29, hidden: true as const },
  { width: 9, hidden: true as const },
]

/** `AK Year 4`: enough for the school to find the sheet, while its tab shows no name to whoever looks over a shoulder. */
const tabNames = (pupils: readonly Pupil[]): string[] => {
  const used = new Map<string, number>()
  return pupils.map((pupil) => {
    const initials = [calledName(pupil), pupil.surname]
      .map((name) => Array.from(name.trim())[0] ?? '')
      .join('')
    const year = show(fieldOf(Pupil, 'yearGroup'), pupil.yearGroup)
    const name = legalSheetName(`Pupil ${initials.toUpperCase().replace(/[^\p{L}]/gu, '')} ${year}`.trim())
    const at = (used.get(name) ?? 0) + 1
    used.set(name, at)
    return at === 1 ? name : `${name} ${at}`
  })
}

const pupilSheet = (
  input: MapInput,
  placeOf: (line: Line) => number,
  own: readonly Line[],
  tab: string,
  at: number,
  names: MapNames,
  footer: string,
): Sheet => {
  const who = own[0]!.pupil
  const levels = Object.values(levelNames(input)).map(String)
  const ordered = own.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
  const map = (head: Head) => wholeColumn(names.map, heads[head])
  const key = `"${who.key}"`
  const page = pageOf(columns)
  page.title(
    `Costed provision map: ${calledName(who)} ${who.surname}`,
    [
      show(fieldOf(Pupil, 'yearGroup'), who.yearGroup),
      show(fieldOf(Pupil, 'status'), who.status),
      input.schoolName,
      yearWords(input),
    ]
      .filter(Boolean)
      .join(' · '),
  )
  const needs = currentNeeds(
    (input.more?.needs ?? []).filter(({ pupil }) => pupil === who.key),
    input.today,
  )
  if (needs.length > 0) {
    page.heading('Assessed needs')
    page.table(
      names.costedNeeds(at),
      'What each need means for this child, and where it was found',
      [
        { name: fieldOf(Need, 'type').label, style: 'plain.text' },
        { name: fieldOf(Need, 'source').label, style: 'plain.text' },
        { name: fieldOf(Need, 'description').label, style: 'plain.text' },
      ],
      needs.map(({ type, source, description }) => [
        show(fieldOf(Need, 'type'), type),
        source,
        description?.replace(/\s+/g, ' ') ?? null,
      ]),
    )
    page.gap()
  }
  page.heading('Graduated approach: support in order of intensity')
  const name = names.costed(at)
  const read = lookUp(names, name)
  const label = (field: keyof Allocation & string) => fieldOf(Allocation, field).label
  const words = (head: Head): Spec => ({
    name: heads[head],
    style: 'calculated.general',
    formula: read.words(head),
  })
  const value = (head: Head, style: Spec['style']): Spec => ({
    name: heads[head],
    style,
    formula: read.value(head),
  })
  const shown = (field: keyof Allocation & string, line: Line) =>
    show(fieldOf(Allocation, field), line.allocation[field])
  const or = (held: number | null): Plain => held ?? ''
  page.table(
    name,
    'One row for each line of support, mildest level first, with what it costs',
    [
      words('level'),
      words('provision'),
      { name: heads.outcome, style: 'plain.text' },
      words('role'),
      words('staff'),
      value('from', 'calculated.date'),
      value('until', 'calculated.date'),
      value('sessions', 'calculated.number'),
      value('minutes', 'calculated.whole'),
      value('weeks', 'calculated.number'),
      value('group', 'calculated.whole'),
      value('cost', 'calculated.money'),
      words('counts'),
      { name: label('entryMeasure'), style: 'plain.text' },
      { name: label('exitMeasure'), style: 'plain.text' },
      { name: label('effect'), style: 'plain.text' },
      { name: 'Record key', style: 'plain.text' },
      { name: 'Row on the map', style: 'calculated.whole', formula: read.rowOf },
    ],
    ordered.map((line) => [
      line.level,
      line.provision?.name ?? 'Archived provision',
      line.outcome?.text.replace(/\s+/g, ' ') ?? null,
      shown('role', line),
      shown('staff', line),
      serialOf(line.allocation.from),
      line.allocation.until === null ? '' : serialOf(line.allocation.until),
      or(line.allocation.sessionsPerWeek),
      or(line.allocation.minutes),
      or(line.allocation.weeks),
      or(line.allocation.groupSize),
      line.cost.cost ? line.cost.cost.perPupilPence / 100 : unfinished,
      shown('countsTowardsElement2', line),
      line.allocation.entryMeasure,
      line.allocation.exitMeasure,
      shown('effect', line) || null,
      line.allocation.key,
      placeOf(line),
    ]),
    true,
  )
  page.gap()
  page.figure(
    'Cost of the lines above',
    sumOf(own) / 100,
    'money',
    `ROUND(SUMIFS(${map('cost')},${map('pupilKey')},${key}),2)`,
    'For their whole run, as they stand on the map',
  )
  page.gap()
  const { money: whole, pupils } = yearMoney(input)
  const year = pupils.find(({ pupil }) => pupil.key === who.key)
  page.heading(`In the financial year, ${showMoneyYear(whole.year)}`)
  const inYear = (label: string, pence: number, column: keyof typeof moneyHeads, why: string) =>
    page.figure(
      label,
      pence / 100,
      'money',
      `SUMIFS(${wholeColumn(names.byPupil, moneyHeads[column])},${wholeColumn(names.byPupil, moneyHeads.key)},${key})`,
      why,
    )
  inYear('Cost in the year', year?.actual.pence ?? 0, 'cost', 'What falls into it: see the sheet of money')
  inYear('Counts towards the threshold', year?.counted.pence ?? 0, 'counts', 'By the authority’s rules')
  inYear('Threshold', year?.rules.threshold ?? 0, 'threshold', 'On the sheet of rates and rules')
  inYear('Up to the threshold', year?.element2Used.pence ?? 0, 'used', 'The school pays this (Element 2)')
  inYear('Above the threshold', year?.aboveThreshold.pence ?? 0, 'above', '')
  inYear('Below the threshold', year?.belowThreshold.pence ?? 0, 'below', '')
  inYear('Top-up in the year', year?.topUp.pence ?? 0, 'topUp', 'Element 3, by the days of the year')
  inYear('Gap after top-up', year?.topUpGap.pence ?? 0, 'gap', 'Above nothing: the school pays it')
  page.gap()
  page.heading('Cost by level')
  const byLevel = names.costedLevels(at)
  const level = inRow(byLevel, heads.level)
  const made = page.table(
    byLevel,
    'What this pupil’s support costs at each level',
    [
      { name: heads.level, style: 'plain.text' },
      {
        name: 'Cost',
        style: 'calculated.money',
        formula: `ROUND(SUMIFS(${map('cost')},${map('pupilKey')},${key},${map('level')},${level}),2)`,
      },
    ],
    levels.map((one) => [one, sumOf(own.filter((line) => line.level === one)) / 100]),
  )
  page.chartBeside(
    {
      title: 'Cost by level',
      about:
        'Bars: what this pupil’s support costs at each level, in pounds. The figures are in the table beside it.',
      kind: 'bar',
      labels: made.cells(heads.level),
      series: [{ name: 'Cost', values: made.cells('Cost') }],
      unit: '£ for the lines’ whole run',
      format: 'money',
    },
    made,
    { column: 3, width: 5, points: 150 },
  )
  // All rows: what lies over empty ones, the chart, was cut off at its foot.
  return page.sheet(`pupil${at}`, names.costedSheet(tab), footer, columns.length - 2)
}

/** A sheet for each chosen pupil: needs first, then support by intensity, then the cost against the threshold. */
export const pupilSheets = (
  input: MapInput,
  lines: readonly Line[],
  names: MapNames,
  footer: string,
): Sheet[] => {
  const chosen = new Set(input.costed ?? (input.scope.is === 'pupil' ? [input.scope.pupil] : []))
  const own = new Map<string, Line[]>()
  for (const line of lines)
    if (chosen.has(line.pupil.key)) own.set(line.pupil.key, [...(own.get(line.pupil.key) ?? []), line])
  const all = [...own.values()]
  const tabs = tabNames(all.map((some) => some[0]!.pupil))
  const places = new Map(lines.map((line, at) => [line, at + 1]))
  const placeOf = (line: Line) => places.get(line)!
  return all.map((some, at) => pupilSheet(input, placeOf, some, tabs[at]!, at + 1, names, footer))
}
