import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank, recordTypesVersion, versionOf } from '../../src/domain/record.ts'
import { Action } from '../../src/domain/records/action.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { UnsavedText } from '../../src/domain/records/unsavedText.ts'
import { localHost } from '../../src/emulator/graph/local.ts'
import { connect, type SchemaNews } from '../../src/graph/connect.ts'
import { markerKey } from '../../src/graph/marker.ts'
import { type Oakfield, oakfield, oakfieldSchool, oakfieldWithoutLists, sencoSite } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const next = recordTypesVersion + 1

type Kept = { sites: { lists: { displayName: string; rows: { id: number; fields: Record<string, unknown> }[] }[] }[] } // prettier-ignore
const rowsOf = (school: Oakfield, list: string) =>
  (school.admin.dump() as unknown as Kept).sites
    .flatMap(({ lists }) => lists)
    .find(({ displayName }) => displayName === list)!.rows
const markerIn = (school: Oakfield, list: string) =>
  rowsOf(school, list).find(({ fields }) => fields['gtKey'] === markerKey)!

/** What the marker of a list says, as the set-up of another version of the app would have written it. */
const setUpBy = (school: Oakfield, list: string, app: number, since: number) =>
  school.admin.editRow(sencoSite, list, markerIn(school, list).id, {
    gtArchivedReason: `Record types ${app}, list ${since}. No record`,
  })

const newerColumn = async (school: Oakfield, list: string, column: object) => {
  const address = `https://graph.microsoft.com/v1.0/sites/${localHost}:${sencoSite}:/lists/${list}/columns`
  const headers = {
    Authorization: `Bearer ${school.admin.tokenFor('it')}`,
    'Content-Type': 'application/json',
  }
  const body = JSON.stringify(column)
  expect((await school.emulator.handle(new Request(address, { method: 'POST', headers, body }))).status).toBe(
    201,
  )
}

/** The SENCO's page, and what it was told of versions. */
const page = (school: Oakfield, persona = 'senco') => {
  const news: SchemaNews[] = []
  const { records } = connect({
    school: oakfield,
    token: async () => school.admin.tokenFor(persona),
    send: school.emulator.handle,
    schemaSeen: (each) => void news.push(each),
  })
  return { records, news }
}

test('each list says for which record types it was set up, and a page of the same version hears nothing', async () => {
  const school = await oakfieldSchool()
  const reports = await school.as('it').check()
  for (const { list, setUpFor } of reports.flatMap(({ lists }) => lists))
    expect(setUpFor, list).toMatchObject({ app: recordTypesVersion })
  const { records, news } = page(school)
  await records.store(Pupil).create(amira)
  await records.store(Pupil).all()
  expect(news).toEqual([])
})

test('where a newer app gave a list new columns, an old page changes what it knows and adds nothing', async () => {
  const school = await oakfieldSchool()
  const before = await school.as('senco').records.store(Pupil).create(amira)
  await newerColumn(school, 'Pupils', { name: 'gtPronouns', text: {} })
  await school.admin.editRow(sencoSite, 'Pupils', Number(before.id), { gtPronouns: 'she' })
  await setUpBy(school, 'Pupils', next, next)
  const { records, news } = page(school)
  const store = records.store(Pupil)
  const [read] = (await store.all()).records
  expect(news).toContain('newer')
  const changed = await store.update(read!, { className: 'Oak' })
  expect(await store.archive(changed, 'Left')).toMatchObject({ className: 'Oak', archived: true })
  const row = () => rowsOf(school, 'Pupils').find(({ id }) => id === Number(before.id))!.fields
  expect(row()).toMatchObject({ gtPronouns: 'she', gtClassName: 'Oak', gtSurname: 'Khan' })
  const there = rowsOf(school, 'Pupils').length
  const newer = { trouble: { code: 'newer', list: 'Pupils' } }
  await expect(store.create({ ...amira, forename: 'Ben' })).rejects.toMatchObject(newer)
  await expect(store.createMany([{ key: newKey(), record: amira }])).rejects.toMatchObject(newer)
  expect(rowsOf(school, 'Pupils')).toHaveLength(there)
})

test('a list that the newer app left as it was takes rows from an old page: what is typed can be kept', async () => {
  const school = await oakfieldSchool()
  await setUpBy(school, 'Pupils', next, next)
  await setUpBy(school, UnsavedText.list, next, versionOf(UnsavedText))
  const { records } = page(school)
  await records.store(Pupil).all()
  const made = await records.store(Need).create(blank(Need, { pupil: newKey(), type: 'ASD' }))
  expect(made.type).toBe('ASD')
  // Its set-up is still on the way from list to list: each is asked for itself.
  await setUpBy(school, Action.list, next, next)
  const action = blank(Action, { what: 'Ask', status: 'open' })
  await expect(records.store(Action).create(action)).rejects.toMatchObject({ trouble: { code: 'newer' } })
})

test('an old page that sets up leaves a newer set-up as it is', async () => {
  const school = await oakfieldSchool()
  await setUpBy(school, 'Pupils', next, next)
  const before = school.emulator.admin.dump()
  const [report] = await school.as('it').setUp()
  expect(report?.lists.find(({ list }) => list === 'Pupils')).toMatchObject({
    state: 'ready',
    setUpFor: { app: next, list: next },
  })
  expect(school.emulator.admin.dump()).toEqual(before)
})

test.each([['ignored'], ['refused']] as const)(
  'lists of an older app: told, the lists that lack something are named, the others go on (asked by name: %s)',
  async (unknownSelect) => {
    const school = await oakfieldSchool()
    school.admin.set({ unknownSelect })
    await setUpBy(school, 'Pupils', recordTypesVersion - 1, 1)
    await setUpBy(school, 'Needs', recordTypesVersion - 1, 1)
    await school.admin.dropColumn(sencoSite, 'Pupils', 'gtClassName')
    const { records, news } = page(school)
    const created = records.store(Pupil).create({ ...amira, className: 'Oak' })
    await expect(created).rejects.toMatchObject({ trouble: { code: 'notSetUp' } })
    expect(await records.store(Need).all()).toEqual({ records: [], unreadable: [] })
    expect(news).toContain('older')
    const [report] = await school.as('it').setUp()
    const pupils = report?.lists.find(({ list }) => list === 'Pupils')
    expect(pupils).toMatchObject({
      state: 'upgraded',
      added: ['Class'],
      setUpFor: { app: recordTypesVersion },
    })
    const after = page(school)
    expect(await after.records.store(Pupil).create({ ...amira, className: 'Oak' })).toMatchObject({
      className: 'Oak',
    })
    await after.records.store(Pupil).all()
    await after.records.store(Need).all()
    expect(after.news).toEqual([])
  },
)

test('a set-up that stopped half-way tells each list that it made, and the next goes on from there', async () => {
  const school = await oakfieldSchool()
  const all = (await school.as('it').check())[0]!.lists.length
  const empty = await oakfieldWithoutLists()
  empty.admin.fault({ answer: 'lostBefore', path: '/lists/Pupils/', times: 20 })
  const told: string[] = []
  await expect(empty.as('it').setUpSite('senco', ({ list }) => void told.push(list))).rejects.toMatchObject({
    trouble: { code: 'offline' },
  })
  empty.admin.clearFaults()
  const made = told.length
  expect(made).toBeGreaterThan(0)
  const posts = () =>
    empty.admin.log().filter(({ method, path }) => method === 'POST' && /\/lists$/.test(path))
  empty.admin.clearLog()
  const again: string[] = []
  await empty.as('it').setUpSite('senco', ({ list, state }) => void (state === 'created' && again.push(list)))
  expect(again).toHaveLength(all - made)
  expect(posts()).toHaveLength(all - made)
})
