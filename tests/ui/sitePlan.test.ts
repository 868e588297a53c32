import { expect, test } from 'vitest'
import { recordTypesVersion } from '../../src/domain/record.ts'
import { Action } from '../../src/domain/records/action.ts'
import { hasWork, planOf } from '../../src/tab/school/setUp/sitePlan.ts'
import { oakfieldSchool, oakfieldWithoutLists, sencoSite } from '../graph/oakfield.ts'

const planIn = async (school: Awaited<ReturnType<typeof oakfieldSchool>>) =>
  planOf((await school.as('it').checkSite('senco')).lists)

test('before the first set-up every list is to be made, afterwards nothing is left', async () => {
  const school = await oakfieldWithoutLists()
  const before = await planIn(school)
  const { lists } = await school.as('it').setUpSite('senco')
  expect(before.make).toEqual(lists.map(({ list }) => list))
  const after = await planIn(school)
  expect(after).toEqual({ make: [], add: [], mark: [], byHand: [], newer: [] })
  expect(hasWork(after)).toBe(false)
})

test('columns that lack are named with their list; what was changed by hand is told apart and left', async () => {
  const school = await oakfieldSchool()
  await school.admin.dropColumn(sencoSite, Action.list, 'gtOwner')
  await school.admin.dropColumn(sencoSite, Action.list, 'gtDue')
  await school.admin.retypeColumn(sencoSite, 'Pupils', 'gtTopUp', { text: {}, displayName: 'Top-up' })
  await school.admin.renameColumn(sencoSite, 'Pupils', 'gtClassName', 'Our form groups')
  const plan = await planIn(school)
  expect(plan).toMatchObject({
    make: [],
    add: [{ list: Action.list, columns: ['Who', 'By'] }],
    mark: [],
    byHand: [{ list: 'Pupils', drift: { what: 'retyped' } }],
  })
  await school.as('it').setUpSite('senco')
  const after = await planIn(school)
  expect(hasWork(after)).toBe(false)
  expect(after.byHand).toEqual(plan.byHand)
})

test('a list whose marker is of an older or a newer version is told', async () => {
  const school = await oakfieldSchool()
  const { lists } = await school.as('it').checkSite('senco')
  const as = (app: number) =>
    planOf(lists.map((each, index) => (index === 0 ? { ...each, setUpFor: { app, list: 1 } } : each)))
  expect(as(recordTypesVersion - 1)).toMatchObject({ mark: [lists[0]!.list], newer: [] })
  expect(as(recordTypesVersion + 1)).toMatchObject({ mark: [], newer: [lists[0]!.list] })
})
