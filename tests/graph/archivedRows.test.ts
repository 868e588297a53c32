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

test('many rows are archived and brought back, and one that somebody changed meanwhile is left as it is', async () => {
  const school = await oakfieldSchool()
  const store = school.as('senco').records.store(Contact)
  const pupil = newKey()
  const made = (
    await store.createMany(
      ['Nadia', 'Omar', 'Sara'].map((name) => ({ key: newKey(), record: blank(Contact, { pupil, name }) })),
    )
  ).map((each) => (each.outcome === 'stored' ? each.record : expect.fail()))
  const moved = await school.as('it').records.store(Contact).update(made[1]!, { name: 'Omar K' })
  school.admin.fault({ answer: 'lostAfter', method: 'POST', path: 'batch' })
  const archived = await store.shelveMany(made.map((stored) => ({ stored, reason: 'Left in July' })))
  expect(archived).toMatchObject([
    { outcome: 'stored', record: { archived: true, archivedReason: 'Left in July' } },
    { outcome: 'refused', problem: { trouble: { code: 'changed', theirs: { name: 'Omar K' } } } },
    { outcome: 'stored', record: { archived: true } },
  ])
  expect((await store.all()).records).toEqual([moved])
  const left = archived.flatMap((each) => (each.outcome === 'stored' ? [each.record] : []))
  await store.shelveMany(left.map((stored) => ({ stored, reason: null })))
  expect((await store.all()).records).toHaveLength(3)
})
