import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Rate } from '../../src/domain/records/rate.ts'
import { allocationCost } from '../../src/domain/rules/cost.ts'
import { allRunningWhy, offerRunningWhy, pupilRunningWhy } from '../../src/domain/rules/runningWhy.ts'
import type { Why } from '../../src/domain/rules/why.ts'

const rates = [blank(Rate, { role: 'ta', from: '2020-09-01', basis: 'hour', amount: 1720 })]
const costOf = (given: Partial<Allocation>) =>
  allocationCost(
    blank(Allocation, {
      pupil: 'P',
      provision: 'V',
      from: '2026-09-07',
      sessionsPerWeek: 3,
      minutes: 30,
      weeks: 12,
      groupSize: 4,
      charge: 'share',
      role: 'ta',
      ...given,
    }),
    rates,
  )
const inputsOf = ({ inputs }: Why) => inputs.map(({ label, value }) => `${label}: ${value}`)

test('what a pupil’s support costs shows each line with its hours and its rate, the dearest first, and what lacks something', () => {
  const lines = [
    { name: 'Phonics', cost: costOf({}) },
    { name: 'Slope', cost: costOf({ sessionsPerWeek: null, minutes: null, weeks: null, resources: 4500 }) },
    { name: 'Mentor', cost: costOf({ minutes: null }) },
    { name: 'One to one', cost: costOf({ groupSize: 1 }) },
  ]
  expect(inputsOf(pupilRunningWhy(lines))).toEqual([
    'One to one: 3 × 30 min a week for 12 weeks at £17.20 an hour = £309.60',
    'Phonics: 3 × 30 min a week for 12 weeks at £17.20 an hour, shared by 4 pupils = £77.40',
    'Slope: £45.00 resources, shared by 4 pupils = £11.25',
    'Mentor: not costed yet, needs minutes a session',
    'Together: £309.60 + £77.40 + £11.25 = £398.25',
  ])
})

test('lines of one provision that are reckoned alike stand together', () => {
  const costs = [costOf({}), costOf({}), costOf({ groupSize: 1 }), costOf({ minutes: null })]
  expect(inputsOf(offerRunningWhy('Phonics', costs))).toEqual([
    '1 line: 3 × 30 min a week for 12 weeks at £17.20 an hour = £309.60',
    '2 lines: 3 × 30 min a week for 12 weeks at £17.20 an hour, shared by 4 pupils = £77.40 × 2 = £154.80',
    '1 line: not costed yet',
    'Together: £309.60 + £154.80 = £464.40',
  ])
})

test('whatever runs, the reckoning that is shown comes to the figure, and the reason stays short', () => {
  const line = fc.record({
    name: fc.integer({ min: 0, max: 14 }).map((n) => `Support ${n}`),
    cost: fc
      .record({
        minutes: fc.option(fc.integer({ min: 5, max: 90 }), { freq: 8 }),
        groupSize: fc.integer({ min: 1, max: 7 }),
      })
      .map(costOf),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const pence = lines.reduce((sum, { cost }) => sum + (cost.cost?.perPupilPence ?? 0), 0)
      const open = lines.filter(({ cost }) => cost.missing).length
      for (const why of [
        pupilRunningWhy(lines),
        allRunningWhy(lines),
        offerRunningWhy(
          'Phonics',
          lines.map(({ cost }) => cost),
        ),
      ]) {
        const sum = why.inputs.at(-1)!.value
        const amounts = [...sum.matchAll(/£([\d,]+\.\d\d)/g)].map(([, amount]) =>
          Math.round(Number(amount!.replaceAll(',', '')) * 100),
        )
        expect(amounts.at(-1) ?? 0).toBe(pence)
        if (sum.includes('=')) expect(amounts.slice(0, -1).reduce((a, b) => a + b, 0)).toBe(pence)
        expect(why.inputs.length).toBeLessThanOrEqual(10 + open)
      }
    }),
  )
})
