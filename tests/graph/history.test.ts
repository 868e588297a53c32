import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { type Oakfield, oakfieldSchool, sencoSite } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const pupilsOf = (school: Oakfield, persona = 'senco') => school.as(persona).records.store(Pupil)

test('every version of a record comes out, newest first, with who and when', async () => {
  const school = await oakfieldSchool()
  const made = await pupilsOf(school).create(amira)
  const moved = await pupilsOf(school, 'it').update(made, { className: 'Oak', dateOfBirth: '2016-03-01' })
  let last = await pupilsOf(school).archive(moved, 'Left')
  for (const className of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']) {
    last = await pupilsOf(school).update(last, { className })
  }
  const versions = await pupilsOf(school).history(last)
  expect(versions.map(({ id }) => id)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((n) => `${n}.0`))
  expect(versions[0]).toMatchObject({ values: { className: 'H' }, archived: true, unreadable: [] })
  expect(versions[9]).toEqual({
    id: '2.0',
    at: expect.stringMatching(/^2026-07-14T09:00/),
    by: 'Sam Whitlock',
    values: { ...amira, className: 'Oak', dateOfBirth: '2016-03-01' },
    unreadable: [],
    archived: false,
  })
  expect(versions[10]).toMatchObject({ by: 'Helen Marsh', values: amira, archived: false })
  const restored = await pupilsOf(school).update(last, versions[9]!.values)
  expect(restored).toMatchObject({ className: 'Oak', dateOfBirth: '2016-03-01' })
})

test('a version that held nonsense is told with the fields that can’t be read', async () => {
  const school = await oakfieldSchool()
  const made = await pupilsOf(school).create({ ...amira, keyAdult: 'Ms Price' })
  await school.admin.editRow(sencoSite, 'Pupils', Number(made.id), {
    gtStatus: 'Zyxwvut',
    gtSurname: null,
    gtDateOfBirth: 'soon',
  })
  const [spoilt, first] = await pupilsOf(school).history(made)
  expect(spoilt!.unreadable).toEqual(['surname', 'dateOfBirth', 'status'])
  expect(spoilt!.values).toEqual({ ...amira, keyAdult: 'Ms Price', surname: null, dateOfBirth: null, status: null }) // prettier-ignore
  expect(first!.values).toEqual({ ...amira, keyAdult: 'Ms Price' })
})

test('the history of a row that has gone is gone, and of a list without versions is its one version', async () => {
  const school = await oakfieldSchool()
  const made = await pupilsOf(school).create(amira)
  school.admin.set({ versioning: false })
  const changed = await pupilsOf(school).update(made, { className: 'Oak' })
  expect(await pupilsOf(school).history(changed)).toMatchObject([{ id: '2.0', values: { className: 'Oak' } }])
  await expect(pupilsOf(school).history({ ...made, id: '999' })).rejects.toMatchObject({
    trouble: { code: 'gone' },
  })
})
