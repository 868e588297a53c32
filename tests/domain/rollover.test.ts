import { expect, test } from 'vitest'
import { rolloverDue } from '../../src/domain/rules/rollover.ts'

const year = (n: number, yearGroup: string, left: string | null = null) =>
  ({ dateOfBirth: `${2022 - n}-03-03`, yearGroup, left }) as Parameters<typeof rolloverDue>[0][number]
// In 2026/27 a child born in March 2018 is in Year 4; in 2025/26 they were in Year 3.
const before = [year(4, '3'), year(4, '3'), year(5, '4'), year(6, '5')]
const after = [year(4, '4'), year(5, '5'), year(6, '6'), year(6, '5')]

test('the move is due from August, until most pupils are in their new year group', () => {
  expect(rolloverDue(before, '2026-07-31')).toBeNull()
  expect(rolloverDue(before, '2026-08-01')).toEqual({ year: 2026, by: '2026-09-01', behind: 4, pupils: 4 })
  expect(rolloverDue(before, '2026-10-31')).toMatchObject({ year: 2026 })
  expect(rolloverDue(before, '2026-11-01')).toBeNull()
  expect(rolloverDue(after, '2026-09-05')).toBeNull()
})
test('those who left, and who follow no year, are not counted', () => {
  expect(
    rolloverDue([...after, ...before.map((p) => ({ ...p, left: '2026-08-31' })), year(6, 'X')], '2026-09-05'),
  ).toBeNull()
  expect(rolloverDue([], '2026-09-05')).toBeNull()
})
