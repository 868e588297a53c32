import { expect, test } from 'vitest'
import { bookList, books, sencoSite, staffSite, startGraph } from './world.ts'

test.each([
  ['senco', 200, 200, 201, 403],
  ['head', 200, 200, 403, 403],
  ['teacher', 403, 200, 403, 403],
  ['ta', 403, 200, 403, 403],
  ['governor', 403, 403, 403, 403],
  ['it', 200, 200, 201, 201],
])(
  '%s: SENCO site %i, staff site %i, a row there %i, a list there %i',
  async (id, senco, staff, row, list) => {
    const { as } = await startGraph()
    const at = await bookList(as)
    const ask = as(`local:${id}`)
    expect((await ask('GET', sencoSite)).status).toBe(senco)
    expect((await ask('GET', `${at}/items`)).status).toBe(senco)
    expect((await ask('GET', staffSite)).status).toBe(staff)
    expect((await ask('POST', `${at}/items`, { fields: {} })).status).toBe(row)
    expect((await ask('POST', `${sencoSite}/lists`, { ...books, displayName: 'More' })).status).toBe(list)
    expect((await ask('POST', `${at}/columns`, { name: 'More', text: {} })).status).toBe(list)
    expect((await ask('GET', '/sites/root')).status).toBe(200)
    expect((await ask('GET', '/me')).body.userPrincipalName).toMatch(/@oakfieldtrust\.example$/)
  },
)

test.each([
  ['no token', '', 'Access token is empty.'],
  ['a token of nobody', 'local:nobody', 'Access token validation failure'],
  ['a token that is too old', 'local:senco;expired', 'the token is expired'],
])('%s gets 401', async (_, token, words) => {
  const { as } = await startGraph()
  const answer = await as(token)('GET', '/me')
  expect([answer.status, answer.body.error.code]).toEqual([401, 'InvalidAuthenticationToken'])
  expect(answer.body.error.message).toContain(words)
  expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /)
})

test('tokens that were called back stay refused until a new one is fetched', async () => {
  const { as, graph } = await startGraph()
  graph.admin.expire('senco')
  expect((await as('local:senco')('GET', '/me')).status).toBe(401)
  expect((await as('local:head')('GET', '/me')).status).toBe(200)
  expect((await as(graph.admin.tokenFor('senco'))('GET', '/me')).status).toBe(200)
})

test('a claims challenge is asked in the header and met by a token fetched with claims', async () => {
  const { as, graph } = await startGraph()
  graph.admin.set({ claimsChallenge: true })
  const answer = await as('local:senco')('GET', '/me')
  const [, claims = ''] =
    /error="insufficient_claims", claims="([^"]+)"/.exec(answer.headers.get('www-authenticate') ?? '') ?? []
  expect(answer.status).toBe(401)
  expect(JSON.parse(atob(claims))).toHaveProperty('access_token')
  expect((await as(graph.admin.tokenFor('senco', true))('GET', '/me')).status).toBe(200)
})

test('a list that shows people only their own rows is empty for the others, without an error', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [{ Title: 'hers' }])
  await graph.admin.readOwnOnly('/sites/oakfield-senco', 'Books', true)
  const head = await as('local:head')('GET', `${at}/items`)
  expect([head.status, head.body.value]).toEqual([200, []])
  expect((await as('local:head')('GET', `${at}/items/1`)).status).toBe(404)
  expect((await as('local:head')('GET', `${at}/items/delta`)).body.value).toEqual([])
  expect((await as('local:senco')('GET', `${at}/items`)).body.value).toHaveLength(1)
  expect((await as('local:it')('GET', `${at}/items`)).body.value).toHaveLength(1)
})

test('someone who leaves a site is out at once', async () => {
  const { as, graph } = await startGraph()
  graph.admin.member('/sites/oakfield-senco', 'head', null)
  const answer = await as('local:head')('GET', sencoSite)
  expect([answer.status, answer.body.error.code]).toEqual([403, 'accessDenied'])
})

test.each([
  ['GET', '/me/messages'],
  ['GET', '/me/drive/root'],
  ['DELETE', `${sencoSite}/lists/Books`],
  ['GET', `${sencoSite}/permissions`],
  ['POST', '/subscriptions'],
  ['GET', `${sencoSite}/lists/Books/items/1/driveItem`],
  ['GET', `${sencoSite}/lists/Books/items?$expand=driveItem`],
  ['GET', 'https://graph.microsoft.com/beta/me'],
  ['GET', 'https://example.org/v1.0/me'],
  ['GET', 'https://graph.microsoft.com/admin/settings'],
  ['GET', 'https://oakfieldtrust.sharepoint.com/_api/web'],
])('%s %s is refused with 501 that names it', async (method, path) => {
  const { as } = await startGraph()
  await bookList(as)
  const answer = await as('local:it')(method, path)
  expect([answer.status, answer.body.error.code]).toEqual([501, 'notEmulated'])
})
