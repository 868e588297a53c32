import { expect, test } from 'vitest'
import { localHost } from '../../src/emulator/graph/local.ts'
import { overHttp } from '../../src/emulator/graph/overHttp.ts'
import { bookList, startGraph } from './world.ts'

const site = '/sites/oakfield-senco'
const books = (many: number) =>
  Array.from({ length: many }, (_, at) => ({ Key: `K${at}`, Shelf: `S${at % 7}`, Pages: at % 4000 }))

test('30,000 rows are put in at once and can be paged, found by key, ordered and followed', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as)
  const ids = await graph.admin.fill(site, 'Books', books(30_000))
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([30_000, 1, 30_000])
  const ask = as('local:senco')
  const walk = async (query: string) => {
    const seen: string[] = []
    for (let next: string | undefined = `${at}/items${query}`; next;) {
      const { body }: { body: any } = await ask('GET', next)
      seen.push(...body.value.map(({ id }: { id: string }) => id))
      next = body['@odata.nextLink']
    }
    return seen
  }
  const all = ids.map(String)
  expect(await walk('?$top=5000&$select=id')).toEqual(all)
  expect(await walk('/delta?$top=5000&$select=id')).toEqual(all)
  const byPages = await walk('?$top=5000&$select=id&$orderby=fields/Pages desc')
  expect([byPages.length, byPages[0], new Set(byPages).size]).toEqual([30_000, '4000', 30_000])
  expect(await walk("?$filter=fields/Key eq 'k29999'")).toEqual(['30000'])
  expect((await ask('POST', `${at}/items`, { fields: { Key: 'K5' } })).status).toBe(400)
  await ask('PATCH', `${at}/items/30000/fields`, { Key: 'moved' })
  expect(await walk("?$filter=fields/Key eq 'K29999'")).toEqual([])
  expect(await walk("?$filter=fields/Key eq 'MOVED'")).toEqual(['30000'])
}, 60_000)

test('rows that would be refused one by one are refused all together', async () => {
  const { as, graph } = await startGraph()
  await bookList(as, [{ Key: 'K1' }])
  for (const rows of [
    [{ Key: 'x' }, { Key: 'X' }],
    [{ Key: 'k1' }],
    [{ Key: 'y' }, { Nope: 1 }],
    [{ Pages: '3' }],
  ]) {
    await expect(graph.admin.fill(site, 'Books', rows as never)).rejects.toThrow(
      /taken|not recognized|General exception/,
    )
  }
  expect(graph.admin.rows(site, 'Books')).toHaveLength(1)
})

test('another Graph begins with what this one holds, and neither changes the other’s', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [{ Title: 'a', Key: 'A' }, { Title: 'b' }])
  const first = as('local:senco')
  await first('PATCH', `${at}/items/1/fields`, { Title: 'A' })
  await first('DELETE', `${at}/items/2`)
  const second = await startGraph({ begin: graph.admin.snapshot() })
  expect(second.graph.admin.dump()).toEqual(graph.admin.dump())
  const other = second.as('local:senco')
  await other('PATCH', `${at}/items/1/fields`, { Title: 'AA' })
  const before = graph.admin.changes()
  expect((await first('GET', `${at}/items/1?$expand=fields`)).body.fields.Title).toBe('A')
  expect(graph.admin.changes()).toBe(before)
  expect((await first('GET', `${at}/items/1/versions`)).body.value).toHaveLength(2)
  expect((await other('GET', `${at}/items/1/versions`)).body.value).toHaveLength(3)
  expect((await other('POST', `${at}/items`, { fields: { Key: 'a' } })).status).toBe(400)
  expect((await other('POST', `${at}/items`, { fields: {} })).body.id).toBe('3')
})

test('many rows and the recycle bin are there over HTTP too', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as)
  const http = overHttp(graph, localHost)
  const send = async (path: string, given: object) => {
    const body = JSON.stringify({ site, list: 'Books', ...given })
    const answer = await http(new Request(`http://localhost/admin/${path}`, { method: 'POST', body }))
    return [answer!.status, await answer!.json()]
  }
  expect(await send('fill', { rows: books(3) })).toEqual([200, { filled: 3 }])
  expect((await send('fill', { rows: books(1) }))[0]).toBe(400)
  expect((await send('fill', { rows: 'many' }))[0]).toBe(400)
  await as('local:senco')('DELETE', `${at}/items/2`)
  expect(await send('bin', {})).toEqual([200, { bin: [expect.objectContaining({ id: '2', from: 'Books' })] }])
})
