import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Need } from '../../domain/records/need.ts'
import { calledName, Pupil } from '../../domain/records/pupil.ts'
import { currentNeeds } from '../../domain/rules/currentNeeds.ts'
import { serialOf } from '../../domain/rules/day.ts'
import { setting } from '../../domain/rules/settings.ts'
import { inRow, legalSheetName, type Plain, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { levelNames, type Line, type MapInput, yearWords } from './input.ts'
import { lookUp } from './lookUp.ts'
import { type Head, heads, unfinished } from './mapColumns.ts'
import type { MapNames } from './names.ts'
import { pageOf, type Spec } from './page.ts'
import { pupilTotals, sumOf } from './pupilTotals.ts'

const columns = [
  { width: 28 },
  { width: 30 },
  { width: 36 },
  { width: 18 },
  { width: 16 },
  { width: 11.5 },
  { width: 11.5 },
  { width: 9.5 },
  { width: 9.5 },
  { width: 8 },
  { width: 9.5 },
  { width: 11.5 },
  { width: 11 },
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
  const threshold = setting(input.school, 'element2Threshold')
  const { money } = pupilTotals(own, threshold)[0]!
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
  page.heading('Cost against the threshold')
  const cost = page.figure(
    'Cost',
    sumOf(own) / 100,
    'money',
    `ROUND(SUMIFS(${map('cost')},${map('pupilKey')},${key}),2)`,
    'The sum of the lines on the map',
  )
  const counts = page.figure(
    'Counts towards the threshold',
    money.additional / 100,
    'money',
    `ROUND(${cost}-SUMIFS(${map('cost')},${map('pupilKey')},${key},${map('counts')},"No"),2)`,
    'Without the lines that say No',
  )
  page.figure(
    'Element 2 threshold',
    threshold / 100,
    'money',
    names.threshold,
    'On the sheet of rates and rules',
  )
  page.figure(
    'Up to the threshold',
    money.element2Used / 100,
    'money',
    `MIN(${counts},${names.threshold})`,
    'The school pays this (Element 2)',
  )
  const above = page.figure(
    'Above the threshold',
    money.aboveThreshold / 100,
    'money',
    `MAX(0,ROUND(${counts}-${names.threshold},2))`,
    '',
  )
  page.figure(
    'Below the threshold',
    money.belowThreshold / 100,
    'money',
    `MAX(0,ROUND(${names.threshold}-${counts},2))`,
    '',
  )
  const topUp = page.figure(
    'Top-up funding a year',
    (who.topUp ?? 0) / 100,
    'money',
    `SUMIFS(${wholeColumn(names.byPupil, 'Top-up funding a year')},${wholeColumn(names.byPupil, 'Pupil key')},${key})`,
    'Change it on the sheet of money',
  )
  page.figure(
    'Gap after top-up',
    money.topUpGap / 100,
    'money',
    `ROUND(${above}-${topUp},2)`,
    'Above nothing: the school pays it',
  )
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
  page.chart(
    {
      title: 'Cost by level',
      about:
        'Bars: what this pupil’s support costs at each level, in pounds. The figures are in the table above.',
      kind: 'bar',
      labels: made.cells(heads.level),
      series: [{ name: 'Cost', values: made.cells('Cost') }],
      unit: '£ for the lines’ whole run',
      format: 'money',
    },
    3,
    10,
  )
  return page.sheet(`pupil${at}`, names.costedSheet(tab), footer)
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
