import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { oakfieldSchool } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })

test('a list with permissions of its own in an open site is refused, never empty', async () => {
  const { as, admin } = await oakfieldSchool()
  const store = as('senco').records.store(Pupil)
  const made = await store.create(amira)
  const body = { error: { code: 'accessDenied', message: 'Access denied' } }
  admin.fault({ answer: { status: 403, body }, method: 'GET', path: '/lists/Pupils/items', times: 100 })
  const refused = { trouble: { code: 'noAccess', to: 'Pupils' } }
  await expect(store.all()).rejects.toMatchObject(refused)
  await expect(store.allWithArchived()).rejects.toMatchObject(refused)
  await expect(store.about('surname', 'Khan')).rejects.toMatchObject(refused)
  await expect(store.byKey(made.key)).rejects.toMatchObject(refused)
  await expect(store.byKey(newKey())).rejects.toMatchObject(refused)
})

test('a second page that is refused gives no half list', async () => {
  const { as, admin } = await oakfieldSchool()
  // Microsoft may give fewer rows at a time than it is asked for.
  admin.set({ mostRows: 1_000 })
  const store = as('senco').records.store(Pupil)
  await store.createMany(
    Array.from({ length: 1_005 }, (_, index) => ({ key: newKey(index + 1), record: amira })),
  )
  const body = { error: { code: 'accessDenied', message: 'Access denied' } }
  admin.fault({ answer: { status: 403, body }, method: 'GET', path: 'skiptoken', times: 9 })
  await expect(store.all()).rejects.toMatchObject({ trouble: { code: 'noAccess' } })
})
