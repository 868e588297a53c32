import { expect, test } from 'vitest'
import { Job } from '../../src/domain/records/job.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { newKey } from '../../src/domain/key.ts'
import { Problem } from '../../src/domain/problem.ts'
import type { Stored } from '../../src/domain/record.ts'
import { connect } from '../../src/graph/connect.ts'
import { checkRows, matchHeadings, readExisting } from '../../src/importing/index.ts'
import { askJob } from '../../src/jobs/ask.ts'
import { importJobPlan } from '../../src/jobs/importPlan.ts'
import { type JobPorts, makeJob, readPlan, readResults } from '../../src/jobs/jobRow.ts'
import { rollUpRows } from '../../src/jobs/rollUp.ts'
import { rollUpPlan } from '../../src/jobs/rollUpPlan.ts'
import { type JobProgress, runJob } from '../../src/jobs/runJob.ts'
import { undoPlan } from '../../src/jobs/undo.ts'
import { oakfield, type Oakfield, oakfieldSchool, sencoSite } from '../graph/oakfield.ts'
import { tableOf, today, upnNumber } from '../importing/given.ts'

const portsAs = (school: Oakfield, persona = 'senco'): JobPorts => {
  const { records, files } = school.as(persona)
  return { records, files, ...school.clock }
}
const list = (count: number) =>
  `UPN,Surname,Forename,DOB,Year,SEN,SEN Need 1\n${Array.from({ length: count }, (_, i) => `${upnNumber(i)},Surname${i},Ann,9/1/2018,4,K,SLCN`).join('\n')}\n`
const planned = async ({ records }: JobPorts, text: string) => {
  const table = tableOf(text)
  return importJobPlan(
    checkRows(table, matchHeadings(table.headings), await readExisting(records), today),
    'An import',
  )
}
const onRecord = async ({ records }: JobPorts) => {
  const [pupils, needs] = await Promise.all([records.store(Pupil).all(), records.store(Need).all()])
  return [pupils.records.length, needs.records.length]
}
const run = (ports: JobPorts, job: Stored<Job>, given: Partial<Parameters<typeof runJob>[2]> = {}) =>
  runJob(ports, job, { worker: newKey(), groupSize: 20, ...given })

test('an import over the local Graph lives through lost answers, throttles and a closed page, and stores each row once', async () => {
  const school = await oakfieldSchool()
  const ports = portsAs(school)
  const job = await makeJob(ports, await planned(ports, list(70)))
  for (const answer of ['lostAfter', 'throttled', 'lostBefore', 'busy', 'lostAfter'] as const)
    school.admin.fault({ answer, method: 'POST', path: 'batch' })
  // The page is closed in the middle of a group: nothing of it is heard again.
  let left = 12
  const closed: JobPorts = {
    ...ports,
    records: connect({
      school: oakfield,
      token: async () => school.admin.tokenFor('senco'),
      send: (request) => (left-- > 0 ? school.emulator.handle(request) : new Promise(() => {})),
      ...school.clock,
    }).records,
  }
  const heard: JobProgress[] = []
  void run(closed, job, { progress: (progress) => heard.push(progress) })
  await expect.poll(() => left, { timeout: 10_000 }).toBeLessThanOrEqual(0)

  const again = await ports.records.store(Job).byKey(job.key)
  expect(again.state).toBe('running')
  const end = await run(ports, again)
  expect(end.ended).toBe('finished')
  expect(end.job).toMatchObject({ state: 'finished', done: 140, total: 140, refused: 0 })
  expect(await onRecord(ports)).toEqual([70, 70])

  const plan = await readPlan(ports, end.job)
  const undo = await makeJob(ports, undoPlan(end.job, plan, await readResults(ports, end.job)), {
    undoes: job.key,
  })
  expect((await run(ports, undo)).job.state).toBe('finished')
  expect(await onRecord(ports)).toEqual([0, 0])
  expect((await ports.records.store(Job).byKey(job.key)).state).toBe('undone')
})

test('two pages on one job store each row once, and the one that came first ends', async () => {
  const ports = portsAs(await oakfieldSchool())
  const job = await makeJob(ports, await planned(ports, list(60)))
  let second: ReturnType<typeof run> | null = null
  const first = await run(ports, job, {
    progress: ({ done }) => {
      if (done > 0)
        second ??= ports.records
          .store(Job)
          .byKey(job.key)
          .then((row) => run(ports, row))
    },
  })
  expect(first.ended).toBe('takenOver')
  expect((await second!).ended).toBe('finished')
  expect(await onRecord(ports)).toEqual([60, 60])
})

test('another page pauses and stops a job; what was not reached is said, and what was done is undone', async () => {
  const school = await oakfieldSchool()
  const ports = portsAs(school)
  const job = await makeJob(ports, await planned(ports, list(60)))
  let asked: Promise<unknown> | null = null
  const ask = (state: 'paused' | 'stopped') => async (progress: JobProgress) => {
    if (progress.done < 20) return
    asked ??= portsAs(school, 'it')
      .records.store(Job)
      .byKey(job.key)
      .then((row) => askJob(portsAs(school, 'it'), row, state))
  }
  const paused = await run(ports, job, { progress: (progress) => void ask('paused')(progress) })
  expect(paused.ended).toBe('paused')
  asked = null
  const row = await ports.records.store(Job).byKey(job.key)
  expect(row).toMatchObject({ state: 'paused', done: paused.job.done })
  const stopped = await run(ports, row, { progress: (progress) => void ask('stopped')(progress) })
  expect(stopped.ended).toBe('stopped')
  const results = await readResults(ports, await ports.records.store(Job).byKey(job.key))
  const stored = results.filter(({ outcome }) => outcome === 'stored').length
  expect(results.filter(({ outcome }) => outcome === 'notReached').length).toBe(120 - stored)
  expect((await onRecord(ports)).reduce((sum, count) => sum + count)).toBe(stored)
})

test('a row that nobody can read, one that somebody changed and one that is gone are listed; the others move up', async () => {
  const school = await oakfieldSchool()
  const ports = portsAs(school)
  const first = await run(ports, await makeJob(ports, await planned(ports, list(20))))
  expect(first.ended).toBe('finished')
  const { records: pupils } = await ports.records.store(Pupil).all()
  const plan = rollUpPlan(rollUpRows(pupils, 2026, '6'), {
    year: 2026,
    ticked: new Set(pupils.map(({ key }) => key)),
    classes: {},
    leavingDay: '2026-08-31',
    archiveLeavers: false,
    shown: null,
    withdrawLeavers: false,
  })
  await school.admin.editRow(sencoSite, 'Pupils', Number(pupils[0]!.id), { gtStatus: 'SEN!' })
  await ports.records.store(Pupil).update(pupils[1]!, { yearGroup: '2' })
  await ports.records.store(Pupil).archive(pupils[2]!, 'Moved away')
  const { results, job } = await run(ports, await makeJob(ports, plan))
  expect(results.slice(0, 4)).toEqual([
    { outcome: 'refused', why: { is: 'unreadable', fields: ['status'] } },
    {
      outcome: 'refused',
      why: { is: 'changed', fields: [{ field: 'yearGroup', from: '4', found: '2', to: '5' }] },
    },
    { outcome: 'refused', why: { is: 'archived', reason: 'Moved away' } },
    { outcome: 'stored' },
  ])
  expect(job.refused).toBe(3)
  expect(
    (await ports.records.store(Pupil).all()).records.filter(({ yearGroup }) => yearGroup === '5'),
  ).toHaveLength(17)
})

test('who may only read is told so, and a job that met it can be gone on with by who may write', async () => {
  const school = await oakfieldSchool()
  const ports = portsAs(school)
  const job = await makeJob(ports, await planned(ports, list(20)))
  const end = await run(portsAs(school, 'head'), job)
  expect(end.ended).toBeInstanceOf(Problem)
  expect(end.ended).toMatchObject({ trouble: { code: 'noAccess' } })
  expect((await run(ports, await ports.records.store(Job).byKey(job.key))).ended).toBe('finished')
  expect(await onRecord(ports)).toEqual([20, 20])
})

test('a job that is paused while the answer to its last write is lost stays finished, with what was refused', async () => {
  const school = await oakfieldSchool()
  const ports = portsAs(school)
  const plan = await planned(ports, list(3))
  await ports.records
    .store(Pupil)
    .create(
      { ...(plan.steps[0] as unknown as { record: Pupil }).record, surname: 'Somebody else' },
      plan.steps[0]!.key,
    )
  let isCut = false
  const { records } = connect({
    school: oakfield,
    token: async () => school.admin.tokenFor('senco'),
    send: async (request) => {
      const body = request.method === 'PATCH' ? await request.clone().text() : ''
      const answer = await school.emulator.handle(request)
      isCut ||= body.includes('"finished"')
      if (isCut) throw new TypeError('cut')
      return answer
    },
    ...school.clock,
  })
  // The network is back as soon as the job waits for it, and then the person wants a pause.
  const wish = new AbortController()
  const sleep = async () => {
    isCut = false
    wish.abort('pause')
  }
  const job = await makeJob(ports, plan)
  const end = await run({ ...ports, records, sleep }, job, { signal: wish.signal })
  expect(wish.signal.aborted).toBe(true)
  const row = await ports.records.store(Job).byKey(job.key)
  expect([end.ended, row.state]).toEqual(['finished', 'finished'])
  expect((await readResults(ports, row)).map(({ outcome }) => outcome)).toContain('refused')
})
