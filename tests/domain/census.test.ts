import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { StatusPeriod } from '../../src/domain/records/statusPeriod.ts'
import { checkCensus, type CensusNeed, type CensusPupil } from '../../src/domain/rules/census.ts'
import { needTypesOn } from '../../src/domain/rules/censusCodes.ts'
import { censusDays, nextCensusDay } from '../../src/domain/rules/censusDays.ts'
import type { NeedType } from '../../src/domain/rules/codes.ts'
import { weekdayOf } from '../../src/domain/rules/day.ts'

const spring = { census: 'spring', day: '2027-01-21' } as const
const autumn = { census: 'autumn', day: '2026-10-01' } as const
const upn = 'B801200005001'
const pupil = (key: string, given: Partial<Pupil> = {}): CensusPupil => ({
  ...blank(Pupil, {
    forename: 'A',
    surname: `S${key}`,
    dateOfBirth: '2016-05-01',
    status: 'K',
    statusFrom: '2024-09-04',
    upn,
    ...given,
  }),
  key,
})
let count = 0
const need = (type: NeedType, rank: number | null, given: Partial<Need> = {}): CensusNeed => ({
  ...blank(Need, { pupil: '1', type, rank, ...given }),
  key: String((count += 1)).padStart(4, '0'),
})
const rulesOf = (
  one: CensusPupil,
  needs: CensusNeed[],
  on: Parameters<typeof checkCensus>[0] = spring,
): string[] => checkCensus(on, [one], needs, []).findings.map(({ rule }) => rule)

test('census days are the first Thursday of October and the third of January and May', () => {
  expect(censusDays(2026).map(({ census, day }) => [census, day])).toEqual([
    ['autumn', '2026-10-01'],
    ['spring', '2027-01-21'],
    ['summer', '2027-05-20'],
  ])
  for (let year = 2015; year < 2060; year += 1)
    for (const { day } of censusDays(year)) expect(weekdayOf(day)).toBe(4)
  expect(nextCensusDay('2026-10-01')).toMatchObject({ census: 'autumn', day: '2026-10-01' })
  expect(nextCensusDay('2026-10-02')).toMatchObject({ census: 'spring' })
  expect(nextCensusDay('2027-06-01')).toMatchObject({ census: 'autumn', day: '2027-10-07' })
})

test.each<[string, Partial<Pupil>, CensusNeed[], string[]]>([
  ['a pupil with one ranked need is right', {}, [need('SLCN', 1)], []],
  ['two ranked needs are right', {}, [need('SLCN', 1), need('MLD', 2)], []],
  ['SEN support without a type', {}, [], ['needMissing']],
  ['a plan without a type', { status: 'E' }, [], ['needMissing']],
  ['no rank 1', {}, [need('SLCN', 2)], ['needRanks']],
  ['one rank twice', {}, [need('SLCN', 1), need('MLD', 1)], ['needRanks']],
  ['no rank at all', {}, [need('SLCN', null)], ['needRanks']],
  ['one type twice', {}, [need('SLCN', 1), need('SLCN', 2)], ['needTwice']],
  ['three types', {}, [need('SLCN', 1), need('MLD', 2), need('HI', 3)], ['needMore']],
  ['No SEN with a type', { status: 'N' }, [need('SLCN', 1)], ['needOnNoSen']],
  ['No SEN without one is right', { status: 'N' }, [], []],
  ['No SEN in a unit', { status: 'N', unit: 'unit' }, [], ['unitOnNoSen']],
  ['NSA alone with SEN support is right', {}, [need('NSA', 1)], []],
  ['NSA with a plan', { status: 'E' }, [need('NSA', 1)], ['nsaWithPlan']],
  ['NSA beside another', {}, [need('NSA', 1), need('MLD', 2)], ['nsaWithOther']],
  ['a need that has ended counts no more', {}, [need('SLCN', 1, { until: '2027-01-20' })], ['needMissing']],
  ['a need of the day itself counts', {}, [need('SLCN', 1, { from: '2027-01-21', until: '2027-01-21' })], []],
  ['no UPN', { upn: null }, [need('SLCN', 1)], ['upnMissing']],
  ['a wrong check letter', { upn: 'B801200005002' }, [need('SLCN', 1)], ['upnWrong']],
  ['a temporary UPN', { upn: 'W82320060301A' }, [need('SLCN', 1)], ['upnTemporary']],
  ['not on roll yet', { admitted: '2027-01-22' }, [], []],
  ['left before', { left: '2027-01-20' }, [], []],
  ['leaves on the day', { left: '2027-01-21' }, [], ['needMissing']],
])('in spring: %s', (_, given, needs, expected) => {
  expect(rulesOf(pupil('1', given), needs)).toEqual(expected)
})

test('types of need and units are asked for in spring only, statuses and UPNs always', () => {
  expect(rulesOf(pupil('1'), [], autumn)).toEqual([])
  expect(rulesOf(pupil('1', { upn: null }), [], autumn)).toEqual(['upnMissing'])
  expect(checkCensus(autumn, [pupil('1')], [need('SLCN', 1)], []).rows[0]!.types).toEqual([])
})

test('a type counts from the day on which the census takes it', () => {
  expect(needTypesOn('2024-10-03')).not.toContain('DS')
  expect(rulesOf(pupil('1'), [need('DS', 1)], { census: 'spring', day: '2025-01-16' })).toEqual(['needCode'])
  expect(rulesOf(pupil('1'), [need('DS', 1)])).toEqual([])
})

test('the status is that of the census day, from the history', () => {
  const one = pupil('1', { status: 'E', statusFrom: '2026-11-01' })
  const earlier = {
    ...blank(StatusPeriod, { pupil: '1', status: 'K', from: '2024-09-04', until: '2026-10-31', became: 'E' }),
    key: 'p',
  }
  const check = checkCensus(autumn, [one], [], [earlier])
  expect(check.counts).toEqual({ E: 0, K: 1, N: 0, unknown: 0 })
  expect(check.findings).toEqual([])
  const without = checkCensus(autumn, [one], [], [])
  expect(without.findings).toMatchObject([
    { rule: 'statusNone', fix: { is: 'click', words: 'Record No SEN until 31 Oct 2026' } },
  ])
  expect(without.counts.unknown).toBe(1)
})

test('one UPN for two pupils is told of both', () => {
  const found = checkCensus(autumn, [pupil('1'), pupil('2'), pupil('3', { upn: null })], [], []).findings
  expect(found.map(({ rule, pupil: key }) => [rule, key])).toEqual([
    ['upnMissing', '3'],
    ['upnTwice', '1'],
    ['upnTwice', '2'],
  ])
})

test('every answer says its rule, its source and what was found', () => {
  const [found] = checkCensus(spring, [pupil('1')], [], []).findings
  expect(found!.why).toMatchObject({ strength: 'must', inputs: [{ value: '21 Jan 2027' }, {}] })
  expect(found!.why.source).toMatch(/school census/)
})

const anyNeeds = fc.array(
  fc.record({
    type: fc.constantFrom<NeedType>('SLCN', 'MLD', 'NSA', 'HI', 'SEMH'),
    rank: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
    from: fc.option(fc.constantFrom('2024-01-01', '2027-01-21'), { nil: null }),
  }),
  { maxLength: 4 },
)

test('statuses add up to the roll, at most two types are returned, and a fix by one click mends what it is for', () => {
  fc.assert(
    fc.property(
      anyNeeds,
      fc.constantFrom('E', 'K', 'N'),
      fc.option(fc.constantFrom('2024-09-04', '2027-02-01'), { nil: null }),
      (given, status, statusFrom) => {
        const one = pupil('1', { status: status as Pupil['status'], statusFrom, unit: 'unit' })
        const needs = given.map(({ type, rank, from }) => need(type, rank, { from }))
        const check = checkCensus(spring, [one], needs, [])
        const { E, K, N, unknown } = check.counts
        expect(E + K + N + unknown).toBe(1)
        expect(check.rows[0]!.types.length).toBeLessThanOrEqual(2)
        expect(check.byNeed.reduce((sum, { plans, support }) => sum + plans + support, 0)).toBe(E + K)
        for (const { rule, fix } of check.findings) {
          if (fix.is !== 'click') continue
          const write = (type: string, key: string) =>
            fix.writes.find((each) => each.type === type && each.key === key)
          const mended = needs.map((each) => {
            const found = write('Need', each.key)
            return found?.type === 'Need' ? { ...each, ...found.changes } : each
          })
          const found = write('Pupil', '1')
          const mendedPupil = found?.type === 'Pupil' ? { ...one, ...found.changes } : one
          const periods = fix.writes.flatMap((each) =>
            each.type === 'StatusPeriod'
              ? [
                  {
                    ...blank(StatusPeriod, { pupil: '1', status: 'N', until: spring.day, ...each.record }),
                    key: each.key,
                  },
                ]
              : [],
          )
          for (const each of mended) if (each.from && each.until) expect(each.until >= each.from).toBe(true)
          const after = checkCensus(spring, [mendedPupil], mended, periods).findings
          expect(after.map((each) => each.rule)).not.toContain(rule)
        }
      },
    ),
    { numRuns: 400 },
  )
})
