import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank, type AnyRecordType, type Stored } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Job } from '../../src/domain/records/job.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { SlotPupil } from '../../src/domain/records/slotPupil.ts'
import { SupportStaff } from '../../src/domain/records/supportStaff.ts'
import { applyScenario, seenNow } from '../../src/domain/rules/scenario.ts'
import type { Change, ScenarioState } from '../../src/domain/rules/scenarioTypes.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { slotPupilsOf } from '../../src/domain/rules/timetablePupils.ts'
import { type JobPorts, makeJob, readPlan, readResults } from '../../src/jobs/jobRow.ts'
import { runJob } from '../../src/jobs/runJob.ts'
import { scenarioLeft } from '../../src/jobs/scenarioLeft.ts'
import { scenarioPlan } from '../../src/jobs/scenarioPlan.ts'
import { undoPlan } from '../../src/jobs/undo.ts'
import { oakfield, oakfieldSchool } from '../graph/oakfield.ts'
import { connect } from '../../src/graph/connect.ts'

const from = '2026-09-07'
const until = '2027-07-16'
const starts = '2027-01-04'
const calendar = calendarOf([
  { kind: 'term', name: 'Autumn', starts: '2026-09-02', ends: '2026-12-18' },
  { kind: 'term', name: 'Spring', starts, ends: '2027-03-26' },
  { kind: 'term', name: 'Summer', starts: '2027-04-12', ends: '2027-07-21' },
])
const given = {
  from,
  until,
  sessionsPerWeek: 2,
  minutes: 30,
  weeks: 34,
  role: 'ta',
  staff: 'Tom Bright',
} as const
const types = { groups: Group, lines: Allocation, slots: Slot, slotPupils: SlotPupil, staff: SupportStaff, pupils: Pupil } // prettier-ignore

const stateIn = async ({ records }: JobPorts): Promise<ScenarioState> => {
  const read = await Promise.all(
    Object.entries(types).map(async ([name, type]) => [name, (await records.store(type as AnyRecordType).all()).records]), // prettier-ignore
  )
  return { ...Object.fromEntries(read), rates: [] } as ScenarioState
}
/** What the lists say, archived rows too, without what SharePoint adds. */
const saying = async ({ records }: JobPorts, archivedToo = false) =>
  Promise.all(
    Object.values(types).map(async (type) =>
      (await records.store(type as AnyRecordType).allWithArchived()).records
        .filter((row) => archivedToo || !row.archived)
        .map((row) => Object.fromEntries(['key', 'archived', ...Object.keys(type.fields)].map((field) => [field, (row as Record<string, unknown>)[field]])))
        .toSorted((a, b) => (String(a['key']) < String(b['key']) ? -1 : 1)),
    ),
  ) // prettier-ignore

/** Two groups of two pupils, each with two times in the week, and who gives them; Tom Bright is thought away. */
const begun = async () => {
  const school = await oakfieldSchool()
  const { records, files } = school.as('senco')
  const ports: JobPorts = { records, files, ...school.clock }
  const pupils = await Promise.all(
    ['Ann', 'Ben', 'Cy', 'Di'].map(
      (forename) =>
      records.store(Pupil).create(blank(Pupil, { surname: 'A', forename, dateOfBirth: '2018-01-09', status: 'E', yearGroup: '4' })), // prettier-ignore
    ),
  )
  const provision = await records.store(Provision).create(blank(Provision, { name: 'Phonics', level: 'targeted', areaOfNeed: 'cognition', line: 'ta' })) // prettier-ignore
  const groups = await Promise.all(
    ['Owls', 'Larks'].map((name) =>
      records.store(Group).create(blank(Group, { provision: provision.key, name, size: 2, ...given })),
    ),
  )
  for (const [i, { key }] of pupils.entries()) {
    await records.store(Allocation).create(
      blank(Allocation, { pupil: key, provision: provision.key, group: groups[i < 2 ? 0 : 1]!.key, from, until, inPlan: true, specifiedMinutes: 60 }), // prettier-ignore
    )
  }
  for (const [i, group] of groups.entries())
    for (const weekday of ['mon', 'wed'] as const)
      await records.store(Slot).create(
        blank(Slot, { what: group.name, weekday, starts: `${9 + i}:00`, minutes: 30, from, until, group: group.key, staff: 'Tom Bright', role: 'ta' }), // prettier-ignore
      )
  const tom = await records.store(SupportStaff).create(blank(SupportStaff, { name: 'Tom Bright', role: 'ta', hours: 25, from })) // prettier-ignore
  const ada = await records.store(SupportStaff).create(blank(SupportStaff, { name: 'Ada Long', role: 'hlta', hours: 30, from })) // prettier-ignore
  const half = await stateIn(ports)
  for (const { key, record } of slotPupilsOf({ ...half, allocations: half.lines }))
    await records.store(SlotPupil).create(record, key)
  const state = await stateIn(ports)
  const change = { do: 'loseStaff', member: tom.key, give: {}, rest: ada.key } as Omit<Change, 'seen'>
  const seen = { ...change, seen: seenNow({ ...change, seen: {} } as Change, state) } as Change
  const applied = applyScenario(state, [seen], { starts, calendar, weeksInYear: 38, salt: newKey() })
  return { school, ports, state, applied, plan: scenarioPlan(state, applied, 'Tom goes') }
}
const run = (ports: JobPorts, job: Stored<Job>, more: Partial<Parameters<typeof runJob>[2]> = {}) =>
  runJob(ports, job, { worker: newKey(), groupSize: 2, ...more })
const leftOf = async (ports: JobPorts, { key }: Stored<Job>) => {
  const job = await ports.records.store(Job).byKey(key)
  return scenarioLeft(await readPlan(ports, job), await readResults(ports, job))
}
const undo = async (ports: JobPorts, job: Stored<Job>) => {
  const plan = undoPlan(job, await readPlan(ports, job), await readResults(ports, job))
  const end = await run(ports, await makeJob(ports, plan, { undoes: job.key }))
  expect(end.job).toMatchObject({ state: 'finished' })
  return end
}
const nothing = { pupils: [], times: [], refused: 0, notReached: 0 }

test('the page is closed midway: it is said who is left without, another page goes on with no doubles, and undo puts all back', async () => {
  const { school, ports, plan } = await begun()
  const before = await saying(ports)
  const job = await makeJob(ports, plan)
  // Whatever has ended by then, what was to begin in its place is not written yet.
  const ends = plan.steps.filter((step) => step.do === 'change').length
  let done = 0
  const closed: JobPorts = {
    ...ports,
    records: connect({
      school: oakfield,
      token: async () => school.admin.tokenFor('senco'),
      send: (request) => (done < ends ? school.emulator.handle(request) : new Promise(() => {})),
      ...school.clock,
    }).records,
  }
  void run(closed, job, { progress: (progress) => (done = progress.done) })
  await expect.poll(() => done, { timeout: 15_000 }).toBeGreaterThanOrEqual(ends)
  const left = await leftOf(ports, job)
  expect(left.pupils).toHaveLength(4)
  expect(left.notReached).toBeGreaterThan(0)

  const end = await run(ports, await ports.records.store(Job).byKey(job.key))
  expect(end.ended).toBe('finished')
  expect(await leftOf(ports, job)).toEqual(nothing)
  const after = await stateIn(ports)
  expect(after.groups.map(({ name, staff, from: first, until: last }) => [name, staff, first, last]).toSorted()).toEqual([
    ['Larks', 'Ada Long', starts, until],
    ['Larks', 'Tom Bright', from, '2027-01-03'],
    ['Owls', 'Ada Long', starts, until],
    ['Owls', 'Tom Bright', from, '2027-01-03'],
  ]) // prettier-ignore
  expect([after.lines.length, after.slots.length, after.slotPupils.length]).toEqual([8, 8, 16])

  await undo(ports, end.job)
  expect(await saying(ports)).toEqual(before)
  // Staff can read what lies in the archive: no name of a child is left there.
  const shelved = (await ports.records.store(SlotPupil).allWithArchived()).records.filter(
    (row) => row.archived,
  )
  expect(shelved.map(({ name }) => name)).toEqual(Array.from({ length: 8 }, () => 'Taken off'))
})

test('stopped midway it says what is left; the rest is applied from the same plan without doubles', async () => {
  const { ports, plan } = await begun()
  const before = await saying(ports)
  const stop = new AbortController()
  const job = await makeJob(ports, plan)
  const at = plan.steps.filter((step) => step.do === 'change').length + 1
  const stopped = await run(ports, job, {
    signal: stop.signal,
    progress: ({ done }) => done >= at && stop.abort('stop'),
  })
  expect(stopped.ended).toBe('stopped')
  const left = await leftOf(ports, job)
  expect(left.pupils.length).toBeGreaterThan(0)
  expect(left.times).toEqual(['Owls', 'Larks'])

  const rest = await run(ports, await makeJob(ports, await readPlan(ports, stopped.job)))
  expect(rest.job).toMatchObject({ state: 'finished', refused: 0 })
  const after = await stateIn(ports)
  expect([after.groups.length, after.lines.length, after.slots.length]).toEqual([4, 8, 8])
  // One undo takes back both.
  await undo(ports, rest.job)
  expect(await saying(ports)).toEqual(before)
})

test('what somebody changes meanwhile is left with all that hangs on it, and who is left without is named', async () => {
  const { ports, plan, state } = await begun()
  const { records } = ports
  const job = await makeJob(ports, plan)
  const owls = state.groups.find(({ name }) => name === 'Owls')! as Stored<Group>
  const larks = state.groups.find(({ name }) => name === 'Larks')!
  const [cut] = state.lines.filter(({ group }) => group === larks.key) as Stored<Allocation>[]
  // Not a value that the scenario changes: but what goes on would be made from the older one.
  await records.store(Group).update(owls, { place: 'The hall' })
  await records.store(Allocation).update(cut!, { expected: 'Reads 40 words' })
  const end = await run(ports, job)
  expect(end.job.state).toBe('finished')
  const after = await stateIn(ports)
  const now = (key: string) => [...after.groups, ...after.lines].find((row) => row.key === key)!
  // Nothing of the one group: its pupils, its times and their copies go on as before.
  expect(now(owls.key)).toMatchObject({ until, place: 'The hall' })
  for (const row of [...after.lines, ...after.slots].filter(({ group }) => group === owls.key))
    expect(row.until).toBe(until)
  expect(after.groups.filter(({ name }) => name === 'Owls')).toHaveLength(1)
  // Of the other all but one pupil, whose support ends with the group: that is told.
  expect(now(larks.key).until).toBe('2027-01-03')
  expect(now(cut!.key)).toMatchObject({ until, expected: 'Reads 40 words' })
  expect(await leftOf(ports, job)).toMatchObject({ pupils: [cut!.pupil], notReached: 0 })

  await undo(ports, end.job)
  const back = await stateIn(ports)
  expect(back.groups.map((one) => one.until)).toEqual([until, until])
  expect(back.lines.map((one) => one.until)).toEqual(Array.from({ length: 4 }, () => until))
  expect([back.lines.length, back.slots.length, back.slotPupils.length]).toEqual([4, 4, 8])
})

test('a row that is saved in the very moment of writing is not written over', async () => {
  const { school, ports, plan, state } = await begun()
  const owls = state.groups.find(({ name }) => name === 'Owls')! as Stored<Group>
  let met = false
  const racing: JobPorts = {
    ...ports,
    records: connect({
      school: oakfield,
      token: async () => school.admin.tokenFor('senco'),
      send: async (request) => {
        // Somebody else is first: the write meets their row with its If-Match.
        if (!met && /batch/.test(request.url) && /if-match/i.test(await request.clone().text())) {
          met = true
          await ports.records.store(Group).update(owls, { minutes: 45 })
        }
        return school.emulator.handle(request)
      },
      ...school.clock,
    }).records,
  }
  const end = await run(racing, await makeJob(ports, plan), { groupSize: 100 })
  expect(met).toBe(true)
  expect(end.job.state).toBe('finished')
  const after = await stateIn(ports)
  expect(after.groups.find(({ key }) => key === owls.key)).toMatchObject({ minutes: 45, until })
  expect(after.groups.filter(({ name }) => name === 'Owls')).toHaveLength(1)
  expect(await leftOf(ports, end.job)).toMatchObject({ pupils: [] })
})
