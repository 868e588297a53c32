import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { newKey } from '../../src/domain/key.ts'
import { markerKey } from '../../src/graph/marker.ts'
import { keptTypes, type Oakfield, oakfieldSchool, oakfieldWithoutLists, sencoSite } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const pupilsOf = (school: Oakfield, persona = 'senco') => school.as(persona).records.store(Pupil)
const ownOnly = { trouble: { code: 'noAccess', to: 'Pupils', ownRowsOnly: true } }
type Kept = { sites: { lists: { displayName: string; rows: { id: number; fields: Record<string, unknown> }[] }[] }[] } // prettier-ignore
const markers = (school: Oakfield) =>
  (school.admin.dump() as unknown as Kept).sites
    .flatMap(({ lists }) => lists)
    .map(({ displayName, rows }) => ({
      displayName,
      marker: rows.filter(({ fields }) => fields['gtKey'] === markerKey),
    }))
const dropMarker = async (school: Oakfield) => {
  const { marker } = markers(school).find(({ displayName }) => displayName === 'Pupils')!
  await school.admin.editRow(sencoSite, 'Pupils', marker[0]!.id, { gtKey: newKey(7), gtArchived: true })
}
const asked = (school: Oakfield) => school.admin.log().filter(({ path }) => path.includes('/items')).length

test('set-up puts one marker into every list, once, and again where it is missing; checking says so', async () => {
  const school = await oakfieldWithoutLists()
  const report = async () => (await school.as('it').check())[0]?.lists.find(({ list }) => list === 'Pupils')
  school.admin.fault({ answer: 'lostAfter', method: 'POST', path: '/items$' })
  await school.as('it').setUp()
  await school.as('it').setUp()
  const there = markers(school)
  expect(there.map(({ marker }) => marker.length)).toEqual(keptTypes.map(() => 1))
  expect(there[0]!.marker[0]!.fields).toMatchObject({ Title: 'Goldthread: please keep this row', gtArchived: true }) // prettier-ignore
  await dropMarker(school)
  expect(await report()).toMatchObject({ state: 'ready', marked: false })
  await school.as('it').setUp()
  expect(await report()).toMatchObject({ marked: true })
  expect(markers(school).map(({ marker }) => marker.length)).toEqual(keptTypes.map(() => 1))
})

test('the marker is no record: not listed, not unreadable, not found, not among changes', async () => {
  const school = await oakfieldSchool()
  const store = pupilsOf(school)
  const nothing = { records: [], unreadable: [] }
  expect(await store.all()).toEqual(nothing)
  expect(await store.allWithArchived()).toEqual(nothing)
  expect(await store.about('surname', '')).toEqual(nothing)
  await expect(store.byKey(markerKey)).rejects.toMatchObject({ trouble: { code: 'gone' } })
  const first = await store.changes(null)
  expect(first).toMatchObject(nothing)
  const { marker } = markers(school).find(({ displayName }) => displayName === 'Pupils')!
  await school.admin.editRow(sencoSite, 'Pupils', marker[0]!.id, { gtArchived: null, gtStatus: 'Zz' })
  expect(await store.changes(first.token)).toMatchObject({ ...nothing, removed: [] })
  expect(await store.all()).toEqual(nothing)
})

test('whether the marker is seen is asked once for a list, and not where all rows were read', async () => {
  const school = await oakfieldSchool()
  const { records } = school.as('senco')
  await records.store(Need).about('pupil', newKey())
  school.admin.clearLog()
  await Promise.all([1, 2, 3].map((at) => records.store(Pupil).about('surname', `${at}`)))
  expect(asked(school)).toBe(4)
  await records.store(Pupil).about('surname', '4')
  await records.store(Need).about('pupil', newKey())
  expect(asked(school)).toBe(6)
  const other = school.as('senco').records
  school.admin.clearLog()
  await other.store(Pupil).all()
  await other.store(Pupil).about('surname', 'Khan')
  await expect(other.store(Pupil).byKey(newKey())).rejects.toMatchObject({ trouble: { code: 'gone' } })
  expect(asked(school)).toBe(3)
})

test('some of one’s own rows are not taken for a pupil’s record either', async () => {
  const school = await oakfieldSchool()
  await pupilsOf(school, 'it').create(amira)
  const own = await pupilsOf(school).create({ ...amira, forename: 'Ben' })
  await school.admin.readOwnOnly(sencoSite, 'Pupils', true)
  await expect(pupilsOf(school).about('surname', 'Khan')).rejects.toMatchObject(ownOnly)
  const { token } = await pupilsOf(school, 'it').changes(null)
  await pupilsOf(school).update(own, { className: 'Oak' })
  await expect(pupilsOf(school).changes(token)).rejects.toMatchObject(ownOnly)
  await school.admin.readOwnOnly(sencoSite, 'Pupils', false)
  expect((await pupilsOf(school).about('surname', 'Khan')).records).toHaveLength(2)
})

test('without its marker a list with somebody else’s rows is read as before; with none it can’t be told', async () => {
  const school = await oakfieldSchool()
  await dropMarker(school)
  const own = await pupilsOf(school).create(amira)
  const read = await pupilsOf(school).allWithArchived()
  // The marker that lost its key counts as somebody else's row.
  expect(read.records).toEqual([own])
  expect(read.unreadable).toHaveLength(1)
  const bare = await oakfieldSchool()
  await dropMarker(bare)
  await bare.admin.readOwnOnly(sencoSite, 'Pupils', true)
  await expect(pupilsOf(bare).all()).rejects.toMatchObject(ownOnly)
  await pupilsOf(bare).create(amira)
  await expect(pupilsOf(bare).all()).rejects.toMatchObject(ownOnly)
})

test('a list to which all may only add shows each their own rows, and says who reads all', async () => {
  const school = await oakfieldSchool()
  await school.admin.readOwnOnly(sencoSite, Disclosure.list, true)
  const opened = blank(Disclosure, { pupil: newKey(), did: 'opened', what: 'EHC plan', purpose: 'review' })
  const logOf = (who: string) => school.as(who).records.store(Disclosure)
  const mine = await logOf('senco').create(opened as never)
  const theirs = await logOf('it').create(opened as never)
  expect((await logOf('senco').all()).records).toEqual([mine])
  expect((await logOf('it').all()).records).toEqual([mine, theirs])
  expect(await school.as('senco').records.readsAll(Disclosure)).toBe(false)
  expect(await school.as('it').records.readsAll(Disclosure)).toBe(true)
  await expect(school.as('teacher').records.readsAll(Disclosure)).rejects.toMatchObject({
    trouble: { code: 'noAccess' },
  })
})
