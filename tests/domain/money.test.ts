import fc from 'fast-check'
import { splitOn } from '../../src/domain/rules/scenarioSplit.ts'
import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { readRulebook, rulebookText } from '../../src/documents/rulebookFile.ts'
import { blank, check } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { CostingRulebook } from '../../src/domain/records/costingRulebook.ts'
import { Funding } from '../../src/domain/records/funding.ts'
import { FundingBand } from '../../src/domain/records/fundingBand.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Rate } from '../../src/domain/records/rate.ts'
import { School } from '../../src/domain/records/school.ts'
import { daysOfYear, type MoneyYear, moneyYearOf, schoolDaysIn } from '../../src/domain/rules/annualise.ts'
import { addDays } from '../../src/domain/rules/day.ts'
import { moneyOf } from '../../src/domain/rules/elements.ts'
import type { MoneyInput } from '../../src/domain/rules/moneyTypes.ts'
import { fundingOf } from '../../src/domain/rules/funding.ts'
import { filledFromGroups, weeksAttended } from '../../src/domain/rules/groupLines.ts'
import { fromHourly, fromSalary, hintOn, hintWords, onCostHints } from '../../src/domain/rules/onCosts.ts'
import { linesChangedBy, rateLines } from '../../src/domain/rules/rateLine.ts'
import { ratesLacking } from '../../src/domain/rules/rulebookGaps.ts'
import { rulebookFor, rulebookOn, unsaidIn } from '../../src/domain/rules/rulebook.ts'
import { exampleRulebooks } from '../../src/domain/rules/rulebookExamples.ts'
import { calendarOf, isSchoolDay } from '../../src/domain/rules/schoolCalendar.ts'

const stretch = (kind: 'term' | 'holiday' | 'inset', name: string, starts: string, ends: string) => ({
  kind,
  name,
  starts,
  ends,
})
const year = (y: number) => [
  stretch('term', 'Autumn term', `${y}-09-01`, `${y}-12-18`),
  stretch('holiday', 'October half-term', `${y}-10-26`, `${y}-10-30`),
  stretch('term', 'Spring term', `${y + 1}-01-04`, `${y + 1}-04-01`),
  stretch('holiday', 'February half-term', `${y + 1}-02-15`, `${y + 1}-02-19`),
  stretch('term', 'Summer term', `${y + 1}-04-19`, `${y + 1}-07-20`),
  stretch('holiday', 'May half-term', `${y + 1}-05-31`, `${y + 1}-06-04`),
]
const calendar = calendarOf([...year(2025), ...year(2026), ...year(2027)])
const sep = (y: number): MoneyYear => ({ starts: 'sep', year: y })
const apr = (y: number): MoneyYear => ({ starts: 'apr', year: y })

const withKey = <T>(record: T) => ({ ...record, key: newKey() })
const pupil = withKey(
  blank(Pupil, { surname: 'Kaur', forename: 'Amira', dateOfBirth: '2018-01-01', status: 'E' }),
)
const provisionOf = (line: Provision['line'], level: Provision['level'] = 'targeted') =>
  withKey(blank(Provision, { name: `A ${line} line`, level, areaOfNeed: 'cognition', line }))
const ta = provisionOf('ta')
const rates = [{ role: 'ta', from: '2020-09-01', basis: 'weeklyHour', amount: 65360, weeks: 38 }] as const
const line = (given: Partial<Allocation>) =>
  withKey(
    blank(Allocation, {
      pupil: pupil.key,
      provision: ta.key,
      from: '2026-09-07',
      until: '2027-07-16',
      sessionsPerWeek: 1,
      minutes: 60,
      weeks: 38,
      groupSize: 1,
      role: 'ta',
      ...given,
    }),
  )
type Line = ReturnType<typeof line>
const input = (lines: readonly Line[], given: Partial<MoneyInput> = {}): MoneyInput => ({
  pupils: [pupil],
  provisions: [ta],
  groups: [],
  lines,
  rates,
  school: undefined,
  rulebooks: [],
  fundings: [],
  bands: [],
  calendar,
  year: sep(2026),
  ...given,
})
const book = (given: Partial<CostingRulebook>) =>
  blank(CostingRulebook, { authority: 'Ridingdale', from: '2020-04-01', ...given })
const ofRidingdale = { ...pupil, localAuthority: ' ridingdale ' }
const ruled = (lines: readonly Line[], rules: Partial<CostingRulebook>, given: Partial<MoneyInput> = {}) =>
  moneyOf(input(lines, { pupils: [ofRidingdale], rulebooks: [book(rules)], ...given })).pupils[0]!

const therapy = provisionOf('external', 'specialist')
const worked = [
  line({ sessionsPerWeek: 3, minutes: 20, weeks: 12, groupSize: 4, until: '2026-12-04' }),
  line({ sessionsPerWeek: 5, minutes: 15 }),
  line({ sessionsPerWeek: 10, groupSize: 3 }),
  line({ provision: therapy.key, role: 'external', sessionsPerWeek: 1, minutes: 30, weeks: 19 }),
]
const withTherapist = [
  ...rates,
  { role: 'external', from: '2020-09-01', basis: 'hour', amount: 6200, weeks: null } as const,
]

test('the worked example of the guidance, in a year that holds all of it, comes out to the penny', () => {
  const money = moneyOf(input(worked, { rates: withTherapist, provisions: [ta, therapy] }))
  const [one] = money.pupils
  expect(one!.lines.map(({ actual }) => actual!.pence)).toEqual([5160, 81700, 217867, 58900])
  expect(one!.actual.pence).toBe(363627)
  expect(one!.counted.pence).toBe(363627)
  expect(one!.belowThreshold.pence).toBe(236373)
  expect(one!.element2Used.pence).toBe(363627)
  expect(money.total.pence).toBe(363627)
  expect(money.levels.map(({ of, pence }) => [of, pence])).toEqual([
    ['targeted', 304727],
    ['specialist', 58900],
  ])
})

test('a pound shared by three: lines add up to less, the school’s total is whole, the difference is told', () => {
  const pupils = [1, 2, 3].map(() => ({ ...pupil, key: newKey() }))
  const lines = pupils.map(({ key }) =>
    line({ pupil: key, sessionsPerWeek: null, minutes: null, weeks: null, resources: 10000, groupSize: 3 }),
  )
  const money = moneyOf(input(lines, { pupils }))
  expect(money.linesPence).toBe(9999)
  expect(money.total.pence).toBe(10000)
  expect(money.roundingDifference).toBe(1)
})

test('elements, top-up gap, what the school spends and the balance follow from what counts', () => {
  const school = blank(School, {
    from: '2026-09-01',
    name: 'Oakfield',
    phase: 'primary',
    notionalBudget: 1_000_000,
    coreFunding: 400_000,
  })
  const money = moneyOf(
    input([line({ sessionsPerWeek: null, minutes: null, weeks: null, external: 700_000 })], {
      pupils: [{ ...pupil, topUp: 80_000 }],
      school,
    }),
  )
  expect(money.element2Used.pence).toBe(600_000)
  expect(money.topUpGap.pence).toBe(20_000)
  expect(money.schoolSpend.pence).toBe(620_000)
  expect(money.notionalBalance!.pence).toBe(380_000)
  expect(money.element1!.pence).toBe(400_000)
  for (const { why } of [money.element2Used, money.topUpGap, money.schoolSpend, money.notionalBalance!])
    expect(why.inputs.length).toBeGreaterThan(1)
})

test('one pupil’s surplus of top-up fills no other pupil’s gap', () => {
  const other = { ...pupil, key: newKey(), topUp: 500_000 }
  const price = { sessionsPerWeek: null, minutes: null, weeks: null }
  const money = moneyOf(
    input([line({ ...price, external: 700_000 }), line({ ...price, pupil: other.key, external: 610_000 })], {
      pupils: [pupil, other],
    }),
  )
  expect(money.pupils.map(({ topUpGap }) => topUpGap.pence)).toEqual([100_000, -490_000])
  expect(money.topUpGap.pence).toBe(100_000)
})

test('a line across two financial years is split by school days, a week on the border too', () => {
  // Good Friday is 26 March and Easter Monday the 29th: six school days in the old year, 1 April in the new.
  const weeks = line({ from: '2027-03-22', until: '2027-04-01', weeks: 2, sessionsPerWeek: 1 })
  const [old, next] = [apr(2026), apr(2027)].map((y) => moneyOf(input([weeks], { year: y })))
  expect(schoolDaysIn(calendar, { from: '2027-03-22', until: '2027-03-31' })).toBe(6)
  expect(old!.pupils[0]!.actual.pence).toBe(2949)
  expect(next!.pupils[0]!.actual.pence).toBe(491)
})

test('a rate that changes within the run holds from its first day, and days without one are named', () => {
  const halves = line({ from: '2026-09-07', until: '2026-10-16', weeks: 6 })
  const two = [
    { role: 'ta', from: '2026-09-01', basis: 'hour', amount: 1000, weeks: null },
    { role: 'ta', from: '2026-09-28', basis: 'hour', amount: 2000, weeks: null },
  ] as const
  expect(moneyOf(input([halves], { rates: two })).pupils[0]!.actual.pence).toBe(3 * 1000 + 3 * 2000)
  const late = [{ role: 'ta', from: '2026-10-01', basis: 'hour', amount: 1000, weeks: null }] as const
  const money = moneyOf(input([line({ from: '2026-09-01', until: '2026-10-16', weeks: 6 })], { rates: late }))
  expect(money.notCosted[0]!.missing).toEqual([
    'a rate for teaching assistant from 1 Sep 2026 to 30 Sep 2026',
  ])
  expect(money.pupils[0]!.actual.pence).toBe(0)
})

test('no group, an empty group and dates the wrong way round are told and cost nothing', () => {
  const money = moneyOf(
    input([
      line({ groupSize: null }),
      line({ groupSize: 0 }),
      line({ from: '2027-03-01', until: '2026-10-01' }),
      line({ sessionsPerWeek: null }),
    ]),
  )
  expect(money.notCosted.map(({ missing }) => missing)).toEqual([
    ['how many pupils share it'],
    ['how many pupils share it'],
    ['dates the right way round'],
    ['sessions a week'],
  ])
  expect(money.total.pence).toBe(0)
})

test('the same support entered twice counts once for the days that both share; different support counts twice', () => {
  const first = line({ from: '2026-09-07', until: '2026-12-04', weeks: 12 })
  const again = line({ from: '2026-09-07', until: '2026-12-04', weeks: 12 })
  const money = moneyOf(input([first, again]))
  expect(money.pupils[0]!.actual.pence).toBe(12 * 1720)
  expect(money.overlaps).toHaveLength(1)
  expect(money.overlaps[0]!.same).toBe(true)
  const other = moneyOf(
    input([first, line({ from: '2026-09-07', until: '2026-12-04', weeks: 12, minutes: 30 })]),
  )
  expect(other.pupils[0]!.actual.pence).toBe(18 * 1720)
  expect(other.overlaps[0]!.same).toBe(false)
})

test('a line without an end: it ends when its weeks are taught, goes on each year where they are a whole year', () => {
  const short = moneyOf(input([line({ from: '2027-03-01', until: null, weeks: 10 })], { year: apr(2026) }))
  const rest = moneyOf(input([line({ from: '2027-03-01', until: null, weeks: 10 })], { year: apr(2027) }))
  expect(short.total.pence + rest.total.pence).toBe(17200)
  expect(rest.total.pence).toBeGreaterThan(0)
  const always = line({ from: '2025-09-01', until: null, weeks: 38 })
  for (const y of [2025, 2026, 2027])
    expect(moneyOf(input([always], { year: sep(y) })).total.pence).toBe(65360)
})

test('a line with its last day years ahead costs a year’s weeks in each year, and what falls on it in the last', () => {
  const long = line({ from: '2024-09-01', until: '2027-08-31', weeks: 38 })
  for (const y of [2025, 2026]) expect(moneyOf(input([long], { year: sep(y) })).total.pence).toBe(65360)
  const halved = line({ from: '2024-09-02', until: '2027-02-12', weeks: 38 })
  const last = moneyOf(input([halved], { year: sep(2026) })).total.pence
  expect(last).toBeGreaterThan(65360 * 0.4)
  expect(last).toBeLessThan(65360 * 0.7)
  // Cut on a day, both sides together cost in each year what the whole did.
  const cut = splitOn(long, long.until, '2026-01-05', calendar, 38)!
  const sides = [
    line({ ...cut.before, from: '2024-09-01', until: '2026-01-04' }),
    line({ ...cut.after, from: '2026-01-05', until: '2027-08-31' }),
  ]
  for (const y of [2025, 2026]) {
    const both = sides.map((side) => moneyOf(input([side], { year: sep(y) })).total.pence)
    expect(Math.abs(both[0]! + both[1]! - 65360)).toBeLessThanOrEqual(175)
  }
  const endless = line({ from: '2023-09-01', until: null, weeks: 38 })
  const open = splitOn(endless, null, '2026-01-05', calendar, 38)!
  const both = [
    line({ ...open.before, from: '2023-09-01', until: '2026-01-04' }),
    line({ ...open.after, from: '2026-01-05', until: null }),
  ].map((side) => [2024, 2025, 2026].map((y) => moneyOf(input([side], { year: sep(y) })).total.pence))
  expect([both[0]![0], both[1]![2]]).toEqual([65360, 65360])
  expect(Math.abs(both[0]![1]! + both[1]![1]! - 65360)).toBeLessThanOrEqual(175)
  // Within a year its weeks are all that it has, whichever years share them.
  const within = line({ from: '2026-01-05', until: '2026-12-18', weeks: 38 })
  const parts = [sep(2025), sep(2026)].map((year) => moneyOf(input([within], { year })).total.pence)
  expect(parts[0]! + parts[1]!).toBe(65360)
})

const group = withKey(
  blank(Group, {
    provision: ta.key,
    name: 'Phonics',
    from: '2026-09-07',
    until: '2026-10-16',
    sessionsPerWeek: 1,
    minutes: 60,
    weeks: 6,
    role: 'ta',
  }),
)
const memberOf = (given: Partial<Allocation>) =>
  withKey(
    blank(Allocation, {
      pupil: pupil.key,
      provision: ta.key,
      group: group.key,
      from: '2026-09-07',
      ...given,
    }),
  )
const joiner = { ...pupil, key: newKey() }
const members = [memberOf({}), memberOf({ pupil: joiner.key, from: '2026-09-28' })]
const filled = filledFromGroups(members, [group], calendar)

test('who joins a group half-way pays for the weeks they came, and the rest of the group is told', () => {
  expect(filled.map(({ weeks }) => weeks)).toEqual([6, 3])
  const money = moneyOf(input(filled, { pupils: [pupil, joiner], groups: [group] }))
  expect(money.pupils.map(({ actual }) => actual.pence)).toEqual([5160, 2580])
  expect(money.groups[0]).toMatchObject({
    pence: 7740,
    whole: { pence: 10320 },
    unshared: { pence: 2580 },
  })
  expect(money.total.pence).toBe(10320)
  expect(money.unsharedPence).toBe(2580)
})

test('or each week is divided by the pupils of that week: then nothing is left over', () => {
  const school = blank(School, { from: '2026-09-01', name: 'Oakfield', phase: 'primary', partWay: 'weekly' })
  const money = moneyOf(input(filled, { pupils: [pupil, joiner], groups: [group], school }))
  expect(money.pupils.map(({ actual }) => actual.pence)).toEqual([3 * 1720 + 3 * 860, 3 * 860])
  expect(money.unsharedPence).toBe(0)
})

test('weeks attended never leave the group’s own, whatever the dates', () => {
  const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-09-01', days))
  fc.assert(
    fc.property(
      day,
      fc.option(day),
      fc.option(day),
      fc.option(fc.integer({ min: 0, max: 60 })),
      (from, until, ends, weeks) => {
        const came = weeksAttended({ from, until }, { from: '2026-01-12', until: ends, weeks }, calendar)
        if (weeks === null) expect(came).toBeNull()
        else {
          expect(came).toBeGreaterThanOrEqual(0)
          expect(came).toBeLessThanOrEqual(weeks)
        }
      },
    ),
  )
})

test('weeks of a year, kinds, preparation, an outcome and a group for one: each rule counts what it says', () => {
  const year39 = line({ weeks: 39 })
  expect(ruled([year39], { weeks: 38 })).toMatchObject({
    actual: { pence: 67080 },
    counted: { pence: 65360 },
  })
  expect(ruled([line({})], { countsTa: false }).counted.pence).toBe(0)
  expect(ruled([line({ prepMinutes: 15 })], { preparation: false }).counted.pence).toBe(65360)
  expect(ruled([line({ prepMinutes: 15 })], {}).counted.pence).toBe(81700)
  expect(ruled([line({})], { needsOutcome: true }).counted.pence).toBe(0)
  expect(ruled([line({ outcome: newKey() })], { needsOutcome: true }).counted.pence).toBe(65360)
  const circle = line({ charge: 'full', groupSize: 4 })
  expect(ruled([circle], { fullCharge: true }).counted.pence).toBe(65360)
  expect(ruled([circle], { fullCharge: null })).toMatchObject({
    actual: { pence: 65360 },
    counted: { pence: 16340 },
  })
  expect(ruled([line({ groupSize: 4 })], { group: 'full' }).counted.pence).toBe(65360)
  expect(ruled([line({ countsTowardsElement2: false })], {}).counted.pence).toBe(0)
  expect(ruled([line({ external: 5000, resources: 700 })], { countsExternal: false }).counted.pence).toBe(
    66060,
  )
  for (const one of ruled([circle], {}).lines) expect(one.counted!.reasons.join()).toContain('shared')
})

test('an authority’s own rate and its limit of hours: a year’s hours over its weeks, at most so many a week', () => {
  // 30 hours a week over 38 weeks are 1,140 hours; over 45.5 weeks 25.05 a week; 25 count at £13.98.
  const much = line({ sessionsPerWeek: 30 })
  const rules = { rates: 'fixed', taRate: 1398, divisorWeeks: 45.5, weeklyHours: 25 } as const
  expect(ruled([much], rules).counted.pence).toBe(Math.round(1398 * 25 * 45.5))
  expect(ruled([line({ sessionsPerWeek: 10 })], rules).counted.pence).toBe(1398 * 380)
  // Without a rate of the school's own, what counts is still known.
  const none = ruled([line({ sessionsPerWeek: 10 })], rules, { rates: [] })
  expect(none.counted.pence).toBe(1398 * 380)
  expect(none.notCosted).toHaveLength(1)
  // A role that the authority's table lacks keeps the school's own rate.
  expect(
    ruled([line({ role: 'hlta' })], rules, { rates: [{ ...rates[0], role: 'hlta' }] }).counted.pence,
  ).toBe(65360)
})

test('a rate that an authority’s own table lacks is named beside the line and on the screen, and no other', () => {
  const rules = { rates: 'fixed', taRate: 1398 } as const
  const hlta = { ...rates[0]!, role: 'hlta' as const }
  const one = ruled([line({ role: 'hlta' }), line({})], rules, { rates: [...rates, hlta] })
  const said = one.lines.map(({ counted }) => counted!.reasons.join(' '))
  expect(said.filter((words) => words.includes('no rate for higher level teaching assistant'))).toHaveLength(
    1,
  )
  expect(ratesLacking([one])).toEqual([
    { authority: 'Ridingdale', roles: ['higher level teaching assistant'] },
  ])
  expect(ratesLacking([ruled([line({ role: 'hlta' })], { rates: 'own' })])).toEqual([])
  expect(ratesLacking([ruled([line({})], rules)])).toEqual([])
})

test('a teacher’s hours and the cost for one pupil have limits of their own', () => {
  const teacher = provisionOf('teacher')
  const hour = [
    ...rates,
    { role: 'teacher', from: '2020-09-01', basis: 'hour', amount: 4000, weeks: null } as const,
  ]
  const lines = [line({ role: 'teacher', provision: teacher.key, sessionsPerWeek: 4 }), line({})]
  const given = { rates: hour, provisions: [ta, teacher] }
  expect(ruled(lines, { weeks: 38, teacherHours: 2 }, given).counted.pence).toBe(2 * 38 * 4000 + 65360)
  const capped = ruled(lines, { pupilCap: 100_000 }, given)
  expect(capped.counted.pence).toBe(100_000)
  expect(capped.notCounted.pence).toBe(capped.actual.pence - 100_000)
})

test('which rulebook holds: the newest of the authority, by the first day of the year', () => {
  const books = [book({ from: '2025-04-01', weeks: 39 }), book({ from: '2026-06-01', weeks: 38 })]
  expect(rulebookOn(books, 'RIDINGDALE', '2026-05-31')?.weeks).toBe(39)
  expect(rulebookFor(books, 'Ridingdale', apr(2026))?.weeks).toBe(39)
  expect(rulebookFor(books, 'Ridingdale', sep(2026))?.weeks).toBe(38)
  expect(rulebookFor([books[1]!], 'Ridingdale', apr(2026))?.weeks).toBe(38)
  expect(rulebookFor(books, null, apr(2026))).toBeUndefined()
  expect(rulebookFor([book({ authority: '' })], '', apr(2026))).toBeUndefined()
})

test('every row that a rulebook leaves open says what holds then', () => {
  const open = unsaidIn(book({ rates: 'fixed', taRate: 1398 }), undefined)
  expect(open.map(({ field }) => field)).toContain('hltaRate')
  expect(open.map(({ field }) => field)).not.toContain('taRate')
  expect(open.every(({ holds }) => holds.length > 3)).toBe(true)
  expect(open.find(({ field }) => field === 'threshold')!.holds).toContain('£6,000.00')
})

test('who leaves costs nothing from then on and brings no top-up, whatever the line and the entry say', () => {
  const leaver = { ...pupil, left: '2027-01-29', topUp: 100_000 }
  const whole = moneyOf(input([line({})]))
  const money = moneyOf(input([line({})], { pupils: [leaver] }))
  const ended = line({ until: '2027-01-29' })
  const days = (until: string) => schoolDaysIn(calendar, { from: ended.from, until })
  const all = whole.pupils[0]!.lines[0]!.year.all
  const part = days('2027-01-29') / days(all.at(-1)!.until)
  expect(money.total.pence).toBeGreaterThan(0)
  // The weeks up to then are told to a tenth, as for who joins a group half-way.
  const aTenth = whole.total.pence / whole.pupils[0]!.lines[0]!.line.weeks! / 10
  expect(Math.abs(money.total.pence - whole.total.pence * part)).toBeLessThan(aTenth)
  expect(money.pupils[0]!.lines[0]!.year.all.at(-1)!.until).toBe('2027-01-29')
  expect(money.pupils[0]!.funding.hints).toEqual([expect.stringContaining('left on 29 Jan 2027')])
  expect(whole.pupils[0]!.funding.hints).toEqual([])
  // Top-up ends on that day too: 151 of 365 days, whether it is entered or stands among the pupil's details.
  const paid = Math.round((100_000 * 151) / 365)
  expect(money.pupils[0]!.funding.topUp.pence).toBe(paid)
  const entered = blank(Funding, {
    pupil: pupil.key,
    element: 'E3',
    from: '2026-04-01',
    amount: 100_000,
  })
  const byEntry = moneyOf(input([line({})], { pupils: [{ ...leaver, topUp: null }], fundings: [entered] }))
    .pupils[0]!.funding
  expect([byEntry.topUp.pence, byEntry.hints.length]).toEqual([paid, 1])
  expect(byEntry.parts.at(-1)!.span.until).toBe('2027-01-29')
  const later = moneyOf(input([line({})], { pupils: [leaver], fundings: [entered], year: sep(2027) }))
    .pupils[0]!
  expect([later.funding.topUp.pence, later.lines.length, later.funding.hints.length]).toEqual([0, 0, 1])
  // Who left before the year is in none of its figures.
  const school = blank(School, { from: '2020-09-01', name: 'Oak', phase: 'primary', coreFunding: 400_000 })
  const before = moneyOf(
    input([line({})], { pupils: [{ ...pupil, left: '2026-03-20', topUp: null }], school }),
  )
  expect([before.total.pence, before.pupils.length, before.element1!.pence]).toEqual([0, 0, 0])
})

test('funding whose dates are the wrong way round is told of a pupil who has nothing else', () => {
  const row = blank(Funding, {
    pupil: pupil.key,
    element: 'E3',
    from: '2026-12-01',
    until: '2026-10-01',
    amount: 365_000,
  })
  const money = moneyOf(input([], { fundings: [row] }))
  expect(money.pupils[0]!.funding.missing.join()).toContain('the wrong way round')
  expect(moneyOf(input([], { fundings: [row], year: apr(2030) })).pupils).toEqual([])
})

test('top-up: by its days, by band from the day each amount began, else as the pupil’s details say', () => {
  const fund = (given: Partial<Funding>) =>
    blank(Funding, { pupil: pupil.key, element: 'E3', from: '2026-04-01', ...given })
  const band = (from: string, amount: number) =>
    blank(FundingBand, { authority: 'Ridingdale', band: 'C', from, amount })
  const bands = [band('2026-04-01', 365_000), band('2026-10-01', 730_000)]
  const known = { ...pupil, localAuthority: 'Ridingdale', topUp: 123 }
  expect(fundingOf(known, [], bands, apr(2026)).topUp.pence).toBe(123)
  expect(fundingOf(known, [fund({ amount: 365_000 })], bands, apr(2026)).topUp.pence).toBe(365_000)
  expect(
    fundingOf(known, [fund({ amount: 365_000, until: '2026-04-10' })], bands, apr(2026)).topUp.pence,
  ).toBe(10_000 + 120) // 355 days of £1.23 a year in the pupil's details.
  // 183 days at £10 a day, 182 at £20.
  expect(fundingOf(known, [fund({ band: ' c ' })], bands, apr(2026)).topUp.pence).toBe(183_000 + 364_000)
  expect(fundingOf(known, [fund({ band: 'Z' })], bands, apr(2026)).missing).toHaveLength(1)
  expect(fundingOf(known, [fund({ element: 'PP', amount: 1000 })], bands, apr(2026))).toMatchObject({
    topUp: { pence: 123 },
    other: 1000,
  })
})

// A second reckoning of its own: day by day, in binary floats.
const pounds = (
  one: Line,
  span: { from: string; until: string },
  rateOf: (day: string) => number,
): number => {
  const days: string[] = []
  for (let day = one.from; day <= one.until!; day = addDays(day, 1))
    if (isSchoolDay(calendar, day)) days.push(day)
  // Wholly in a holiday: then all of its days count alike.
  if (days.length === 0) for (let day = one.from; day <= one.until!; day = addDays(day, 1)) days.push(day)
  const weeksADay = (one.weeks ?? 0) / days.length
  return days
    .filter((day) => day >= span.from && day <= span.until)
    .reduce((sum, day) => {
      const hours =
        ((one.sessionsPerWeek ?? 0) * ((one.minutes ?? 0) + (one.prepMinutes ?? 0)) * weeksADay) / 60
      const bought = ((one.resources ?? 0) + (one.external ?? 0)) / days.length
      return sum + (hours * rateOf(day) + bought) / (one.charge === 'full' ? 1 : one.groupSize!)
    }, 0)
}
const anyLine = fc
  .record({
    starts: fc.integer({ min: 0, max: 300 }),
    lasts: fc.integer({ min: 14, max: 320 }),
    sessionsPerWeek: fc.integer({ min: 1, max: 2000 }).map((n) => n / 100),
    minutes: fc.integer({ min: 1, max: 300 }),
    prepMinutes: fc.option(fc.integer({ min: 0, max: 60 })),
    weeks: fc.integer({ min: 1, max: 400 }).map((n) => n / 10),
    groupSize: fc.integer({ min: 1, max: 12 }),
    resources: fc.option(fc.integer({ min: 0, max: 50_000 })),
    external: fc.option(fc.integer({ min: 0, max: 50_000 })),
    charge: fc.constantFrom('share' as const, 'full' as const, null),
  })
  .map(({ starts, lasts, ...rest }) => {
    const from = addDays('2025-09-08', starts)
    return line({ ...rest, from, until: addDays(from, lasts), provision: newKey() })
  })
const changing = [
  { role: 'ta', from: '2025-09-01', basis: 'hour', amount: 1500, weeks: null },
  { role: 'ta', from: '2026-04-01', basis: 'hour', amount: 1613, weeks: null },
  { role: 'ta', from: '2026-09-01', basis: 'hour', amount: 1727, weeks: null },
] as const
const rateOf = (day: string) => changing.findLast(({ from }) => from <= day)!.amount

test('each year agrees with a day by day reckoning, and the years add up to the whole line to the penny', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 4 }), (lines) => {
      for (const starts of ['apr', 'sep'] as const) {
        const first = moneyYearOf('2025-09-01', starts).year
        const years = [0, 1, 2].map((n) => ({ starts, year: first + n }))
        const each = years.map((y) => moneyOf(input(lines, { year: y, rates: changing })))
        lines.forEach((one) => {
          const paid = each.map(
            (money) =>
              money.pupils[0]?.lines.find(({ line: own }) => own.key === one.key)?.actual?.pence ?? 0,
          )
          years.forEach((y, i) => {
            expect(Math.abs(paid[i]! - pounds(one, daysOfYear(y), rateOf))).toBeLessThan(1.01)
          })
          const whole = pounds(one, { from: '2000-01-01', until: '2099-01-01' }, rateOf)
          expect(Math.abs(paid.reduce((a, b) => a + b, 0) - whole)).toBeLessThanOrEqual(0.5001)
        })
      }
    }),
    { numRuns: 60 },
  )
})

test('totals are the sums of their parts, however lines fall', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => {
      const money = moneyOf(input(lines, { rates: changing, year: apr(2026) }))
      const sum = (parts: readonly { pence: number }[]) =>
        parts.reduce((total, { pence }) => total + pence, 0)
      expect(sum(money.staff)).toBe(money.linesPence)
      expect(sum(money.levels)).toBe(money.linesPence)
      expect(sum(money.terms)).toBe(money.linesPence)
      expect(sum(money.pupils.map(({ actual }) => actual))).toBe(money.linesPence)
      expect(money.linesPence + money.roundingDifference + money.unsharedPence).toBe(money.total.pence)
      expect(Math.abs(money.roundingDifference)).toBeLessThanOrEqual(lines.length)
      expect(JSON.stringify(money, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))).not.toMatch(
        /NaN|undefined|Infinity/,
      )
    }),
    { numRuns: 60 },
  )
})

test('no rule but an authority’s own rate, or an undivided group, lets more count than it costs', () => {
  const rules = fc.record({
    weeks: fc.option(fc.integer({ min: 1, max: 52 })),
    divisorWeeks: fc.option(fc.integer({ min: 1, max: 52 })),
    weeklyHours: fc.option(fc.integer({ min: 0, max: 40 })),
    teacherHours: fc.option(fc.integer({ min: 0, max: 40 })),
    pupilCap: fc.option(fc.integer({ min: 0, max: 500_000 })),
    group: fc.constantFrom('share' as const, null),
    fullCharge: fc.option(fc.boolean()),
    preparation: fc.option(fc.boolean()),
    countsTa: fc.option(fc.boolean()),
    countsExternal: fc.option(fc.boolean()),
    countsEquipment: fc.option(fc.boolean()),
    needsOutcome: fc.option(fc.boolean()),
    rounding: fc.constantFrom('line' as const, 'total' as const, null),
  })
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 4 }), rules, (lines, given) => {
      const one = ruled(lines, given, { rates: changing, year: apr(2026) })
      if (!one) return
      expect(one.counted.pence).toBeLessThanOrEqual(
        one.actual.pence + (given.rounding === 'total' ? lines.length : 0),
      )
      expect(one.counted.pence).toBeGreaterThanOrEqual(0)
      for (const each of one.lines) {
        expect(each.counted!.countedPence).toBeLessThanOrEqual(each.actual!.pence)
        if (each.counted!.countedPence < each.actual!.pence)
          expect(each.counted!.reasons.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 100 },
  )
})

test('costing rules leave as a file and come back the same; what can’t be taken is named', () => {
  for (const { rulebook } of exampleRulebooks) {
    expect(check(CostingRulebook, rulebook)).toEqual([])
    expect(readRulebook(rulebookText(rulebook))).toEqual({ rulebook })
  }
  const text = rulebookText(exampleRulebooks[0]!.rulebook)
  const said = (changed: string) => (readRulebook(changed) as { complaint?: string }).complaint ?? ''
  expect(said(text.replace('"weeks": 38', '"weeks": "38"'))).toContain('Teaching weeks in a year')
  expect(said(text.replace('"weeks"', '"wecks"'))).toContain('wecks')
  expect(said(text.replace('"authority": "Westmoor Council"', '"authority": " "'))).toContain(
    'local authority',
  )
  expect(said('{}')).toContain('no file of costing rules')
  expect(said('nothing')).toContain('no file of costing rules')
})

test('an hour’s cost from pay: on-costs on top, or a year’s pay over the hours paid', () => {
  expect(fromHourly({ basic: 1200, ni: 15, pension: 20 })?.pence).toBe(1620)
  // 15% of what lies above £5,000, 20% of all: (24,000 + 2,850 + 4,800) ÷ (32.5 × 44).
  const year = { annual: 2_400_000, hours: 32.5, weeks: 44, ni: 15, niFrom: 500_000, pension: 20 }
  expect(fromSalary(year)?.pence).toBe(Math.round(3_165_000 / (32.5 * 44)))
  expect(fromSalary({ ...year, ni: 0, pension: 0 })?.pence).toBe(Math.round(2_400_000 / 1430))
  expect(fromSalary({ ...year, hours: 0 })).toBeNull()
  expect(fromSalary({ ...year, annual: null })).toBeNull()
  expect(fromHourly({ basic: 1200, ni: null, pension: 20 })).toBeNull()
  // The levy is on all pay: 0.5% of £24,000 is £120.
  expect(fromSalary({ ...year, levy: 0.5 })).toMatchObject({
    pence: Math.round(3_177_000 / 1430),
    working: expect.stringContaining('0.5% levy (£120.00)'),
  })
  expect(fromHourly({ basic: 1200, ni: 15, pension: 20, levy: 0.5 })?.pence).toBe(1626)
  expect(hintOn('ni', '2025-04-05')).toBeUndefined()
  expect(hintOn('ni', '2026-11-22')?.value).toBe(15)
  // Each says its source and day; what nobody can know beforehand has no figure; what may have changed says so.
  for (const hint of onCostHints)
    expect(hintWords(hint, '2026-11-23')).toMatch(/[Cc]heck with your payroll|Ask your payroll/)
  expect(hintOn('staffPension', '2026-11-22')?.value).toBeNull()
  expect(hintWords(hintOn('ni', '2027-04-06')!, '2027-04-06')).toContain('until 5 Apr 2027 only')
})

test('the rates of a role on a line: where support runs without one, and rows from the same day', () => {
  const rate = (from: string) =>
    withKey({ ...blank(Rate, { role: 'ta', from, basis: 'hour', amount: 1700 }) })
  const lines = [line({ from: '2026-08-01' }), line({}), line({ role: 'hlta' })]
  const [ofTa, ofHlta] = rateLines([rate('2026-09-15'), rate('2026-09-15'), rate('2027-04-01')], lines)
  expect(ofTa!.parts.map(({ is, from, until }) => [is, from, until])).toEqual([
    ['gap', '2026-08-01', '2026-09-14'],
    ['rate', '2026-09-15', '2027-03-31'],
    ['rate', '2027-04-01', null],
  ])
  expect(ofTa!.twice).toHaveLength(1)
  expect(ofHlta!.parts).toEqual([{ is: 'gap', from: '2026-09-07', until: null, lines: 1 }])
  expect(linesChangedBy(lines, { role: 'ta', from: '2027-04-01' })).toBe(2)
})

test('what runs on a day is also told as if it ran all year', () => {
  const twelve = line({ sessionsPerWeek: 3, minutes: 20, weeks: 12, groupSize: 4, until: '2026-12-04' })
  const [one] = moneyOf(input([twelve, line({ from: '2027-01-11' })], { asOf: '2026-10-01' })).pupils
  expect(one!.wholeYear!.pence).toBe(16340)
  expect(moneyOf(input([twelve])).pupils[0]!.wholeYear).toBeNull()
})
