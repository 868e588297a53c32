import type { MapInput } from '../../src/documents/provisionMap/input.ts'
import { moneyYearOf } from '../../src/domain/rules/annualise.ts'
import { moneyOf } from '../../src/domain/rules/elements.ts'
import type { SchoolMoney } from '../../src/domain/rules/moneyTypes.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { plain, type Workbook } from '../../src/documents/xlsx/model.ts'
import { moneyInput, type MoneyRecords, yearStartOf } from '../../src/ui/money/useMoneyRecords.ts'

/** The money that the tab shows, of the same records as a map’s. */
export const tabMoney = (input: MapInput): SchoolMoney => {
  const records = {
    pupils: input.pupils,
    provisions: input.provisions,
    groups: input.groups ?? [],
    allocations: input.allocations,
    rates: input.rates,
    schools: input.school ? [{ ...input.school, key: 'school' }] : [],
    rulebooks: input.more?.rulebooks ?? [],
    fundings: input.more?.fundings ?? [],
    bands: input.more?.bands ?? [],
    calendar: calendarOf(input.termDates ?? []),
  } as never as MoneyRecords
  const year = moneyYearOf(input.today, yearStartOf(records, input.today))
  return moneyOf(moneyInput(records, year, input.today))
}

/** What each pupil’s row of the sheet of money says, by the pupil’s key. Pence. */
export const moneyRows = (workbook: Workbook): Record<string, Record<string, number>> => {
  const sheet = workbook.sheets.find(({ id }) => id === 'money')!
  const { area, columns } = sheet.tables[0]!
  const heads = columns.map(({ name }) => name)
  return Object.fromEntries(
    sheet.rows.slice(area.row + 1, area.row + area.rows).map(({ cells }) => {
      const of = (head: string) => plain(cells[heads.indexOf(head)]!)
      const pence = (head: string) => Math.round(Number(of(head)) * 100)
      return [
        String(of('Pupil key')),
        {
          actual: pence('Cost in the year'),
          counted: pence('Counts towards the threshold'),
          used: pence('Up to the threshold'),
          above: pence('Above the threshold'),
          topUp: pence('Top-up in the year'),
          gap: pence('Gap after top-up'),
        },
      ]
    }),
  )
}
export const tabRows = (money: SchoolMoney): Record<string, Record<string, number>> =>
  Object.fromEntries(
    money.pupils.map((one) => [
      one.pupil.key,
      {
        actual: one.actual.pence,
        counted: one.counted.pence,
        used: one.element2Used.pence,
        above: one.aboveThreshold.pence,
        topUp: one.topUp.pence,
        gap: one.topUpGap.pence,
      },
    ]),
  )
/** A figure above the table of pupils, in pence. */
const moneyFigure = (workbook: Workbook, label: string): number | null => {
  const row = workbook.sheets
    .find(({ id }) => id === 'money')!
    .rows.find(({ cells }) => plain(cells[0] ?? null) === label)
  return row ? Math.round(Number(plain(row.cells[1]!)) * 100) : null
}
/** The school’s own figures on the sheet and in the tab, side by side. */
export const schoolFigures = (workbook: Workbook, money: SchoolMoney): [string, number | null, number][] =>
  (
    [
      ['Lines of support in the year', money.linesPence],
      ['Rounding', money.roundingDifference],
      ['Groups: not shared out', money.unsharedPence],
      ['Provision costs', money.total.pence],
      ['Paid, and not counted', money.notCounted.pence],
      ['Counts beyond its cost', money.aboveCost.pence],
      ['Element 2: up to the threshold', money.element2Used.pence],
      ['Element 3: top-up in the year', money.topUp.pence],
      ['Gaps that the school pays', money.topUpGap.pence],
      ['The school spends', money.schoolSpend.pence],
      ...(money.notionalBalance
        ? [['Left of the notional SEN budget', money.notionalBalance.pence] as const]
        : []),
    ] as const
  ).map(([label, pence]) => [label, moneyFigure(workbook, label), pence])
