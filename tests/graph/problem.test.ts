import { GraphError } from '@microsoft/microsoft-graph-client'
import { expect, test } from 'vitest'
import { Problem } from '../../src/domain/problem.ts'
import { askedWait } from '../../src/graph/answer.ts'
import { claimsIn } from '../../src/graph/claims.ts'
import { graphClient } from '../../src/graph/client.ts'
import { problemOfThrown } from '../../src/graph/problem.ts'

const now = new Date('2026-07-14T09:00:00Z')
const about = { kind: 'row', name: 'Pupils' } as const

/** Asks Graph once, its answer being this one every time; nothing really waits. */
const asked = async (
  answer: () => Response,
  asking: {
    method?: 'GET' | 'POST' | 'PATCH'
    path?: string
    about?: typeof about | { kind: 'list'; name: string }
  } = {},
) => {
  const sent: Request[] = []
  const send = async (request: Request) => {
    sent.push(request)
    return answer()
  }
  const graph = graphClient({ token: async () => 'secret', send, now: () => now, sleep: async () => {} })
  const body = asking.method ? { body: {} } : {}
  const outcome = await graph
    .ask({ path: '/x', about, ...body, ...asking })
    .catch((thrown: unknown) => thrown)
  return { outcome, sent }
}

const refusal =
  (status: number, code: string, message = '', inner?: string) =>
  () =>
    Response.json(
      {
        error: {
          code,
          message,
          innerError: { ...(inner ? { code: inner } : {}), 'request-id': 'r-1', date: '2026-07-14T09:00:00' },
        },
      },
      { status },
    )
const list = { about: { kind: 'list', name: 'Pupils' } } as const
const write = { method: 'PATCH' } as const

test.each([
  ['a token not taken', refusal(401, 'InvalidAuthenticationToken'), {}, { code: 'signedOut' }],
  ['no access', refusal(403, 'accessDenied', 'Access denied'), {}, { code: 'noAccess', to: 'Pupils' }],
  ['a row gone', refusal(404, 'itemNotFound', 'Item not found'), {}, { code: 'gone' }],
  [
    'a list not there',
    refusal(404, 'itemNotFound', 'The specified list was not found'),
    list,
    { code: 'notSetUp', missing: 'Pupils' },
  ],
  [
    '412',
    refusal(412, 'notAllowed', 'ETag does not match', 'preconditionFailed'),
    write,
    { code: 'changed', mine: null, theirs: null },
  ],
  [
    '409 resourceModified',
    refusal(409, 'resourceModified'),
    write,
    { code: 'changed', mine: null, theirs: null },
  ],
  [
    'an unknown column',
    refusal(400, 'invalidRequest', "Field 'gtOwner' is not recognized"),
    write,
    { code: 'notSetUp', missing: 'Pupils: gtOwner' },
  ],
  [
    'the same with the typing slip of 2018',
    refusal(400, 'invalidRequest', "Field 'gtOwner' is not recognied"),
    write,
    { code: 'notSetUp', missing: 'Pupils: gtOwner' },
  ],
  [
    'a column without index',
    refusal(
      400,
      'invalidRequest',
      "Field 'gtUpn' cannot be referenced in filter or orderby as it is not indexed.",
    ),
    {},
    { code: 'notSetUp', missing: 'Pupils: gtUpn' },
  ],
  [
    'a value not taken',
    refusal(400, 'generalException', 'General exception while processing'),
    write,
    { code: 'refused', why: expect.any(String) },
  ],
  [
    'a duplicate as 500',
    refusal(500, '-2130575169', 'duplicate values were found in the following field(s)'),
    write,
    { code: 'refused', why: expect.any(String) },
  ],
  [
    'a duplicate as 400',
    refusal(
      400,
      'invalidRequest',
      'One or more fields with unique constraints already has the provided value',
    ),
    write,
    { code: 'refused', why: expect.any(String) },
  ],
  [
    'locked',
    refusal(423, 'notAllowed', '', 'resourceLocked'),
    write,
    { code: 'refused', why: expect.any(String) },
  ],
  ['full', refusal(507, 'quotaLimitReached'), write, { code: 'refused', why: expect.any(String) }],
  ['too expensive', refusal(422, 'notSupported'), {}, { code: 'unexpected', requestId: 'r-1' }],
  ['broken', refusal(500, 'generalException'), {}, { code: 'unexpected', requestId: 'r-1' }],
  [
    'a page of HTML',
    () => new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }),
    {},
    { code: 'unexpected' },
  ],
  ['an empty 503', () => new Response(null, { status: 503 }), {}, { code: 'busy' }],
  [
    '429 with a time',
    () => new Response(null, { status: 429, headers: { 'Retry-After': '90' } }),
    {},
    { code: 'busy', until: '2026-07-14T09:01:30.000Z' },
  ],
])('%s', async (_, answer, asking, trouble) => {
  expect((await asked(answer, asking)).outcome).toMatchObject({ trouble })
})

test('an empty 503 is tried four times and no more, each time with one token', async () => {
  const { sent } = await asked(() => new Response(null, { status: 503 }))
  expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual(Array(4).fill('Bearer secret'))
})

test('an address that Graph gives is followed letter by letter', async () => {
  const path =
    'https://graph.microsoft.com/v1.0/sites/a,b/lists/c/items?$skiptoken=UGFn%3d%3D&$expand=fields($select=a,b)&$filter=fields/gtKey eq %27x%27'.replaceAll(
      ' ',
      '%20',
    )
  const { sent } = await asked(() => Response.json({}), { path })
  expect(sent.map(({ url }) => url)).toEqual([path])
})

test.each([
  ['https://graph.microsoft.com.example.org/v1.0/x'],
  ['https://example.org/v1.0/x'],
  ['http://graph.microsoft.com/v1.0/x'],
  ['https://graph.microsoft.com@example.org/x'],
])('nothing is sent to %s', async (path) => {
  const { outcome, sent } = await asked(() => Response.json({}), { path })
  expect(sent).toEqual([])
  expect(outcome).toMatchObject({ trouble: { code: 'unexpected' } })
})

test.each([
  [new TypeError('fetch failed'), 'offline'],
  [new DOMException('', 'TimeoutError'), 'offline'],
  [new GraphError(-1, ''), 'offline'],
  [Object.assign(new GraphError(503), { code: null }), 'busy'],
  [new RangeError('?'), 'unexpected'],
])('%s is %s', (thrown, code) => {
  expect(problemOfThrown(thrown, { about })).toMatchObject({ trouble: { code } })
})

test('a Problem and an abort pass as they are', () => {
  const known = new Problem({ code: 'gone' }, '')
  const aborted = new DOMException('', 'AbortError')
  expect(problemOfThrown(known, { about })).toBe(known)
  expect(problemOfThrown(aborted, { about })).toBe(aborted)
})

test.each([
  [{ 'Retry-After': '5' }, 5000],
  [{ 'Retry-After': 'Tue, 14 Jul 2026 09:00:20 GMT' }, 20_000],
  [{ 'Retry-After': 'Tue, 14 Jul 2026 08:00:00 GMT' }, null],
  [{ 'Retry-After': '5', 'RateLimit-Reset': '31' }, 31_000],
  [{ 'RateLimit-Reset': '31' }, 31_000],
  [{ 'Retry-After': 'soon' }, null],
  [{ 'Retry-After': '' }, null],
  [{}, null],
])('%j asks to wait %s ms', (headers, wait) => {
  expect(askedWait(new Headers(headers), now)).toBe(wait)
})

test.each([
  [
    `Bearer realm="", error="insufficient_claims", claims="${btoa('{"access_token":{}}')}"`,
    '{"access_token":{}}',
  ],
  ['Bearer error="insufficient_claims", claims="%%"', null],
  ['Bearer error="invalid_token"', null],
  [null, null],
])('the claims in %j', (header, claims) => {
  expect(claimsIn(header)).toBe(claims)
})
