import { missedReasons } from '../../domain/records/delivery.ts'
import { schoolDaysIn } from '../../domain/rules/annualise.ts'
import { addDays, earliest, latest, writtenDay } from '../../domain/rules/day.ts'
import { lookUp } from './lookUp.ts'
import { summed } from '../../domain/rules/ledger.ts'
import { schoolLedger } from '../../domain/rules/ledgerSchool.ts'
import {
  enoughPercent,
  keptPercent,
  minutesDelivered,
  standingOf,
} from '../../domain/rules/ledgerStanding.ts'
import type { LedgerRow, LedgerSums, Missed } from '../../domain/rules/ledgerTypes.ts'
import { inRow, type Plain, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { listName, type Line, mapCalendar, type MapInput, mapYear } from './input.ts'
import type { MapNames } from './names.ts'
import { pageOf, type Spec } from './page.ts'

const columns = [
  { width: 40 },
  { width: 30 },
  { width: 26 },
  { width: 18 },
  ...Array.from({ length: 17 }, () => ({ width: 10 })),
  { width: 22 },
  { width: 29, hidden: true as const },
]
const reasons = Object.entries(missedReasons) as [Missed, string][]
const [kept, madeUp, unlogged, share] = [
  'Minutes given as planned',
  'Minutes made up for',
  'Minutes not logged',
  'Share delivered',
] as const
const nobody = 'Nobody named'
const noGroup = 'On their own'
const unreliable = `Under ${enoughPercent}%: scores say little`
const notAllLogged = 'Not all logged'

/** What was planned and given from the start of the map's school year until its day, for the map's lines: as the tab reckons it. */
const ledgerRows = (input: MapInput, lines: readonly Line[]): readonly LedgerRow[] => {
  const { slots = [], deliveries = [] } = input.more ?? {}
  const shown = new Set(lines.map(({ allocation }) => allocation.key))
  const { rows } = schoolLedger(
    {
      allocations: input.allocations,
      groups: input.groups ?? [],
      pupils: input.pupils,
      calendar: mapCalendar(input),
      counted: input.school ?? null,
      slots,
      deliveries,
      today: input.today,
    },
    `${mapYear(input)}-09-01`,
    input.today,
  )
  return rows.filter(({ allocation, planned, outside }) => shown.has(allocation) && planned + outside > 0)
}

const shareOf = (sums: LedgerSums): Plain => {
  const percent = keptPercent(sums)
  return percent === null ? '' : percent / 100
}
const reading = (sums: LedgerSums): string => {
  const standing = standingOf(sums)
  return standing === 'below' ? unreliable : standing === 'notLogged' ? notAllLogged : ''
}
const missedOf = (sums: LedgerSums) => reasons.reduce((count, [reason]) => count + sums.missed[reason], 0)
const short = (sums: LedgerSums) => sums.minutesPlanned - minutesDelivered(sums)

/** Planned against given, by line, group and member of staff, with the reasons. Null where nobody has logged anything. */
export const deliverySheet = (
  input: MapInput,
  lines: readonly Line[],
  names: MapNames,
  footer: string,
): Sheet | null => {
  if (!input.more?.deliveries?.length) return null
  const rows = ledgerRows(input, lines)
  if (rows.length === 0) return null
  const lineOf = new Map(lines.map((line) => [line.allocation.key, line]))
  const place = new Map(lines.map((line, at) => [line.allocation.key, at]))
  const sorted = rows.toSorted((a, b) => place.get(a.allocation)! - place.get(b.allocation)!)
  const groupOf = ({ group }: LedgerRow) =>
    (input.groups ?? []).find(({ key }) => key === group)?.name ?? noGroup
  const page = pageOf(columns)
  const all = summed(rows)
  const whole = (column: string) => wholeColumn(names.delivery, column)
  page.title(
    'Delivery',
    `What was planned from September to ${writtenDay(input.today)} and what was given. Pale yellow: sessions and minutes as they were planned and logged. Sessions of today on that nobody has logged are not here yet.`,
  )
  page.figure('Sessions planned', all.planned, 'whole', `SUM(${whole('Planned')})`, '')
  page.figure('Sessions held', all.held, 'whole', `SUM(${whole('Held')})`, '')
  page.figure(
    'Sessions not logged',
    all.unlogged,
    'whole',
    `SUM(${whole('Not logged')})`,
    'Not called missed: nobody has said',
  )
  const planned = page.figure(
    'Minutes planned',
    all.minutesPlanned,
    'whole',
    `SUM(${whole('Minutes planned')})`,
    '',
  )
  const given = page.figure(
    'Minutes delivered',
    minutesDelivered(all),
    'whole',
    `SUM(${whole(kept)})+SUM(${whole(madeUp)})`,
    'Given at their own session, or made up for later; never more than planned',
  )
  page.figure(
    'Delivered of what was planned',
    shareOf(all),
    'percent',
    `IF(${planned}=0,"",INT(100*${given}/${planned})/100)`,
    `As on the tab, cut to whole percent. Below ${enoughPercent}%, what scores say of the support is unreliable`,
  )
  page.figure(
    'Minutes short',
    short(all),
    'whole',
    `SUM(${whole('Minutes short')})`,
    'Planned, and neither given nor made up for; what was given beyond the plan is not set against it',
  )
  page.gap()

  page.heading('Why sessions were missed')
  const why = page.table(
    names.reasons,
    'How many sessions were missed for each reason',
    [
      { name: 'Reason', style: 'plain.text' },
      {
        name: 'Sessions missed',
        style: 'calculated.whole',
        formula: reasons.reduceRight(
          (rest, [, words]) =>
            `IF(${inRow(names.reasons, 'Reason')}="${words}",SUM(${whole(words)}),${rest})`,
          '0',
        ),
      },
    ],
    reasons.map(([reason, words]) => [words, all.missed[reason]]),
  )
  page.chart(
    {
      title: 'Why sessions were missed',
      about: 'Bars: how many sessions were missed for each reason. The figures are in the table above.',
      kind: 'bar',
      labels: why.cells('Reason'),
      series: [{ name: 'Sessions missed', values: why.cells('Sessions missed') }],
      unit: 'sessions',
      format: 'whole',
    },
    3,
    12,
  )

  const part = (title: string, name: string, head: string, of: (row: LedgerRow) => string) => {
    page.heading(title)
    const here = inRow(name, head)
    const sum = (column: string) => `SUMIFS(${whole(column)},${whole(head)},${here})`
    const count = (column: string): Spec => ({
      name: column,
      style: 'calculated.whole',
      formula: sum(column),
    })
    const used = [...new Set(rows.map(of))].toSorted()
    page.table(
      name,
      `Sessions and minutes ${title.toLowerCase()}`,
      [
        { name: head, style: 'plain.text' },
        { name: 'Reading', style: 'calculated.general', formula: readingFormula((c) => inRow(name, c)) },
        count('Planned'),
        count('Held'),
        count('Missed'),
        count('Not logged'),
        count('Minutes planned'),
        count(kept),
        count(madeUp),
        count(unlogged),
        { name: share, style: 'calculated.percent', formula: shareFormula((c) => inRow(name, c)) },
        count('Minutes short'),
      ],
      used.map((one) => {
        const sums = summed(rows.filter((row) => of(row) === one))
        return [
          one,
          reading(sums),
          sums.planned,
          sums.held,
          missedOf(sums),
          sums.unlogged,
          sums.minutesPlanned,
          sums.minutesKept,
          sums.minutesCaughtUp,
          sums.minutesUnlogged,
          shareOf(sums),
          short(sums),
        ]
      }),
    )
    page.gap()
  }
  part('By group', names.deliveryByGroup, 'Group', groupOf)
  part('By who gave it', names.deliveryByStaff, 'Who', ({ staff }) => staff ?? nobody)

  specified(page, input, lines, names, rows)
  page.heading('By line of support')
  const at = (column: string) => inRow(names.delivery, column)
  const count = (name: string): Spec => ({
    name,
    style: 'input.whole',
    check: { least: 0, most: 100_000, whole: true },
  })
  const sum = reasons.map(([, words]) => at(words)).join('+')
  page.table(
    names.delivery,
    'One row for each line of support and who gives it: sessions and minutes planned and given, with reasons',
    [
      { name: 'Pupil', style: 'plain.text' },
      { name: 'Provision', style: 'plain.text' },
      { name: 'Group', style: 'plain.text' },
      { name: 'Who', style: 'plain.text' },
      { name: 'In the plan', style: 'plain.text' },
      count('Planned'),
      count('Held'),
      ...reasons.map(([, words]) => count(words)),
      { name: 'Missed', style: 'calculated.whole', formula: sum },
      count('Not logged'),
      count('Made up for'),
      count('Minutes planned'),
      count(kept),
      count(madeUp),
      count(unlogged),
      { name: share, style: 'calculated.percent', formula: shareFormula(at) },
      {
        name: 'Minutes short',
        style: 'calculated.whole',
        formula: `${at('Minutes planned')}-${at(kept)}-${at(madeUp)}`,
      },
      {
        name: 'Reading',
        style: 'calculated.general',
        formula: readingFormula(at),
        look: { highlight: 'attention', when: (cell) => `${cell('Reading')}<>""` },
      },
      { name: 'Record key', style: 'plain.text' },
    ],
    sorted.map((row) => {
      const line = lineOf.get(row.allocation)!
      return [
        listName(line.pupil),
        line.provision?.name ?? 'Archived provision',
        groupOf(row),
        row.staff ?? nobody,
        line.allocation.inPlan ? 'Yes' : null,
        row.planned,
        row.held,
        ...reasons.map(([reason]) => row.missed[reason]),
        missedOf(row),
        row.unlogged,
        row.catchUp,
        row.minutesPlanned,
        row.minutesKept,
        row.minutesCaughtUp,
        row.minutesUnlogged,
        shareOf(row),
        short(row),
        reading(row),
        row.allocation,
      ]
    }),
    true,
  )
  return page.sheet('delivery', names.sheets.delivery, footer)
}

const givenOf = (at: (column: string) => string) => `(${at(kept)}+${at(madeUp)})`
const shareFormula = (at: (column: string) => string) =>
  `IF(${at('Minutes planned')}=0,"",INT(100*${givenOf(at)}/${at('Minutes planned')})/100)`
const readingFormula = (at: (column: string) => string) => {
  const enough = `${enoughPercent}*${at('Minutes planned')}`
  return `IF(OR(${at('Minutes planned')}=0,100*${givenOf(at)}>=${enough}),"",IF(100*(${givenOf(at)}+${at(unlogged)})>=${enough},"${notAllLogged}","${unreliable}"))`
}

/** What Section F specifies, what was planned and what was given, a row a line of the plan that has its minutes. */
const specified = (
  page: ReturnType<typeof pageOf>,
  input: MapInput,
  lines: readonly Line[],
  names: MapNames,
  rows: readonly LedgerRow[],
): void => {
  const calendar = mapCalendar(input)
  const own = lines.filter(({ allocation }) => allocation.inPlan && allocation.specifiedMinutes !== null)
  if (own.length === 0) return
  const table = names.specified
  const at = (column: string) => inRow(table, column)
  const read = lookUp(names, table)
  const sum = (column: string) =>
    `SUMIFS(${wholeColumn(names.delivery, column)},${wholeColumn(names.delivery, 'Record key')},${at('Record key')})`
  const places = new Map(lines.map(({ allocation }, place) => [allocation.key, place + 1]))
  page.heading('Section F: specified, planned and delivered')
  page.note(
    'Minutes. Specified so far: the minutes a week of the plan for the school weeks of the line up to the day before this was made.',
  )
  page.table(
    table,
    'For each line of Section F the minutes that the plan specifies, those that were planned and those that were delivered',
    [
      { name: 'Pupil', style: 'calculated.general', formula: read.words('pupil') },
      { name: 'Provision', style: 'calculated.general', formula: read.words('provision') },
      {
        name: 'What it says',
        style: 'calculated.general',
        formula: `IF(${at('Delivered')}>=${at('Specified so far')},"As much as is specified",IF(${at('Planned')}>=${at('Specified so far')},"Planned, not delivered","Less planned than is specified"))`,
        look: { highlight: 'attention', when: (cell) => `${cell('Short of the plan')}>0` },
      },
      {
        name: 'On the map, a week',
        style: 'calculated.number',
        formula: `IFERROR(${read.value('sessions')}*${read.value('minutes')},0)`,
      },
      { name: 'Specified a week', style: 'input.whole', check: { least: 0, most: 2400, whole: true } },
      { name: 'Weeks so far', style: 'input.tenth', check: { least: 0, most: 60 } },
      {
        name: 'Specified so far',
        style: 'calculated.whole',
        formula: `ROUND(${at('Specified a week')}*${at('Weeks so far')},0)`,
      },
      { name: 'Planned', style: 'calculated.whole', formula: sum('Minutes planned') },
      { name: 'Delivered', style: 'calculated.whole', formula: `${sum(kept)}+${sum(madeUp)}` },
      {
        name: 'Delivered of specified',
        style: 'calculated.percent',
        formula: `IF(${at('Specified so far')}=0,"",INT(100*${at('Delivered')}/${at('Specified so far')})/100)`,
      },
      {
        name: 'Short of the plan',
        style: 'calculated.whole',
        formula: `MAX(0,${at('Specified so far')}-${at('Delivered')})`,
      },
      { name: 'Record key', style: 'plain.key' },
      { name: 'Row on the map', style: 'plain.key', formula: read.rowOf },
    ],
    own.map(({ allocation, pupil, provision }) => {
      const year = mapYear(input)
      const span = {
        from: latest(allocation.from, `${year}-09-01`),
        until: earliest(allocation.until ?? `${year + 1}-08-31`, addDays(input.today, -1)),
      }
      const weeks = Math.round(schoolDaysIn(calendar, span) * 2) / 10
      const mine = summed(rows.filter((row) => row.allocation === allocation.key))
      const due = Math.round(allocation.specifiedMinutes! * weeks)
      const given = minutesDelivered(mine)
      return [
        listName(pupil),
        provision?.name ?? 'Archived provision',
        given >= due
          ? 'As much as is specified'
          : mine.minutesPlanned >= due
            ? 'Planned, not delivered'
            : 'Less planned than is specified',
        (allocation.sessionsPerWeek ?? 0) * (allocation.minutes ?? 0),
        allocation.specifiedMinutes,
        weeks,
        due,
        mine.minutesPlanned,
        given,
        due === 0 ? '' : Math.floor((100 * given) / due) / 100,
        Math.max(0, due - given),
        allocation.key,
        places.get(allocation.key)!,
      ]
    }),
  )
  page.gap()
}
