import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { type Oakfield, oakfieldSchool } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const pupilsOf = (school: Oakfield, persona = 'senco') => school.as(persona).records.store(Pupil)

test.each([
  [null], ['lostBefore'], ['lostAfter'], ['busy'], ['busyEmpty'], ['conflict409'], ['conflict412'],
] as const)('a disposal that meets %s is done once, and only to its own row', async (answer) => {
  const school = await oakfieldSchool()
  const made = await pupilsOf(school).create(amira)
  const other = await pupilsOf(school).create({ ...amira, forename: 'Ben' })
  if (answer) school.admin.fault({ answer, method: 'DELETE' })
  expect(await pupilsOf(school).dispose(made)).toBeUndefined()
  expect((await pupilsOf(school).allWithArchived()).records).toEqual([other])
  await pupilsOf(school).dispose(made)
}) // prettier-ignore

test('a row that somebody changed since is not deleted, and both versions come out', async () => {
  const school = await oakfieldSchool()
  const made = await pupilsOf(school).create(amira)
  const theirs = await pupilsOf(school, 'it').update(made, { className: 'Oak' })
  const changed = { trouble: { code: 'changed', mine: made, theirs } }
  await expect(pupilsOf(school).dispose(made)).rejects.toMatchObject(changed)
  school.admin.fault({ answer: 'lostBefore', method: 'DELETE' })
  await expect(pupilsOf(school).dispose(made)).rejects.toMatchObject(changed)
  expect((await pupilsOf(school).all()).records).toEqual([theirs])
})

test('a deletion that never gets through is told, and the row stays', async () => {
  const school = await oakfieldSchool()
  const made = await pupilsOf(school).create(amira)
  school.admin.fault({ answer: 'lostBefore', method: 'DELETE', times: 9 })
  await expect(pupilsOf(school).dispose(made)).rejects.toMatchObject({ trouble: { code: 'offline' } })
  school.admin.clearFaults()
  await expect(pupilsOf(school, 'head').dispose(made)).rejects.toMatchObject({
    trouble: { code: 'noAccess' },
  })
  expect((await pupilsOf(school).all()).records).toEqual([made])
})

test('a row that SharePoint hides is not called deleted', async () => {
  const school = await oakfieldSchool()
  const made = await pupilsOf(school, 'it').create(amira)
  await school.admin.readOwnOnly('/sites/oakfield-senco', 'Pupils', true)
  await expect(pupilsOf(school).dispose(made)).rejects.toMatchObject({
    trouble: { code: 'noAccess', ownRowsOnly: true },
  })
  expect((await pupilsOf(school, 'it').all()).records).toEqual([made])
})
