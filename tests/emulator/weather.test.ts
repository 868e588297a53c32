import { expect, test } from 'vitest'
import { LostAnswer } from '../../src/emulator/graph/index.ts'
import { localHost } from '../../src/emulator/graph/local.ts'
import { overHttp } from '../../src/emulator/graph/overHttp.ts'
import { bookList, sencoSite, startGraph } from './world.ts'

test('the next requests are throttled, with or without Retry-After, in either wording', async () => {
  const { as, graph } = await startGraph()
  const ask = as('local:senco')
  graph.admin.set({ throttle: { next: 1, retryAfter: 3 } })
  const first = await ask('GET', '/me')
  expect([first.status, first.headers.get('retry-after'), first.body.error.innerError.code]).toEqual([
    429,
    '3',
    'throttledRequest',
  ])
  expect((await ask('GET', '/me')).status).toBe(200)
  graph.admin.set({ throttle: { next: 1, retryAfter: null, body: 'documented' } })
  const second = await ask('GET', '/me')
  expect([second.headers.get('retry-after'), second.body.error.code]).toEqual([null, 'TooManyRequests'])
})

test('resource units are counted by the minute, with a warning from 80% on', async () => {
  let now = new Date('2026-03-02T09:00:00Z')
  const { as, graph } = await startGraph({ now: () => now })
  const at = await bookList(as)
  const ask = as('local:senco')
  now = new Date('2026-03-02T09:01:15Z')
  graph.admin.set({ throttle: { unitsPerMinute: 10 } })
  const remaining = []
  for (let each = 0; each < 5; each += 1)
    remaining.push((await ask('GET', `${at}/items`)).headers.get('ratelimit-remaining'))
  expect(remaining).toEqual([null, null, null, null, '0'])
  const refused = await ask('GET', `${at}/items`)
  expect([
    refused.status,
    refused.headers.get('retry-after'),
    refused.headers.get('ratelimit-reset'),
  ]).toEqual([429, '45', '45'])
  now = new Date('2026-03-02T09:02:00Z')
  expect((await ask('GET', `${at}/items`)).status).toBe(200)
})

test('a connection is lost before the work or after it', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as)
  const ask = as('local:senco')
  const make = () => ask('POST', `${at}/items`, { fields: { Title: 'x' } })
  graph.admin.fault({ answer: 'lostBefore', method: 'POST' })
  await expect(make()).rejects.toBeInstanceOf(LostAnswer)
  expect((await ask('GET', `${at}/items`)).body.value).toHaveLength(0)
  graph.admin.fault({ answer: 'lostAfter', method: 'POST' })
  await expect(make()).rejects.toBeInstanceOf(LostAnswer)
  expect((await ask('GET', `${at}/items`)).body.value).toHaveLength(1)
})

test.each([
  ['busy', 503, 'serviceNotAvailable', '1'],
  ['conflict409', 409, 'resourceModified', null],
  ['conflict412', 412, 'resourceModified', null],
  ['locked', 423, 'notAllowed', null],
  ['tooExpensive', 422, 'notSupported', null],
  ['throttled', 429, 'activityLimitReached', null],
] as const)('fault %s answers %i, twice, only where it was aimed', async (answer, status, code, wait) => {
  const { as, graph } = await startGraph()
  const ask = as('local:senco')
  graph.admin.fault({ answer, method: 'GET', path: '^/me', times: 2 })
  expect((await ask('GET', '/users')).status).toBe(200)
  for (let each = 0; each < 2; each += 1) {
    const got = await ask('GET', '/me')
    expect([got.status, got.body.error.code, got.headers.get('retry-after')]).toEqual([status, code, wait])
    expect(got.body.error.innerError.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
  }
  expect((await ask('GET', '/me')).status).toBe(200)
})

test('a busy service may say nothing at all, and any answer can be put in', async () => {
  const { as, graph } = await startGraph()
  graph.admin.fault({ answer: 'busyEmpty' })
  graph.admin.fault({ answer: { status: 500, body: { error: { code: 'x' } } } })
  const empty = await as('local:senco')('GET', '/me')
  expect([empty.status, empty.body]).toEqual([503, ''])
  expect((await as('local:senco')('GET', '/me')).body).toEqual({ error: { code: 'x' } })
})

test('columns renamed, retyped and deleted behind our back, and a row edited by hand', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [{ Title: 'x', Shelf: 'North', Pages: 3, Kind: 'Fact' }])
  const books = ['/sites/oakfield-senco', 'Books'] as const
  await graph.admin.renameColumn(...books, 'Shelf', 'Place')
  await graph.admin.retypeColumn(...books, 'Pages', { text: {} })
  await graph.admin.retypeColumn(...books, 'Shelf', { displayName: 'Place', number: {} })
  await graph.admin.dropColumn(...books, 'Kind')
  await graph.admin.editRow(...books, 1, { Title: null, Notes: 'by hand' }, 'it')
  const ask = as('local:senco')
  const { body } = await ask('GET', `${at}/items/1?$expand=fields`)
  expect(body.lastModifiedBy.user.displayName).toBe('Sam Whitlock')
  expect(body.fields).toMatchObject({ Pages: '3', Notes: 'by hand', _UIVersionString: '2.0' })
  expect((await ask('GET', `${at}/columns/Shelf`)).body).toMatchObject({
    name: 'Shelf',
    displayName: 'Place',
  })
  for (const gone of ['Title', 'Shelf', 'Kind']) expect(body.fields).not.toHaveProperty(gone)
  expect((await ask('PATCH', `${at}/items/1/fields`, { Kind: 'Fact' })).body.error.message).toBe(
    "Field 'Kind' is not recognized",
  )
  expect((await ask('PATCH', `${at}/items/1/fields`, { Pages: 'three' })).status).toBe(200)
})

test('latency holds each answer back', async () => {
  const { as, graph } = await startGraph()
  graph.admin.set({ latency: 60 })
  const began = performance.now()
  await as('local:senco')('GET', '/me')
  expect(performance.now() - began).toBeGreaterThanOrEqual(55)
})

test('a caller who gives up hears so at once, as from fetch', async () => {
  const { graph } = await startGraph()
  graph.admin.set({ latency: 5000 })
  const leaving = new AbortController()
  const answer = graph.handle(new Request('https://graph.microsoft.com/v1.0/me', { signal: leaving.signal }))
  leaving.abort()
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
})

test('a page from another origin may call, and cannot read Retry-After unless that is switched on', async () => {
  const { as, graph } = await startGraph()
  const asked = new Request('https://graph.microsoft.com/v1.0/me', {
    method: 'OPTIONS',
    headers: { origin: 'https://app.example', 'access-control-request-headers': 'authorization,if-match' },
  })
  const preflight = await graph.handle(asked)
  expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
    200,
    'authorization,if-match',
  ])
  expect((await as('local:senco')('GET', '/me')).headers.get('access-control-expose-headers')).toBeNull()
  graph.admin.set({ exposeHeaders: ['Retry-After'] })
  expect((await as('local:senco')('GET', '/me')).headers.get('access-control-expose-headers')).toBe(
    'Retry-After',
  )
})

test('over HTTP links lead back to this server, the admin face is there, and pages from elsewhere are not answered', async () => {
  const { as, graph } = await startGraph()
  await bookList(as, [{}, {}])
  const http = overHttp(graph, localHost)
  const get = (path: string, more: RequestInit = {}) =>
    http(
      new Request(`http://localhost:4010${path}`, {
        headers: { authorization: 'Bearer local:senco' },
        ...more,
      }),
    )
  const items = `/sites/${localHost}:/sites/oakfield-senco:/lists/Books/items?$top=1`
  const bare = await (await get(`/v1.0${items}`))!.json()
  expect(bare['@odata.nextLink']).toMatch(/^http:\/\/localhost:4010\/v1\.0\/sites\//)
  const next = await (await get(bare['@odata.nextLink'].slice('http://localhost:4010'.length)))!.json()
  expect(next.value[0].id).toBe('2')
  const passed = await (await get(`/graph/v1.0${items}`))!.json()
  expect(passed['@odata.nextLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/sites\//)
  const set = await get('/admin/settings', { method: 'PATCH', body: '{"latency":5}' })
  expect((await set!.json()).latency).toBe(5)
  expect((await get('/admin/settings', { method: 'PATCH', body: '{"latancy":5}' }))!.status).toBe(400)
  expect(graph.admin.settings().latency).toBe(5)
  for (const [path, body] of [
    ['settings', '{"throttle":{"nxt":1}}'],
    ['faults', '{"answer":"lostAftr"}'],
    ['faults', '{"answer":"busy","path":"("}'],
    ['member', '{"site":"/sites/oakfield-senco","persona":"ta","role":"king"}'],
    ['expire', '{"persona":"nobody"}'],
  ]) {
    expect(
      (await get(`/admin/${path}`, { method: path === 'settings' ? 'PATCH' : 'POST', body: body! }))!.status,
    ).toBe(400)
  }
  const stranger = await get('/v1.0/me', {
    headers: { authorization: 'Bearer local:senco', origin: 'https://elsewhere.example' },
  })
  expect(stranger!.status).toBe(403)
  expect(await get('/somewhere')).toBeNull()
})

test('the log holds methods, paths and answers, and nothing that was written', async () => {
  const { as, graph } = await startGraph()
  await bookList(as, [{ Title: 'Amira' }])
  expect(graph.admin.log().at(-1)).toEqual({
    method: 'POST',
    path: expect.stringMatching(/\/items$/),
    status: 201,
  })
  await as('local:senco')('GET', `${sencoSite}/lists/Books/items?$filter=fields/Shelf eq 'Amira'&$top=1`)
  expect(graph.admin.log().at(-1)?.path).toMatch(/\$filter=…&\$top=1$/)
  expect(JSON.stringify(graph.admin.log())).not.toContain('Amira')
  await graph.admin.reset()
  expect([graph.admin.isEmpty(), graph.admin.log()]).toEqual([true, []])
})
