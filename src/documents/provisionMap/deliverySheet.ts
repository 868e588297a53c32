import { missedReasons } from '../../domain/records/delivery.ts'
import { showDay } from '../../domain/rules/day.ts'
import {
  ledger,
  plannedSessions,
  plannedWithoutTimes,
  summed,
  withinLines,
} from '../../domain/rules/ledger.ts'
import type { LedgerRow, LedgerSums, Missed } from '../../domain/rules/ledgerTypes.ts'
import { fidelity } from '../../domain/rules/fidelity.ts'
import { weekLetters } from '../../domain/rules/timetableWeek.ts'
import { inRow, type Plain, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { listName, type Line, mapCalendar, type MapInput, mapYear } from './input.ts'
import type { MapNames } from './names.ts'
import { pageOf, type Spec } from './page.ts'

const columns = [
  { width: 30 },
  { width: 26 },
  { width: 22 },
  { width: 18 },
  ...Array.from({ length: 16 }, () => ({ width: 9.5 })),
  { width: 22 },
  { width: 29, hidden: true as const },
]
const reasons = Object.entries(missedReasons) as [Missed, string][]
const nobody = 'Nobody named'
const noGroup = 'On their own'
const unreliable = 'Under 80%: scores say little'

/** What was planned and given from the start of the map's school year until its day, for the map's lines. */
export const ledgerRows = (input: MapInput, lines: readonly Line[]): LedgerRow[] => {
  const { slots = [], slotPupils = [], deliveries = [] } = input.more ?? {}
  const calendar = mapCalendar(input)
  const [from, until] = [`${mapYear(input)}-09-01`, input.today]
  const shown = new Set(lines.map(({ allocation }) => allocation.key))
  const groups = input.groups ?? []
  const allocations = input.allocations.filter(({ key }) => shown.has(key))
  const places = slotPupils.filter(({ allocation }) => shown.has(allocation))
  const planned = [
    ...withinLines(
      plannedSessions(
        { slots, slotPupils: places, calendar, letterOf: weekLetters(calendar, input.school ?? null) },
        from,
        until,
      ),
      { allocations, groups },
    ),
    ...plannedWithoutTimes({ allocations, groups, slotPupils: places, calendar }, from, until),
  ]
  const own = deliveries.filter(({ allocation }) => shown.has(allocation))
  return ledger({ planned, deliveries: own, allocations, groups, today: input.today }, from, until)
}

const held = (sums: LedgerSums): Plain => {
  const share = fidelity(sums.held, sums.planned)
  return share.value === null ? '' : share.value / 100
}
const reading = (sums: LedgerSums): string => {
  const share = fidelity(sums.held, sums.planned)
  return share.value === null || share.reliable ? '' : unreliable
}
const missedOf = (sums: LedgerSums) => reasons.reduce((count, [reason]) => count + sums.missed[reason], 0)
const short = (sums: LedgerSums) => sums.minutesPlanned - sums.minutesKept - sums.minutesCaughtUp

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
    `What was planned from September to ${showDay(input.today)} and what was given. Pale yellow: sessions and minutes as they were planned and logged. Sessions of today on that nobody has logged are not here yet.`,
  )
  const planned = page.figure('Sessions planned', all.planned, 'whole', `SUM(${whole('Planned')})`, '')
  const given = page.figure('Sessions held', all.held, 'whole', `SUM(${whole('Held')})`, '')
  page.figure(
    'Held as planned',
    held(all),
    'percent',
    `IF(${planned}=0,"",ROUND(100*${given}/${planned},0)/100)`,
    'Below 80%, what scores say of the support is unreliable',
  )
  page.figure(
    'Not logged',
    all.unlogged,
    'whole',
    `SUM(${whole('Not logged')})`,
    'Not called missed: nobody has said',
  )
  page.figure('Minutes planned', all.minutesPlanned, 'whole', `SUM(${whole('Minutes planned')})`, '')
  page.figure(
    'Minutes neither given nor made up for',
    short(all),
    'whole',
    `SUM(${whole('Minutes short')})`,
    'Of the minutes planned; what was given beyond the plan is not set against it',
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
        { name: 'Share held', style: 'calculated.percent', formula: shareFormula((c) => inRow(name, c)) },
        count('Minutes planned'),
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
          held(sums),
          sums.minutesPlanned,
          short(sums),
        ]
      }),
    )
    page.gap()
  }
  part('By group', names.deliveryByGroup, 'Group', groupOf)
  part('By who gave it', names.deliveryByStaff, 'Who', ({ staff }) => staff ?? nobody)

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
      { name: 'Share held', style: 'calculated.percent', formula: shareFormula(at) },
      count('Minutes planned'),
      count('Minutes given as planned'),
      count('Minutes made up for'),
      {
        name: 'Minutes short',
        style: 'calculated.whole',
        formula: `${at('Minutes planned')}-${at('Minutes given as planned')}-${at('Minutes made up for')}`,
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
        held(row),
        row.minutesPlanned,
        row.minutesKept,
        row.minutesCaughtUp,
        short(row),
        reading(row),
        row.allocation,
      ]
    }),
    true,
  )
  return page.sheet('delivery', names.sheets.delivery, footer)
}

const shareFormula = (at: (column: string) => string) =>
  `IF(${at('Planned')}=0,"",ROUND(100*${at('Held')}/${at('Planned')},0)/100)`
const readingFormula = (at: (column: string) => string) =>
  `IF(OR(${at('Planned')}=0,100*${at('Held')}>=80*${at('Planned')}),"","${unreliable}")`
