import {
  Client,
  PageIterator,
  RetryHandler,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client'
import { expect, test } from 'vitest'
import type { GraphEmulator } from '../../src/emulator/graph/index.ts'
import { bookList, sencoSite, startGraph } from './world.ts'

/** Microsoft's own client; only the sending is ours. */
const clientOver = (graph: GraphEmulator, token: string): Client => {
  const send: Middleware = {
    execute: async (context: Context) => {
      const request = new Request(context.request, context.options)
      request.headers.set('authorization', `Bearer ${token}`)
      context.response = await graph.handle(request)
    },
  }
  const retry = new RetryHandler()
  retry.setNext(send)
  return Client.initWithMiddleware({ middleware: retry })
}

test('Microsoft’s client makes, pages through, changes and deletes rows', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [{ Title: 'a' }, { Title: 'b' }, { Title: 'c' }])
  const client = clientOver(graph, 'local:senco')
  const made = await client.api(`${at}/items`).post({ fields: { Title: 'd' } })
  const titles: string[] = []
  const first = await client.api(`${at}/items`).expand('fields($select=Title)').top(2).get()
  await new PageIterator(client, first, (row) => titles.push(row.fields.Title) > 0).iterate()
  expect(titles).toEqual(['a', 'b', 'c', 'd'])
  await client.api(`${at}/items/${made.id}/fields`).header('If-Match', made.eTag).patch({ Title: 'D' })
  await expect(
    client.api(`${at}/items/${made.id}`).header('If-Match', made.eTag).delete(),
  ).rejects.toMatchObject({
    statusCode: 412,
    code: 'resourceModified',
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  await client.api(`${at}/items/${made.id}`).delete()
})

test('Microsoft’s retries wait out a 429 as long as it says', async () => {
  const { graph } = await startGraph()
  graph.admin.set({ throttle: { next: 1, retryAfter: 1 } })
  const began = performance.now()
  expect((await clientOver(graph, 'local:it').api('/me').get()).jobTitle).toBe('IT manager')
  expect(performance.now() - began).toBeGreaterThan(950)
})

test('an address by path and a refusal come through Microsoft’s client as Graph’s own', async () => {
  const { graph } = await startGraph()
  const site = await clientOver(graph, 'local:senco').api(sencoSite.slice(0, -1)).get()
  expect(site.displayName).toBe('Oakfield Primary School SENCO')
  await expect(clientOver(graph, 'local:governor').api(`/sites/${site.id}`).get()).rejects.toMatchObject({
    statusCode: 403,
    code: 'accessDenied',
  })
})
