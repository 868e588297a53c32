import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { oakfieldSchool } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const given = Array.from({ length: 60 }, (_, at) => ({ key: newKey(at + 1), record: amira }))

test('a claims challenge in the middle of a job is answered once and the job goes on', async () => {
  const school = await oakfieldSchool()
  const store = school.as('senco').records.store(Pupil)
  const written = await store.createMany(given, (done) => done === 20 && school.admin.set({ claimsChallenge: true })) // prettier-ignore
  expect(written.every(({ outcome }) => outcome === 'stored')).toBe(true)
  expect(school.asked.filter((options) => options?.claims)).toHaveLength(1)
  expect((await store.all()).records).toHaveLength(60)
})

test('parts of a batch that meet an empty 503 are sent again, and end as one row each', async () => {
  const school = await oakfieldSchool()
  const store = school.as('senco').records.store(Pupil)
  const told: (Date | undefined)[] = []
  school.admin.fault({ answer: 'busyEmpty', method: 'POST', path: '/items$', times: 25 })
  const written = await store.createMany(given, (_, __, until) => told.push(until))
  expect(written.every(({ outcome }) => outcome === 'stored')).toBe(true)
  expect((await store.all()).records).toHaveLength(60)
  expect(told.filter(Boolean)).toHaveLength(2)
})

test('a job whose person loses their access stops there and says so', async () => {
  const school = await oakfieldSchool()
  const store = school.as('senco').records.store(Pupil)
  const site = '/sites/oakfield-senco'
  const written = await store.createMany(given, (done) => done === 20 && school.admin.member(site, 'senco', 'read')) // prettier-ignore
  expect(written.slice(0, 20).every(({ outcome }) => outcome === 'stored')).toBe(true)
  expect(written.slice(20)).toEqual(
    given.slice(20).map(({ key }) => ({
      key,
      outcome: 'refused',
      problem: expect.objectContaining({ trouble: { code: 'noAccess', to: 'Pupils' } }),
    })),
  )
  expect((await store.all()).records).toHaveLength(20)
})
