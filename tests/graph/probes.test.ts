import { expect, test } from 'vitest'
import { School } from '../../src/domain/records/school.ts'
import { connect } from '../../src/graph/connect.ts'
import { accountKind } from '../../src/graph/signInFacts.ts'
import { newPace } from '../../src/graph/pace.ts'
import { newWatch } from '../../src/graph/watch.ts'
import { oakfield, oakfieldSchool, type Oakfield } from './oakfield.ts'

const watched = (school: Oakfield, persona = 'senco') => {
  const { clock, emulator } = school
  const watch = newWatch(clock.now)
  const token = async () => emulator.admin.tokenFor(persona)
  const connection = connect({ school: oakfield, token, send: emulator.handle, ...clock, watch })
  return { watch, connection }
}

const described = { from: '2026-01-01', name: 'Oakfield', phase: 'primary' }

test('versions are told from a row that was changed, and not before there is one', async () => {
  const school = await oakfieldSchool()
  const { probes, records } = watched(school).connection
  expect(await probes.keepsVersions('senco')).toBeNull()
  const store = records.store(School)
  const made = await store.create(described as never)
  expect(await probes.keepsVersions('senco')).toBeNull()
  await store.update(made, { name: 'Oakfield Primary' })
  expect(await probes.keepsVersions('senco')).toBe(true)
  school.admin.set({ versioning: false })
  expect(await probes.keepsVersions('senco')).toBe(false)
})

test('a member of the site may not change columns, its owner may, and asking changes nothing', async () => {
  const school = await oakfieldSchool()
  const columns = async () => (await watched(school, 'it').connection.checkSite('senco')).lists
  const before = await columns()
  expect(await watched(school).connection.probes.mayChangeColumns('senco')).toBe(false)
  expect(await watched(school, 'it').connection.probes.mayChangeColumns('senco')).toBe(true)
  expect(await columns()).toEqual(before)
})

test('what Microsoft 365 asked to slow down is counted, whole and in batches, with what was waited', async () => {
  const school = await oakfieldSchool()
  const { watch, connection } = watched(school)
  await connection.me()
  expect(watch.seen()).toMatchObject({ answers: 1, lost: 0, slowed: {}, saidHowLong: 0, clock: { ahead: 0 } })
  school.admin.set({ throttle: { next: 2, retryAfter: 7 } })
  await connection.probes.roundTrip()
  expect(watch.seen()).toMatchObject({
    answers: 4,
    slowed: { 429: 2 },
    saidHowLong: 2,
    waits: { times: 2, milliseconds: 14_000 },
  })
  school.admin.fault({ answer: { status: 503, headers: {}, body: {} } as never, path: '/items$' })
  await connection.records
    .store(School)
    .createMany([{ key: '01ARZ3NDEKTSV4RRFFQ69G5FAV', record: described as never }])
  expect(watch.seen().slowed).toEqual({ 429: 2, 503: 1 })
})

test('the server’s clock is held against ours where it may be read, and a lost answer is counted', async () => {
  let at = Date.parse('2026-11-23T09:00:00Z')
  const watch = newWatch(() => new Date(at))
  const send = watch.around(async () => {
    at += 400
    return new Response(null, { headers: { Date: 'Mon, 23 Nov 2026 08:58:00 GMT' } })
  })
  await send(new Request('https://graph.microsoft.com/v1.0/me'))
  expect(watch.seen()).toMatchObject({ clock: { ahead: 120_200 }, roundTrips: [400] })
  const lost = watch.around(() => Promise.reject(new TypeError('Failed to fetch')))
  await expect(lost(new Request('https://graph.microsoft.com/v1.0/me'))).rejects.toThrow('Failed to fetch')
  expect(watch.seen()).toMatchObject({ answers: 1, lost: 1 })
})

test('the budget tells what it held back', async () => {
  const school = await oakfieldSchool()
  const pace = newPace(school.clock)
  const asking = { method: 'POST', path: '/x', about: { kind: 'list', name: 'x' }, patience: 90_000 } as const
  expect(pace.held()).toBe(0)
  for (let asked = 0; pace.held() === 0 && asked < 5_000; asked += 1) await pace.take(asking)
  expect(pace.held()).toBe(60_000)
})

test.each([
  ['o.11111111-2222-4333-8444-555555555555', 'member'],
  ['o.99999999-2222-4333-8444-555555555555', 'guest'],
  ['o.9188040d-6c67-4c5b-b112-36a304b66dad', 'personal'],
])('an account at home in %s is a %s', (homeAccountId, kind) => {
  const account = { homeAccountId, tenantId: '11111111-2222-4333-8444-555555555555' }
  expect(accountKind(account as never)).toBe(kind)
})
