import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { staffRoles } from '../../src/domain/rules/codes.ts'
import { mapLines } from '../../src/documents/provisionMap/input.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { xlsxBytes } from '../../src/documents/xlsx/xlsx.ts'
import { spot } from '../../src/emulator/office/excel/book.ts'
import { Calculator } from '../../src/emulator/office/excel/calculate.ts'
import { readWorkbook } from '../../src/emulator/office/excel/readXlsx.ts'
import { nodeXml } from '../../src/emulator/office/nodeXml.ts'
import { allocation, provision, pupil, rate, workedExample } from '../documents/madeUpSchool.ts'
import { makeModel, startEngine } from './excelHost.ts'

beforeAll(startEngine)

const maybe = <T>(given: fc.Arbitrary<T>) => fc.option(given, { freq: 8 })
const role = fc.constantFrom(...(Object.keys(staffRoles) as (keyof typeof staffRoles)[]))
const anyLine = fc.record({
  from: fc.constantFrom('2026-09-01', '2026-08-31', '2027-01-04', '2025-12-31'),
  role: maybe(role),
  sessionsPerWeek: maybe(fc.integer({ min: 0, max: 2000 }).map((n) => n / 100)),
  minutes: maybe(fc.integer({ min: 0, max: 600 })),
  prepMinutes: maybe(fc.integer({ min: 0, max: 120 })),
  weeks: maybe(fc.integer({ min: 0, max: 600 }).map((n) => n / 10)),
  groupSize: maybe(fc.integer({ min: 1, max: 60 })),
  charge: maybe(fc.constantFrom('share' as const, 'full' as const)),
  resources: maybe(fc.integer({ min: 0, max: 500_000 })),
  external: maybe(fc.integer({ min: 0, max: 500_000 })),
})
const anyRate = fc.record({
  role,
  from: fc.constantFrom('2024-09-01', '2026-01-01', '2026-09-01'),
  basis: fc.constantFrom('hour' as const, 'weeklyHour' as const),
  amount: fc.integer({ min: 1, max: 200_000 }),
  weeks: fc.integer({ min: 10, max: 520 }).map((n) => n / 10),
})

test(
  'whatever the lines and rates, the formulas come to what the domain says, to the penny, or say what is missing',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(anyLine, { minLength: 20, maxLength: 40 }),
        fc.array(anyRate, { maxLength: 14 }),
        async (lines, rates) => {
          const [who, what] = [pupil(), provision()]
          const input = {
            ...workedExample(),
            pupils: [who],
            provisions: [what],
            rates: rates.map((given) => rate(given)),
            allocations: lines.map((given) => allocation({ pupil: who, provision: what }, given)),
          }
          const bytes = await xlsxBytes(provisionMap(input), new Date('2026-11-22T09:00:00Z'))
          const book = readWorkbook(bytes, 'map.xlsx', nodeXml())
          for (const sheet of book.sheets)
            for (const cell of sheet.cells.values())
              if (cell.formula !== undefined) cell.value = 'not worked out'
          new Calculator(makeModel).all(book)
          const cells = book.sheets[0]!.cells
          const worked = mapLines(input).lines.map((_, at) => ({
            cost: cells.get(spot(3 + at, 12))!.value,
            missing: cells.get(spot(3 + at, 13))!.value,
          }))
          expect(worked).toEqual(
            mapLines(input).lines.map(({ cost }) => ({
              cost: cost.cost ? cost.cost.perPupilPence / 100 : 'Unfinished',
              missing: cost.missing?.join('; ') ?? '',
            })),
          )
        },
      ),
      { numRuns: 25, endOnFailure: true },
    ),
  // Each run writes a whole workbook, reads it and works all of it out: half a minute of work on its own.
  300_000,
)
