import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, check } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Group } from '../../src/domain/records/group.ts'
import { recordTypeNamed } from '../../src/domain/records/index.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Rate } from '../../src/domain/records/rate.ts'
import { School } from '../../src/domain/records/school.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { SlotPupil } from '../../src/domain/records/slotPupil.ts'
import { SupportStaff } from '../../src/domain/records/supportStaff.ts'
import { showTime } from '../../src/domain/rules/clockTime.ts'
import { applyScenario, seenNow } from '../../src/domain/rules/scenario.ts'
import { compareScenario } from '../../src/domain/rules/scenarioCompare.ts'
import { figureRows } from '../../src/domain/rules/scenarioFigureRows.ts'
import { type ScenarioFigures, scenarioFigures, stillOwed } from '../../src/domain/rules/scenarioFigures.ts'
import { givenWhy, uncoveredWhy } from '../../src/domain/rules/scenarioPupilWhy.ts'
import type { Why } from '../../src/domain/rules/why.ts'
import { readScenario, scenarioText } from '../../src/domain/rules/scenarioText.ts'
import type { Change, ScenarioState } from '../../src/domain/rules/scenarioTypes.ts'
import { scenarioWrites } from '../../src/domain/rules/scenarioWrites.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { scenarioPlan } from '../../src/jobs/scenarioPlan.ts'

const key = (n: number) => `01J${String(n).padStart(23, '0')}`
const until = '2027-07-16'
const from = '2026-09-07'
const starts = '2027-01-04'
const calendar = calendarOf([
  { kind: 'term', name: 'Autumn', starts: '2026-09-02', ends: '2026-12-18' },
  { kind: 'holiday', name: 'Half-term', starts: '2026-10-26', ends: '2026-10-30' },
  { kind: 'term', name: 'Spring', starts: '2027-01-04', ends: '2027-03-26' },
  { kind: 'term', name: 'Summer', starts: '2027-04-12', ends: '2027-07-21' },
])
const day = { starts, calendar, weeksInYear: 38, salt: key(999) }
const school = blank(School, {
  from,
  name: 'Oakfield',
  phase: 'primary',
  element2Threshold: 100_000,
  yearStarts: 'sep',
})
const provision = {
  key: key(1),
  ...blank(Provision, { name: 'Phonics', level: 'targeted', areaOfNeed: 'cognition', line: 'ta' }),
}
const context = {
  starts,
  calendar,
  yearStarts: 'sep' as const,
  school,
  provisions: [provision],
  rulebooks: [],
  fundings: [],
  bands: [],
}

const tom = {
  key: key(10),
  ...blank(SupportStaff, {
    name: 'Tom Bright',
    role: 'ta',
    hours: 25,
    from,
    userPrincipalName: 'tom@x.example',
  }),
}
const ada = {
  key: key(11),
  ...blank(SupportStaff, { name: 'Ada Long', role: 'hlta', hours: 30, supportHours: 20, from }),
}
const rate = (n: number, role: Rate['role'], amount: number) => ({
  key: key(n),
  ...blank(Rate, { role, from: '2026-09-01', basis: 'hour', amount }),
})
const group = (n: number, given: Partial<Group> = {}) => ({
  key: key(n),
  ...blank(Group, {
    provision: provision.key,
    name: `Group ${n}`,
    from,
    until,
    sessionsPerWeek: 2,
    minutes: 30,
    weeks: 38,
    role: 'ta',
    staff: 'Tom Bright',
    userPrincipalName: 'tom@x.example',
    ...given,
  }),
})
const line = (n: number, pupil: number, given: Partial<Allocation> = {}) => ({
  key: key(n),
  ...blank(Allocation, { pupil: key(pupil), provision: provision.key, from, until, ...given }),
})
const pupil = (n: number) => ({
  key: key(n),
  ...blank(Pupil, {
    surname: `S${n}`,
    forename: 'F',
    dateOfBirth: '2017-01-01',
    status: 'E',
  } as Partial<Pupil>),
})
const slotOf = (n: number, of: { group?: string; allocation?: string }, minutes: number, starts = 570, staff = tom) => ({
  key: key(n),
  ...blank(Slot, { what: 'Phonics', weekday: 'mon', starts: showTime(starts), minutes, from, until, staff: staff.name, userPrincipalName: staff.userPrincipalName, role: staff.role, ...of }),
}) // prettier-ignore

/** Two groups of two and three, and a line of one pupil alone, with the weekly times that they ask for. */
const school1 = (): ScenarioState => {
  const groups = [group(20), group(21, { minutes: 20, staff: 'Ada Long', userPrincipalName: null, role: 'hlta' })]
  const lines = [
    ...[30, 31].map((n) => line(n, n + 100, { group: key(20), inPlan: true, specifiedMinutes: 60 })),
    ...[32, 33, 34].map((n) => line(n, n + 100, { group: key(21) })),
    line(35, 130, { sessionsPerWeek: 5, minutes: 60, weeks: 38, groupSize: 1, role: 'ta', staff: 'Tom Bright', inPlan: true, specifiedMinutes: 300 }),
  ]
  const slots = [
    slotOf(40, { group: key(20) }, 30),
    slotOf(41, { group: key(20) }, 30, 700),
    slotOf(42, { group: key(21) }, 20, 570, ada as never),
    slotOf(43, { group: key(21) }, 20, 700, ada as never),
    ...[44, 45, 46, 47, 48].map((n) => slotOf(n, { allocation: key(35) }, 60, 800 + n)),
  ]
  const pupils = [130, 131, 132, 133, 134].map(pupil)
  const slotPupils = slots.flatMap((slot) =>
    lines
      .filter((one) => (slot.allocation ? one.key === slot.allocation : one.group === slot.group))
      .map((one, i) => ({
        key: key(Number(slot.key.slice(-2)) * 100 + i + 5000),
        ...blank(SlotPupil, { slot: slot.key, pupil: one.pupil, allocation: one.key, name: 'F', from, until }),
      })),
  )
  // Keys of copies follow from their slot and line, as the product makes them.
  return { staff: [tom, ada], groups, lines, slots, slotPupils, rates: [rate(50, 'ta', 1720), rate(51, 'hlta', 1970)], pupils }
} // prettier-ignore

const withSeen = (change: Omit<Change, 'seen'>, state: ScenarioState): Change =>
  ({ ...change, seen: seenNow({ ...change, seen: {} } as Change, state) }) as Change
const does = (state: ScenarioState, ...changes: object[]) =>
  applyScenario(state, changes.map((one) => withSeen(one as Omit<Change, 'seen'>, state)), day) // prettier-ignore
const sorted = (state: ScenarioState) =>
  Object.fromEntries(
    Object.entries(state).map(([name, rows]) => [
      name,
      (rows as readonly { key: string }[]).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    ]),
  )
const figures = (state: ScenarioState) => scenarioFigures(state, context)

test('applying nothing changes nothing, and writes nothing', () => {
  const state = school1()
  const applied = applyScenario(state, [], day)
  expect(applied.state).toBe(state)
  expect(scenarioWrites(state, applied.state)).toEqual([])
})

test('losing a TA whose work ends: history stays, what began ends the day before, Section F that falls is told', () => {
  const state = school1()
  const applied = does(state, { do: 'loseStaff', member: tom.key, give: {}, rest: null })
  expect(applied.cant).toEqual([])
  const after = applied.state
  expect(after.staff.find((one) => one.key === tom.key)!.until).toBe('2027-01-03')
  expect(after.lines.filter((one) => one.until === '2027-01-03').map((one) => one.key)).toEqual([key(30), key(31), key(35)]) // prettier-ignore
  expect(after.lines).toHaveLength(state.lines.length)
  expect(after.slotPupils.filter((one) => one.until === '2027-01-03')).toHaveLength(9)
  const before = figures(state)
  const then = scenarioFigures(after, context, stillOwed(before, applied))
  const compared = compareScenario(before, then, applied, state)
  expect(compared.falls.map(({ pupil: who, plan, after: is, ends }) => [who, plan, is, ends])).toEqual([
    [key(130), 60, 0, true],
    [key(131), 60, 0, true],
    [key(130), 300, 0, true],
  ])
  // By hand: £17.20 × 1 h × 38 weeks ÷ 2 = £326.80, and £17.20 × 5 h × 38 weeks = £3,268.00 for one of them alone.
  expect(
    compared.pupils.map(({ pupil: who, cost, given, uncovered }) => [who, cost[0], given, uncovered]),
  ).toEqual([
    [key(130), 359_480, [360, 0], [0, 360]],
    [key(131), 32_680, [60, 0], [0, 60]],
  ])
  const rowsOf = ({ match }: ScenarioFigures) => match.filter(({ pupil: who }) => who === key(130))
  const togetherOf = ({ inputs }: Why) => inputs.at(-1)!.value
  expect(togetherOf(givenWhy(rowsOf(before), () => 'Phonics', context.starts))).toBe('6 h a week')
  expect(togetherOf(givenWhy(rowsOf(then), () => 'Phonics', context.starts))).toBe('0 min a week')
  expect(
    uncoveredWhy(rowsOf(then), () => 'Phonics', context.starts).inputs.map(({ value }) => value),
  ).toEqual([
    '4 Jan 2027',
    'plan 1 h, timetable 0 min: 1 h not covered',
    'plan 5 h, timetable 0 min: 5 h not covered',
    '6 h a week',
  ])
  // What a plan specifies stays owed though its line has ended.
  expect(then.uncovered).toMatchObject({ minutes: 420, pupils: 2 })
  expect(compared.difference.uncovered).toBe(420)
  expect(then.hours.bought).toBe(before.hours.bought - 25 * 60)
  expect(then.fromStart).toBeLessThan(before.fromStart)
  // £10,000s under the threshold of £1,000: the pupil alone falls from above to below or stays; told either way.
  expect(compared.crossings.every(({ before: was, after: is, threshold }) => was > threshold !== is > threshold)).toBe(true) // prettier-ignore
})

test('handing all over to somebody else keeps every minute; the cost follows the role from the day on', () => {
  const state = school1()
  const applied = does(state, { do: 'loseStaff', member: tom.key, give: { [key(35)]: null }, rest: ada.key })
  const [before, after] = [figures(state), figures(applied.state)]
  const running = applied.state.groups.filter((one) => one.until === until)
  expect(running.map(({ staff, role, from: begins }) => [staff, role, begins]).toSorted()).toEqual([
    ['Ada Long', 'hlta', '2026-09-07'],
    ['Ada Long', 'hlta', starts],
  ])
  const row = (all: typeof after, who: string) => all.match.filter(({ pupil: one }) => one === who)
  expect(row(after, key(131)).map(({ timetableMinutes, mapMinutes }) => [timetableMinutes, mapMinutes])).toEqual([[60, 60]]) // prettier-ignore
  expect(row(after, key(130))).toHaveLength(1)
  // Only what comes after the day costs otherwise.
  // But for the weeks of what ends, which are kept to a tenth: at most £17.20 × 5 h × 0.05.
  expect(Math.abs(after.inYear - before.inYear - (after.fromStart - before.fromStart))).toBeLessThan(430)
})

test('a change of nothing but the day costs the same: weeks and prices split without loss', () => {
  const state = school1()
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 0, max: 99_999 }),
      fc.integer({ min: 1, max: 38 }),
      (later, resources, weeks) => {
        const begins = new Date(Date.parse('2026-09-07T00:00:00Z') + later * 86_400_000)
          .toISOString()
          .slice(0, 10)
        const own = {
          ...state,
          groups: state.groups.map((one) => ({ ...one, resources, weeks })),
          lines: state.lines.map((one) => (one.group === null ? { ...one, weeks, external: resources } : one)),
        } // prettier-ignore
        const same = { do: 'changeGroup', group: key(20), set: { minutes: 30 } }
        const alone = { do: 'changeLine', line: key(35), set: { minutes: 60 } }
        const changes = [same, alone].map((one) => withSeen(one as unknown as Omit<Change, 'seen'>, own))
        const applied = applyScenario(own, changes, { ...day, starts: begins })
        const [before, after] = [figures(own), figures(applied.state)]
        // A split line is rounded to the penny twice, its weeks to a tenth: four lines of at most £17.20 × 5 h × 0.05.
        expect(Math.abs(after.inYear - before.inYear)).toBeLessThanOrEqual(4 * 430)
      },
    ),
    { numRuns: 30 },
  )
})

test('merging ends one group, keeps each pupil once, and shares the cost among all', () => {
  const state = school1()
  const applied = does(state, { do: 'mergeGroups', from: key(20), into: key(21) })
  const running = applied.state.lines.filter((one) => one.until !== '2027-01-03')
  expect(running).toHaveLength(6)
  const target = applied.groups.get(key(21))!
  expect(running.filter((one) => one.group === target).map((one) => one.pupil)).toHaveLength(5)
  // Section F of the two who move goes with them, and their 60 minutes become 40: told.
  const compared = compareScenario(figures(state), figures(applied.state), applied, state)
  expect(compared.falls.map(({ before, after }) => [before, after])).toEqual([
    [60, 40],
    [60, 40],
  ])
  expect(applied.state.groups.find((one) => one.key === key(20))!.until).toBe('2027-01-03')
})

test('a group’s change reaches lines that follow it, and leaves what a pupil has of their own', () => {
  const base = school1()
  const state = {
    ...base,
    lines: base.lines.map((one) =>
      one.key === key(30) ? { ...one, minutes: 30 } : one.key === key(31) ? { ...one, minutes: 15 } : one,
    ),
  }
  const applied = does(state, { do: 'changeGroup', group: key(20), set: { minutes: 45, sessionsPerWeek: 3 } })
  const after = figures(applied.state).match.filter(({ group: of }) => of === applied.groups.get(key(20)))
  expect(after.map(({ mapMinutes }) => mapMinutes).toSorted()).toEqual([135, 45])
  expect(after[0]!.timetableMinutes).toBe(90)
  expect(applied.told.map(({ words }) => words).join(' ')).toMatch(/1 pupil has.*timetable has 2 sessions a week, the change 3/i) // prettier-ignore
})

test('what was archived, has ended or was changed since is left out and told; the rest is made', () => {
  const state = school1()
  const changes = [
    withSeen({ do: 'endLine', line: key(30) } as never, state),
    withSeen({ do: 'endLine', line: key(31) } as never, state),
    withSeen({ do: 'endLine', line: key(35) } as never, state),
    withSeen({ do: 'changeHours', member: ada.key, hours: 35, supportHours: 30 } as never, state),
  ]
  const now = {
    ...state,
    lines: state.lines
      .filter((one) => one.key !== key(30))
      .map((one) => (one.key === key(31) ? { ...one, minutes: 10 } : one.key === key(35) ? { ...one, until: '2026-12-18' } : one)), // prettier-ignore
  }
  const applied = applyScenario(now, changes, day)
  expect(applied.did).toEqual([3])
  expect(applied.cant.map(({ at, why }) => [at, why])).toEqual([
    [0, 'gone'],
    [1, 'changed'],
    [2, 'changed'],
  ])
  expect(applied.cant[1]!.moved).toEqual([{ key: key(31), field: 'minutes', seen: null, now: 10 }])
  const same = does(now, { do: 'endLine', line: key(35) })
  expect(same.cant.map(({ why }) => why)).toEqual(['ended'])
})

const anyChange = (): fc.Arbitrary<{ readonly on: string; readonly change: object }> =>
  fc.oneof(
    fc.record({ minutes: fc.integer({ min: 5, max: 90 }) }).map((set) => ({ on: 'g20', change: { do: 'changeGroup', group: key(20), set } })),
    fc.record({ size: fc.integer({ min: 1, max: 9 }) }).map((set) => ({ on: 'g21', change: { do: 'changeGroup', group: key(21), set } })),
    fc.record({ sessionsPerWeek: fc.integer({ min: 1, max: 9 }) }).map((set) => ({ on: 'l35', change: { do: 'changeLine', line: key(35), set } })),
    fc.record({ minutes: fc.integer({ min: 5, max: 90 }) }).map((set) => ({ on: 'l30', change: { do: 'changeLine', line: key(30), set } })),
    fc.constant({ on: 'g21', change: { do: 'endLine', line: key(33) } }),
    fc.integer({ min: 10, max: 40 }).map((hours) => ({ on: 'ada', change: { do: 'changeHours', member: ada.key, hours, supportHours: null } })),
    fc.integer({ min: 1000, max: 9000 }).map((amount) => ({ on: 'rate', change: { do: 'changeRate', role: 'ta', basis: 'hour', amount, weeks: null } })),
  ) // prettier-ignore

test('two changes on different records come to the same in either order; before and difference make after', () => {
  const state = school1()
  const before = figures(state)
  fc.assert(
    fc.property(anyChange(), anyChange(), (one, other) => {
      fc.pre(one.on !== other.on)
      const [there, back] = [does(state, one.change, other.change), does(state, other.change, one.change)]
      expect(there.cant).toEqual([])
      expect(sorted(there.state)).toEqual(sorted(back.state))
      const after = figures(there.state)
      const { difference } = compareScenario(before, after, there, state)
      for (const { name, value } of figureRows)
        expect(value(before) + difference[name]).toBeCloseTo(value(after), 6)
    }),
    { numRuns: 40 },
  )
})

test('every record that would be written can be stored, and each write hangs on what it follows from', () => {
  const state = school1()
  const applied = does(
    state,
    { do: 'loseStaff', member: tom.key, give: {}, rest: ada.key },
    { do: 'splitGroup', group: key(21), lines: [key(32)], name: 'Quiet start', member: null },
    { do: 'movePupil', line: key(33), to: key(20) },
    { do: 'changeRate', role: 'hlta', basis: 'weeklyHour', amount: 80_000, weeks: 38 },
  )
  expect(applied.cant).toEqual([])
  for (const rows of [
    applied.state.groups,
    applied.state.lines,
    applied.state.slots,
    applied.state.slotPupils,
  ])
    expect(new Set(rows.map((one) => one.key)).size).toBe(rows.length)
  for (const write of scenarioWrites(state, applied.state))
    if (write.do === 'create') expect(check(recordTypeNamed(write.type)!, write.record as never)).toEqual([])
  const plan = scenarioPlan(state, applied, 'Spring')
  const verbs = plan.steps.map((step) => step.do)
  expect(verbs).toEqual(verbs.toSorted((a, b) => (a === b ? 0 : a === 'change' ? -1 : 1)))
  const at = new Map(plan.steps.map((step, i) => [step.key, i]))
  plan.steps.forEach((step, i) => {
    for (const other of step.after ?? []) expect(at.get(other)!).toBeLessThan(i)
  })
  // Whatever ends because of its group waits for it: a group that somebody changed meanwhile keeps its pupils.
  const groupOf = new Map(state.lines.map((one) => [one.key, one.group]))
  const ending = plan.steps.filter((step) => step.type === 'Allocation' && step.do === 'change')
  expect(ending.length).toBeGreaterThan(3)
  for (const step of ending)
    if (groupOf.get(step.key) && at.has(groupOf.get(step.key)!))
      expect(step.after).toContain(groupOf.get(step.key))
  const begun = plan.steps.filter((step) => step.do === 'create' && step.type === 'Allocation')
  for (const step of begun) expect(step.after).toContain(applied.origins.get(step.key))
  // Thought through again after an undo, new records get other keys than those that lie in the archive.
  const again = applyScenario(state, [withSeen({ do: 'endLine', line: key(30) } as never, state)], { ...day, salt: 'other' }) // prettier-ignore
  expect(again.did).toEqual([0])
})

test('a time in the week is put elsewhere from the day on: minutes, clashes and who comes follow, and the old one ends', () => {
  const state = school1()
  const set = { weekday: 'tue', starts: '09:30', minutes: 20 }
  const moved = does(state, { do: 'changeTime', slot: key(41), set })
  expect(moved.cant).toEqual([])
  expect(moved.state.slots.find((one) => one.key === key(41))!.until).toBe('2027-01-03')
  const now = moved.state.slots.filter((one) => one.group === key(20) && one.from === starts)
  expect(now).toMatchObject([{ ...set, until, staff: 'Tom Bright' }])
  expect(moved.state.slotPupils.filter((one) => one.slot === now[0]!.key).map(({ pupil: who }) => who)).toEqual([key(130), key(131)]) // prettier-ignore
  // 30 and 20 minutes a week where the plan says 60: it falls for both.
  const compared = compareScenario(figures(state), figures(moved.state), moved, state)
  expect(compared.falls.map(({ plan, before, after }) => [plan, before, after])).toEqual([
    [60, 60, 50],
    [60, 60, 50],
  ])
  expect(compared.clashes).toEqual([])

  // Onto the other group’s time and to who gives that one: she would be in two places.
  const onto = does(state, { do: 'changeTime', slot: key(41), set: { starts: '09:30', member: ada.key } })
  const both = compareScenario(figures(state), figures(onto.state), onto, state)
  expect(both.clashes.filter(({ is }) => is === 'staff')).toMatchObject([{ who: 'Ada Long' }])
  expect(both.falls).toEqual([])
  // The group is replaced first: the time that goes on is the one that moves.
  const after = does(
    state,
    { do: 'changeGroup', group: key(20), set: { minutes: 45 } },
    { do: 'changeTime', slot: key(41), set: { weekday: 'fri' } },
  )
  expect(after.cant).toEqual([])
  expect(after.state.slots.filter((one) => one.from === starts).map(({ weekday, minutes }) => [weekday, minutes])).toEqual([['mon', 45], ['fri', 45]]) // prettier-ignore
  const elsewhere = { ...state, slots: state.slots.map((one) => (one.key === key(41) ? { ...one, weekday: 'thu' as const } : one)) } // prettier-ignore
  const change = withSeen({ do: 'changeTime', slot: key(41), set } as never, state)
  expect(applyScenario(elsewhere, [change], day).cant).toMatchObject([
    { why: 'changed', moved: [{ key: key(41), field: 'weekday', seen: 'mon', now: 'thu' }] },
  ])
})

test('the names of children are nowhere in what a scenario keeps', () => {
  const state = school1()
  const text = scenarioText([
    withSeen({ do: 'movePupil', line: key(33), to: key(20) } as never, state),
    withSeen(
      { do: 'splitGroup', group: key(20), lines: [key(30)], name: 'New', member: null } as never,
      state,
    ),
  ])
  expect(text).not.toMatch(/S13\d|"F"|2017-01-01/)
  expect(readScenario(text)).toEqual({ changes: JSON.parse(text).changes })
})

test('changes that nobody can read are refused in words, all of them at once', () => {
  const seen = {}
  const read = (changes: unknown, version: unknown = 1) =>
    readScenario(JSON.stringify({ version, changes })).complaints
  expect(readScenario('{"version":1').complaints).toHaveLength(1)
  expect(readScenario('[]').complaints).toHaveLength(1)
  expect(read([], 2)![0]).toMatch(/another version/)
  expect(read([{ do: 'sackEverybody', seen }])![0]).toMatch(/kind that this version/)
  expect(read([{ do: '__proto__', seen }])![0]).toMatch(/kind/)
  expect(read([{ do: 'endLine', line: 'x', seen }, { do: 'changeRate', role: 'ta', basis: 'hour', amount: 0.5, weeks: null, seen }])).toEqual(['Change 1 lacks the line of support.', 'Change 2 lacks an amount in whole pence above nothing.']) // prettier-ignore
  expect(read([{ do: 'endLine', line: key(1), seen, name: 'Amira' }])![0]).toMatch(/doesn’t know/)
  expect(read([{ do: 'endLine', line: key(1) }])![0]).toMatch(/thought through from/)
  expect(read([{ do: 'changeGroup', group: key(1), set: { minutes: 30, staff: 'X' }, seen }])).toHaveLength(1)
  expect(read([{ do: 'mergeGroups', from: key(1), into: key(1), seen }])![0]).toMatch(/itself/)
  for (const set of [
    {},
    { weekday: 'sat' },
    { starts: '25:00' },
    { minutes: 0 },
    { name: 'Amira' },
    { toString: 1 },
  ])
    expect(read([{ do: 'changeTime', slot: key(1), set, seen }])).toEqual([
      'Change 1 lacks what changes of the time.',
    ])
  expect(read([{ do: 'changeHours', member: key(1), hours: 10, supportHours: 12, seen }])).toHaveLength(1)
})
