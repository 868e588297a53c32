import { expect, test } from 'vitest'
import { holdsPlanData, type PlanTold } from '../../src/domain/rules/planData.ts'

const never: PlanTold = { status: 'K', planIssued: null, planVersion: null, lastDecision: null }

test('a record with a trace of a plan is logged, whatever its status was changed to', () => {
  expect(holdsPlanData(never)).toBe(false)
  expect(holdsPlanData({ ...never, status: 'N' })).toBe(false)
  expect(holdsPlanData({ ...never, status: 'E' })).toBe(true)
  for (const day of ['planIssued', 'planVersion', 'lastDecision'] as const)
    expect(holdsPlanData({ ...never, status: 'N', [day]: '2024-09-01' })).toBe(true)
})
