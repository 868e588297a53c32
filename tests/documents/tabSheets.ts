import type { MapInput } from '../../src/documents/provisionMap/input.ts'
import { plain, type Sheet, type Workbook } from '../../src/documents/xlsx/model.ts'
import { show } from '../../src/domain/fields.ts'
import { grouped } from '../../src/domain/grouped.ts'
import { fieldOf } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { calledName, Pupil } from '../../src/domain/records/pupil.ts'
import { toolsOf, valueOf } from '../../src/domain/rules/analysisGroups.ts'
import { type MeasuredLine, measuredLines } from '../../src/domain/rules/analysisLines.ts'
import { allocationCost } from '../../src/domain/rules/cost.ts'
import { deployment } from '../../src/domain/rules/deployment.ts'
import { shareOfWeeks } from '../../src/domain/rules/deploymentPeople.ts'
import { goalAttainment } from '../../src/domain/rules/goalAttainment.ts'
import { filledFromGroups } from '../../src/domain/rules/groupLines.ts'
import { deployedUntilLeft, leaversOf, linesUntilLeft } from '../../src/domain/rules/leaving.ts'
import { ratedOf } from '../../src/domain/rules/impact.ts'
import { levelsOn } from '../../src/domain/rules/levels.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { setting } from '../../src/domain/rules/settings.ts'
import { academicYearOf } from '../../src/domain/rules/schoolYear.ts'
import { tabMoney } from './tabMoney.ts'
import { tableRows } from './tabWhatIf.ts'

type Sides = { readonly sheet: unknown; readonly tab: unknown }
const sheetOf = (workbook: Workbook, id: string) => workbook.sheets.find((sheet) => sheet.id === id)!
const pence = (value: unknown) => Math.round(Number(value) * 100)
/** Minutes of a part of a day; the sheet keeps hours as Excel does. */
const minutes = (value: unknown) => (value === null ? null : Math.round(Number(value) * 1440 * 1e6) / 1e6)
const nothing = (value: unknown) => (value === '' || value === undefined ? null : value)

/** What support is given by, as the tab reckons: of the school's days, and no longer than a pupil is there. */
const givenBy = (input: MapInput) => ({
  calendar: calendarOf(input.termDates ?? []),
  leavers: leaversOf(input.pupils),
  weeksInYear: setting(input.school, 'weeksInYear'),
})

/** Lines of the school year as the tab has them: filled from their groups, to the last day of who leaves, each with its cost in pence. */
const linesOf = (input: MapInput) => {
  const year = academicYearOf(input.today)
  const known = new Map(input.pupils.map((pupil) => [pupil.key, pupil]))
  const offers = new Map(input.provisions.map((provision) => [provision.key, provision]))
  const { calendar, leavers, weeksInYear } = givenBy(input)
  const filled = filledFromGroups(input.allocations, input.groups ?? [], calendar)
  return linesUntilLeft(filled, leavers, calendar, weeksInYear)
    .filter(({ from, until }) => from <= `${year + 1}-08-31` && (until === null || until >= `${year}-09-01`))
    .flatMap((line) => {
      const pupil = known.get(line.pupil)
      const cost = allocationCost(line, input.rates).cost?.perPupilPence ?? 0
      return pupil ? [{ line, pupil, provision: offers.get(line.provision), cost }] : []
    })
}
const costOf = (lines: readonly { readonly cost: number }[]) => lines.reduce((sum, { cost }) => sum + cost, 0)

const levelOf = (input: MapInput) => {
  const levels = levelsOn(input.levels ?? [], input.today, input.provisions.map(({ level }) => level)) // prettier-ignore
  const names = new Map(levels.map(({ level, name }) => [level, name]))
  return (provision: Provision | undefined) => (provision ? (names.get(provision.level) ?? '') : '')
}

/** Lines and pence by level, area, year group, who delivers and who pays. */
export const totalFigures = (workbook: Workbook, input: MapInput): Sides => {
  const sheet = sheetOf(workbook, 'totals')
  const level = levelOf(input)
  const lines = linesOf(input)
  const by = (label: (one: (typeof lines)[number]) => string) =>
    Object.fromEntries(
      [...grouped(lines, label)].filter(([name]) => name !== '').map(([name, own]) => [name, [own.length, costOf(own)]]),
    ) // prettier-ignore
  const of = (end: string) =>
    Object.fromEntries(
      tableRows(sheet, end)
        .filter((row) => row['Lines'] !== 0)
        .map((row) => [Object.values(row)[0], [row['Lines'], pence(row['Cost'])]]),
    )
  return {
    sheet: Object.fromEntries(
      ['ByLevel', 'ByArea', 'ByYear', 'ByRole', 'ByFunding'].map((end) => [end, of(end)]),
    ),
    tab: {
      ByLevel: by(({ provision }) => level(provision)),
      ByArea: by(({ provision }) => show(fieldOf(Provision, 'areaOfNeed'), provision?.areaOfNeed)),
      ByYear: by(({ pupil }) => show(fieldOf(Pupil, 'yearGroup'), pupil.yearGroup)),
      ByRole: by(({ line }) => show(fieldOf(Allocation, 'role'), line.role)),
      ByFunding: by(({ line }) => show(fieldOf(Allocation, 'funding'), line.funding)),
    },
  }
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

/** Minutes a week of each member of staff, as Staff shows them. */
export const staffFigures = (workbook: Workbook, input: MapInput): Sides => {
  const { staff = [], slots = [], slotPupils = [] } = input.more ?? {}
  const groups = input.groups ?? []
  const { calendar, leavers } = givenBy(input)
  const lines = filledFromGroups(input.allocations, groups, calendar)
  const use = deployment(deployedUntilLeft({ staff, groups, lines, slots, slotPupils }, leavers), input.today)
  const rows = tableRows(sheetOf(workbook, 'timetable'), 'StaffHours')
  return {
    sheet: Object.fromEntries(
      rows.map((row) => [
        row['Who'],
        [
          minutes(row['For support']),
          minutes(row['Timetable']),
          minutes(row['Preparation']),
          minutes(row['Used']),
          minutes(row['Over']),
          ...Object.values(row).slice(3, 8).map(minutes),
        ],
      ]),
    ),
    tab: Object.fromEntries(
      use
        .filter(({ timetabled, bought }) => timetabled > 0 || bought !== null)
        .map((one) => [
          one.name,
          [
            one.bought,
            one.timetabled,
            one.preparation,
            one.used,
            one.over,
            ...days.map((day) =>
              one.week[day].reduce((sum, { slot }) => sum + slot.minutes * shareOfWeeks(slot), 0),
            ),
          ],
        ]),
    ),
  }
}

/** What each line changed and cost, what each provision came to, and goals, as Impact and the pupil's screen have them. */
export const impactFigures = (workbook: Workbook, input: MapInput): Sides => {
  const { scores = [], tools = [], goals = [] } = input.more ?? {}
  const sheet = sheetOf(workbook, 'impact')
  const own = new Set(linesOf(input).map(({ line }) => line.key))
  const measured = measuredLines({
    allocations: input.allocations,
    groups: input.groups ?? [],
    ...givenBy(input),
    scores,
    tools,
    goals,
    rates: input.rates,
    sessions: null,
  }).filter(({ line }) => own.has(line.key))
  const seen = measured.filter(({ impact }) => impact.entry !== null || impact.exit !== null)
  const lineOf = ({ impact: { compared, cost }, costPence }: MeasuredLine) => {
    const known = compared.tool === null ? null : compared
    return [
      known?.gain ?? null,
      known?.met === null || known === null ? null : known.met ? 'Yes' : 'No',
      known?.ratio.value ?? null,
      known?.standardised.value ?? null,
      costPence === null ? NaN : costPence,
      cost.value ?? null,
    ]
  }
  const names = new Map(input.provisions.map(({ key, name }) => [key, name]))
  const outcomes = toolsOf(measured).flatMap(({ tool }) =>
    valueOf(measured, tool, (key) => names.get(key) ?? 'Archived provision').parts.map(
      ({ name, start, end, effect, measured: n, met }) =>
        [
          `${name} · ${tool.name}`,
          [n, start.value, end.value, effect.value, met.value === null ? null : [met.met, met.n, met.value]],
        ] as const,
    ),
  )
  const table = (end: string) =>
    sheet.tables.some(({ name }) => name.replace(/_\d+$/, '').endsWith(end)) ? tableRows(sheet, end) : []
  const shown = new Set<string>(outcomes.map(([name]) => name))
  const near = (value: unknown) => (value === '' || value === null ? null : Math.round(Number(value) * 1e9) / 1e9) // prettier-ignore
  return {
    sheet: {
      lines: Object.fromEntries(
        table('Impact').map((row) => [
          row['Record key'],
          [
            nothing(row['Gain']),
            nothing(row['Met']),
            nothing(row['Ratio gain']),
            nothing(row['Change of SS']),
            row['Cost'] === 'Unfinished' ? NaN : pence(row['Cost']),
            row['Cost of a unit of gain'] === '' ? null : pence(row['Cost of a unit of gain']),
          ],
        ]),
      ),
      effects: Object.fromEntries(
        table('GroupEffects')
          .filter((row) => shown.has(String(row['Set'])))
          .map((row) => [
            row['Set'],
            [
              row['Pupils with both'],
              near(row['Mean at start']),
              near(row['Mean at end']),
              nothing(row['Effect size d']),
              row['Share that met it'] === ''
                ? null
                : [
                    row['Met target'],
                    row['Target known'],
                    Math.round(Number(row['Share that met it']) * 100),
                  ],
            ],
          ]),
      ),
      goals: Object.fromEntries(table('GoalScores').map((row) => [row['Pupil'], nothing(row['T score'])])),
    },
    tab: {
      lines: Object.fromEntries(seen.map((one) => [one.line.key, lineOf(one)])),
      effects: Object.fromEntries(
        outcomes.map(([name, [n, start, end, ...rest]]) => [name, [n, near(start), near(end), ...rest]]),
      ),
      goals: Object.fromEntries(
        [...grouped(goals, ({ pupil }) => pupil)].flatMap(([key, own2]) => {
          const pupil = input.pupils.find((one) => one.key === key)
          const onMap = linesOf(input).some(({ line }) => line.pupil === key)
          return pupil && onMap
            ? [[`${pupil.surname}, ${calledName(pupil)}`, goalAttainment(own2.map(ratedOf)).value]]
            : []
        }),
      ),
    },
  }
}

const figuresOf = (sheet: Sheet): Map<string, unknown> =>
  new Map(sheet.rows.map(({ cells }) => [String(plain(cells[0] ?? null)), plain(cells[1] ?? null)]))

/** Each pupil's own sheet: lines, their cost by level, and the financial year against the threshold. */
export const ownSheetFigures = (workbook: Workbook, input: MapInput): Sides => {
  const money = new Map(tabMoney(input).pupils.map((year) => [year.pupil.key, year]))
  const level = levelOf(input)
  const lines = linesOf(input)
  const sheets = workbook.sheets.filter(({ id }) => /^pupil\d+$/.test(id))
  const sides = sheets.map((sheet) => {
    const rows = sheet.tables.find(({ name }) => /^Costed\d+(_\d+)?$/.test(name))!.name
    const table = tableRows(sheet, rows)
    const pupil = lines.find(({ line }) => line.key === table[0]!['Record key'])!.line.pupil
    const own = lines.filter(({ line }) => line.pupil === pupil)
    const said = figuresOf(sheet)
    const year = money.get(pupil)
    const byLevel = tableRows(sheet, 'Levels').filter((row) => row['Cost'] !== 0)
    const tabLevels = [...grouped(own, ({ provision }) => level(provision))]
      .map(([name, some]) => [name, costOf(some)] as const)
      .filter(([name, cost]) => cost !== 0 && name !== '')
    const figures = [
      ['Cost in the year', year?.actual],
      ['Counts towards the threshold', year?.counted],
      ['Up to the threshold', year?.element2Used],
      ['Above the threshold', year?.aboveThreshold],
      ['Below the threshold', year?.belowThreshold],
      ['Top-up in the year', year?.topUp],
      ['Gap after top-up', year?.topUpGap],
    ] as const
    return {
      sheet: [
        Object.fromEntries(table.map((row) => [row['Record key'], row['Cost'] === 'Unfinished' ? 0 : pence(row['Cost'])])), // prettier-ignore
        pence(said.get('Cost of the lines above')),
        Object.fromEntries(byLevel.map((row) => [Object.values(row)[0], pence(row['Cost'])])),
        figures.map(([label]) => pence(said.get(label))),
      ],
      tab: [
        Object.fromEntries(own.map(({ line, cost }) => [line.key, cost])),
        costOf(own),
        Object.fromEntries(tabLevels),
        figures.map(([, figure]) => figure?.pence ?? 0),
      ],
    }
  })
  return { sheet: sides.map(({ sheet }) => sheet), tab: sides.map(({ tab }) => tab) }
}
