import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Provision } from '../../domain/records/provision.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Rate } from '../../domain/records/rate.ts'
import { staffRoles } from '../../domain/rules/codes.ts'
import { rateOn } from '../../domain/rules/cost.ts'
import { needsRate } from '../../domain/rules/cost.ts'
import { serialOf, writtenDay } from '../../domain/rules/day.ts'
import { inRow, type Plain, wholeColumn } from '../xlsx/model.ts'
import type { CellStyle } from '../xlsx/styles.ts'
import { listName, type Line } from './input.ts'
import type { MapNames } from './names.ts'
import { pounds, rateColumns, rateInForce } from './rateColumns.ts'

const label = (field: keyof Allocation & string) => fieldOf(Allocation, field).label
const words = (field: keyof Allocation & string, line: Line) =>
  show(fieldOf(Allocation, field), line.allocation[field]) || null

/** The headings of the map. Those of a field are the field's own label, so that the record, screen and sheet agree. */
export const heads = {
  pupil: 'Pupil',
  year: fieldOf(Pupil, 'yearGroup').label,
  provision: 'Provision',
  level: fieldOf(Provision, 'level').label,
  area: fieldOf(Provision, 'areaOfNeed').label,
  role: label('role'),
  from: label('from'),
  until: label('until'),
  sessions: label('sessionsPerWeek'),
  minutes: label('minutes'),
  prep: label('prepMinutes'),
  weeks: label('weeks'),
  group: label('groupSize'),
  charge: label('charge'),
  resources: label('resources'),
  external: label('external'),
  hourly: '£ an hour',
  total: 'Group total',
  cost: 'Cost',
  needed: 'Still needed',
  counts: label('countsTowardsElement2'),
  funding: label('funding'),
  outcome: label('outcome'),
  groupName: label('group'),
  staff: label('staff'),
  place: label('place'),
  notes: label('notes'),
  rateFrom: 'Rate in force from',
  share: 'Share before rounding',
  key: 'Record key',
  pupilKey: 'Pupil key',
} as const
export type Head = keyof typeof heads

/** The columns that may be changed and sent back, and the field of the record that each is. */
export const mapFields = {
  role: 'role',
  from: 'from',
  until: 'until',
  sessions: 'sessionsPerWeek',
  minutes: 'minutes',
  prep: 'prepMinutes',
  weeks: 'weeks',
  group: 'groupSize',
  charge: 'charge',
  resources: 'resources',
  external: 'external',
  counts: 'countsTowardsElement2',
  funding: 'funding',
  staff: 'staff',
  place: 'place',
  notes: 'notes',
} as const satisfies Partial<Record<Head, keyof Allocation>>

export const unfinished = 'Unfinished'
const notByTheHour = 'Not by the hour'
const inFull = (fieldOf(Allocation, 'charge') as { choices: Record<string, string> }).choices['full']!

export type MapColumn = {
  readonly id: Head
  readonly width: number
  readonly style: CellStyle
  readonly hidden?: true
  /** What the record holds; for a formula, what it comes to. */
  readonly value: (line: Line) => Plain
  readonly formula?: string
}

/** The map's columns in order: first who gets what and what it costs, which is what paper shows, then the rest that the cost is made of. Formulas are those of domain rule `cost`. */
export const mapColumns = (names: MapNames, rates: readonly Rate[]): readonly MapColumn[] => {
  const at = (head: Head) => inRow(names.map, heads[head])
  const rate = (column: keyof typeof rateColumns) => wholeColumn(names.rates, rateColumns[column])
  const quoted = (text: string) => `"${text}"`
  const began = `(${rate('role')}=${at('role')})*(${rate('from')}<=${at('from')})`
  // Not TEXT: its month names are the language's own, and some programs write Sept.
  const firstDay = `IFERROR(DAY(${at('from')})&" "&MID("JanFebMarAprMayJunJulAugSepOctNovDec",3*MONTH(${at('from')})-2,3)&" "&YEAR(${at('from')}),${at('from')})`
  const text = (id: Head, width: number, value: MapColumn['value']): MapColumn => ({
    id,
    width,
    style: 'plain.text',
    value,
  })
  const notBlank = [at('prep'), at('resources'), at('external')].join(',')
  const money = (pence: number | null) => (pence === null ? null : pence / 100)
  const rateOf = (line: Line) =>
    line.allocation.role && needsRate(line.allocation)
      ? rateOn(rates, line.allocation.role, line.allocation.from)
      : undefined
  const noRate = (line: Line) =>
    line.allocation.role && needsRate(line.allocation)
      ? `No rate for ${staffRoles[line.allocation.role]} on ${writtenDay(line.allocation.from)}`
      : ''
  return [
    text('pupil', 20, (line) => listName(line.pupil)),
    text('year', 11, (line) => show(fieldOf(Pupil, 'yearGroup'), line.pupil.yearGroup) || null),
    text('provision', 27, (line) => line.provision?.name ?? 'Archived provision'),
    text('level', 10.5, (line) => line.level || null),
    text('area', 22, (line) => show(fieldOf(Provision, 'areaOfNeed'), line.provision?.areaOfNeed) || null),
    { ...text('role', 18, (line) => words('role', line)), style: 'input.text' },
    { id: 'from', width: 12.5, style: 'input.date', value: (line) => serialOf(line.allocation.from) },
    {
      id: 'until',
      width: 12.5,
      style: 'plain.date',
      value: ({ allocation }) => (allocation.until === null ? null : serialOf(allocation.until)),
    },
    { id: 'sessions', width: 10, style: 'input.number', value: (line) => line.allocation.sessionsPerWeek },
    { id: 'minutes', width: 10, style: 'input.whole', value: (line) => line.allocation.minutes },
    { id: 'weeks', width: 8.5, style: 'input.number', value: (line) => line.allocation.weeks },
    { id: 'group', width: 11, style: 'input.whole', value: (line) => line.allocation.groupSize },
    {
      id: 'cost',
      width: 12,
      style: 'calculated.money',
      value: ({ cost }) => (cost.cost ? cost.cost.perPupilPence / 100 : unfinished),
      // Pence first, then the penny: so every program rounds a half upwards, whatever its arithmetic leaves behind.
      formula: `IF(${at('provision')}="","",IF(${at('share')}="",${quoted(unfinished)},ROUND(ROUND(100*${at('share')},7),0)/100))`,
    },
    {
      id: 'needed',
      width: 20,
      style: 'calculated.general',
      value: ({ cost }) => cost.missing?.join('; ') ?? '',
      formula:
        `IF(${at('provision')}="","",MID(IF(${at('rateFrom')}=${quoted(notByTheHour)},"",` +
        `IF(ISNUMBER(${at('sessions')}),"","; sessions a week")&IF(ISNUMBER(${at('minutes')}),"","; minutes a session")&IF(ISNUMBER(${at('weeks')}),"","; how many weeks")` +
        `&IF(${at('role')}="","; who delivers it",IF(N(${at('hourly')})>0,"","; a rate for "&LOWER(${at('role')})&" on "&${firstDay})))` +
        `&IF(AND(${at('charge')}<>${quoted(inFull)},N(${at('group')})<=0),"; how many pupils share it","")` +
        `&IF(AND(${at('rateFrom')}=${quoted(notByTheHour)},${at('resources')}="",${at('external')}=""),"; its hours or its price","")` +
        // What a paste brings past the rules of the cells: said, instead of #VALUE! in every total.
        `&IF(ISNUMBER(${at('from')}),"",${quoted(`; a date for “${heads.from}”`)})` +
        `&IF(COUNTA(${notBlank})>COUNT(${notBlank}),"; a number instead of words",""),3,500))`,
    },
    { id: 'prep', width: 13, style: 'input.whole', value: (line) => line.allocation.prepMinutes },
    { id: 'charge', width: 25, style: 'input.text', value: (line) => words('charge', line) },
    { id: 'resources', width: 11, style: 'input.money', value: (line) => money(line.allocation.resources) },
    { id: 'external', width: 11, style: 'input.money', value: (line) => money(line.allocation.external) },
    {
      id: 'hourly',
      width: 11,
      style: 'calculated.exact',
      value: (line) => {
        const found = rateOf(line)
        return found ? rateInForce(found) : noRate(line)
      },
      formula:
        `IF(ISNUMBER(${at('rateFrom')}),IFERROR(AVERAGEIFS(${rate('hourly')},${rate('role')},${at('role')},${rate('from')},${at('rateFrom')}),0),` +
        `IF(${at('rateFrom')}="No rate","No rate for "&${at('role')}&" on "&${firstDay},""))`,
    },
    {
      id: 'total',
      width: 12,
      style: 'calculated.money',
      value: ({ cost }) => (cost.cost ? pounds(cost.cost.groupTotal) : ''),
      formula:
        `IF(OR(${at('provision')}="",${at('needed')}<>""),"",IF(ISNUMBER(${at('hourly')}),${at('hourly')}*${at('sessions')}*(${at('minutes')}+${at('prep')})/60*${at('weeks')},0)` +
        `+${at('resources')}+${at('external')})`,
    },
    text('counts', 15, (line) => words('countsTowardsElement2', line)),
    text('funding', 32, (line) => words('funding', line)),
    {
      ...text('outcome', 40, (line) => line.outcome?.text.replace(/\s+/g, ' ') ?? null),
      style: 'label.text',
    },
    text('groupName', 24, (line) => line.group?.name ?? null),
    text('staff', 20, (line) => words('staff', line)),
    text('place', 18, (line) => words('place', line)),
    { ...text('notes', 40, (line) => line.allocation.notes), style: 'label.text' },
    {
      id: 'rateFrom',
      width: 14,
      style: 'calculated.date',
      value: (line) => {
        if (!needsRate(line.allocation)) return notByTheHour
        const found = rateOf(line)
        return found ? serialOf(found.from) : line.allocation.role ? 'No rate' : ''
      },
      formula:
        `IF(OR(COUNT(${at('sessions')},${at('minutes')},${at('weeks')})=0,AND(${at('role')}=${quoted(staffRoles.external)},${at('external')}<>"")),${quoted(notByTheHour)},` +
        `IF(${at('role')}="","",IF(SUMPRODUCT(${began})=0,"No rate",SUMPRODUCT(MAX(${began}*${rate('from')})))))`,
    },
    {
      id: 'share',
      width: 13,
      style: 'calculated.exact',
      value: ({ cost }) => (cost.cost ? pounds(cost.cost.perPupil) : ''),
      formula: `IF(${at('total')}="","",${at('total')}/IF(${at('charge')}=${quoted(inFull)},1,${at('group')}))`,
    },
    { ...text('key', 29, (line) => line.allocation.key), hidden: true },
    { ...text('pupilKey', 29, (line) => line.pupil.key), hidden: true },
  ]
}
