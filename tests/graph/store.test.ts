import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { oakfieldSchool, sencoSite } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const items = (list: string) => `/lists/${list}/items`

test('a list longer than a page is read to its end, each record once', async () => {
  const { as, admin } = await oakfieldSchool()
  const store = as('senco').records.store(Contact)
  const pupil = newKey()
  const given = Array.from({ length: 2_150 }, (_, index) => ({
    key: newKey(index + 1),
    record: blank(Contact, { pupil, name: `Person ${index}` }),
  }))
  const seen: [number, number][] = []
  await store.createMany(given, (done, of) => seen.push([done, of]))
  expect(seen.at(-1)).toEqual([2_150, 2_150])
  // As many as Graph gives are asked for; it may give fewer.
  admin.set({ mostRows: 1_000 })
  admin.clearLog()
  const { records } = await store.all()
  expect(admin.log().find(({ path }) => path.includes('$top'))?.path).toContain('$top=5000')
  expect(records.map(({ key }) => key)).toEqual(given.map(({ key }) => key))
  expect(admin.log().filter(({ path }) => path.includes('skiptoken')).length).toBeGreaterThan(0)
})

test('only the columns that are needed travel', async () => {
  const { as, admin } = await oakfieldSchool()
  await as('senco').records.store(Need).all()
  const { path } = admin.log().findLast(({ path }) => path.includes(items('Needs')))!
  expect(decodeURIComponent(path)).toContain(
    '$expand=fields($select=gtKey,gtArchived,gtArchivedReason,gtPupil,',
  )
})

test.each([["O'Brien"], ["D''Arcy & Sons + 100% #1"], ['Müller/Śliwa?']])(
  '%s is found by surname',
  async (surname) => {
    const { as, admin } = await oakfieldSchool()
    const store = as('senco').records.store(Pupil)
    const made = await store.create({ ...amira, surname })
    await store.create(amira)
    await store.all()
    admin.clearLog()
    expect((await store.about('surname', surname)).records).toEqual([made])
    expect(
      admin
        .log()
        .filter(({ path }) => path.includes('filter'))
        .map(({ status }) => status),
    ).toEqual([200])
  },
)

test('a field that SharePoint can’t filter by is still looked through', async () => {
  const store = (await oakfieldSchool()).as('senco').records.store(Outcome)
  const outcome = blank(Outcome, { pupil: newKey(), kind: 'term', text: 'Reads aloud', status: 'current' })
  const made = await store.create(outcome)
  await store.create({ ...outcome, status: 'achieved' })
  expect((await store.about('status', 'current')).records).toEqual([made])
})

test('when somebody else saved first, both versions come out and nothing is overwritten', async () => {
  const { as } = await oakfieldSchool()
  const mine = as('senco').records.store(Pupil)
  const theirs = as('it').records.store(Pupil)
  const opened = await mine.create(amira)
  const saved = await theirs.update(opened, { className: 'Willow' })
  await expect(mine.update(opened, { className: 'Oak' })).rejects.toMatchObject({
    trouble: { code: 'changed', mine: { ...opened, className: 'Oak' }, theirs: saved },
  })
  expect((await mine.byKey(opened.key)).className).toBe('Willow')
  await expect(mine.archive(opened, 'Left')).rejects.toMatchObject({ trouble: { code: 'changed' } })
})

test.each([['conflict409'], ['conflict412']] as const)(
  '%s on a row that nobody changed is tried once more, then told',
  async (answer) => {
    const { as, admin } = await oakfieldSchool()
    const store = as('senco').records.store(Pupil)
    const made = await store.create(amira)
    admin.fault({ answer, method: 'PATCH' })
    const saved = await store.update(made, { className: 'Oak' })
    expect(saved.className).toBe('Oak')
    admin.fault({ answer, method: 'PATCH', times: 2 })
    await expect(store.update(saved, { className: 'Ash' })).rejects.toMatchObject({
      trouble: { code: 'changed', mine: { ...saved, className: 'Ash' }, theirs: saved },
    })
  },
)

test('rows that SharePoint stumbles over when written at once are written the second time', async () => {
  const { as, admin } = await oakfieldSchool()
  const store = as('senco').records.store(Pupil)
  const given = Array.from({ length: 20 }, (_, index) => ({ key: newKey(index + 1), record: amira }))
  admin.fault({ answer: 'conflict409', method: 'POST', path: '/items$', times: 5 })
  const made = await store.createMany(given)
  expect(made.map(({ outcome }) => outcome)).toEqual(given.map(() => 'stored'))
  const { records } = await store.all()
  expect(records).toHaveLength(20)
  admin.fault({ answer: 'conflict409', method: 'PATCH', times: 5 })
  const changed = await store.updateMany(records.map((stored) => ({ stored, changes: { className: 'Oak' } })))
  expect(changed.map(({ outcome }) => outcome)).toEqual(given.map(() => 'stored'))
})

test('two people who save the same words are both right', async () => {
  const { as } = await oakfieldSchool()
  const made = await as('senco').records.store(Pupil).create(amira)
  const first = await as('it').records.store(Pupil).update(made, { className: 'Oak' })
  expect(await as('senco').records.store(Pupil).update(made, { className: 'Oak' })).toEqual(first)
})

test('the eTag is new after each save, whether PATCH tells it or not', async () => {
  const { as, admin } = await oakfieldSchool()
  admin.set({ etagInFields: false })
  const store = as('senco').records.store(Pupil)
  let pupil = await store.create(amira)
  for (const className of ['Oak', 'Ash', null]) pupil = await store.update(pupil, { className })
  expect(pupil).toMatchObject({ className: null, modifiedBy: 'Helen Marsh' })
})

test('a change of nothing asks SharePoint nothing', async () => {
  const { as, admin } = await oakfieldSchool()
  const store = as('senco').records.store(Pupil)
  const made = await store.create(amira)
  admin.clearLog()
  expect(await store.update(made, { surname: 'Khan', className: null })).toBe(made)
  expect(admin.log()).toEqual([])
})

test('what can’t be stored is refused by its field before anything is sent', async () => {
  const { as, admin } = await oakfieldSchool()
  const store = as('senco').records.store(Pupil)
  const made = await store.create(amira)
  admin.clearLog()
  const refused = (field: string) => ({ trouble: { code: 'refused', field } })
  await expect(store.create({ ...amira, surname: ' ' })).rejects.toMatchObject(refused('surname'))
  await expect(store.update(made, { upn: 'A1' })).rejects.toMatchObject(refused('upn'))
  await expect(store.update(made, { forename: null as never })).rejects.toMatchObject(refused('forename'))
  const dates = { admitted: '2024-09-01', left: '2024-08-31' }
  await expect(store.update(made, dates)).rejects.toMatchObject(refused('left'))
  const many = await store.createMany([{ key: newKey(), record: { ...amira, status: 'X' as never } }])
  expect(many[0]).toMatchObject({ outcome: 'refused', problem: refused('status') })
  expect(admin.log()).toEqual([])
})

test('the title in SharePoint follows the record', async () => {
  const { as, emulator } = await oakfieldSchool()
  const store = as('senco').records.store(Pupil)
  await store.update(await store.create(amira), { surname: 'Khan-Lewis' })
  expect(JSON.stringify(emulator.admin.dump())).toContain('"Title":"Khan-Lewis, Amira"')
})

test('text that XML has no place for is mended on the way in', async () => {
  const store = (await oakfieldSchool()).as('senco').records.store(Pupil)
  const made = await store.create({
    ...amira,
    surname: 'Kh\u0007an\uD83D',
    address: 'One\r\nTwo\u000BThree\u0000',
  })
  expect(made).toMatchObject({ surname: 'Khan\uFFFD', address: 'One\nTwo\nThree' })
})

test('an archived record is out of sight, keeps its reason and comes back', async () => {
  const store = (await oakfieldSchool()).as('senco').records.store(Pupil)
  const made = await store.create(amira)
  const archived = await store.archive(made, 'Left for\nNorthmoor')
  expect(archived).toMatchObject({ archived: true, archivedReason: 'Left for Northmoor' })
  expect((await store.all()).records).toEqual([])
  expect((await store.allWithArchived()).records).toEqual([archived])
  expect(await store.restore(archived)).toMatchObject({
    archived: false,
    archivedReason: null,
    surname: 'Khan',
  })
})

test('a row that somebody spoilt in SharePoint hides none of the others', async () => {
  const { as, admin } = await oakfieldSchool()
  const store = as('senco').records.store(Pupil)
  const good = await store.create(amira)
  const bad = await store.create({ ...amira, forename: 'Ben' })
  await admin.editRow(sencoSite, 'Pupils', Number(bad.id), {
    gtStatus: 'SEN!',
    gtTopUp: 'lots',
    gtSurname: null,
  })
  expect(await store.all()).toEqual({
    records: [good],
    unreadable: [
      {
        id: bad.id,
        key: bad.key,
        fields: ['surname', 'status', 'topUp'],
        rest: expect.objectContaining({ forename: 'Ben' }),
      },
    ],
  })
  await expect(store.byKey(bad.key)).rejects.toMatchObject({ trouble: { code: 'unexpected' } })
})

test('a row that breaks a rule in SharePoint is shown and can be mended', async () => {
  const { as, admin } = await oakfieldSchool()
  const store = as('senco').records.store(Pupil)
  const made = await store.create({ ...amira, admitted: '2024-09-02' })
  await admin.editRow(sencoSite, 'Pupils', Number(made.id), { gtLeft: '2024-01-08T00:00:00Z' })
  const broken = await store.byKey(made.key)
  expect(broken.left).toBe('2024-01-08')
  const named = await store.update(broken, { className: 'Oak' })
  expect(await store.update(named, { left: null })).toMatchObject({ className: 'Oak', left: null })
})

test('a key that nobody has is gone', async () => {
  const store = (await oakfieldSchool()).as('senco').records.store(Pupil)
  await expect(store.byKey(newKey())).rejects.toMatchObject({ trouble: { code: 'gone' } })
})

test('many changes go in batches, and each conflict is its own', async () => {
  const { as, admin } = await oakfieldSchool()
  const store = as('senco').records.store(Pupil)
  const given = Array.from({ length: 45 }, (_, index) => ({ key: newKey(index + 1), record: amira }))
  await store.createMany(given)
  const { records } = await store.all()
  const moved = await store.update(records[7]!, { className: 'Ash' })
  admin.clearLog()
  const written = await store.updateMany(
    records.map((stored, index) => ({ stored, changes: { className: index === 9 ? null : 'Oak' } })),
  )
  expect(admin.log().filter(({ method }) => method === 'PATCH')).toHaveLength(44)
  expect(written.flatMap(({ outcome, key }) => (outcome === 'refused' ? [key] : []))).toEqual([moved.key])
  expect(written[7]).toMatchObject({
    problem: { trouble: { code: 'changed', mine: { className: 'Oak' }, theirs: moved } },
  })
  const now = await store.all()
  expect(written.map((each) => (each.outcome === 'stored' ? each.record : moved))).toEqual(now.records)
})

test('half a letter, or a key from a damaged link, finds nothing and breaks nothing', async () => {
  const store = (await oakfieldSchool()).as('senco').records.store(Pupil)
  for (const value of ['\uD83D', 'a\uDC00\u0000', "'; or 1 eq 1", '%27', '../..'])
    await expect(store.byKey(value)).rejects.toMatchObject({ trouble: { code: 'gone' } })
  expect((await store.about('surname', '\uD83D')).records).toEqual([])
})
