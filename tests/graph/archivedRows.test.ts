import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { oakfieldSchool } from './oakfield.ts'

test('what was archived is not found by its pupil either, until it is brought back', async () => {
  const store = (await oakfieldSchool()).as('senco').records.store(Contact)
  const pupil = newKey()
  const made = await store.create(blank(Contact, { pupil, name: 'Nadia Khan' }))
  const kept = await store.create(blank(Contact, { pupil, name: 'Omar Khan' }))
  const archived = await store.archive(made, 'Moved away')
  expect((await store.about('pupil', pupil)).records).toEqual([kept])
  expect(await store.byKey(made.key)).toEqual(archived)
  const back = await store.restore(archived)
  expect((await store.about('pupil', pupil)).records).toEqual([back, kept])
})
