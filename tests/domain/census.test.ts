import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnyRecordType, blank, check } from '../../src/domain/record.ts'
import { CensusSetting } from '../../src/domain/records/censusSetting.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { StatusPeriod } from '../../src/domain/records/statusPeriod.ts'
import {
  checkCensus,
  type CensusNeed,
  type CensusPeriod,
  type CensusPupil,
} from '../../src/domain/rules/census.ts'
import { codeRows, needTypesOn } from '../../src/domain/rules/censusCodes.ts'
import { censusDays } from '../../src/domain/rules/censusDays.ts'
import type { FixWrite } from '../../src/domain/rules/censusFixes.ts'
import { type CensusRuleName, censusRules, ruleHolds } from '../../src/domain/rules/censusRules.ts'
import { type NeedType, needTypes } from '../../src/domain/rules/codes.ts'
import { addDays, weekdayOf } from '../../src/domain/rules/day.ts'
import { historyTroubles } from '../../src/domain/rules/statusHistory.ts'
import { censusLines } from '../../src/tab/census/censusCsv.ts'

const spring = { census: 'spring', day: '2027-01-21' } as const
const autumn = { census: 'autumn', day: '2026-10-01' } as const
const today = '2026-11-22'
const upn = 'B801200005001'
const pupil = (key: string, given: Partial<Pupil> = {}): CensusPupil => ({
  ...blank(Pupil, {
    forename: 'A',
    surname: `S${key}`,
    dateOfBirth: '2016-05-01',
    status: 'K',
    statusFrom: '2024-09-04',
    yearGroup: '6',
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
): string[] => checkCensus(on, [one], needs, [], today).findings.map(({ rule }) => rule)

test('census days are the first Thursday of October and the third of January and May', () => {
  expect(censusDays(2026).map(({ census, day }) => [census, day])).toEqual([
    ['autumn', '2026-10-01'],
    ['spring', '2027-01-21'],
    ['summer', '2027-05-20'],
  ])
  for (let year = 2015; year < 2060; year += 1)
    for (const { day } of censusDays(year)) expect(weekdayOf(day)).toBe(4)
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

test('types of need, places and top-up funding are asked for in spring only, statuses, years and UPNs always', () => {
  const springOnly = (Object.keys(censusRules) as CensusRuleName[]).filter((name) =>
    /^need|^nsa|^unit/.test(name),
  )
  expect(springOnly).toHaveLength(9)
  for (const name of Object.keys(censusRules) as CensusRuleName[])
    for (const { census, day } of censusDays(2026))
      expect(ruleHolds(name, census, day)).toBe(census === 'spring' || !springOnly.includes(name))
  const summer = { census: 'summer', day: '2027-05-20' } as const
  const muddled = [need('SLCN', 3), need('NSA', 3)]
  for (const on of [autumn, summer]) {
    for (const status of ['E', 'K', 'N'] as const)
      expect(rulesOf(pupil('1', { status, unit: 'unit' }), muddled, on)).toEqual([])
    expect(rulesOf(pupil('1', { upn: null }), [], on)).toEqual(['upnMissing'])
  }
  const one = pupil('1', { unit: 'resourced', topUp: 250_000 })
  const rowOf = (on: Parameters<typeof checkCensus>[0]) => checkCensus(on, [one], [need('SLCN', 1)], []).rows
  expect(rowOf(autumn)[0]).toMatchObject({ types: [], unit: false, resourced: false, topUp: false })
  expect(rowOf(spring)[0]).toMatchObject({ types: ['SLCN'], unit: false, resourced: true, topUp: true })
  expect(censusLines(rowOf(autumn), 'autumn')[0]!.slice(5)).toEqual(['K', '', '', '', '', ''])
  expect(censusLines(rowOf(spring), 'spring')[0]!.slice(5)).toEqual(['K', 'SLCN', '', 'N', 'Y', 'Y'])
})

test('a type counts from the day on which the census takes it', () => {
  const before = { census: 'spring', day: '2024-01-18' } as const
  const k = pupil('1', { statusFrom: '2021-09-06' })
  expect(needTypesOn(before.day)).not.toContain('DS')
  expect(rulesOf(k, [need('DS', 1)], before)).toEqual(['needCode'])
  // The first census that asked for it.
  expect(rulesOf(k, [need('DS', 1)], { census: 'spring', day: '2025-01-16' })).toEqual([])
  expect(rulesOf(k, [need('DS', 1)])).toEqual([])
  const [found] = checkCensus(before, [k], [need('DS', 1)], [], today).findings
  expect(found!.why.inputs).toContainEqual({ label: 'DS', value: 'From 1 Sep 2024' })
  expect(found!.why.source).toMatch(/Schools Week/)
})

test('a school settles from when on a type is taken or dropped, with where it is written; of two rows the newer counts', () => {
  const row = (key: string, what: string, day: string) => ({
    key,
    what,
    type: 'DS' as const,
    day,
    source: 'Guide 2027',
  })
  const taken = (day: string, ...rows: ReturnType<typeof row>[]) => needTypesOn(day, rows).includes('DS')
  expect(taken('2025-01-16', row('1', 'taken', '2025-09-01'))).toBe(false)
  expect(taken('2026-01-15', row('1', 'taken', '2025-09-01'))).toBe(true)
  expect(taken('2026-01-15', row('1', 'taken', '2025-09-01'), row('2', 'taken', '2026-09-01'))).toBe(false)
  expect(taken('2027-08-31', row('1', 'dropped', '2027-09-01'))).toBe(true)
  expect(taken('2027-09-01', row('1', 'dropped', '2027-09-01'))).toBe(false)
  expect(taken('2028-09-01', row('1', 'dropped', '2027-09-01'), row('2', 'taken', '2028-09-01'))).toBe(true)
  expect(taken('2026-01-15', row('1', 'autumn', '2027-09-01'))).toBe(true)
  const ours = codeRows([])
  expect(codeRows([row('1', 'dropped', '2027-09-01')]).filter(({ code }) => code !== 'DS')).toEqual(
    ours.filter(({ code }) => code !== 'DS'),
  )
  expect(ours.map(({ code }) => code).toSorted()).toEqual(Object.keys(needTypes).toSorted())
})

test('a census day that the school wrote down takes the place of the usual one in its own year alone, with its source', () => {
  const row = (key: string, what: string, day: string) => ({
    key,
    what,
    day,
    source: 'Letter of the Department',
  })
  const named = [
    row('1', 'spring', '2027-01-14'),
    row('2', 'spring', '2027-01-28'),
    row('3', 'taken', '2027-01-07'),
  ]
  expect(censusDays(2026, named).map(({ day }) => day)).toEqual(['2026-10-01', '2027-01-28', '2027-05-20'])
  expect(censusDays(2026, named)[1]).toMatchObject({
    named: '2',
    why: {
      strength: 'local',
      source: 'Letter of the Department',
      inputs: [{}, { value: expect.stringMatching(/^21 Jan 2027, the 3rd/) }],
    },
  })
  expect(censusDays(2027, named)).toEqual(censusDays(2027))
})

test('a setting says which type it is about, and a census day lies in its own term', () => {
  const setting = (given: Partial<CensusSetting>) =>
    check(
      CensusSetting,
      blank(CensusSetting, { what: 'spring', day: '2027-01-28', source: 'Guide', ...given }),
    ).map(({ field }) => field)
  expect(setting({})).toEqual([])
  expect(setting({ day: '2027-10-07' })).toEqual(['day'])
  expect(setting({ type: 'DS' })).toEqual(['type'])
  expect(setting({ what: 'taken', day: '2027-09-01' })).toEqual(['type'])
  expect(setting({ what: 'taken', type: 'DS', day: '2027-09-01' })).toEqual([])
  for (let start = 2015; start < 2060; start += 1)
    for (const { census, day } of censusDays(start)) expect(setting({ what: census, day })).toEqual([])
})

test.each<[string, Partial<Pupil>, string[]]>([
  ['taught in the year of the age', { yearGroup: '6' }, []],
  [
    'born on 31 August: the oldest day of the younger year',
    { dateOfBirth: '2016-08-31', yearGroup: '6' },
    [],
  ],
  ['born on 1 September: the year below', { dateOfBirth: '2016-09-01', yearGroup: '5' }, []],
  ['born on 1 September and taught a year up', { dateOfBirth: '2016-09-01', yearGroup: '6' }, ['yearNotAge']],
  ['taught a year down', { yearGroup: '5' }, ['yearNotAge']],
  ['in Reception at five', { dateOfBirth: '2021-10-01', yearGroup: 'R' }, []],
  ['in Reception a year late', { dateOfBirth: '2020-08-31', yearGroup: 'R' }, ['yearNotAge']],
  ['in nursery, whatever the age', { dateOfBirth: '2023-01-01', yearGroup: 'N1' }, []],
  ['curriculum not followed', { yearGroup: 'X' }, []],
  ['in Year 14', { dateOfBirth: '2007-12-01', yearGroup: '14' }, []],
  ['no year at all', { yearGroup: null }, ['yearMissing']],
])('the year returned is that of being taught: %s', (_, given, expected) => {
  const one = pupil('1', { status: 'N', ...given })
  for (const on of [spring, autumn]) expect(rulesOf(one, [], on)).toEqual(expected)
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

type School = {
  readonly pupils: readonly CensusPupil[]
  readonly needs: readonly CensusNeed[]
  readonly periods: readonly CensusPeriod[]
}
const checkOf = ({ pupils, needs, periods }: School) => checkCensus(spring, pupils, needs, periods, today)
/** Does what fixes write, as a store does: a period of a key is there once. */
const mended = (school: School, writes: readonly FixWrite[]): School => {
  const changed = <T extends { readonly key: string }>(type: string, rows: readonly T[]) =>
    rows.map((row) =>
      writes.reduce<T>(
        (now, write) =>
          write.type === type && write.key === row.key && 'changes' in write
            ? { ...now, ...write.changes }
            : now,
        row,
      ),
    )
  const periods = new Map(school.periods.map((row) => [row.key, row]))
  for (const write of writes)
    if (write.type === 'StatusPeriod') {
      const before = periods.get(write.key) ?? {
        ...blank(StatusPeriod, { pupil: '1', status: 'N', until: spring.day }),
        key: write.key,
      }
      periods.set(write.key, { ...before, ...write.record })
    }
  return {
    pupils: changed('Pupil', school.pupils),
    needs: changed('Need', school.needs),
    periods: [...periods.values()],
  }
}

/** What the record type itself refuses; the short keys here are no keys. */
const wrongIn = (type: AnyRecordType, row: Parameters<typeof check>[1]) =>
  check(type, row).filter(({ field }) => field !== 'pupil')

const anyPupil = fc.record({
  status: fc.constantFrom<Pupil['status']>('E', 'K', 'N'),
  statusFrom: fc.option(fc.constantFrom('2024-09-04', '2027-01-21', '2027-02-01'), { nil: null }),
  unit: fc.option(fc.constantFrom<'unit' | 'resourced'>('unit', 'resourced'), { nil: null }),
  upn: fc.option(fc.constantFrom(upn, 'B801200005002', 'W82320060301A'), { nil: null }),
  yearGroup: fc.option(fc.constantFrom<'5' | '6' | 'X'>('5', '6', 'X'), { nil: null }),
  needs: fc.array(
    fc.record({
      type: fc.constantFrom<NeedType>('SLCN', 'MLD', 'NSA', 'HI', 'DS'),
      rank: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
      from: fc.option(fc.constantFrom('2024-01-01', '2027-01-21'), { nil: null }),
      until: fc.option(fc.constantFrom('2027-01-21', '2027-01-30'), { nil: null }),
    }),
    { maxLength: 4 },
  ),
  before: fc.option(fc.constantFrom<'U' | 'N' | 'K'>('U', 'N', 'K'), { nil: null }),
})
const anySchool = fc.array(anyPupil, { minLength: 1, maxLength: 5 }).map((all): School => {
  const pupils = all.map(({ status, statusFrom, unit, upn: number, yearGroup }, i) =>
    pupil(String(i), { status, statusFrom, unit, upn: number, yearGroup }),
  )
  return {
    pupils,
    needs: all.flatMap(({ needs }, i) =>
      needs.map(({ type, rank, ...given }) => need(type, rank, { ...given, pupil: String(i) })),
    ),
    periods: all.flatMap(({ before, statusFrom }, i): CensusPeriod[] =>
      before && statusFrom
        ? [
            {
              ...blank(StatusPeriod, { pupil: String(i), status: before, until: addDays(statusFrom, -1) }),
              key: `p${i}`,
            },
          ]
        : [],
    ),
  }
})

test('doing all one-click proposals of a rule leaves nothing of that rule that a click would mend, and breaks no record', () => {
  let clicked = 0
  fc.assert(
    fc.property(anySchool, (school) => {
      const { findings } = checkOf(school)
      for (const rule of new Set(findings.map((one) => one.rule))) {
        const fixes = findings.flatMap((one) => (one.rule === rule && one.fix.is === 'click' ? [one] : []))
        if (fixes.length === 0) continue
        clicked += 1
        const after = mended(
          school,
          fixes.flatMap(({ fix }) => (fix.is === 'click' ? fix.writes : [])),
        )
        const left = checkOf(after).findings.filter((one) => one.rule === rule)
        expect(left.filter(({ fix }) => fix.is === 'click')).toEqual([])
        expect(left.map((one) => one.pupil).filter((key) => fixes.some((one) => one.pupil === key))).toEqual(
          [],
        )
        for (const each of after.needs) expect(wrongIn(Need, each)).toEqual([])
        for (const each of after.periods) expect(wrongIn(StatusPeriod, each)).toEqual([])
        for (const each of after.pupils)
          expect(
            historyTroubles(
              each,
              after.periods.filter((one) => one.pupil === each.key),
              today,
            ).filter(({ is }) => is === 'overlap'),
          ).toEqual([])
      }
    }),
    { numRuns: 500 },
  )
  expect(clicked).toBeGreaterThan(100)
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
