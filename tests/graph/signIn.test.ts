// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dailyScopes, signIn } from '../../src/graph/signIn.ts'
import { hostAccount, putBridge, takeBridge } from './host.ts'

const ids = { tenantId: hostAccount.tenantId, clientId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' }
const inTeams = { ...ids, surface: 'teams', loginHint: 'helen@school.example' } as const

// MSAL tells its own log of a bridge that fails.
beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => undefined))
afterEach(takeBridge)

test('a token comes from the host without asking the person, and the account with it', async () => {
  const asked = putBridge(() => 'token')
  const session = signIn(inTeams)
  expect([session.account(), session.facts()]).toEqual([null, null])
  expect(await session.token()).toBe('token 2')
  expect(asked.map(({ method }) => method)).toEqual(['GetInitContext', 'GetToken'])
  expect(asked[1]?.tokenParams?.scope.split(' ')).toEqual(expect.arrayContaining([...dailyScopes]))
  expect(session.account()).toEqual(hostAccount)
  expect(session.facts()).toMatchObject({ by: 'host', bridge: true, account: 'member' })
  expect(session.facts()?.scopes).toEqual(expect.arrayContaining([...dailyScopes]))
  expect(JSON.stringify(session.facts())).not.toMatch(/Helen|helen@|99999999/)
})

test('ten requests at the start ask the host once, and later ones not at all', async () => {
  const asked = putBridge(() => 'token')
  const session = signIn(inTeams)
  const tokens = await Promise.all(Array.from({ length: 10 }, () => session.token()))
  expect(new Set(tokens)).toEqual(new Set(['token 2']))
  expect(await session.token()).toBe('token 2')
  expect(asked).toHaveLength(2)
})

test('nothing of a sign-in is kept in the browser', async () => {
  putBridge(() => 'token')
  await signIn(inTeams).token()
  expect({ ...localStorage, ...sessionStorage }).toEqual({})
})

test('claims and a token that Graph would not take go past what is kept, to the host', async () => {
  const asked = putBridge(() => 'token')
  const session = signIn(inTeams)
  await session.token()
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1757000000"}}}'
  expect(await session.token({ claims })).toBe('token 3')
  const sent = JSON.parse(asked[2]?.tokenParams?.claims ?? '{}') as { access_token?: object }
  expect(sent.access_token).toMatchObject({ nbf: { value: '1757000000' }, xms_cc: { values: ['CP1'] } })
  expect(await session.token({ fresh: true })).toBe('token 4')
  expect(asked[3]?.tokenParams?.forceRefresh).toBe(true)
  expect(await session.token()).toBe('token 4')
})

test('where the host wants the person, they are signed out until they click', async () => {
  let consented = false
  const asked = putBridge(({ method }) => {
    if (method === 'GetTokenPopup') consented = true
    return method === 'GetToken' && !consented
      ? { status: 'USER_INTERACTION_REQUIRED', code: 'invalid_grant' }
      : 'token'
  })
  const session = signIn(inTeams)
  const scopes = ['https://graph.microsoft.com/Sites.Manage.All']
  await expect(session.token({ scopes })).rejects.toMatchObject({ trouble: { code: 'signedOut' } })
  await session.fromClick()
  const popup = asked.find(({ method }) => method === 'GetTokenPopup')
  expect(popup?.tokenParams?.scope).toContain('Sites.Manage.All')
  expect(await session.token({ scopes })).toBe('token 3')
})

test.each([
  ['USER_CANCEL', 'signedOut'],
  ['NO_NETWORK', 'offline'],
  ['ACCOUNT_UNAVAILABLE', 'signedOut'],
  ['TRANSIENT_ERROR', 'unexpected'],
  ['PERSISTENT_ERROR', 'unexpected'],
])('the host’s %s is %s to a screen', async (status, code) => {
  putBridge(({ method }) => (method === 'GetInitContext' ? 'token' : { status, code: 'inner_code' }))
  await expect(signIn(inTeams).token()).rejects.toMatchObject({ trouble: { code } })
})

test('a host that never answers is given up, and not waited for again', async () => {
  const asked = putBridge(({ method }) => (method === 'GetInitContext' ? 'token' : 'silence'))
  const session = signIn({ ...ids, surface: 'office', patience: 200 })
  await expect(session.token()).rejects.toMatchObject({ trouble: { code: 'signedOut' } })
  await expect(session.token()).rejects.toMatchObject({ trouble: { code: 'signedOut' } })
  expect(asked.filter(({ method }) => method === 'GetToken')).toHaveLength(1)
})

test('a bridge that is silent from the start leaves a person who can click', async () => {
  putBridge(() => 'silence')
  const session = signIn({ ...ids, surface: 'office', patience: 200 })
  await expect(session.token()).rejects.toMatchObject({ trouble: { code: 'signedOut' } })
})

test('a bridge switched off opens Microsoft’s own window on a click, and a blocked one is said', async () => {
  putBridge(({ method }) =>
    method === 'GetInitContext' ? 'token' : { status: 'DISABLED', code: 'disabled' },
  )
  const opened: string[] = []
  vi.spyOn(window, 'open').mockImplementation((address) => {
    opened.push(String(address))
    return null
  })
  const session = signIn({ ...ids, surface: 'office' })
  await expect(session.fromClick()).rejects.toMatchObject({ trouble: { code: 'unsupported' } })
  expect(opened).toHaveLength(1)
})
