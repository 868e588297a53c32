import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { Delivery } from '../../src/domain/records/delivery.ts'
import { logOf, type SaidOf } from '../../src/domain/rules/ledgerLogs.ts'
import { newOutbox } from '../../src/tab/sessions/outbox.ts'
import { sendLogs } from '../../src/tab/sessions/sendLogs.ts'
import { undoLogs } from '../../src/ui/ledger/writeLogs.ts'
import { oakfieldSchool } from '../graph/oakfield.ts'

const tom = { by: 'Tom Ellis', userPrincipalName: 'tom@example.org' }
const planOf = () => ({
  slot: newKey(),
  pupil: newKey(),
  allocation: newKey(),
  day: '2026-11-16',
  starts: '9:30',
  minutes: 20,
  staff: null,
  group: null,
  provision: null,
})
const there = (minutes: number): SaidOf => ({ minutes, missed: null, note: null })

/** A list of sessions on this machine: one writing is done and its answer lost, then there is no network at all. */
const open = async () => {
  const school = await oakfieldSchool()
  const store = school.as('ta').records.store(Delivery)
  await store.all()
  return {
    store,
    lose: () => {
      school.admin.fault({ answer: 'lostAfter', method: 'POST', path: 'batch' })
      school.admin.fault({ answer: 'lostBefore', method: 'POST', path: 'batch', times: 99 })
      school.admin.fault({ answer: 'lostBefore', method: 'GET', times: 99 })
    },
    heal: () => school.admin.clearFaults(),
    minutes: async () => (await store.all()).records.map((log) => log.minutes).toSorted(),
  }
}
const outbox = () =>
  newOutbox(
    () => 0,
    () => () => {},
  )

test('a session whose answer was lost waits, is sent again under its key and is stored once for each pupil', async () => {
  const { store, lose, heal, minutes } = await open()
  const box = outbox()
  const plans = [planOf(), planOf(), planOf()]
  const sending = sendLogs(
    store,
    plans.map((plan) => logOf(plan, there(20), tom)),
    [],
    () => {},
  )
  let told: Awaited<ReturnType<typeof sending>> | null = null
  lose()
  await box.post('nine', null, async () => {
    told = await sending()
    return told.theirs
  })
  expect(box.all()).toMatchObject([{ is: 'waiting' }])
  heal()
  // It was done, and nobody on this side knows.
  expect(await minutes()).toEqual([20, 20, 20])
  await box.again()
  expect(box.all()).toEqual([])
  expect(await minutes()).toEqual([20, 20, 20])
  // Undo still takes all of it back.
  await undoLogs(store, told!.stored, [])
  expect(await minutes()).toEqual([])
})

test('what is said anew after a lost answer is one’s own and stands, though it was never known to be stored', async () => {
  const { store, lose, heal, minutes } = await open()
  const box = outbox()
  const plan = planOf()
  const said = (count: number, known: Parameters<typeof sendLogs>[2] = [], by = tom) => {
    const sending = sendLogs(store, [logOf(plan, there(count), by)], known, () => {})
    return async () => (await sending()).theirs
  }
  lose()
  await box.post('nine', null, said(20))
  heal()
  await box.post('nine', null, said(15))
  expect(box.all()).toEqual([])
  expect(await minutes()).toEqual([15])

  // The same where a change was stored and its answer lost.
  const known = (await store.all()).records
  lose()
  await box.post('nine', null, said(10, known))
  expect(box.all()).toMatchObject([{ is: 'waiting' }])
  heal()
  await box.post('nine', null, said(5, known))
  await box.again()
  expect(box.all()).toEqual([])
  expect(await minutes()).toEqual([5])

  // Another person's is another matter: theirs stands until somebody says it again.
  await box.post('nine', null, said(12, [], { by: 'Jo', userPrincipalName: 'jo@example.org' }))
  expect(box.all()).toMatchObject([{ is: 'met', theirs: [{ by: 'Tom Ellis', minutes: 5 }] }])
  expect(await minutes()).toEqual([5])
})
