import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { connect } from '../../src/graph/connect.ts'
import { oakfield, oakfieldSchool, sencoSite } from './oakfield.ts'

/* What the model test found once, each as short as it could be said. */

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const ownRowsOnly = { trouble: { code: 'noAccess', ownRowsOnly: true } }

test('a row is not called deleted where the list was seen whole once and hides it since', async () => {
  const school = await oakfieldSchool()
  const made = await school
    .as('head')
    .records.store(Pupil)
    .create(amira)
    .catch(() => null)
  expect(made).toBeNull()
  const others = await school.as('it').records.store(Pupil).create(amira)
  const senco = school.as('senco').records
  expect(await senco.readsAll(Pupil)).toBe(true)
  await school.admin.readOwnOnly(sencoSite, Pupil.list, true)
  await expect(senco.store(Pupil).dispose(others)).rejects.toMatchObject(ownRowsOnly)
  await school.admin.readOwnOnly(sencoSite, Pupil.list, false)
  await senco.store(Pupil).dispose(others)
  expect((await senco.store(Pupil).allWithArchived()).records).toEqual([])
})

test('a row of a guarded list is not called deleted by somebody to whom it isn’t shown', async () => {
  const school = await oakfieldSchool()
  const members = { senco: 'owner', it: 'owner', head: 'write' } as const
  await school.admin.setListPermissions(sencoSite, Disclosure.list, { members, readOwnOnly: true })
  const opened = blank(Disclosure, { did: 'opened', what: 'Annual review', purpose: 'review' })
  const made = await school.as('senco').records.store(Disclosure).create(opened)
  await expect(school.as('head').records.store(Disclosure).dispose(made)).rejects.toMatchObject(ownRowsOnly)
  expect((await school.as('senco').records.store(Disclosure).all()).records).toEqual([made])
})

test('not knowing who is signed in, as that answer was cut short, is a Problem and never a whole list', async () => {
  const school = await oakfieldSchool()
  await school.as('senco').records.store(Pupil).create(amira)
  await school.admin.readOwnOnly(sencoSite, Pupil.list, true)
  const { records } = connect({
    school: oakfield,
    token: async () => school.admin.tokenFor('senco'),
    send: async (request) => {
      const answer = await school.emulator.handle(request)
      return request.url.includes('/me?') ? new Response((await answer.text()).slice(0, -9)) : answer
    },
    ...school.clock,
  })
  await expect(records.store(Pupil).all()).rejects.toMatchObject({ trouble: { code: 'unexpected' } })
})

test('an answer for colleagues that was cut short is a Problem, not nobody', async () => {
  const school = await oakfieldSchool()
  school.admin.fault({ answer: { status: 200 }, path: '/users' })
  await expect(school.as('senco').findPeople('Helen')).rejects.toMatchObject({
    trouble: { code: 'unexpected' },
  })
})

test('a conflict of a whole batch is nobody’s change', async () => {
  const school = await oakfieldSchool()
  const store = school.as('senco').records.store(Pupil)
  const made = await store.create(amira)
  for (const answer of ['lostAfter', 'conflict409', 'conflict409', 'conflict409'] as const)
    school.admin.fault({ answer, method: 'POST', path: 'batch' })
  const [written] = await store.updateMany([{ stored: made, changes: { className: 'Oak' } }])
  expect(written).toMatchObject({ outcome: 'refused' })
  expect(written).not.toMatchObject({ problem: { trouble: { code: 'changed' } } })
  expect(await store.byKey(made.key)).toMatchObject({ className: 'Oak' })
})

test('changes asked for while others’ rows are hidden are refused, and come when they are shown again', async () => {
  const school = await oakfieldSchool()
  const senco = school.as('senco').records
  const { token } = await senco.store(Pupil).changes(null)
  const others = await school.as('it').records.store(Pupil).create(amira)
  expect(await senco.readsAll(Pupil)).toBe(true)
  await school.admin.readOwnOnly(sencoSite, Pupil.list, true)
  await expect(senco.store(Pupil).changes(token)).rejects.toMatchObject(ownRowsOnly)
  const own = await school.as('senco').records.store(Pupil).create(amira)
  await expect(senco.store(Pupil).changes(token)).rejects.toMatchObject(ownRowsOnly)
  await school.admin.readOwnOnly(sencoSite, Pupil.list, false)
  expect((await senco.store(Pupil).changes(token)).records).toEqual([others, own])
})
