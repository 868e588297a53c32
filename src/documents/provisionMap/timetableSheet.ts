import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Slot, schoolWeekdays } from '../../domain/records/slot.ts'
import { SupportStaff } from '../../domain/records/supportStaff.ts'
import { deployment, prepOf, weekdays } from '../../domain/rules/deployment.ts'
import { shareOfWeeks } from '../../domain/rules/deploymentPeople.ts'
import { serialOf, writtenDay } from '../../domain/rules/day.ts'
import { inRow, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { deployedUntilLeft, leaversOf } from '../../domain/rules/leaving.ts'
import { filledLines, type Line, type MapInput } from './input.ts'
import type { MapNames } from './names.ts'
import { pageOf, type Spec } from './page.ts'

const columns = [
  { width: 24 },
  { width: 24 },
  { width: 13 },
  ...Array.from({ length: 5 }, () => ({ width: 12.5 })),
  { width: 34 },
  { width: 11 },
  { width: 34 },
  { width: 13 },
  { width: 13 },
  { width: 16 },
]
const dayMinutes = 1440
const label = (field: keyof Slot & string) => fieldOf(Slot, field).label
const choices = (fieldOf(Slot, 'everyWeeks') as { choices: Record<string, string> }).choices

/** Who gives what when, and hours in the timetable against hours for support. Null where no time is in the timetable. */
export const timetableSheet = (
  input: MapInput,
  lines: readonly Line[],
  names: MapNames,
  footer: string,
): Sheet | null => {
  const { slots = [], slotPupils = [], staff = [] } = input.more ?? {}
  const deployed = deployedUntilLeft(
    { staff, groups: input.groups ?? [], lines: filledLines(input), slots, slotPupils },
    leaversOf(input.pupils),
  )
  const used = deployment(deployed, input.today)
  const prep = prepOf(deployed, input.today)
  const shown = new Set(lines.map(({ pupil }) => pupil.key))
  const nameOf = new Map(
    input.pupils.map((pupil) => [pupil.key, `${pupil.forename} ${pupil.surname.slice(0, 1)}`]),
  )
  const whole = input.scope.is === 'school'
  const blocks = used
    .flatMap(({ name, week }) =>
      weekdays.flatMap((day, at) => week[day].map((block) => ({ name, day, at, ...block }))),
    )
    .filter(({ pupils }) => whole || pupils.some((key) => shown.has(key)))
    .toSorted((a, b) => a.at - b.at || a.starts - b.starts || (a.name < b.name ? -1 : 1))
  if (blocks.length === 0) return null

  const page = pageOf(columns)
  page.title(
    'Staff timetable',
    `As it holds on ${writtenDay(input.today)}. Change when a session begins or how long it is, and the hours follow. Every other week counts as half.`,
  )
  const at = (column: string) => inRow(names.timetable, column)
  const all = (column: string) => wholeColumn(names.timetable, column)
  const here = (column: string) => inRow(names.staffHours, column)
  const perWeek = 'Minutes a week'

  if (whole) {
    page.heading('Hours of each member of staff, a week')
    const hours = (name: string, formula?: string, look?: Spec['look']): Spec => ({
      name,
      style: formula === undefined ? 'input.hours' : 'calculated.hours',
      ...(formula !== undefined && { formula }),
      ...(look && { look }),
    })
    const sumFor = (column: string, more = '') =>
      `SUMIFS(${all(column)},${all('Who')},${here('Who')}${more})/${dayMinutes}`
    const rows = used.filter(({ timetabled, bought }) => timetabled > 0 || bought !== null)
    const made = page.table(
      names.staffHours,
      'For each member of staff: hours for support, hours in the timetable and preparation, and what is left',
      [
        { name: 'Who', style: 'plain.text' },
        { name: fieldOf(SupportStaff, 'role').label, style: 'plain.text' },
        hours('For support'),
        ...weekdays.map((day) =>
          hours(schoolWeekdays[day], sumFor(perWeek, `,${all('Day')},"${schoolWeekdays[day]}"`)),
        ),
        { name: 'Standing', style: 'calculated.general', formula: standing(here) },
        hours('Timetable', sumFor(perWeek)),
        {
          name: 'What it says',
          style: 'plain.text',
        },
        hours('Preparation', sumFor('Preparation a week')),
        hours('Used', `${here('Timetable')}+${here('Preparation')}`),
        hours('Over', `IF(${here('For support')}="",0,MAX(0,${here('Used')}-${here('For support')}))`, {
          highlight: 'over',
          when: (cell) => `N(${cell('Over')})>0.0001`,
        }),
      ],
      rows.map((one) => [
        one.name,
        one.member ? show(fieldOf(SupportStaff, 'role'), one.member.role) : null,
        one.bought === null ? null : one.bought / dayMinutes,
        ...weekdays.map(
          (day) =>
            one.week[day].reduce((sum, { slot }) => sum + slot.minutes * shareOfWeeks(slot), 0) / dayMinutes,
        ),
        one.bought === null
          ? 'Hours for support not recorded'
          : one.over > 0
            ? 'More than its hours'
            : 'Within its hours',
        one.timetabled / dayMinutes,
        one.why.says,
        one.preparation / dayMinutes,
        one.used / dayMinutes,
        one.over / dayMinutes,
      ]),
    )
    page.chart(
      {
        title: 'Hours used and hours for support, a week',
        about:
          'Bars for each member of staff: hours in the timetable with preparation, and hours for support. The figures are in the table above.',
        kind: 'column',
        labels: made.cells('Who'),
        series: [
          { name: 'Used', values: made.cells('Used') },
          { name: 'For support', values: made.cells('For support') },
        ],
        unit: 'hours a week',
        format: 'hours',
      },
      9,
      15,
    )
  }
  page.heading('Times in the week')
  const other = `OR(${at(label('everyWeeks'))}="${choices['odd']}",${at(label('everyWeeks'))}="${choices['even']}")`
  page.table(
    names.timetable,
    'One row for each time in the week at which somebody is supported',
    [
      { name: 'Who', style: 'plain.text' },
      { name: label('what'), style: 'plain.text' },
      { name: 'Day', style: 'plain.text' },
      { name: label('starts'), style: 'input.time' },
      { name: 'Minutes', style: 'input.whole', check: { least: 1, most: 600, whole: true } },
      {
        name: 'Ends',
        style: 'calculated.time',
        formula: `${at(label('starts'))}+${at('Minutes')}/${dayMinutes}`,
      },
      { name: 'Preparation', style: 'input.whole', check: { least: 0, most: 600, whole: true } },
      { name: label('everyWeeks'), style: 'plain.text' },
      { name: 'Pupils', style: 'plain.text' },
      { name: 'How many', style: 'plain.whole' },
      { name: label('place'), style: 'plain.text' },
      { name: label('from'), style: 'plain.date' },
      { name: perWeek, style: 'calculated.number', formula: `${at('Minutes')}*IF(${other},0.5,1)` },
      {
        name: 'Preparation a week',
        style: 'calculated.number',
        formula: `${at('Preparation')}*IF(${other},0.5,1)`,
      },
    ],
    blocks.map(({ slot, name, day, starts, ends, pupils }) => [
      name,
      slot.what,
      schoolWeekdays[day],
      starts / dayMinutes,
      slot.minutes,
      ends / dayMinutes,
      prep(slot),
      show(fieldOf(Slot, 'everyWeeks'), slot.everyWeeks) || null,
      pupils
        .filter((key) => whole || shown.has(key))
        .map((key) => nameOf.get(key) ?? 'Another pupil')
        .toSorted()
        .join(', '),
      pupils.length,
      slot.place,
      serialOf(slot.from),
      slot.minutes * shareOfWeeks(slot),
      prep(slot) * shareOfWeeks(slot),
    ]),
    true,
  )
  return page.sheet('timetable', names.sheets.timetable, footer)
}

const standing = (here: (column: string) => string) =>
  `IF(${here('For support')}="","Hours for support not recorded",IF(${here('Over')}>0.00001,"More than its hours","Within its hours"))`
