import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { CostingRulebook } from '../../src/domain/records/costingRulebook.ts'
import { Funding } from '../../src/domain/records/funding.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { School } from '../../src/domain/records/school.ts'
import { addDays } from '../../src/domain/rules/day.ts'
import { moneyOf } from '../../src/domain/rules/elements.ts'
import type { Figure, MoneyInput } from '../../src/domain/rules/moneyTypes.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'

/** What the last line of a reason comes to, added up anew from what it shows; and the figure it gives, in pence. */
const reckoned = ({ why }: Figure): { readonly parts: number; readonly told: number } => {
  const { value } = why.inputs.at(-1)!
  const [line, given] = value.split('; as ')
  const [left = '', right] = line!.split(' = ')
  const sum = [...left.matchAll(/(^|[+−] )(-?)£([\d,]+\.\d+)/g)].reduce(
    (total, [, sign, minus, amount]) =>
      total + (sign === '− ' ? -1 : 1) * (minus ? -1 : 1) * Number(amount!.replaceAll(',', '')) * 100,
    0,
  )
  const told = /£([\d,]+\.\d\d)/.exec(given ?? right ?? left.split(': ').at(-1)!)
  const pence = Math.round(Number(told![1]!.replaceAll(',', '')) * 100)
  const minus = /^-/.test(right ?? left) ? -1 : 1
  const smaller = /^the smaller of/.test(left) || / is not (more|less) than /.test(left) || / × /.test(left)
  return { parts: smaller ? pence * minus : sum, told: pence * minus }
}
const addsUp = (figure: Figure, name: string, sign = 1) => {
  const { parts, told } = reckoned(figure)
  expect([name, sign * told + 0]).toEqual([name, figure.pence])
  // Parts of a penny are shown to four places; a line that years share may be a penny off, and says so.
  const off = figure.why.inputs.at(-1)!.value.includes('; as ') ? 1.01 : 0.51
  expect(Math.abs(parts - told), `${name}: ${figure.why.inputs.at(-1)!.value}`).toBeLessThan(off)
}

const pupils = [0, 1, 2].map((i) => ({
  ...blank(Pupil, {
    surname: `P${i}`,
    forename: 'A',
    dateOfBirth: '2018-01-01',
    status: 'E',
    localAuthority: 'Ridingdale',
    topUp: i === 2 ? 250_000 : null,
  }),
  key: newKey(),
}))
const provisions = ['Phonics', 'Therapy', 'Slope'].map((name) => ({
  ...blank(Provision, { name, level: 'targeted', areaOfNeed: 'cognition', line: 'ta' }),
  key: newKey(),
}))
const aLine = fc
  .record({
    pupil: fc.integer({ min: 0, max: 2 }),
    provision: fc.integer({ min: 0, max: 2 }),
    starts: fc.integer({ min: 0, max: 400 }),
    lasts: fc.integer({ min: 10, max: 300 }),
    sessionsPerWeek: fc.integer({ min: 1, max: 1500 }).map((n) => n / 100),
    minutes: fc.integer({ min: 1, max: 300 }),
    prepMinutes: fc.option(fc.integer({ min: 0, max: 30 })),
    weeks: fc.integer({ min: 1, max: 400 }).map((n) => n / 10),
    groupSize: fc.option(fc.integer({ min: 1, max: 7 }), { freq: 20 }),
    resources: fc.option(fc.integer({ min: 0, max: 50_000 })),
    charge: fc.constantFrom('share' as const, 'full' as const),
    role: fc.constantFrom('ta' as const, 'teacher' as const, 'hlta' as const),
  })
  .map(({ pupil, provision, starts, lasts, ...rest }) => {
    const from = addDays('2025-09-08', starts)
    return {
      ...blank(Allocation, {
        pupil: pupils[pupil]!.key,
        provision: provisions[provision]!.key,
        from,
        until: addDays(from, lasts),
        staff: `Adult ${provision}`,
        ...rest,
      }),
      key: newKey(),
    }
  })
const someRules = fc.record({
  weeks: fc.option(fc.integer({ min: 10, max: 52 })),
  rates: fc.constantFrom('own' as const, 'fixed' as const),
  taRate: fc.constant(2_398),
  teacherRate: fc.constant(1_500),
  weeklyHours: fc.option(fc.integer({ min: 1, max: 20 })),
  teacherHours: fc.option(fc.integer({ min: 1, max: 10 })),
  pupilCap: fc.option(fc.integer({ min: 1_000, max: 900_000 })),
  group: fc.constantFrom('share' as const, 'full' as const, 'weekly' as const),
  countsEquipment: fc.boolean(),
  rounding: fc.constantFrom('line' as const, 'total' as const),
})
const rates = [
  { role: 'ta', from: '2025-09-01', basis: 'weeklyHour', amount: 65360, weeks: 38 },
  { role: 'ta', from: '2026-09-01', basis: 'hour', amount: 1763, weeks: null },
  { role: 'teacher', from: '2025-01-01', basis: 'hour', amount: 4210, weeks: null },
] as const
const school = blank(School, {
  from: '2025-09-01',
  name: 'Oakfield',
  phase: 'primary',
  notionalBudget: 500_000,
  coreFunding: 400_000,
})
const input = (lines: MoneyInput['lines'], rules: Partial<CostingRulebook>): MoneyInput => ({
  pupils,
  provisions,
  groups: [],
  lines,
  rates,
  school,
  rulebooks: [blank(CostingRulebook, { authority: 'Ridingdale', from: '2020-04-01', ...rules })],
  fundings: [
    blank(Funding, { pupil: pupils[0]!.key, element: 'E3', from: '2026-06-01', amount: 333_333 }),
    blank(Funding, { pupil: pupils[2]!.key, element: 'E3', from: '2026-10-05', amount: 123_457 }),
  ],
  bands: [],
  calendar: calendarOf([]),
  year: { starts: 'apr', year: 2026 },
  asOf: '2026-11-16',
})

test('every figure’s reason ends with a reckoning that adds up to the figure, whatever the rules', () => {
  fc.assert(
    fc.property(fc.array(aLine, { maxLength: 10 }), someRules, (lines, rules) => {
      const money = moneyOf(input(lines, rules))
      for (const one of money.pupils) {
        for (const name of [
          'actual',
          'counted',
          'notCounted',
          'aboveCost',
          'element2Used',
          'aboveThreshold',
          'belowThreshold',
          'topUp',
          'wholeYear',
        ] as const)
          addsUp(one[name]!, name)
        addsUp(one.topUpGap, 'topUpGap', one.topUpGap.pence >= 0 ? 1 : -1)
        expect(one.actual.pence - one.notCounted.pence + one.aboveCost.pence).toBe(one.counted.pence)
        expect(Math.min(one.notCounted.pence, one.aboveCost.pence)).toBeGreaterThanOrEqual(0)
        for (const { actual, counted } of one.lines) {
          if (actual) addsUp(actual, 'line')
          if (counted) {
            addsUp({ pence: counted.countedPence, why: counted.why }, 'counts of a line')
            expect(counted.notCountedPence).toBeGreaterThanOrEqual(0)
          }
        }
      }
      for (const part of [...money.staff, ...money.levels, ...money.terms]) addsUp(part, `part ${part.of}`)
      for (const name of [
        'total',
        'linesTotal',
        'counted',
        'element1',
        'element2Used',
        'aboveThreshold',
        'topUp',
        'topUpGap',
        'notCounted',
        'aboveCost',
        'schoolSpend',
        'notionalBalance',
      ] as const)
        addsUp(money[name]!, name)
      expect(money.linesPence - money.notCounted.pence + money.aboveCost.pence).toBe(money.counted.pence)
    }),
    { numRuns: 80 },
  )
})

test('where the authority’s own rate is higher, nothing is below nothing: what counts beyond its cost is told apart', () => {
  const [pupil, provision] = [pupils[0]!, provisions[0]!]
  const line = (given: Partial<Allocation>) => ({
    ...blank(Allocation, {
      pupil: pupil.key,
      provision: provision.key,
      from: '2026-09-07',
      until: '2026-12-11',
      sessionsPerWeek: 1,
      minutes: 60,
      weeks: 10,
      groupSize: 1,
      role: 'ta',
      ...given,
    }),
    key: newKey(),
  })
  const lines = [line({}), line({ provision: provisions[1]!.key, countsTowardsElement2: false })]
  const [one] = moneyOf(input(lines, { rates: 'fixed', taRate: 2000 })).pupils
  // £17.63 an hour costs £176.30 a line; the first counts for £200.00, the second not at all.
  expect(one!.counted.pence).toBe(20_000)
  expect(one!.notCounted.pence).toBe(17_630)
  expect(one!.aboveCost.pence).toBe(2_370)
  expect(one!.aboveCost.why.says).toContain('own rates')
  // The most for one pupil takes first what lies above the cost.
  const [capped] = moneyOf(input(lines, { rates: 'fixed', taRate: 2000, pupilCap: 18_000 })).pupils
  expect([capped!.counted.pence, capped!.notCounted.pence, capped!.aboveCost.pence]).toEqual([
    18_000, 17_630, 370,
  ])
})
