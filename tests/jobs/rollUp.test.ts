import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import type { Job } from '../../src/domain/records/job.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import type { Publication } from '../../src/domain/records/publication.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import type { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import { usualTicks } from '../../src/domain/rules/publish.ts'
import { makeJob, readPlan, readResults } from '../../src/jobs/jobRow.ts'
import type { Plan } from '../../src/jobs/plan.ts'
import { type Known, publishPlan } from '../../src/jobs/publishing.ts'
import { rollUpRows } from '../../src/jobs/rollUp.ts'
import { type RollUpChoice, rollUpPlan, shownOf } from '../../src/jobs/rollUpPlan.ts'
import { runJob } from '../../src/jobs/runJob.ts'
import { undoPlan } from '../../src/jobs/undo.ts'
import { kept } from '../ui/made.ts'
import { type FakeSchool, fakeSchool, pageOf } from './fakeSchool.ts'

const quiet = async () => {}
const pupil = (at: number, given: Partial<Pupil>): Stored<Pupil> => ({
  ...blank(Pupil, { surname: 'Quill', forename: `${at}`, dateOfBirth: '2016-02-03', status: 'K', ...given }),
  ...kept(newKey(at)),
})
const leaver = pupil(1, { yearGroup: '6', className: 'Ash', dateOfBirth: '2016-02-03' })
const mover = pupil(2, { yearGroup: '4', className: 'Oak', dateOfBirth: '2018-02-03' })
const everybody = [leaver, mover]

const rowsOf = <T>(school: FakeSchool, type: string) =>
  [...(school.tables.get(type)?.values() ?? [])] as unknown as Stored<T>[]
const knownIn = (school: FakeSchool): Known => ({
  shown: { profiles: rowsOf<StaffProfile>(school, 'StaffProfile'), targets: [] },
  publications: rowsOf<Publication>(school, 'Publication'),
  today: '2027-09-02',
  by: 'Helen Marsh',
})
const publishedSchool = async (): Promise<FakeSchool> => {
  const school = fakeSchool()
  for (const each of everybody) school.put('Pupil', each.key, each as never)
  const sources = everybody.map((each) => ({
    sources: {
      pupil: each,
      needs: [],
      outcomes: [],
      profile: blank(Profile, { pupil: each.key, from: '2026-06-01', helps: `‹${each.forename}›` }),
    },
    ticks: usualTicks,
  }))
  await run(school, publishPlan(sources, knownIn(school), 'Publish'))
  return school
}
const rolled = (school: FakeSchool, given: Partial<RollUpChoice> = {}): Plan =>
  rollUpPlan(rollUpRows(everybody, 2027, '6'), {
    year: 2027,
    ticked: new Set(everybody.map(({ key }) => key)),
    classes: { '4 Oak': 'Elm' },
    leavingDay: '2027-08-31',
    archiveLeavers: false,
    shown: knownIn(school),
    withdrawLeavers: true,
    ...given,
  })
/** Runs a plan on a page that crashes before its n-th write; says whether it got to the end before. */
const run = async (school: FakeSchool, plan: Plan, writes = Infinity): Promise<boolean> => {
  const job = await makeJob(pageOf(school, () => 'well', quiet).ports, plan)
  let left = writes
  const page = pageOf(school, (call) => (call === 'write' && left-- <= 0 ? 'crashBefore' : 'well'), quiet)
  const end = await runJob(page.ports, job, { worker: newKey(), groupSize: 1, plan })
  return end.ended === 'finished' && !page.isDead()
}
const of = (school: FakeSchool, { key }: Stored<Pupil>) => ({
  record: rowsOf<Pupil>(school, 'Pupil').find((row) => row.key === key)!,
  copy: rowsOf<StaffProfile>(school, 'StaffProfile').find((row) => row.pupil === key)!,
})
const sayings = (school: FakeSchool) =>
  JSON.stringify(
    ['Pupil', 'StaffProfile', 'Publication'].map((type) =>
      rowsOf<object>(school, type)
        .map((row) => ({ ...row, etag: null, archivedReason: null }))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    ),
  )

test('who leaves is taken from staff in the same job, who moves up is found under the new class, and undo puts both back', async () => {
  const school = await publishedSchool()
  const before = sayings(school)
  expect(shownOf(everybody, knownIn(school))).toEqual(everybody)
  expect(await run(school, rolled(school))).toBe(true)
  const [gone, moved] = [of(school, leaver), of(school, mover)]
  expect(gone.record).toMatchObject({ left: '2027-08-31', archived: false })
  expect(gone.copy.archived).toBe(true)
  expect(JSON.stringify(gone.copy)).not.toContain('‹1›')
  expect(moved.record).toMatchObject({ yearGroup: '5', className: 'Elm' })
  expect(moved.copy).toMatchObject({ yearGroup: '5', className: 'Elm', archived: false, helps: '‹2›' })
  expect(shownOf(everybody, knownIn(school))).toEqual([mover])
  const { ports } = pageOf(school, () => 'well', quiet)
  const job = rowsOf<Job>(school, 'Job').at(-1)!
  expect(await run(school, undoPlan(job, await readPlan(ports, job), await readResults(ports, job)))).toBe(
    true,
  )
  expect(sayings(school)).toBe(before)
})

test('nobody is archived while staff still see them, wherever the job breaks off, and going on ends it', async () => {
  for (let writes = 0; ; writes += 1) {
    const school = await publishedSchool()
    const ended = await run(school, rolled(school, { archiveLeavers: true, withdrawLeavers: false }), writes)
    const { record, copy } = of(school, leaver)
    expect(record.archived && !copy.archived, `after ${writes} writes`).toBe(false)
    if (ended) break
    const { ports } = pageOf(school, () => 'well', quiet)
    const end = await runJob(ports, rowsOf<Job>(school, 'Job').at(-1)!, { worker: newKey() })
    expect(end.ended).toBe('finished')
    expect(of(school, leaver)).toMatchObject({ record: { archived: true }, copy: { archived: true } })
  }
})

test('in summer, staff go on seeing those who are still here, unless somebody takes them back', async () => {
  const school = await publishedSchool()
  expect(await run(school, rolled(school, { withdrawLeavers: false }))).toBe(true)
  expect(of(school, leaver)).toMatchObject({ record: { left: '2027-08-31' }, copy: { archived: false } })
})
