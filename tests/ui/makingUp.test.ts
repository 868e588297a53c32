import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { Delivery } from '../../src/domain/records/delivery.ts'
import { catchUpOf, logOf, minutesToMakeUp } from '../../src/domain/rules/ledgerLogs.ts'
import { undoLogs, writeLogs } from '../../src/ui/ledger/writeLogs.ts'
import { oakfieldSchool } from '../graph/oakfield.ts'

const me = { by: 'Tom Ellis', userPrincipalName: 'tom@example.org' }
const plan = {
  slot: newKey(),
  pupil: newKey(),
  allocation: newKey(),
  day: '2026-11-16',
  starts: '9:30',
  minutes: 20,
  staff: null,
  group: null,
  provision: null,
}

test('a session made up for in two parts of one day has both, a double tap adds nothing, and undo takes the last part', async () => {
  const store = (await oakfieldSchool()).as('ta').records.store(Delivery)
  const said = { minutes: 0, missed: 'staffAbsent' as const, note: null }
  const [missed] = (await writeLogs(store, [logOf(plan, said, me)], [])).stored
  const logged = async () => (await store.all()).records
  const left = async () => minutesToMakeUp(missed!, await logged())

  const first = catchUpOf(missed!, '2026-11-17', 10, me)
  const [made] = (await writeLogs(store, [first], [])).stored
  await writeLogs(store, [first], [])
  expect(await left()).toBe(10)

  const again = catchUpOf(missed!, '2026-11-17', 10, me, made)
  const { stored, theirs } = await writeLogs(store, [again], [made!])
  expect(theirs).toEqual([])
  expect(await left()).toBe(0)
  expect(await logged()).toHaveLength(2)

  await undoLogs(store, stored, [made!])
  expect(await left()).toBe(10)
})
