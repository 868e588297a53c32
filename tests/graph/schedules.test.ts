import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Job } from '../../src/domain/records/job.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Publication } from '../../src/domain/records/publication.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import { StaffTarget } from '../../src/domain/records/staffTarget.ts'
import { usualTicks } from '../../src/domain/rules/publish.ts'
import { fileStorage } from '../../src/emulator/fileStorage.ts'
import { createGraphEmulator, type GraphEmulator } from '../../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../../src/emulator/graph/local.ts'
import { connect } from '../../src/graph/connect.ts'
import { newColumns } from '../../src/graph/rows.ts'
import { checkRows, matchHeadings, readExisting } from '../../src/importing/index.ts'
import { importJobPlan } from '../../src/jobs/importPlan.ts'
import { type JobPorts, makeJob } from '../../src/jobs/jobRow.ts'
import type { Plan } from '../../src/jobs/plan.ts'
import { publishPlan } from '../../src/jobs/publishing.ts'
import { runJob } from '../../src/jobs/runJob.ts'
import { tableOf, today, upnNumber } from '../importing/given.ts'
import { sendSpoilt, type Spoil, spoils } from './model/spoils.ts'
import { drawing } from './model/table.ts'
import { oakfield, type Oakfield, oakfieldSchool, sencoSite } from './oakfield.ts'

/* Jobs, a restart and a long list in random schedules of faults, each drawn from a seed. */

const kinds = spoils.filter((each) => !each.startsWith('delta'))

/** A way to the school on which this part of all requests goes wrong; `injected` counts them. */
const stormy = (school: Oakfield, seed: number, part: number) => {
  const draw = drawing(seed)
  const injected = { count: 0 }
  const anySpoil = (): Spoil | null => (draw() < part ? kinds[Math.floor(draw() * kinds.length)]! : null)
  let held: string | null = null
  const { records, files } = connect({
    school: oakfield,
    token: async (options) => {
      if (options?.fresh || options?.claims) held = null
      return (held ??= school.admin.tokenFor('senco', options?.claims !== undefined))
    },
    send: (request) =>
      sendSpoilt(
        anySpoil(),
        request,
        school.emulator.handle,
        school.clock.now(),
        () => void (injected.count += 1),
      ),
    ...school.clock,
  })
  return { ports: { records, files, ...school.clock } satisfies JobPorts, injected }
}
const calm = (school: Oakfield) => stormy(school, 1, 0).ports

/** Runs a job over the storm, gone on with by a new run as often as one comes to its end before the work. */
const endure = async (school: Oakfield, plan: Plan, seed: number) => {
  const job = await makeJob(calm(school), plan)
  const { ports, injected } = stormy(school, seed, 0.2)
  for (let runs = 0; runs < 60; runs += 1) {
    const now = await calm(school).records.store(Job).byKey(job.key)
    if (now.state === 'finished') return { injected: injected.count, runs }
    await runJob(ports, now, { worker: newKey(), groupSize: 20 })
  }
  throw new Error('The job never came to its end')
}

/** What the lists say, whoever wrote it and however often. */
const sayings = async (school: Oakfield) => {
  const { records } = calm(school)
  const all = []
  for (const type of [Pupil, Need, StaffProfile, StaffTarget, Publication]) {
    const { records: rows, unreadable } = await records.store(type as typeof Pupil).allWithArchived()
    expect(unreadable).toEqual([])
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    all.push(
      rows
        .map((row) => ({ ...row, id: null, etag: null, createdAt: null, modifiedAt: null }))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    )
  }
  return all
}

const file = `UPN,Surname,Forename,DOB,Year,SEN,SEN Need 1\n${Array.from({ length: 45 }, (_, i) => `${upnNumber(i)},Surname${i},Ann,9/1/2018,4,K,SLCN`).join('\n')}\n`
const planned = async ({ records }: JobPorts) => {
  const table = tableOf(file)
  return importJobPlan(
    checkRows(table, matchHeadings(table.headings), await readExisting(records), today),
    'Import',
  )
}
const published = async ({ records }: JobPorts) => {
  const { records: pupils } = await records.store(Pupil).all()
  const sources = pupils.map((pupil) => ({
    sources: { pupil, needs: [], outcomes: [], profile: null },
    ticks: usualTicks,
  }))
  return publishPlan(
    sources,
    { shown: { profiles: [], targets: [] }, publications: [], today, by: 'Helen Marsh' },
    'Publish',
  )
}

test.each([[1], [2], [3]])(
  'an import and the publishing after it, with every fifth request spoilt, end as undisturbed ones (seed %i)',
  async (seed) => {
    const [wild, still] = [await oakfieldSchool(), await oakfieldSchool()]
    const plan = await planned(calm(wild))
    const first = await endure(wild, plan, seed)
    await runJob(calm(still), await makeJob(calm(still), plan), { worker: newKey() })
    const copies = await published(calm(wild))
    const second = await endure(wild, copies, seed + 100)
    await runJob(calm(still), await makeJob(calm(still), copies), { worker: newKey() })
    expect(await sayings(wild)).toEqual(await sayings(still))
    expect((await sayings(wild)).map((rows) => rows.length)).toEqual([45, 45, 45, 0, 45])
    expect(Math.min(first.injected, second.injected)).toBeGreaterThan(1)
  },
  60_000,
)

test('a server that is killed and comes back with what was on its disk: who goes on stores each row once', async () => {
  const base = await mkdtemp(join(tmpdir(), 'goldthread-killed-'))
  onTestFinished(() => rm(base, { recursive: true, force: true }))
  const servers: GraphEmulator[] = []
  const started = async (folder: string) => {
    const storage = await fileStorage(folder)
    const made = await createGraphEmulator({
      host: localHost,
      personas: localPersonas,
      sites: localSites,
      storage,
    })
    servers.push(made)
    return made
  }
  let lives = 0
  let folder = join(base, '0')
  const { setUp } = connect({
    school: oakfield,
    token: async () => 'local:it',
    send: (request) => server.handle(request),
  })
  let server: GraphEmulator = await started(folder)
  await setUp()
  const acknowledged = new Set<string>()
  const draw = drawing(7)
  /** Its disk as it is in the middle of the work is all that is left of it. */
  const kill = async () => {
    lives += 1
    const next = join(base, String(lives))
    await cp(folder, next, { recursive: true })
    await rm(join(next, 'lock'), { force: true })
    folder = next
    server = await started(folder)
  }
  const store = connect({
    school: oakfield,
    token: async () => 'local:senco',
    send: async (request) => {
      if (request.method === 'GET' || draw() > 0.3) return server.handle(request)
      const dying = server.handle(request).catch(() => null)
      await kill()
      await dying
      throw new TypeError('fetch failed')
    },
    sleep: async () => {},
  }).records.store(Pupil)
  const keys = Array.from({ length: 60 }, (_, at) => newKey(at + 1))
  const record = (at: number) =>
    blank(Pupil, { surname: `Pupil ${at}`, forename: 'Ann', dateOfBirth: '2016-02-29', status: 'K' })
  for (let tries = 0; acknowledged.size < keys.length && tries < 40; tries += 1) {
    const left = keys
      .map((key, at) => ({ key, record: record(at) }))
      .filter(({ key }) => !acknowledged.has(key))
    for (const { key, outcome } of await store.createMany(left))
      if (outcome === 'stored') acknowledged.add(key)
    for (const key of acknowledged) expect((await store.byKey(key)).key).toBe(key)
  }
  const { records } = await store.all()
  expect(records.map(({ key }) => key).toSorted()).toEqual(keys.toSorted())
  expect(records.map(({ surname }) => surname).toSorted()).toEqual(
    keys.map((_, at) => `Pupil ${at}`).toSorted(),
  )
  expect(lives).toBeGreaterThan(1)
  for (const each of servers) await each.close()
}, 60_000)

test('a list of 30,000 rows is read whole, and by a pupil, while a fifth of all requests is refused with 429', async () => {
  const school = await oakfieldSchool()
  const pupils = Array.from({ length: 1_000 }, (_, at) => newKey(at + 1))
  const rows = Array.from({ length: 30_000 }, (_, at) =>
    newColumns(Contact, newKey(1_000_000 + at), {
      ...blank(Contact, { pupil: pupils[at % 1_000]!, name: `Person ${at}` }),
    }),
  )
  await school.admin.fill(sencoSite, Contact.list, rows as never)
  school.admin.set({ throttle: { rate: 0.2 }, mostRows: 1_000 })
  const store = school.as('senco').records.store(Contact)
  const { records, unreadable } = await store.all()
  expect([records.length, unreadable.length]).toEqual([30_000, 0])
  expect(new Set(records.map(({ key }) => key)).size).toBe(30_000)
  for (const at of [0, 400, 999]) expect((await store.about('pupil', pupils[at]!)).records).toHaveLength(30)
  expect(school.admin.log().filter(({ status }) => status === 429).length).toBeGreaterThan(3)
}, 60_000)
