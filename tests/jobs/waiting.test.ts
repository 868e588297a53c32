import { expect, test } from 'vitest'
import { Problem } from '../../src/domain/problem.ts'
import { waitingOf } from '../../src/jobs/waiting.ts'

const start = Date.parse('2026-11-23T09:00:00Z')

/** A job's waiting on a clock of its own: how long it waited, in seconds, and until when it said it would. */
const clock = (obey: () => void = () => undefined) => {
  let at = start
  const told: (string | null)[] = []
  const waiting = waitingOf(
    {
      now: () => new Date(at),
      sleep: async (ms) => void (at += ms),
    },
    undefined,
    obey,
    (until) => told.push(until === null ? null : until.toISOString().slice(11, 19)),
  )
  return { waiting, told, waited: () => (at - start) / 1000 }
}
const offline = new Problem({ code: 'offline' }, 'No answer')
const busy = (until?: string) => new Problem(until ? { code: 'busy', until } : { code: 'busy' }, 'Busy')

/** How often it waits for what never passes. */
const patienceFor = async (problem: Problem) => {
  const { waiting, waited } = clock()
  let tries = 0
  const thrown = await waiting
    .insist(() => {
      tries += 1
      throw problem
    })
    .catch((why: unknown) => why)
  expect(thrown).toBe(problem)
  return { tries, waited: waited() }
}

test('what does not pass in minutes is given back to the person: twenty waits for a busy SharePoint, thirty without a network', async () => {
  expect(await patienceFor(busy())).toEqual({ tries: 21, waited: 600 })
  expect(await patienceFor(offline)).toEqual({ tries: 31, waited: 300 })
})

test('it waits as long as SharePoint asks, but never longer than a page should sit out by itself', async () => {
  const { waiting, told, waited } = clock()
  await waiting.out(busy('2026-11-23T09:10:00Z'))
  expect([waited(), told]).toEqual([600, ['09:10:00', null]])
  const long = busy('2026-11-23T09:30:00Z')
  await expect(waiting.out(long)).rejects.toBe(long)
  expect([waited(), told]).toEqual([600, ['09:10:00', null]])
})

test('what only a person can help with is not waited for', async () => {
  const { waiting, waited } = clock()
  const signedOut = new Problem({ code: 'signedOut' }, 'Signed out')
  await expect(waiting.out(signedOut)).rejects.toBe(signedOut)
  await expect(waiting.insist(() => Promise.reject(signedOut))).rejects.toBe(signedOut)
  expect(waited()).toBe(0)
})

test('once something was done, the next trouble has the whole patience again', async () => {
  const { waiting, waited } = clock()
  for (let time = 0; time < 30; time += 1) await waiting.out(offline)
  await expect(waiting.out(offline)).rejects.toBe(offline)
  waiting.begunAnew()
  await waiting.out(offline)
  expect(waited()).toBe(310)
})

test('a person who wants it to end is heard within a wait, not after it', async () => {
  let asked = 0
  const { waiting, waited } = clock(() => {
    asked += 1
    if (asked === 2) throw new Error('paused')
  })
  await expect(waiting.out(busy('2026-11-23T09:10:00Z'))).rejects.toThrow('paused')
  expect(waited()).toBe(40)
})
