import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/domain/rules/day.ts'
import { costPerGain } from '../../src/domain/rules/costPerGain.ts'
import { deviation, effectSize, mean } from '../../src/domain/rules/effectSize.ts'
import { fidelity } from '../../src/domain/rules/fidelity.ts'
import { goalAttainment, type Rated } from '../../src/domain/rules/goalAttainment.ts'
import { percentMet } from '../../src/domain/rules/percentMet.ts'
import { percentileOf, showPercentile } from '../../src/domain/rules/percentile.ts'
import { ratioBands, ratioGain } from '../../src/domain/rules/ratioGain.ts'
import { standardisedChange } from '../../src/domain/rules/standardisedChange.ts'
import { bandOf, bandsOf, parseBands, usualScoreBands } from '../../src/domain/rules/scoreBands.ts'
import { parseAge, showAge, showBoundedAge } from '../../src/domain/rules/ageText.ts'

/** The figure itself, for where there must be one. */
const figure = <T extends { value: number | null }>(found: T) => {
  if (found.value === null) throw new Error(`No figure: ${JSON.stringify(found)}`)
  return found as Exclude<T, { value: null }>
}
const without = (found: { value: number | null; without?: string }) => found.without

// Vectors of domain.md 4.3.
test('nine months of reading age in three months is a ratio gain of 3.0, substantial', () => {
  const found = figure(ratioGain(90, 99, '2026-09-07', '2026-12-07'))
  expect(found).toMatchObject({ value: 3, shown: '3.0', band: 'substantial', gainMonths: 9 })
  expect(found.reading).toBe('3.0 months’ progress a month; 1 keeps pace')
  expect(found.why.inputs[0]).toEqual({
    label: 'At the start',
    value: '7:06 on 7 Sep 2026',
  })
})
const six = [78, 82, 75, 88, 80, 71].map((start, i) => ({ start, end: [85, 88, 80, 93, 84, 79][i]! }))
test('six pupils: means 79.00 and 84.83, SDs 5.87 and 5.19, d 1.05; with SD 15, 0.39', () => {
  const found = figure(effectSize(six))
  expect(found.means.start).toBeCloseTo(79, 2)
  expect(found.means.end).toBeCloseTo(84.83, 2)
  expect(found.deviations.start).toBeCloseTo(5.87, 2)
  expect(found.deviations.end).toBeCloseTo(5.19, 2)
  expect(found).toMatchObject({ value: 1.05, size: 'large', n: 6 })
  expect(found.label).toBe('indicative, no control group; fewer than 8')
  expect(figure(effectSize(six, { sd15: true })).value).toBe(0.39)
  expect(figure(effectSize([...six, ...six])).label).toBe('indicative, no control group')
})
test('a standardised score of 84 is the 14th percentile, 90 the 25th, 100 the 50th', () => {
  expect([84, 90, 100].map(percentileOf)).toEqual([14.3, 25.2, 50])
  expect([84, 90, 100].map((score) => showPercentile(percentileOf(score)))).toEqual(['14th', '25th', '50th'])
  expect([50, 160].map((score) => showPercentile(percentileOf(score)))).toEqual(['below 1st', 'above 99th'])
  expect([11, 12, 13, 21, 22, 43, 91].map(showPercentile)).toEqual([
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '43rd',
    '91st',
  ])
})
test('goals that all ended as expected are a T score of 50, whatever they weigh', () => {
  expect(
    figure(
      goalAttainment([
        { weight: 1, reached: 0 },
        { weight: 5, reached: 0 },
      ]),
    ).value,
  ).toBe(50)
  // Kiresuk and Sherman's own form of one goal: a step is ten points.
  expect(figure(goalAttainment([{ weight: null, reached: 1 }])).value).toBe(60)
  expect(
    figure(
      goalAttainment([
        { weight: 1, reached: 2 },
        { weight: 1, reached: 2 },
      ]),
    ).value,
  ).toBe(74.8)
})

test('one month a month keeps pace, at whatever day the tests are', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 60, max: 200 }),
      fc.integer({ min: 1, max: 24 }),
      fc.integer({ min: 0, max: 3000 }),
      (start, months, offset) => {
        const from = addDays('2020-01-01', offset)
        const found = figure(
          ratioGain(start, start + months, from, addDays(from, Math.round(months * 30.4375))),
        )
        expect(found.value).toBe(1)
      },
    ),
  )
})
test('the ratio gain is the plain quotient, reckoned another way', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40, max: 60 }), fc.integer({ min: 1, max: 1500 }), (gain, days) => {
      const found = figure(ratioGain(100, 100 + gain, '2024-02-01', addDays('2024-02-01', days)))
      expect(Math.abs(found.value - gain / (days / 30.4375))).toBeLessThanOrEqual(0.05 + 1e-9)
      expect(found.band).toBe(bandOf(found.value, ratioBands))
    }),
  )
})
test('the band is told from the figure as it is shown', () => {
  const bands = [1.3, 1.4, 1.9, 2, 2.9, 3, 3.9, 4].map((value) => bandOf(value, ratioBands))
  expect(bands).toEqual([
    'little',
    'modest',
    'modest',
    'useful',
    'useful',
    'substantial',
    'substantial',
    'remarkable',
  ])
  expect(ratioBands.confidence).toMatch(/from memory/)
})
test('tests on one day, the wrong way round, or without an age, give no ratio gain but a sentence', () => {
  expect(without(ratioGain(90, 99, '2026-09-07', '2026-09-07'))).toMatch(/Both are of 7 Sep 2026/)
  expect(without(ratioGain(90, 99, '2026-09-07', '2026-09-06'))).toMatch(/before the start/)
  expect(without(ratioGain(null, 99, '2026-09-07', '2026-12-06'))).toMatch(/start has no exact age/)
  expect(without(ratioGain(90, null, '2026-09-07', '2026-12-06'))).toMatch(/end has no exact age/)
  expect(figure(ratioGain(90, 84, '2026-09-07', '2026-12-07')).reading).toMatch(/fell by 6 months/)
  expect(figure(ratioGain(90, 91, '2026-09-07', '2026-09-14')).cautions[0]).toMatch(/Only 7 days/)
})

test('a standardised score is held against the interval of its test', () => {
  const at = (start: number, end: number, plusMinus: number | null, level = 90) =>
    figure(standardisedChange(start, end, plusMinus === null ? null : { plusMinus, level }))
  expect(at(84, 90, 5).against).toBe('better')
  expect(at(84, 89, 5).against).toBe('within')
  expect(at(90, 84, 5).against).toBe('worse')
  expect(at(84, 90, null)).toMatchObject({ against: 'unknown', value: 6, shown: '+6' })
  // A 68 % interval is narrower: 4 there is 6.6 at 90 %.
  expect(at(84, 90, 4, 68).against).toBe('within')
  expect(at(84, 91, 4, 68).against).toBe('better')
  expect(at(90, 90, 4).reading).toBe('No change: kept pace with others of the same age')
  expect(figure(standardisedChange(84, 90, { plusMinus: 5, level: 90 }, 'lower')).against).toBe('worse')
  expect(without(standardisedChange(null, 90))).toMatch(/start has no standardised/)
})

test('percentiles agree with a sum over the curve, and rise', () => {
  // Independent: Simpson's rule over the density.
  const sum = (z: number) => {
    const steps = 2000
    const width = (z + 10) / steps
    const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
    let total = density(-10) + density(z)
    for (let i = 1; i < steps; i++) total += density(-10 + i * width) * (i % 2 ? 4 : 2)
    return (total * width) / 3
  }
  for (let score = 40; score <= 160; score++)
    expect(percentileOf(score)).toBeCloseTo(Math.round(sum((score - 100) / 15) * 1000) / 10, 6)
})

const scores = fc.array(
  fc.record({ start: fc.integer({ min: 55, max: 140 }), end: fc.integer({ min: 55, max: 140 }) }),
  { minLength: 2, maxLength: 40 },
)
test('an effect size stays when everybody has the same points more, and turns with the scale', () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: -40, max: 40 }), fc.boolean(), (pairs, more, sd15) => {
      const moved = pairs.map(({ start, end }) => ({ start: start + more, end: end + more }))
      const found = effectSize(pairs, { sd15 })
      expect(effectSize(moved, { sd15 }).value ?? null).toBe(found.value)
      if (found.value !== null)
        expect(figure(effectSize(pairs, { sd15, better: 'lower' })).value).toBe(-found.value || 0)
    }),
  )
})
/** Everybody begins alike and ends alike: there is no spread to measure by. */
const alike = fc
  .tuple(scores, fc.integer({ min: 2, max: 9 }))
  .map(([[pair], size]) => Array.from({ length: size }, () => pair!))
test('an effect size is the same reckoned from sums of squares', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: scores }, { weight: 1, arbitrary: alike }), (pairs) => {
      const n = pairs.length
      const variance = (of: 'start' | 'end') => {
        const sum = pairs.reduce((all, pair) => all + pair[of], 0)
        const squares = pairs.reduce((all, pair) => all + pair[of] ** 2, 0)
        return (squares - (sum * sum) / n) / (n - 1)
      }
      const change = pairs.reduce((all, { start, end }) => all + end - start, 0) / n
      const spread = Math.sqrt((variance('start') + variance('end')) / 2)
      const found = effectSize(pairs)
      if (spread < 1e-9) expect(found.value).toBeNull()
      else expect(Math.abs(found.value! - change / spread)).toBeLessThanOrEqual(0.005 + 1e-6)
    }),
  )
})
test('one pupil, or scores all alike, give no effect size but a sentence', () => {
  expect(without(effectSize(six.slice(0, 1)))).toMatch(/at least two/)
  const alike = [1, 2, 3].map(() => ({ start: 80, end: 90 }))
  expect(without(effectSize(alike))).toMatch(/no spread/)
  expect(figure(effectSize(alike, { sd15: true })).value).toBe(0.67)
  expect(mean([1, 2, 3])).toBe(2)
  expect(deviation([5])).toBeNaN()
})

const step = fc.constantFrom(-2 as const, -1 as const, 0 as const, 1 as const, 2 as const)
const rated = fc.array(fc.record({ weight: fc.option(fc.integer({ min: 1, max: 5 })), reached: step }), {
  minLength: 1,
  maxLength: 8,
})
test('goal attainment is symmetric about 50, and equal weights don’t matter', () => {
  fc.assert(
    fc.property(rated, fc.integer({ min: 1, max: 5 }), (goals: Rated[], weight) => {
      const turned = goals.map((goal) => ({ ...goal, reached: -goal.reached! as Rated['reached'] }))
      expect(figure(goalAttainment(goals)).value + figure(goalAttainment(turned)).value).toBeCloseTo(100, 6)
      const alike = goals.map((goal) => ({ ...goal, weight }))
      const plain = goals.map((goal) => ({ ...goal, weight: 1 }))
      expect(figure(goalAttainment(alike)).value).toBe(figure(goalAttainment(plain)).value)
    }),
  )
})
test('goals that nobody looked at are counted apart', () => {
  const found = figure(
    goalAttainment([
      { weight: 1, reached: 1 },
      { weight: 5, reached: null },
    ]),
  )
  expect(found).toMatchObject({ value: 60, rated: 1, unrated: 1 })
  expect(found.cautions).toEqual(['1 of 2 goals not looked at yet'])
  expect(without(goalAttainment([]))).toBe('No goal is written')
  expect(without(goalAttainment([{ weight: 1, reached: null }]))).toMatch(/looked at/)
})

test('who has no result at the end counts neither as met nor as not met', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.boolean())), (all) => {
      const found = percentMet(all)
      const plain = percentMet(all.filter((one) => one !== null))
      expect(found.value).toBe(plain.value)
      if (found.value === null) return
      expect(found.n + found.missing).toBe(all.length)
      expect(found.value).toBe(Math.round((found.met * 100) / found.n))
      expect(found.cautions.some((said) => said.includes('no result'))).toBe(found.missing > 0)
    }),
  )
  expect(figure(percentMet([true, true, false, null])).reading).toBe(
    '2 of 3 pupils met it; 1 without a result',
  )
  expect(without(percentMet([null]))).toMatch(/None of 1/)
})

test('below 80% held or attended, impact is called unreliable', () => {
  expect(figure(fidelity(31, 36, 30))).toMatchObject({ value: 86, attendedPercent: 97, reliable: true })
  expect(figure(fidelity(28, 36)).reliable).toBe(false)
  expect(figure(fidelity(36, 36, 28))).toMatchObject({ reliable: false, attendedPercent: 78 })
  // 79.6 % is shown as 80 % and is not enough.
  expect(figure(fidelity(199, 250))).toMatchObject({ value: 80, reliable: false })
  expect(figure(fidelity(38, 36)).value).toBe(106)
  expect(figure(fidelity(0, 36, 0))).toMatchObject({ value: 0, attendedPercent: null, reliable: false })
  expect(without(fidelity(0, 0))).toMatch(/No sessions were planned/)
})

test('cost is set against a gain, never against none', () => {
  expect(figure(costPerGain(5160, 9, 'month of reading age'))).toMatchObject({ value: 573, shown: '£5.73' })
  expect(figure(costPerGain(10000, 2.5, 'point')).value).toBe(4000)
  for (const none of [0, -3, 0.001, Number.NaN]) expect(costPerGain(5160, none, 'point').value).toBeNull()
})

test('ages are read as tests and people write them', () => {
  const months = (typed: string) => {
    const read = parseAge(typed)
    return 'complaint' in read ? null : read.age && showBoundedAge(read.age)
  }
  for (const typed of [
    '7:03',
    '7:3',
    '07:03',
    '07:03:00',
    '7y3m',
    '7y 3m',
    '7 yrs 3 mths',
    '7 years 3 months',
    '7.03',
    '87',
    '87 months',
    '87m',
    '7-03',
    '7y3',
  ])
    expect(months(typed), typed).toBe('7:03')
  for (const typed of ['<6:00', 'below 6:00', '≤ 6:00', 'under 72', '6:00-'])
    expect(months(typed), typed).toBe('below 6:00')
  for (const typed of ['>16:06', '16:06+', 'above 16:06']) expect(months(typed), typed).toBe('above 16:06')
  expect(months('18 months')).toBe('1:06')
  expect(months('7y')).toBe('7:00')
  expect(months('')).toBeNull()
})
test('ages that may be two things are asked about, and never guessed', () => {
  for (const typed of [
    '7.1',
    '7.5',
    '8',
    '7:12',
    '7:14',
    '2026-03-07',
    '07/03/2026',
    'seven',
    '7:03:30',
    '400',
    '31:00',
  ]) {
    const read = parseAge(typed)
    expect('complaint' in read, typed).toBe(true)
  }
})
test('an age comes back as it was shown', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359 }), (months) => {
      expect(parseAge(showAge(months))).toEqual({ age: { months, bound: null } })
    }),
  )
})

test('bands of a school’s own are read line by line, and complaints name the line', () => {
  expect(parseBands('90 average\n≤69 well below\n70-89: below\n110+ above')).toEqual({
    bands: [
      { from: 110, name: 'above' },
      { from: 90, name: 'average' },
      { from: 70, name: 'below' },
      { from: 0, name: 'well below' },
    ],
  })
  const wrong = parseBands('average 90\n\n90\n85 low\n85 lower\n90-80 odd')
  expect(wrong.complaints).toEqual([
    'Line 1, “average 90”: begin with the lowest score, then say its name, such as 90 average',
    expect.stringMatching(/^Line 3, “90”:/),
    'Line 5, “85 lower”: line 4 begins at 85 too',
    'Line 6, “90-80 odd”: the second number is below the first',
  ])
})
test('a tool without bands, or with bands that can’t be read, has the usual ones', () => {
  expect(bandsOf({ bands: null, source: null })).toBe(usualScoreBands)
  expect(bandsOf({ bands: 'odd', source: null })).toBe(usualScoreBands)
  expect([69, 70, 84, 85, 89, 90, 110, 111, 115, 116].map((score) => bandOf(score, usualScoreBands))).toEqual(
    [
      'well below average',
      'below average',
      'below average',
      'low average',
      'low average',
      'average',
      'average',
      'high average',
      'high average',
      'above average',
    ],
  )
  expect(bandOf(95, bandsOf({ bands: '90 fine\n0 to watch', source: 'Manual' }))).toBe('fine')
})
