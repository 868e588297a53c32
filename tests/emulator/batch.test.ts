import { expect, test } from 'vitest'
import { bookList, startGraph } from './world.ts'

const json = { 'Content-Type': 'application/json' }
const byId = (body: any) => Object.fromEntries(body.responses.map((part: any) => [part.id, part]))

test('parts are answered one by one: what failed, what waited for it, and the rest; no rollback', async () => {
  const { as } = await startGraph()
  const at = await bookList(as, [{ Key: 'A' }])
  const make = (id: string, Key: string, dependsOn: string[] = []) => ({
    id, method: 'POST', url: `${at}/items`, headers: json, body: { fields: { Key } }, dependsOn,
  }) // prettier-ignore
  const { status, body } = await as('local:senco')('POST', '/$batch', {
    requests: [
      make('3', 'C', ['2']),
      make('1', 'B'),
      make('2', 'A', ['1']),
      { id: '4', method: 'GET', url: '/me' },
      make('5', 'D'),
    ],
  })
  expect(status).toBe(200)
  const parts = byId(body)
  expect(
    Object.values(parts)
      .map(({ id, status }: any) => `${id}:${status}`)
      .sort(),
  ).toEqual(['1:201', '2:400', '3:424', '4:200', '5:201'])
  expect(parts['4'].headers['Content-Type']).toBe('application/json')
  expect(parts['4'].body.displayName).toBe('Helen Marsh')
  expect((await as('local:senco')('GET', `${at}/items`)).body.value).toHaveLength(3)
})

test('a later part sees what the part before it did', async () => {
  const { as } = await startGraph()
  const at = await bookList(as)
  const { body } = await as('local:senco')('POST', '/$batch', {
    requests: [
      { id: 'b', method: 'GET', url: `${at}/items`, dependsOn: ['a'] },
      { id: 'a', method: 'POST', url: `${at}/items`, headers: json, body: { fields: { Title: 'x' } } },
    ],
  })
  expect(byId(body)['b'].body.value).toHaveLength(1)
})

test('answers come in another order than the questions', async () => {
  const { as } = await startGraph()
  const requests = Array.from({ length: 20 }, (_, id) => ({ id: String(id), method: 'GET', url: '/me' }))
  const { body } = await as('local:senco')('POST', '/$batch', { requests })
  const ids = body.responses.map(({ id }: any) => Number(id))
  expect(ids).not.toEqual(ids.toSorted((a: number, b: number) => a - b))
  expect(new Set(ids).size).toBe(20)
})

test('each part is throttled on its own, inside an outer 200', async () => {
  const { as, graph } = await startGraph()
  graph.admin.set({ throttle: { next: 2, retryAfter: 7 } })
  const requests = ['1', '2', '3'].map((id) => ({ id, method: 'GET', url: '/me' }))
  const { status, body } = await as('local:senco')('POST', '/$batch', { requests })
  expect(status).toBe(200)
  const throttled = body.responses.filter((part: any) => part.status === 429)
  expect(throttled).toHaveLength(2)
  expect(throttled[0].headers['Retry-After']).toBe('7')
})

const get = (id: string, more = {}) => ({ id, method: 'GET', url: '/me', ...more })

test.each([
  ['more than 20', { requests: Array.from({ length: 21 }, (_, id) => get(String(id))) }],
  ['the same id twice', { requests: [get('1'), get('1')] }],
  ['waiting for one that is not there', { requests: [get('1', { dependsOn: ['2'] })] }],
  ['waiting in a circle', { requests: [get('1', { dependsOn: ['2'] }), get('2', { dependsOn: ['1'] })] }],
  ['an address elsewhere', { requests: [{ ...get('1'), url: 'https://example.org/me' }] }],
  ['no requests', {}],
  ['no JSON', '{'],
])('a batch with %s is refused whole', async (_, body) => {
  const { as } = await startGraph()
  expect((await as('local:senco')('POST', '/$batch', body)).status).toBe(400)
})

test('a part with a body but no Content-Type is refused, and so is a batch in a batch', async () => {
  const { as } = await startGraph()
  const at = await bookList(as)
  const { body } = await as('local:senco')('POST', '/$batch', {
    requests: [
      { id: '1', method: 'POST', url: `${at}/items`, body: { fields: {} } },
      { id: '2', method: 'POST', url: '/$batch', headers: json, body: { requests: [get('1')] } },
    ],
  })
  expect(body.responses.map((part: any) => part.status)).toEqual([400, 400])
})

test('a lost answer inside a batch loses the whole answer, though the work was done', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as)
  graph.admin.fault({ answer: 'lostAfter', method: 'POST', path: '/items$' })
  const requests = [
    { id: '1', method: 'POST', url: `${at}/items`, headers: json, body: { fields: { Title: 'x' } } },
  ]
  await expect(as('local:senco')('POST', '/$batch', { requests })).rejects.toThrow('fetch failed')
  expect((await as('local:senco')('GET', `${at}/items`)).body.value).toHaveLength(1)
})
