import { expect, test } from 'vitest'
import { lintXlsx } from '../../src/documents/lintXlsx.ts'
import { type MapInput, mapLines } from '../../src/documents/provisionMap/input.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { type SheetChoice, workbookSheets } from '../../src/documents/provisionMap/more.ts'
import { plain } from '../../src/documents/xlsx/model.ts'
import { xlsxBytes } from '../../src/documents/xlsx/xlsx.ts'
import { fullExample, workedExample } from '../documents/madeUpSchool.ts'
import type { AnyRecordType } from '../../src/domain/record.ts'
import { gatherMap, gatherMore } from '../../src/ui/gatherMap.ts'
import { moneyRows, schoolFigures, tabMoney, tabRows } from '../documents/tabMoney.ts'
import { bothSides, tabWhatIf } from '../documents/tabWhatIf.ts'
import { impactFigures, ownSheetFigures, staffFigures, totalFigures } from '../documents/tabSheets.ts'
import { deliveryFigures } from '../documents/tabDelivery.ts'
import { scenariosOf } from '../../src/documents/provisionMap/storedScenario.ts'
import { generatedRecords } from './generated.ts'
import { muchMore, whatIfs } from './whatIfs.ts'
import { disagreements } from './recalculated.ts'
import { hasLibreOffice, hasValidator, onDisk, validatorFindings } from './programs.ts'

const today = '2026-11-20'
const made = new Date('2026-11-20T09:00:00Z')

const everySheet = Object.keys(workbookSheets) as SheetChoice[]

const generated = async (phase: 'primary' | 'secondary', seed: number): Promise<MapInput> => {
  const { records: store } = generatedRecords(phase, seed, today)
  const all = (type: AnyRecordType) => store.store(type).all()
  const { records } = await gatherMap(all as never, { schoolName: phase, today })
  const { more } = await gatherMore(all as never, everySheet)
  const costed = records.pupils.filter((_, at) => at % 40 === 0).map(({ key }) => key)
  const input: MapInput = { ...records, more, sheets: everySheet, costed, scope: { is: 'school' } }
  const own = [
    ...whatIfs(input, '2027-01-04').slice(0, phase === 'primary' ? 2 : 1),
    // In a financial year that isn’t the map’s: its money has rules and top-ups of its own.
    ...(phase === 'primary' ? [muchMore(input, '2027-04-12', '01JD00000000000000000002ZZ')] : []),
  ]
  return { ...input, more: { ...more, scenarios: [...(more.scenarios ?? []), ...own] } }
}
const weekByWeek = (): MapInput => {
  const input = fullExample()
  return {
    ...input,
    school: { ...input.school!, partWay: 'weekly' },
    scope: { is: 'level', level: 'specialist' },
  }
}
/** Figures of few pupils shown, so that they can be compared. */
const nothingHidden = (input: MapInput): MapInput => ({
  ...input,
  school: { ...input.school!, fewestShown: 1 },
})
const inputs: Readonly<Record<string, () => Promise<MapInput>>> = {
  worked: async () => ({ ...workedExample(), sheets: everySheet }),
  full: async () => nothingHidden({ ...fullExample(), sheets: everySheet }),
  'week by week': async () => weekByWeek(),
  primary: () => generated('primary', 11),
  secondary: () => generated('secondary', 12),
}

test.runIf(hasValidator)(
  'Microsoft’s validator and our own checker find nothing in the maps',
  async () => {
    const files = await Promise.all(
      Object.entries(inputs).map(async ([name, input]) => ({
        name: `${name}.xlsx`,
        bytes: await xlsxBytes(provisionMap(await input()), made),
      })),
    )
    expect(files.flatMap(({ bytes }) => lintXlsx(bytes))).toEqual([])
    expect(await validatorFindings(onDisk(files))).toEqual([])
  },
  240_000,
)

test.runIf(hasLibreOffice).each(Object.keys(inputs))(
  'LibreOffice, made to recalculate, comes in every cell of every sheet to what the domain says: %s',
  async (name) => {
    const input = await inputs[name]!()
    const workbook = provisionMap(input)
    const { wrong, agreed } = disagreements(workbook, await xlsxBytes(workbook, made))
    expect([name, wrong.slice(0, 20)]).toEqual([name, []])
    // A sheet without formulas that agree was not compared at all.
    const asked = input.sheets?.includes('scenario')
      ? [
          'scenario',
          ...scenariosOf(input).flatMap((_, at) => [
            `whatIf${at + 1}`,
            `whatIfWeeks${at + 1}`,
            `whatIf${at + 1}Money`,
            `whatIf${at + 1}MoneyLines`,
            `whatIf${at + 1}MoneyWeeks`,
          ]),
        ]
      : []
    for (const sheet of ['map', 'totals', 'money', 'moneyLines', 'moneyWeeks', 'rates', ...asked])
      expect([sheet, agreed.get(sheet) ?? 0]).not.toEqual([sheet, 0])
    if (name === 'full')
      expect([...agreed.keys()]).toEqual(
        expect.arrayContaining(['pupil1', 'pupil2', 'timetable', 'delivery', 'impact']),
      )
    const money = tabMoney(input)
    if (input.scope.is === 'school') {
      expect([name, moneyRows(workbook)]).toEqual([name, tabRows(money)])
      for (const [label, sheet, tab] of schoolFigures(workbook, money))
        expect([name, label, sheet]).toEqual([name, label, tab])
    }
    for (const [at, scenario] of scenariosOf(input).entries()) {
      const { sheet, tab } = bothSides(workbook, at + 1, tabWhatIf(input, scenario))
      expect([name, scenario.name, sheet]).toEqual([name, scenario.name, tab])
    }
    if (input.more?.deliveries?.length) {
      const { sheet, tab } = deliveryFigures(workbook, input)
      expect([name, sheet]).toEqual([name, tab])
    }
    if (input.scope.is === 'school') {
      for (const figures of [totalFigures, ownSheetFigures]) {
        const { sheet, tab } = figures(workbook, input)
        expect([name, sheet]).toEqual([name, tab])
      }
      if (workbook.sheets.some(({ id }) => id === 'timetable')) {
        const { sheet, tab } = staffFigures(workbook, input)
        expect([name, sheet]).toEqual([name, tab])
      }
      if (workbook.sheets.some(({ id }) => id === 'impact')) {
        const whole = nothingHidden(input)
        const { sheet, tab } = impactFigures(provisionMap(whole), whole)
        expect([name, sheet]).toEqual([name, tab])
      }
    }
    const { lines } = mapLines(input)
    const map = workbook.sheets[0]!
    expect(map.rows.slice(3).map(({ cells }) => plain(cells[12]!))).toEqual(
      lines.map(({ cost }) => (cost.cost ? cost.cost.perPupilPence / 100 : 'Unfinished')),
    )
  },
  600_000,
)
