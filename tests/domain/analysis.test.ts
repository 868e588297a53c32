import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Score } from '../../src/domain/records/score.ts'
import { acrossGroups, inPeriod, toolsOf, valueOf } from '../../src/domain/rules/analysisGroups.ts'
import { subgroupResults } from '../../src/domain/rules/analysisSubgroups.ts'

import { type Given, nameOf, ngrt, salford, school, sdq, six } from './measuredSchool.ts'

test('six pupils of one group: means, gain and the cautious effect size of the vectors', () => {
  const { whole, parts } = acrossGroups(school(six), ngrt, nameOf)
  expect(parts).toHaveLength(1)
  expect(whole.start.value).toBeCloseTo(79, 5)
  expect(whole.end.value).toBeCloseTo(84.8333, 3)
  expect(whole.gain).toMatchObject({ shown: '+5.8' })
  expect(whole.effect).toMatchObject({ value: 0.39 })
  // Five of six ended at 84 or above.
  expect(whole.met).toMatchObject({ met: 4, n: 6 })
  // £51.60 each: the worked example of a group of four.
  expect(whole.cost).toMatchObject({ value: 51_60 })
  expect(whole.costOfGain).toMatchObject({ value: 885 })
})

test('whoever has no end is missing from what was met, not counted as failed', () => {
  const lines = school([...six.slice(0, 5), { ...six[5]!, end: null }])
  const { whole } = acrossGroups(lines, ngrt, nameOf)
  expect([whole.pupils, whole.measured]).toEqual([6, 5])
  expect(whole.met).toMatchObject({ met: 4, n: 5, missing: 1 })
  expect(whole.words).toContain('4 of 5 met; 1 missing. Small group, no control group.')
})

test('only the same tool is compared: another one is counted apart', () => {
  const reading = { pupil: 'a1', tool: 'salford', start: { ageMonths: 84 }, end: { ageMonths: 93 } }
  const lines = school([...six, reading])
  const { whole } = acrossGroups(lines, ngrt, nameOf)
  expect([whole.pupils, whole.measured, whole.otherTool]).toEqual([7, 6, 1])
  expect(whole.gain).toMatchObject({ shown: '+5.8' })
  expect(acrossGroups(lines, salford, nameOf).whole.ratio).toMatchObject({ shown: '3.0' })
  expect(toolsOf(lines).map(({ tool, measured }) => [tool.name, measured])).toEqual([
    ['NGRT', 6],
    ['Salford', 1],
  ])
})

test('the ratio gain of a group is that of the pupil in the middle', () => {
  const ages = [
    [84, 87],
    [84, 90],
    [84, 120],
  ].map(([from, to], at) => ({
    pupil: `a${at}`,
    tool: 'salford',
    start: { ageMonths: from! },
    end: { ageMonths: to! },
  }))
  expect(acrossGroups(school(ages), salford, nameOf).whole.ratio).toMatchObject({ value: 2 })
})

test('where lower is better a fall is a gain', () => {
  const calmer = [20, 22].map((value, at) => ({
    pupil: `s${at}`,
    tool: 'sdq',
    start: { value },
    end: { value: value - 6 },
  }))
  expect(acrossGroups(school(calmer), sdq, nameOf).whole.gain).toMatchObject({ value: 6 })
})

test('a period takes in support that goes on through it and leaves out what ended before', () => {
  const lines = school(six)
  expect(inPeriod(lines, { from: '2025-12-10', until: '2026-03-01' })).toHaveLength(6)
  expect(inPeriod(lines, { from: '2025-12-11', until: '2026-03-01' })).toHaveLength(0)
})

test('support of who left costs what was given by then, and is in no period after it', () => {
  // £17.20 × 1 h a week for 12 weeks, shared by 4; by 10 Oct 23 of 66 school days are over: 4.2 weeks.
  const [stays, left] = school(six.slice(0, 2), new Map([['p1', '2025-10-10']]))
  expect([stays!.costPence, left!.costPence]).toEqual([51_60, 18_06])
  expect(inPeriod([stays!, left!], { from: '2025-10-11', until: '2026-03-01' })).toEqual([stays])
})

test('provisions are set side by side on one tool alone', () => {
  const lines = school([
    ...six,
    ...six.map((one) => ({ ...one, pupil: `t${one.pupil}`, provision: 'toe' })),
    { pupil: 'a1', provision: 'other', tool: 'salford', start: { ageMonths: 84 }, end: { ageMonths: 93 } },
  ])
  expect(valueOf(lines, ngrt, (key) => key).parts.map(({ name, measured }) => [name, measured])).toEqual([
    ['boost', 6],
    ['toe', 6],
  ])
})

const pupilsOf = (all: readonly Partial<Pupil>[]) =>
  new Map(
    all.map((told, at) => {
      const key = `p${at}`
      return [
        key,
        {
          key,
          ...blank(Pupil, { surname: 'A', forename: 'B', dateOfBirth: '2015-01-01', status: 'N', ...told }),
        },
      ] as const
    }),
  )
const tested = (pupils: ReadonlyMap<string, unknown>, day = '2025-10-10') =>
  [...pupils.keys()].map((pupil, at) =>
    blank(Score, { pupil, tool: 'ngrt', day, standardised: 90 + (at % 11) }),
  )

test('SEND against no SEND by term; the last score of a term counts', () => {
  const pupils = pupilsOf([
    ...Array.from({ length: 10 }, () => ({ status: 'K' as const })),
    ...Array.from({ length: 20 }, () => ({ status: 'N' as const })),
  ])
  const later = blank(Score, { pupil: 'p0', tool: 'ngrt', day: '2025-11-30', standardised: 130 })
  const spring = tested(pupils, '2026-02-01')
  const results = subgroupResults([later, ...tested(pupils), ...spring], pupils, ngrt)
  expect(results.map(({ term }) => term.words)).toEqual(['Autumn 2025', 'Spring 2026'])
  const { send, none, all } = results[0]!.whole.cells
  expect([send.n, none.n, all.n]).toEqual([10, 20, 30])
  expect(send.mean).toBeCloseTo((130 + 91 + 92 + 93 + 94 + 95 + 96 + 97 + 98 + 99) / 10, 9)
})

test('a handful with SEND and pupil premium is hidden on both sides of its sums, in the mean as in the number', () => {
  const pupils = pupilsOf([
    ...Array.from({ length: 3 }, () => ({ status: 'K' as const, pupilPremium: true })),
    ...Array.from({ length: 17 }, () => ({ status: 'K' as const, pupilPremium: false })),
    ...Array.from({ length: 20 }, () => ({ status: 'N' as const, pupilPremium: true })),
    ...Array.from({ length: 40 }, () => ({ status: 'N' as const, pupilPremium: false })),
  ])
  const [result] = subgroupResults(tested(pupils), pupils, ngrt)
  const [without, premium] = result!.parts.pupilPremium.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  expect(premium!.cells.send).toEqual({ n: null, mean: null })
  // Of the row and of the column one more is away, or the sums would tell.
  expect([premium!.cells.none.n, premium!.cells.all.n]).toContain(null)
  expect([without!.cells.send.n, result!.whole.cells.send.n]).toContain(null)
  expect(result!.whole.cells.all.n).toBe(80)
})

test('a pupil supported twice is one pupil, with the latest line that was measured at both ends', () => {
  const amira = six[0]!
  const again = (until: string, end: Given['end']): Given => ({
    ...amira,
    group: 'g2',
    from: '2026-01-10',
    until,
    start: { standardised: 90 },
    end,
  })
  // Lines have keys of their own, whoever they are of.
  const linesOf = (second: Given) => {
    const [other] = school([{ ...second, pupil: 'again' }])
    return [...school(six), { ...other!, line: { ...other!.line, pupil: amira.pupil } }]
  }
  const once = acrossGroups(school(six), ngrt, nameOf).whole
  expect(once).toMatchObject({ times: 6, pupils: 6, measured: 6, gain: { shown: '+5.8' } })
  expect(once.gain.value !== null && once.gain.why.says).not.toContain('lines')

  // Twice measured: 7 pupils’ worth of numbers would be one pupil too many. 90 to 100 in place of 78 to 85.
  const twice = acrossGroups(linesOf(again('2026-03-27', { standardised: 100 })), ngrt, nameOf)
  expect(twice.whole).toMatchObject({ times: 7, pupils: 6, measured: 6, gain: { shown: '+6.3' } })
  expect(twice.whole.effect).toMatchObject({ n: 6 })
  expect(twice.whole.effect.value !== null && twice.whole.effect.why.says).toContain(
    '6 pupils had 7 lines of support: each pupil counts once',
  )
  expect(twice.whole.met).toMatchObject({ met: 4, n: 6, missing: 0 })
  // Each group has its own line of a pupil who was in both.
  expect(twice.parts.map(({ name, pupils, measured }) => [name, pupils, measured])).toEqual([
    ['g1', 6, 6],
    ['g2', 1, 1],
  ])

  // What isn’t over yet takes nothing away from what was measured, in whatever order lines come.
  const running = linesOf(again('2026-03-27', null))
  for (const lines of [running, running.toReversed()])
    expect(acrossGroups(lines, ngrt, nameOf).whole).toMatchObject({
      times: 7,
      pupils: 6,
      measured: 6,
      gain: { shown: '+5.8' },
    })
})
