import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import {
  allocationCost,
  cost,
  type CostInputs,
  hourlyRate,
  pupilMoney,
  rateOn,
  schoolTotal,
} from '../../src/domain/rules/cost.ts'
import { exactly, fraction, over, rounded, times } from '../../src/domain/rules/fraction.ts'

const teachingAssistant = hourlyRate({ basis: 'weeklyHour', amount: 65360, weeks: 38 })
const line = (given: Partial<CostInputs>): CostInputs => ({
  pencePerHour: teachingAssistant,
  sessionsPerWeek: 1,
  minutes: 60,
  prepMinutes: 0,
  weeks: 38,
  groupSize: 1,
  resources: 0,
  external: 0,
  charge: 'share',
  ...given,
})

test('the worked example of the guidance comes out to the penny', () => {
  const lines = [
    cost(line({ sessionsPerWeek: 3, minutes: 20, weeks: 12, groupSize: 4 })),
    cost(line({ sessionsPerWeek: 5, minutes: 15 })),
    cost(line({ sessionsPerWeek: 10, groupSize: 3 })),
    cost(line({ pencePerHour: exactly(6200), minutes: 30, weeks: 19 })),
  ]
  expect(lines.map((l) => l.perPupilPence)).toEqual([5160, 81700, 217867, 58900])
  expect(lines[0]!.groupTotalPence).toBe(20640)
  const money = pupilMoney(
    lines.map((l) => l.perPupilPence),
    600_000,
    0,
  )
  expect(money).toEqual({
    additional: 363627,
    element2Used: 363627,
    aboveThreshold: 0,
    topUpGap: 0,
    belowThreshold: 236373,
  })
})
test('a pound that three pupils share: the lines add up to less, and the difference is shown', () => {
  const shares = [1, 2, 3].map(() => cost(line({ weeks: 0, resources: 10000, groupSize: 3 })))
  expect(shares.map((l) => l.perPupilPence)).toEqual([3333, 3333, 3333])
  expect(schoolTotal(shares)).toEqual({ pence: 10000, roundingDifference: 1 })
})
test('a group that exists for one pupil is charged in full', () => {
  expect(cost(line({ weeks: 0, resources: 10000, groupSize: 3, charge: 'full' })).perPupilPence).toBe(10000)
})
test('above the threshold, what the top-up does not cover is the gap', () => {
  expect(pupilMoney([700_000], 600_000, 80_000)).toMatchObject({
    element2Used: 600_000,
    aboveThreshold: 100_000,
    topUpGap: 20_000,
  })
})
test('the rate in force on the first day counts, and a missing one is named', () => {
  const rates = [
    { role: 'ta', from: '2025-09-01', basis: 'hour', amount: 1600, weeks: null },
    { role: 'ta', from: '2026-09-01', basis: 'hour', amount: 1700, weeks: null },
  ] as const
  expect(rateOn(rates, 'ta', '2026-08-31')?.amount).toBe(1600)
  expect(rateOn(rates, 'ta', '2026-09-01')?.amount).toBe(1700)
  const allocation = blank(Allocation, {
    pupil: newKey(),
    provision: newKey(),
    from: '2026-09-07',
    role: 'ta',
    sessionsPerWeek: 1,
    minutes: 60,
    weeks: 10,
    groupSize: 2,
  })
  expect(allocationCost(allocation, rates).cost?.perPupilPence).toBe(8500)
  expect(allocationCost({ ...allocation, role: 'teacher' }, rates).missing).toEqual([
    'a rate for teacher on 7 Sep 2026',
  ])
  expect(allocationCost({ ...allocation, groupSize: null, minutes: null }, rates).missing).toEqual([
    'minutes a session',
    'how many pupils share it',
  ])
  expect(
    allocationCost({ ...allocation, role: 'external', external: 50000 }, rates).cost?.perPupilPence,
  ).toBe(25000)
})
test('costs are exact: no binary float is ever rounded the wrong way', () => {
  const places = (n: number, by: number) => n / by
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 600 }),
      fc.integer({ min: 1, max: 60 }),
      (rate, sessions, minutes, weeks, group) => {
        const made = cost(
          line({
            pencePerHour: exactly(rate),
            sessionsPerWeek: places(sessions, 100),
            minutes,
            weeks: places(weeks, 10),
            groupSize: group,
          }),
        )
        // pence = rate × sessions/100 × minutes/60 × weeks/10 ÷ group, in whole numbers only
        const top = BigInt(rate) * BigInt(sessions) * BigInt(minutes) * BigInt(weeks)
        const bottom = 60_000n * BigInt(group)
        expect(made.perPupilPence).toBe(Number((top * 2n + bottom) / (bottom * 2n)))
        expect(Math.abs(made.groupTotalPence - made.perPupilPence * group)).toBeLessThanOrEqual(
          group / 2 + 0.5,
        )
      },
    ),
  )
  expect(rounded(fraction(-5n, 2n))).toBe(-3)
  expect(rounded(times(over(exactly(65360), exactly(38)), exactly(1)))).toBe(1720)
})

test('minutes and preparation are added as decimals, whatever a float makes of them', () => {
  const inputs = line({ pencePerHour: exactly(6000), minutes: 0.1, prepMinutes: 0.2, weeks: 1 })
  expect(cost(inputs).groupTotal).toEqual(exactly(30))
  expect(() => cost(line({ minutes: 9e20, prepMinutes: 9e20 }))).not.toThrow()
})
