import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { type Oakfield, oakfieldSchool, sencoSite } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const pupilsOf = (school: Oakfield) => school.as('senco').records.store(Pupil)
const notSetUp = (missing: string) => ({ trouble: { code: 'notSetUp', missing } })
const asText = (name: string) => ({ text: {}, displayName: name })

test('a column with a new heading is the same column', async () => {
  const school = await oakfieldSchool()
  const made = await pupilsOf(school).create({ ...amira, className: 'Oak' })
  await school.admin.renameColumn(sencoSite, 'Pupils', 'gtClassName', 'Our form groups')
  expect((await pupilsOf(school).all()).records).toEqual([made])
  expect(await pupilsOf(school).update(made, { className: 'Ash' })).toMatchObject({ className: 'Ash' })
})

test.each([['ignored'], ['refused']] as const)(
  'a deleted column that every row needs is named with its list (asked for by name: %s), and other lists live on',
  async (unknownSelect) => {
    const school = await oakfieldSchool()
    school.admin.set({ unknownSelect })
    await pupilsOf(school).create(amira)
    await pupilsOf(school).create({ ...amira, forename: 'Ben' })
    await school.admin.dropColumn(sencoSite, 'Pupils', 'gtSurname')
    const missing = unknownSelect === 'ignored' ? 'Pupils: Surname' : 'Pupils: gtSurname'
    await expect(pupilsOf(school).all()).rejects.toMatchObject(notSetUp(missing))
    expect(await school.as('senco').records.store(Need).all()).toEqual({ records: [], unreadable: [] })
  },
)

test('a deleted column that few rows use leaves the others, and is named when it is written', async () => {
  const school = await oakfieldSchool()
  const made = await pupilsOf(school).create({ ...amira, className: 'Oak' })
  await school.admin.dropColumn(sencoSite, 'Pupils', 'gtClassName')
  expect((await pupilsOf(school).all()).records).toEqual([{ ...made, className: null }])
  expect(await pupilsOf(school).update(made, { keyAdult: 'Jo' })).toMatchObject({ keyAdult: 'Jo' })
  const created = pupilsOf(school).create({ ...amira, className: 'Oak' })
  await expect(created).rejects.toMatchObject(notSetUp('Pupils: Class'))
})

test('a column of another type is named with its list; rows without it live on', async () => {
  const school = await oakfieldSchool()
  const plain = await pupilsOf(school).create(amira)
  const paid = await pupilsOf(school).create({ ...amira, topUp: 120_000 })
  await school.admin.retypeColumn(sencoSite, 'Pupils', 'gtTopUp', asText('Top-up'))
  const read = await pupilsOf(school).all()
  expect(read.records.map(({ key }) => key)).toEqual([plain.key])
  expect(read.unreadable).toMatchObject([{ key: paid.key, fields: ['topUp'] }])
  const heading = Pupil.fields.topUp.label
  const [now] = read.records
  await expect(pupilsOf(school).update(now!, { topUp: 5 })).rejects.toMatchObject(
    notSetUp(`Pupils: ${heading}`),
  )
  const given = Array.from({ length: 45 }, () => ({ key: newKey(), record: { ...amira, topUp: 5 } }))
  school.admin.clearLog()
  const written = await pupilsOf(school).createMany(given)
  expect(written.map((each) => each.outcome === 'refused' && each.problem)).toEqual(
    given.map(() => expect.objectContaining(notSetUp(`Pupils: ${heading}`))),
  )
  expect(school.admin.log().filter(({ path }) => path === '/$batch').length).toBeLessThan(4)
  expect((await pupilsOf(school).all()).records).toHaveLength(1)
})

test('one row that somebody spoilt, alone in its list, is shown as such', async () => {
  const school = await oakfieldSchool()
  const made = await pupilsOf(school).create(amira)
  await school.admin.editRow(sencoSite, 'Pupils', Number(made.id), { gtSurname: null })
  expect((await pupilsOf(school).all()).unreadable).toMatchObject([{ fields: ['surname'] }])
})
