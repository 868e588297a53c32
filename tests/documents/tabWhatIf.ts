import type { MapInput } from '../../src/documents/provisionMap/input.ts'
import { plain, type Sheet, type Workbook } from '../../src/documents/xlsx/model.ts'
import type { Scenario } from '../../src/domain/records/scenario.ts'
import { figureRows } from '../../src/domain/rules/scenarioFigureRows.ts'
import { readScenario } from '../../src/domain/rules/scenarioText.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { type Reckoned, reckoned } from '../../src/tab/provision/scenarios/useScenario.ts'

/** What the tab’s What if shows of a scenario, of the same records as a map’s. */
export const tabWhatIf = (input: MapInput, scenario: Scenario & { readonly key: string }): Reckoned => {
  const { more = {} } = input
  const records = {
    pupils: input.pupils,
    provisions: input.provisions,
    groups: input.groups ?? [],
    allocations: input.allocations,
    rates: input.rates,
    schools: more.schools ?? [],
    rulebooks: more.rulebooks ?? [],
    fundings: more.fundings ?? [],
    bands: more.bands ?? [],
    staff: more.staff ?? [],
    slots: more.slots ?? [],
    slotPupils: more.slotPupils ?? [],
    calendar: calendarOf(input.termDates ?? []),
  } as never as Parameters<typeof reckoned>[2]
  return reckoned(scenario, readScenario(scenario.changes).changes ?? [], records, 0)
}

/** The rows of a table of a sheet, each value by its heading. */
export const tableRows = (sheet: Sheet, end: string): Record<string, unknown>[] => {
  const table = sheet.tables.find(({ name }) => name.endsWith(end))!
  const heads = table.columns.map(({ name }) => name)
  return sheet.rows
    .slice(table.area.row + 1, table.area.row + table.area.rows)
    .map(({ cells }) => Object.fromEntries(heads.map((head, at) => [head, plain(cells[at] ?? null)])))
}

const pence = (value: unknown) => Math.round(Number(value) * 100)

/** Figures, terms and pupils of a what if: on its sheet, and in the tab. Pence, and minutes a week. */
export const bothSides = (workbook: Workbook, at: number, tab: Reckoned) => {
  const sheet = workbook.sheets.find(({ id }) => id === `whatIf${at}`)!
  const figures = tableRows(sheet, 'Figures').map((row) => {
    const { name, is } = figureRows.find(({ words }) => words === row['Figure'])!
    const read = is === 'money' ? pence : Number
    return [name, read(row['As it is']), read(row['With it']), read(row['Difference'])]
  })
  const tabFigures = figures.map(([name]) => {
    const row = figureRows.find((one) => one.name === name)!
    return [name, row.value(tab.before), row.value(tab.after), tab.compared.difference[row.name]]
  })
  const terms = tableRows(sheet, 'Terms')
    .slice(2)
    .flatMap((row) =>
      row['As it is'] === 0 && row['With it'] === 0 ? [] : [[pence(row['As it is']), pence(row['With it'])]],
    )
  const termsOf = ({ money }: Reckoned['before']) =>
    new Map(money.terms.map(({ span, of, pence: own }) => [`${of}${span?.from}`, own]))
  const [was, is] = [termsOf(tab.before), termsOf(tab.after)]
  const tabTerms = [...new Set([...was.keys(), ...is.keys()])]
    .map((term) => [was.get(term) ?? 0, is.get(term) ?? 0])
    .filter(([a, b]) => a !== 0 || b !== 0)
  const pupils = Object.fromEntries(
    tableRows(sheet, 'Pupils')
      // An empty table has one empty row.
      .filter((row) => row['Pupil key'])
      .map((row) => [
        String(row['Pupil key']),
        [
          pence(row['The year, as it is']),
          pence(row['The year, with it']),
          pence(row['The year, difference']),
        ],
      ]),
  )
  const costOf = ({ money }: Reckoned['before']) =>
    new Map(
      money.pupils.flatMap(({ pupil, lines, actual }) =>
        lines.length > 0 ? [[pupil.key, actual.pence] as const] : [],
      ),
    )
  const [before, after] = [costOf(tab.before), costOf(tab.after)]
  const tabPupils = Object.fromEntries(
    [...new Set([...before.keys(), ...after.keys()])].map((key) => {
      const [a, b] = [before.get(key) ?? 0, after.get(key) ?? 0]
      return [key, [a, b, b - a]]
    }),
  )
  return {
    sheet: { figures, terms, pupils },
    tab: { figures: tabFigures, terms: tabTerms, pupils: tabPupils },
  }
}
