import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acrossGroups, valueOf } from '../../src/domain/rules/analysisGroups.ts'
import { fewestShown, hiddenWords } from '../../src/domain/rules/analysisHidden.ts'
import type { Outcome } from '../../src/domain/rules/outcomeOf.ts'
import { outsideView } from '../../src/domain/rules/outcomeOutside.ts'
import { type Given, nameOf, ngrt, school, six } from './measuredSchool.ts'

/** So many pupils of a group: the first so many reach 84, the others don’t; the last so many have no end. */
const make = (group: string, count: number, met = count, missing = 0): Given[] =>
  Array.from({ length: count }, (_, at) => ({
    ...six[at % 6]!,
    pupil: `${group}${at}`,
    group,
    end: at >= count - missing ? null : { standardised: at < met ? 90 : 80 },
  }))
const outside = (all: readonly Given[], fewest = fewestShown) =>
  outsideView(acrossGroups(school(all), ngrt, nameOf), {
    fewest,
    wholeShown: true,
    nameOf: (_, place) => `Group ${place}`,
  })
const met = ({ met: found }: Outcome) =>
  found.value === null ? found.without : `${found.met} of ${found.n}, ${found.missing} missing`

test('a small group and the least beside it are left out, and the others have no name of theirs', () => {
  const { parts, someHidden, whole } = outside([...make('a', 3), ...make('b', 9), ...make('c', 7)])
  expect(parts.map(({ name, pupils }) => [name, pupils])).toEqual([['Group 1', 9]])
  expect(someHidden).toBe(true)
  expect(whole.pupils).toBe(19)
})
test('six lines of three pupils are as few as three pupils', () => {
  const lines = school(six.map((one) => ({ ...one, group: 'a' })))
  const twice = lines.map((one, at) => ({ ...one, line: { ...one.line, pupil: `p${at % 3}` } }))
  const seen = (all: typeof lines) =>
    outsideView(acrossGroups(all, ngrt, nameOf), { wholeShown: true }).parts.length
  expect([seen(lines), seen(twice)]).toEqual([1, 0])
})
test('two who did not meet a target, or have no result, are not told of in a group large enough itself', () => {
  // 10 of 12 met: two did not.
  expect(met(outside(make('a', 12, 10)).parts[0]!)).toBe(hiddenWords)
  expect(met(outside(make('a', 12, 6)).parts[0]!)).toBe('6 of 12, 0 missing')
  // Two without an end: neither who was measured nor who met it may give them away.
  const [some] = outside(make('a', 20, 9, 2)).parts
  expect(some!.pupils === null || some!.measured === null).toBe(true)
  expect(JSON.stringify(some)).not.toMatch(/2 missing|; 2/)
})
test('what is said in words and in reasons has no number that the row hides', () => {
  const [part] = outside([...make('a', 12, 10), ...make('b', 14, 7)]).parts
  expect(part!.words).toBe(
    'Too few on one side to say how many met their target. No control group. Effect size 0.62, indicative.',
  )
  expect(part!.gain).toMatchObject({ cautions: [], why: { inputs: [] } })
})
test('a school may ask for ten', () => {
  expect(outside(make('a', 9, 9), 10).parts).toHaveLength(0)
  expect(outside(make('a', 10, 10), 10).parts).toHaveLength(1)
})
test('provisions without a sum below them stand alone: a small one hides no other', () => {
  const all = [
    ...make('a', 3).map((one) => ({ ...one, provision: 'few' })),
    ...make('b', 9).map((one) => ({ ...one, provision: 'many' })),
  ]
  const seen = outsideView(valueOf(school(all), ngrt, String), { wholeShown: false })
  expect(seen.parts.map(({ name }) => name)).toEqual(['many'])
  expect(seen.whole.pupils).toBeNull()
})

/**
 * What a reader can reckon: every equation between the numbers of a table is given with those that are shown put in,
 * and a number is told where the vector of it alone lies in the space of the rest (Gram and Schmidt).
 */
const reckonable = (
  numbers: ReadonlyMap<string, number>,
  shown: ReadonlySet<string>,
  sums: readonly { whole: string; parts: readonly string[] }[],
): string[] => {
  const unknown = [...numbers.keys()].filter((id) => !shown.has(id))
  const spanned: number[][] = []
  const restOf = (vector: number[]) =>
    spanned.reduce((rest, by) => {
      const along = rest.reduce((sum, value, at) => sum + value * by[at]!, 0)
      return rest.map((value, at) => value - along * by[at]!)
    }, vector)
  for (const { whole, parts } of sums) {
    const rest = restOf(unknown.map((id) => (id === whole ? -1 : parts.includes(id) ? 1 : 0)))
    const length = Math.hypot(...rest)
    if (length > 1e-9) spanned.push(rest.map((value) => value / length))
  }
  const alone = unknown.filter(
    (id) => Math.hypot(...restOf(unknown.map((one) => (one === id ? 1 : 0)))) < 1e-6,
  )
  return [...shown, ...alone]
}

test('of no groups whatever can a small number be read or reckoned', () => {
  const group = fc.record({
    count: fc.integer({ min: 1, max: 24 }),
    met: fc.integer({ min: 0, max: 24 }),
    missing: fc.integer({ min: 0, max: 8 }),
  })
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), (groups) => {
      const made = groups.map(({ count, met: reached, missing }, at) => {
        const away = Math.min(missing, count)
        return make(`g${at}`, count, Math.min(reached, count - away), away)
      })
      const view = outside(made.flat())
      const numbers = new Map<string, number>()
      const shown = new Set<string>()
      const kinds = ['pupils', 'measured', 'notMeasured', 'met', 'notMet']
      made.forEach((all, at) => {
        const ended = all.filter(({ end }) => end !== null)
        const reached = ended.filter(({ end }) => end!.standardised! >= 84)
        const of = [all.length, ended.length, all.length - ended.length, reached.length]
        for (const [i, n] of [...of, ended.length - reached.length].entries())
          numbers.set(`${at}|${kinds[i]}`, n)
      })
      for (const kind of kinds)
        numbers.set(
          `whole|${kind}`,
          made.reduce((sum, _, at) => sum + numbers.get(`${at}|${kind}`)!, 0),
        )
      const see = (at: string, part: Outcome) => {
        if (part.pupils !== null) shown.add(`${at}|pupils`)
        if (part.measured !== null) shown.add(`${at}|measured`)
        if (part.met.value === null) return
        for (const kind of ['met', 'notMet', 'measured']) shown.add(`${at}|${kind}`)
        if (part.met.missing !== null) shown.add(`${at}|notMeasured`)
      }
      for (const part of view.parts) see(part.key!.slice(1), part)
      see('whole', view.whole)
      const rows = [...made.keys(), 'whole']
      const told = reckonable(numbers, shown, [
        ...rows.flatMap((at) => [
          { whole: `${at}|pupils`, parts: [`${at}|measured`, `${at}|notMeasured`] },
          { whole: `${at}|measured`, parts: [`${at}|met`, `${at}|notMet`] },
        ]),
        ...kinds.map((kind) => ({
          whole: `whole|${kind}`,
          parts: [...made.keys()].map((at) => `${at}|${kind}`),
        })),
      ])
      const small = told.filter((id) => numbers.get(id)! > 0 && numbers.get(id)! < fewestShown)
      expect(small, JSON.stringify([...numbers])).toEqual([])
    }),
    {
      numRuns: 1000,
      examples: [
        [
          [
            { count: 13, met: 6, missing: 7 },
            { count: 7, met: 5, missing: 1 },
          ],
        ],
      ],
    },
  )
})
