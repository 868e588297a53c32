import { expect, test } from 'vitest'
import { Problem } from '../../src/domain/problem.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Delivery } from '../../src/domain/records/delivery.ts'
import { newOutbox } from '../../src/tab/sessions/outbox.ts'
import { changedMeanwhile } from '../../src/ui/ledger/writeLogs.ts'

const offline = () => new Problem({ code: 'offline' }, 'no network')
const boxWith = () => {
  let due: (() => void) | null = null
  let wait = 0
  const box = newOutbox(
    () => 0,
    (act, milliseconds) => {
      due = act
      wait = milliseconds
      return () => void (due = null)
    },
  )
  const states = () => box.all().map(({ name, is }) => `${name} ${is}`)
  return { box, states, tick: () => due?.(), waits: () => wait }
}

test('without a network what was logged waits, each once and in order, and goes when the connection is back', async () => {
  const { box, states, waits } = boxWith()
  let online = false
  const stored: string[] = []
  const send = (what: string) => async () => {
    if (!online) throw offline()
    stored.push(what)
    return []
  }
  await box.post('nine', { minutes: '20' }, send('nine'))
  await box.post('ten', { minutes: '15' }, send('ten'))
  expect(states()).toEqual(['nine waiting', 'ten waiting'])
  expect(box.all()[1]!.said).toEqual({ minutes: '15' })
  expect(waits()).toBeGreaterThan(1_000)
  // Said anew: the second takes the place of the first.
  await box.post('ten', { minutes: '10' }, send('ten, shorter'))
  online = true
  await box.again()
  expect(stored).toEqual(['nine', 'ten, shorter'])
  expect(box.all()).toEqual([])
})

test('it is tried again by itself, longer each time', async () => {
  const { box, states, tick, waits } = boxWith()
  let tries = 0
  const send = async () => {
    tries += 1
    if (tries < 3) throw offline()
    return []
  }
  await box.post('nine', null, send)
  const first = waits()
  tick()
  await expect.poll(() => tries).toBe(2)
  await expect.poll(() => waits()).toBeGreaterThan(first)
  tick()
  await expect.poll(() => states()).toEqual([])
  expect(tries).toBe(3)
})

test('what only a person can mend stands still until they say so, and holds nothing else up', async () => {
  const { box, states } = boxWith()
  let allowed = false
  await box.post('nine', null, async () => {
    if (!allowed) throw new Problem({ code: 'signedOut' }, 'signed out')
    return []
  })
  await box.post('ten', null, async () => [])
  expect(states()).toEqual(['nine stopped'])
  await box.again()
  expect(states()).toEqual(['nine stopped'])
  allowed = true
  await box.again(true)
  expect(states()).toEqual([])
})

test('a double press sends one, and what is on its way can’t be taken out', async () => {
  const { box, states } = boxWith()
  let answer: () => void = () => {}
  let sent = 0
  const send = () => {
    sent += 1
    return new Promise<readonly Stored<Delivery>[]>((done) => (answer = () => done([])))
  }
  const first = box.post('nine', null, send)
  void box.post('nine', null, send)
  box.take('nine')
  expect(states()).toEqual(['nine sending'])
  answer()
  await first
  expect([sent, states()]).toEqual([1, []])
})

test('what somebody else logged is told from the answer to one’s own try that was lost', () => {
  const key = '01K00000000000000000000001'
  const log = (given: Partial<Delivery>) =>
    ({ ...blank(Delivery, { day: '2026-11-09', minutes: 20, ...given } as never), key }) as Stored<Delivery>
  const before = [log({ minutes: 20 })]
  const wanted = [{ key, record: log({ minutes: 0, missed: 'trip' }) }]
  expect(changedMeanwhile([log({ minutes: 0, missed: 'trip' })], before, wanted)).toEqual([])
  expect(changedMeanwhile(before, before, wanted)).toEqual([])
  const theirs = log({ minutes: 10, by: 'Jo' })
  expect(changedMeanwhile([theirs], before, wanted)).toEqual([theirs])
})
