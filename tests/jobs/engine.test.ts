import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Job } from '../../src/domain/records/job.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { makeJob, readPlan, readResults } from '../../src/jobs/jobRow.ts'
import type { Loose, Plan, Step } from '../../src/jobs/plan.ts'
import type { StepResult } from '../../src/jobs/result.ts'
import { runJob } from '../../src/jobs/runJob.ts'
import { undoPlan } from '../../src/jobs/undo.ts'
import { type FakeRow, type FakeSchool, fakeSchool, type Fate, historyOf, pageOf } from './fakeSchool.ts'

const pupilKeys = Array.from({ length: 8 }, (_, i) => newKey(i + 1))
const newKeys = Array.from({ length: 8 }, (_, i) => newKey(100 + i))
const pupil = (className: string): Loose =>
  blank(Pupil, {
    surname: 'A',
    forename: 'B',
    dateOfBirth: '2018-01-09',
    status: 'N',
    yearGroup: '4',
    className,
  }) as Loose

/** Eight pupils, two of them archived, one in a class that the plans don't expect; and two who have a new pupil's key. */
const begun = (): FakeSchool => {
  const school = fakeSchool()
  pupilKeys.forEach((key, i) => school.put('Pupil', key, pupil(i === 5 ? 'Beech' : 'Oak'), i > 5))
  newKeys.slice(0, 2).forEach((key) => school.put('Pupil', key, pupil('Somebody else')))
  return school
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ i: fc.nat(7), year: fc.constantFrom('5', '6') }).map(
    ({ i, year }): Step => ({
      row: i, type: 'Pupil', key: pupilKeys[i]!, do: 'change',
      changes: { className: { from: 'Oak', to: 'Elm' }, yearGroup: { from: '4', to: year } },
    }), // prettier-ignore
  ),
  fc
    .nat(7)
    .map((i): Step => ({ row: i, type: 'Pupil', key: newKeys[i]!, do: 'create', record: pupil('New') })),
  fc.record({ i: fc.nat(7), of: fc.nat(7) }).map(
    ({ i, of }): Step => ({
      row: i, type: 'Need', key: newKey(200 + i * 10 + of), do: 'create', after: [newKeys[of]!], pupil: newKeys[of]!,
      record: blank(Need, { pupil: newKeys[of]!, type: 'SLCN', rank: 1 }) as Loose,
    }), // prettier-ignore
  ),
  fc
    .nat(7)
    .map((i): Step => ({ row: i, type: 'Pupil', key: pupilKeys[i]!, do: 'archive', reason: 'Left in July' })),
  fc.constant<Step>({
    row: 9,
    type: 'Pupil',
    key: newKey(999),
    do: 'change',
    changes: { className: { from: 'Oak', to: 'Elm' } },
  }),
)
/** Each record once, as every planner has it; a pupil before what belongs to it. */
const plans: fc.Arbitrary<Plan> = fc
  .uniqueArray(step, { minLength: 1, maxLength: 24, selector: ({ key }) => key })
  .map((steps) => ({
    kind: 'import',
    title: 'A test',
    steps: steps.toSorted((a, b) => Number(a.type === 'Need') - Number(b.type === 'Need')),
  }))

/** Draws the same again from the same seed. */
const drawing = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

const well = (): Fate => 'well'
const atOnce = async () => {}
const jobIn = (school: FakeSchool, key: string) =>
  school.tables.get('Job')!.get(key) as unknown as Stored<Job>

/** Runs a plan with nothing in its way. */
const calmly = async (school: FakeSchool, plan: Plan) => {
  const { ports } = pageOf(school, well, atOnce)
  const job = await makeJob(ports, plan)
  const end = await runJob(ports, job, { worker: newKey(), groupSize: 5 })
  expect(end.ended).toBe('finished')
  return { end, job: end.job, ports }
}

/** Runs it with crashes, lost answers, pauses, two pages at once and, where wanted, somebody who meddles. */
const wildly = async (school: FakeSchool, plan: Plan, seed: number, meddle: boolean) => {
  const draw = drawing(seed)
  const made = await makeJob(pageOf(school, well, atOnce).ports, plan)
  const fate = (): Fate => {
    const drawn = draw()
    if (drawn < 0.02) return 'crashBefore'
    if (drawn < 0.04) return 'crashAfter'
    if (drawn < 0.07) return 'before'
    if (drawn < 0.1) return 'after'
    return drawn < 0.12 ? 'busy' : 'well'
  }
  let meddled = 0
  const saved: { key: string; field: string; value: string }[] = []
  const pause = async () => {
    for (let n = Math.floor(draw() * 4); n > 0; n -= 1) await Promise.resolve()
    if (!meddle || draw() > 0.04) return
    const key = [...pupilKeys, ...newKeys][Math.floor(draw() * 16)]!
    if (!school.tables.get('Pupil')!.has(key)) return
    const value = `Somebody’s ${(meddled += 1)}`
    school.meddle('Pupil', key, { className: value })
    saved.push({ key, field: 'className', value })
  }
  const onePage = async (fateOf: () => Fate) => {
    const { ports } = pageOf(school, fateOf, pause)
    const wish = new AbortController()
    const pauseAt = draw() < 0.3 ? Math.floor(draw() * 4) : -1
    let told = 0
    const running = runJob(ports, jobIn(school, made.key), {
      worker: newKey(),
      groupSize: 5,
      signal: wish.signal,
      progress: () => {
        if ((told += 1) === pauseAt) wish.abort('pause')
      },
    })
    await running
  }
  for (let runs = 0; runs < 40 && jobIn(school, made.key).state !== 'finished'; runs += 1) {
    const fateOf = runs > 30 ? well : fate
    await (draw() < 0.4 ? Promise.all([onePage(fateOf), onePage(fateOf)]) : onePage(fateOf))
  }
  const job = jobIn(school, made.key)
  expect(job.state).toBe('finished')
  const results = await readResults(pageOf(school, well, atOnce).ports, job)
  return { job, results, saved }
}

/** What matters of a school: what each row says, whoever wrote it and however often. */
const sayings = (school: FakeSchool) =>
  ['Pupil', 'Need'].flatMap((type) =>
    [...(school.tables.get(type)?.values() ?? [])]
      .map((whole) => {
        const { etag: _, ...row } = whole
        return row
      })
      .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  )
const outcomes = (results: readonly StepResult[]) =>
  results.map((result) => (result.outcome === 'refused' ? result.why : result.outcome))

const isAsPlanned = (planned: Step, row: FakeRow): boolean => {
  if (planned.do === 'archive') return row.archived && row.archivedReason === planned.reason
  if (planned.do === 'restore') return !row.archived
  const wanted =
    planned.do === 'create'
      ? Object.entries(planned.record)
      : Object.entries(planned.changes).map(([field, { to }]) => [field, to] as const)
  return wanted.every(([field, value]) => row[field] === value)
}

test('a job broken off anywhere, gone on with by one page or two, ends as one that nothing disturbed', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.integer(), async (plan, seed) => {
      const [calm, wild] = [begun(), begun()]
      const { end } = await calmly(calm, plan)
      const { results, job } = await wildly(wild, plan, seed, false)
      expect(sayings(wild)).toEqual(sayings(calm))
      expect(outcomes(results)).toEqual(outcomes(end.results))
      expect([job.done, job.refused]).toEqual([end.job.done, end.job.refused])
    }),
    { numRuns: 300 },
  )
})

test('while somebody changes the same rows, each row ends as planned or is listed with why, and nobody is written over', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.integer(), async (plan, seed) => {
      const school = begun()
      const { results, saved } = await wildly(school, plan, seed, true)
      expect(results).toHaveLength(plan.steps.length)
      plan.steps.forEach((planned, at) => {
        const result = results[at]!
        expect(result.outcome).not.toBe('notReached')
        if (result.outcome === 'stored')
          expect(historyOf(school, planned.type, planned.key).some((row) => isAsPlanned(planned, row))).toBe(
            true,
          )
        else expect(result).toHaveProperty('why.is')
      })
      for (const { key, field, value } of saved) {
        const rows = historyOf(school, 'Pupil', key)
        const at = rows.findIndex((row) => row[field] === value)
        const next = rows.slice(at).find((row) => row[field] !== value)
        // Only the next one who saves it on purpose may take its place.
        expect(next?.[field] ?? 'Somebody’s').toMatch(/^Somebody’s/)
      }
    }),
    { numRuns: 300 },
  )
})

test('undoing a job that nobody disturbed leaves all as it was, but for what it made, which is archived', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.integer(), async (plan, seed) => {
      const school = begun()
      const before = sayings(school)
      const { job, ports } = await calmly(school, plan)
      const undo = undoPlan(job, await readPlan(ports, job), await readResults(ports, job))
      const { results } = await wildly(school, undo, seed, false)
      expect(outcomes(results).every((outcome) => outcome === 'stored')).toBe(true)
      const there = new Set(before.map(({ key }) => key))
      const made = new Set(plan.steps.map(({ key }) => key).filter((key) => !there.has(key)))
      const after = sayings(school)
      expect(after.filter(({ key }) => !made.has(key))).toEqual(before)
      expect(after.filter(({ key }) => made.has(key)).every(({ archived }) => archived)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('undo leaves what somebody changed since, and says so', async () => {
  const school = begun()
  const keys = [pupilKeys[0]!, pupilKeys[1]!]
  const plan: Plan = {
    kind: 'rollUp',
    title: 'Up',
    steps: [
      ...keys.map((key, row): Step => ({ row, type: 'Pupil', key, do: 'change', changes: { yearGroup: { from: '4', to: '5' } } })),
      { row: 3, type: 'Pupil', key: newKeys[4]!, do: 'create', record: pupil('New') },
    ], // prettier-ignore
  }
  const { job, ports } = await calmly(school, plan)
  school.meddle('Pupil', keys[0]!, { yearGroup: '6' })
  school.meddle('Pupil', newKeys[4]!, { className: 'Ash' })
  const undo = undoPlan(job, plan, await readResults(ports, job))
  const { end } = await calmly(school, undo)
  expect(outcomes(end.results)).toEqual([
    { is: 'changed', fields: [{ field: 'className', from: null, found: 'Ash', to: 'New' }] },
    'stored',
    { is: 'changed', fields: [{ field: 'yearGroup', from: '5', found: '6', to: '4' }] },
  ])
})
