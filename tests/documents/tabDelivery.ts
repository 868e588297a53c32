import { mapLines, type MapInput } from '../../src/documents/provisionMap/input.ts'
import type { Workbook } from '../../src/documents/xlsx/model.ts'
import { summed, sumsBy } from '../../src/domain/rules/ledger.ts'
import { schoolLedger } from '../../src/domain/rules/ledgerSchool.ts'
import { keptPercent, minutesDelivered } from '../../src/domain/rules/ledgerStanding.ts'
import type { LedgerSums } from '../../src/domain/rules/ledgerTypes.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { tableRows } from './tabWhatIf.ts'

const figuresOf = (sums: LedgerSums) => [
  sums.planned,
  sums.held,
  sums.unlogged,
  sums.minutesPlanned,
  minutesDelivered(sums),
  keptPercent(sums) ?? '',
]
const rowFigures = (row: Record<string, unknown>) => [
  row['Planned'],
  row['Held'],
  row['Not logged'],
  row['Minutes planned'],
  Number(row['Minutes given as planned']) + Number(row['Minutes made up for']),
  row['Share delivered'] === '' ? '' : Math.round(Number(row['Share delivered']) * 100),
]

/** Delivery by member of staff and by line of the plan: on the sheet, and as the Delivered tab reckons the school year so far. */
export const deliveryFigures = (workbook: Workbook, input: MapInput) => {
  const sheet = workbook.sheets.find(({ id }) => id === 'delivery')!
  const own = new Set(mapLines(input).lines.map(({ allocation }) => allocation.key))
  const year = Number(input.today.slice(0, 4)) - (input.today.slice(5) < '09-01' ? 1 : 0)
  const { entries } = schoolLedger(
    {
      allocations: input.allocations,
      groups: input.groups ?? [],
      pupils: input.pupils,
      slots: input.more?.slots ?? [],
      calendar: calendarOf(input.termDates ?? []),
      counted: input.school ?? null,
      deliveries: input.more?.deliveries ?? [],
      today: input.today,
    },
    `${year}-09-01`,
    input.today,
  )
  const mine = entries.filter(({ allocation }) => own.has(allocation))
  const has = ([, sums]: readonly [string, LedgerSums]) => sums.planned + sums.outside > 0
  const byStaff = [...sumsBy(mine, ({ staff }) => staff ?? 'Nobody named')].filter(has)
  const inPlan = new Map(
    input.allocations.map((line) => [line.key, line.inPlan && line.specifiedMinutes !== null]),
  )
  const byLine = [...sumsBy(mine, ({ allocation }) => allocation)].filter(([key]) => inPlan.get(key))
  const found = new Map(byLine)
  const specified = sheet.tables.some(({ name }) => name.startsWith('Specified'))
    ? tableRows(sheet, 'Specified')
    : []
  return {
    sheet: {
      staff: Object.fromEntries(tableRows(sheet, 'ByStaff').map((row) => [row['Who'], rowFigures(row)])),
      plan: Object.fromEntries(
        specified.map((row) => [row['Record key'], [row['Planned'], row['Delivered']]]),
      ),
      whole: tableRows(sheet, 'Delivery').reduce<number>(
        (sum, row) => sum + Number(row['Minutes planned']),
        0,
      ),
    },
    tab: {
      staff: Object.fromEntries(byStaff.map(([name, sums]) => [name, figuresOf(sums)])),
      plan: Object.fromEntries(
        specified.map((row) => {
          const sums = found.get(String(row['Record key']))
          return [row['Record key'], sums ? [sums.minutesPlanned, minutesDelivered(sums)] : [0, 0]]
        }),
      ),
      whole: summed([...new Map(byStaff).values()]).minutesPlanned,
    },
  }
}
