import { expect, test } from 'vitest'
import { allocationCost } from '../../src/domain/rules/cost.ts'
import { filledFromGroups, fromGroup } from '../../src/domain/rules/groupLines.ts'
import { schoolLedger } from '../../src/domain/rules/ledgerSchool.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { slotPupilsOf } from '../../src/domain/rules/timetablePupils.ts'
import { generateSchool } from '../../src/emulator/seed/generateSchool.ts'
import { withoutRepeats } from '../../src/emulator/seed/groupRows.ts'
import type { Row } from '../../src/emulator/seed/rows.ts'

const today = '2026-11-20'
const flat = <T>(rows: readonly Row<T>[]) => rows.map(({ key, record }) => ({ ...record, key }))

test.each(['primary', 'secondary'] as const)(
  'a fact of a group is typed once in the made-up %s school, and nothing that is counted moves by it',
  (kind) => {
    const school = generateSchool(kind, 20_260_907, today)
    const [allocations, groups] = [flat(school.Allocation), flat(school.Group)]
    const calendar = calendarOf(flat(school.TermDate))
    const groupOf = new Map(groups.map((group) => [group.key, group]))
    const inGroup = allocations.filter(({ group }) => group !== null)
    expect(inGroup.length).toBeGreaterThan(20)
    for (const line of inGroup) {
      const group = groupOf.get(line.group!)!
      for (const field of [...fromGroup, 'until'] as const)
        expect(line[field] === null || line[field] !== group[field], field).toBe(true)
    }

    // As it would be with everything typed into each line.
    const typed = filledFromGroups(allocations, groups, calendar)
    const blankAgain = withoutRepeats(
      typed.map(({ key, ...record }) => ({ key, record })),
      school.Group,
    )
    expect(flat(blankAgain)).toEqual(allocations)
    const rates = flat(school.Rate)
    const costs = (lines: typeof typed) =>
      lines.map((line) => allocationCost(line, rates).cost?.perPupilPence)
    expect(costs(filledFromGroups(allocations, groups, calendar))).toEqual(costs(typed))
    expect(costs(typed).filter((pence) => pence !== undefined).length).toBeGreaterThan(20)
    const rows = (lines: typeof typed) => {
      const sources = {
        allocations: lines,
        groups,
        slots: flat(school.Slot),
        pupils: flat(school.Pupil),
        calendar,
        counted: flat(school.School)[0] ?? null,
        deliveries: flat(school.Delivery),
        today,
      }
      return { ledger: schoolLedger(sources, '2026-09-01', today).rows, copies: slotPupilsOf(sources) }
    }
    expect(rows(allocations)).toEqual(rows(typed))
  },
)
