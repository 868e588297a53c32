import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { Disposal } from '../../src/domain/records/disposal.ts'
import { Hold } from '../../src/domain/records/hold.ts'
import { Job } from '../../src/domain/records/job.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { RetentionRule } from '../../src/domain/records/retentionRule.ts'
import { StaffConcern } from '../../src/domain/records/staffConcern.ts'
import type { OtherGroup } from '../../src/domain/rules/retentionOther.ts'
import { disposeOther } from '../../src/tab/records/retention/disposeOther.ts'
import { begunPupils } from '../../src/tab/records/retention/grounds.ts'
import { readOther } from '../../src/tab/records/retention/others.ts'
import { type Oakfield, oakfieldSchool, sencoSite, staffSite } from '../graph/oakfield.ts'

/** The stand-in's clock says 14 July 2026 when rows and files are made. */
const dueOn = {
  disclosure: '2032-07-14',
  job: '2027-01-14',
  finance: '2033-03-31',
  concernAside: '2027-07-20',
} as const
const reachOf = (school: Oakfield, who: string) => {
  const { records, files } = school.as(who)
  return { records, files, audiences: ['senco', 'staff'] as const }
}
const planOf = (school: Oakfield, group: OtherGroup, who = 'it', today: string = dueOn[group]) =>
  readOther(reachOf(school, who), group, today)
const disposeNow = async (school: Oakfield, group: OtherGroup, who = 'it') =>
  disposeOther(await planOf(school, group, who), {
    reach: reachOf(school, who),
    today: dueOn[group],
    decidedBy: 'Ivor Tech',
  })
const logOf = async (school: Oakfield) => (await school.as('it').records.store(Disposal).all()).records
const opened = (school: Oakfield, pupil: string | null, who = 'senco') =>
  school
    .as(who)
    .records.store(Disclosure)
    .create(blank(Disclosure, { pupil, did: 'opened', what: 'EHC plan', purpose: 'review' }))
const linesOf = async (school: Oakfield) =>
  (await school.as('it').records.store(Disclosure).allWithArchived()).records.map(({ key }) => key)
const holdOn = (school: Oakfield, pupil: string) =>
  school
    .as('it')
    .records.store(Hold)
    .create(blank(Hold, { pupil, from: '2026-01-01', reason: 'A letter', kind: 'tribunal' }))
const saved = (school: Oakfield, path: string, text = '{}') =>
  school.as('senco').files.save('senco', path, new TextEncoder().encode(text), 'application/json')
const filesOf = async (school: Oakfield, folder: string) =>
  (await school.as('senco').files.list('senco', folder)).map(({ name }) => name)

test('old lines of the log go, those of a pupil on hold stay, and the disposal log says how many', async () => {
  const school = await oakfieldSchool()
  await school.admin.readOwnOnly(sencoSite, Disclosure.list, true)
  const [held, free] = [newKey(), newKey()]
  const stays = await opened(school, held)
  await opened(school, free)
  await opened(school, null, 'it')
  await holdOn(school, held)
  expect(await planOf(school, 'disclosure', 'it', '2032-07-13')).toMatchObject({
    old: { due: [], next: dueOn.disclosure },
  })
  expect(await planOf(school, 'disclosure')).toMatchObject({ kept: 1, old: { since: dueOn.disclosure } })
  expect(await disposeNow(school, 'disclosure')).toMatchObject({ is: 'done' })
  expect(await linesOf(school)).toEqual([stays.key])
  const log = await logOf(school)
  expect(log).toMatchObject([
    { state: 'done', group: 'disclosure', rows: 2, files: 0, due: dueOn.disclosure, decidedBy: 'Ivor Tech' },
  ])
  expect(log[0]!.listed).toBe('Disclosure log 2')
  expect(JSON.stringify(log)).not.toContain(free)
  // Later the same day, once the hold is lifted, the rest goes under a line of its own.
  const [hold] = (await school.as('it').records.store(Hold).all()).records
  await school.as('it').records.store(Hold).update(hold!, { lifted: '2032-07-14' })
  expect(await disposeNow(school, 'disclosure')).toMatchObject({ is: 'done', log: { rows: 1 } })
  expect(await logOf(school)).toHaveLength(2)
})

test('who is shown only their own lines disposes of none of them', async () => {
  const school = await oakfieldSchool()
  await school.admin.readOwnOnly(sencoSite, Disclosure.list, true)
  await opened(school, null)
  expect(await planOf(school, 'disclosure', 'senco')).toMatchObject({ whole: false, old: { due: [] } })
  expect(await disposeNow(school, 'disclosure', 'senco')).toMatchObject({
    is: 'trouble',
    trouble: { code: 'noAccess', ownRowsOnly: true },
  })
  expect(await linesOf(school)).toHaveLength(1)
  expect(await logOf(school)).toEqual([])
})

test('a hold that comes after a person looked, or after the log’s first line, keeps its lines', async () => {
  const school = await oakfieldSchool()
  const pupil = newKey()
  const line = await opened(school, pupil)
  await opened(school, null)
  const send = school.emulator.handle
  let once = true
  school.emulator.handle = async (request) => {
    if (once && request.method === 'POST' && /Disposal/.test(decodeURIComponent(request.url))) {
      once = false
      await holdOn(school, pupil)
    }
    return send(request)
  }
  expect(await disposeNow(school, 'disclosure')).toMatchObject({ is: 'done', log: { rows: 1 } })
  expect(once, 'the hold came').toBe(false)
  expect(await linesOf(school)).toEqual([line.key])
})

test('files of ended jobs go; those of one that may go on, or with a pupil on hold in them, stay', async () => {
  const school = await oakfieldSchool()
  const jobs = school.as('senco').records.store(Job)
  const jobIn = (state: Job['state'], options: string | null = null) =>
    jobs.create(blank(Job, { kind: 'import', title: 'Import', state, total: 1, options }))
  const [ended, withHeld, undone] = [
    await jobIn('finished'),
    await jobIn('finished'),
    await jobIn('finished'),
  ]
  const open = await jobIn('paused', JSON.stringify({ undoes: undone.key }))
  const held = newKey()
  await holdOn(school, held)
  await saved(school, `Goldthread jobs/${ended.key}.json`)
  await saved(school, `Goldthread jobs/${ended.key} results.json`)
  await saved(school, `Goldthread jobs/${withHeld.key}.json`, JSON.stringify({ pupil: held }))
  for (const { key } of [open, undone]) await saved(school, `Goldthread jobs/${key}.json`)
  expect(await planOf(school, 'job')).toMatchObject({ kept: 3, old: { since: dueOn.job } })
  expect(await disposeNow(school, 'job')).toMatchObject({ is: 'done', log: { files: 2, rows: 0 } })
  expect((await filesOf(school, 'Goldthread jobs')).toSorted()).toEqual(
    [withHeld, open, undone].map(({ key }) => `${key}.json`).toSorted(),
  )
})

test('saved provision maps wait for six years after their financial year, the map of a held pupil for longer', async () => {
  const school = await oakfieldSchool()
  const held = newKey()
  await holdOn(school, held)
  await saved(school, 'Provision maps/Provision map 2026-07-14 whole school.xlsx')
  await saved(school, `Provision maps/Provision map 2026-07-14 ${held}.xlsx`)
  expect(await planOf(school, 'finance', 'it', '2033-03-30')).toMatchObject({ old: { due: [] } })
  expect(await disposeNow(school, 'finance')).toMatchObject({ is: 'done', log: { files: 1 } })
  expect(await filesOf(school, 'Provision maps')).toEqual([`Provision map 2026-07-14 ${held}.xlsx`])
})

test('broken off, it is begun, is no pupil’s, and goes on to the same end and count', async () => {
  for (const after of [0, 2]) {
    const school = await oakfieldSchool()
    for (let at = 0; at < 4; at++) await saved(school, `Goldthread jobs/${newKey()}.json`)
    const send = school.emulator.handle
    let deletions = 0
    school.emulator.handle = async (request) => {
      if (request.method === 'DELETE' && (deletions += 1) > after) throw new TypeError('the network is gone')
      return send(request)
    }
    expect(await disposeNow(school, 'job')).toMatchObject({ is: 'trouble', trouble: { code: 'offline' } })
    school.emulator.handle = send
    expect(begunPupils({ log: await logOf(school) })).toEqual([])
    expect((await planOf(school, 'job')).begun).toMatchObject({ state: 'begun', files: 4 })
    expect(await filesOf(school, 'Goldthread jobs')).toHaveLength(4 - after)
    expect(await disposeNow(school, 'job')).toMatchObject({ is: 'done' })
    expect(await filesOf(school, 'Goldthread jobs')).toEqual([])
    expect(await logOf(school)).toMatchObject([{ state: 'done', files: 4, listed: 'documents 4' }])
  }
})

test('a longer rule set since the person looked, or a rule that can’t be read, lets nothing go', async () => {
  const school = await oakfieldSchool()
  await saved(school, `Goldthread jobs/${newKey()}.json`)
  const seen = await planOf(school, 'job')
  const disposing = { reach: reachOf(school, 'it'), today: dueOn.job, decidedBy: 'Ivor Tech' }
  const rules = school.as('it').records.store(RetentionRule)
  const row = await rules.create(
    blank(RetentionRule, { group: 'job', from: '2026-01-01', counted: 'made', years: 2 }),
  )
  expect(await disposeOther(seen, disposing)).toEqual({ is: 'notDue' })
  await school.admin.editRow(sencoSite, RetentionRule.list, Number(row.id), { gtFrom: null })
  expect(await disposeOther(seen, disposing)).toEqual({ is: 'spoilt', lists: [RetentionRule.list] })
  expect(await filesOf(school, 'Goldthread jobs')).toHaveLength(1)
  expect(await logOf(school)).toEqual([])
})

test('what nobody saw in the plan stays', async () => {
  const school = await oakfieldSchool()
  await saved(school, 'Goldthread jobs/seen.json')
  const seen = await planOf(school, 'job')
  await saved(school, 'Goldthread jobs/younger.json')
  const disposing = { reach: reachOf(school, 'it'), today: dueOn.job, decidedBy: 'Ivor Tech' }
  expect(await disposeOther(seen, disposing)).toMatchObject({ is: 'done', log: { files: 1 } })
  expect(await filesOf(school, 'Goldthread jobs')).toEqual(['younger.json'])
  expect((await school.as('it').records.store(Pupil).all()).records).toEqual([])
})

const said = (school: Oakfield, given: Partial<StaffConcern>) =>
  school
    .as('teacher')
    .records.store(StaffConcern)
    .create(
      blank(StaffConcern, { by: 'Priya Nair', on: '2026-07-13', seen: 'Tired', pupilName: 'Jo', ...given }),
    )
const saidIn = async (school: Oakfield) =>
  (await school.as('it').records.store(StaffConcern).allWithArchived()).records.map(({ key }) => key)
const aside = { asideOn: '2026-07-20', asideWhy: 'notOurs' } as const

test('concerns about no pupil of the school wait for their year; any other, and one taken up again meanwhile, stays', async () => {
  const school = await oakfieldSchool()
  const gone = await said(school, aside)
  const again = await said(school, aside)
  const others = [
    await said(school, { asideOn: '2026-07-20', asideWhy: 'class' }),
    await said(school, { ...aside, pupil: newKey() }),
    await said(school, {}),
  ]
  expect(await planOf(school, 'concernAside', 'it', '2027-07-19')).toMatchObject({
    old: { due: [], next: dueOn.concernAside },
  })
  const seen = await planOf(school, 'concernAside')
  expect(seen).toMatchObject({ kept: 0, old: { since: dueOn.concernAside } })
  expect(seen.old.due.map((thing) => 'said' in thing && thing.said.key)).toEqual([gone.key, again.key])
  const store = school.as('senco').records.store(StaffConcern)
  await store.update(await store.byKey(again.key), { asideOn: null, asideWhy: null })
  const disposing = { reach: reachOf(school, 'it'), today: dueOn.concernAside, decidedBy: 'Ivor Tech' }
  expect(await disposeOther(seen, disposing)).toMatchObject({ is: 'done', log: { rows: 1, files: 0 } })
  expect((await saidIn(school)).toSorted()).toEqual([again, ...others].map(({ key }) => key).toSorted())
  const log = await logOf(school)
  expect(log).toMatchObject([{ group: 'concernAside', listed: 'Concerns from staff 1', state: 'done' }])
  expect(JSON.stringify(log)).not.toContain('Jo')
})

test('who is shown only what they said themselves disposes of no concern', async () => {
  const school = await oakfieldSchool()
  await said(school, aside)
  await school.admin.readOwnOnly(staffSite, StaffConcern.list, true)
  expect(await planOf(school, 'concernAside', 'senco')).toMatchObject({ whole: false, old: { due: [] } })
  expect(await disposeNow(school, 'concernAside', 'senco')).toMatchObject({
    is: 'trouble',
    trouble: { code: 'noAccess', to: StaffConcern.list },
  })
  expect(await saidIn(school)).toHaveLength(1)
})
