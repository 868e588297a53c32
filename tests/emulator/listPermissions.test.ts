import { expect, test } from 'vitest'
import { connect } from '../../src/graph/connect.ts'
import { guardLists } from '../../src/emulator/guardLists.ts'
import { localHost } from '../../src/emulator/graph/local.ts'
import { overHttp } from '../../src/emulator/graph/overHttp.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { bookList, sencoSite, startGraph, type Ask } from './world.ts'

const senco = '/sites/oakfield-senco'
const rows = { senco: 'owner', head: 'write', teacher: 'read', it: 'owner' } as const

const idsOf = async (ask: Ask, path: string) =>
  (await ask('GET', path)).body.value.map(({ id }: { id: string }) => id).join(' ')

test('a list of its own permissions opens to its members alone, whatever they are on its site', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [{ Title: 'one' }])
  await graph.admin.setListPermissions(senco, 'Books', { members: { head: 'write', teacher: 'read' } })
  const status = async (persona: string, method: string, path: string, body?: object) =>
    (await as(`local:${persona}`)(method, path, body)).status
  const make = ['POST', `${at}/items`, { fields: { Title: 'x' } }] as const
  expect(await status('head', ...make)).toBe(201)
  expect(await status('teacher', 'GET', `${at}/items`)).toBe(200)
  expect(await status('teacher', ...make)).toBe(403)
  expect(await status('teacher', 'GET', `${sencoSite}/lists`)).toBe(403)
  for (const path of ['', '/columns', '/items', '/items/1', '/items/1/fields', '/items/1/versions', '/items/delta']) {
    expect([path, await status('senco', 'GET', `${at}${path}`)]).toEqual([path, 403])
    expect([path, await status('governor', 'GET', `${at}${path}`)]).toEqual([path, 403])
  } // prettier-ignore
  expect(await status('senco', 'PATCH', `${at}/items/1/fields`, { Title: 'y' })).toBe(403)
  expect(await status('senco', 'DELETE', `${at}/items/1`)).toBe(403)
  expect(await status('it', 'POST', `${at}/columns`, { name: 'More', text: {} })).toBe(403)
  const { body } = await as('local:senco')('POST', '/$batch', {
    requests: [{ id: '1', method: 'GET', url: `${at}/items` }],
  })
  expect(body.responses[0].status).toBe(403)
  expect((await as('local:senco')('GET', `${sencoSite}/lists`)).body.value).toEqual([])
  expect((await as('local:head')('GET', `${sencoSite}/lists`)).body.value).toHaveLength(1)
  graph.admin.set({ closedListStatus: 404 })
  expect(await status('senco', 'GET', `${at}/items`)).toBe(404)
  await graph.admin.setListPermissions(senco, 'Books', null)
  expect(await status('senco', 'GET', `${at}/items`)).toBe(200)
  expect(await status('teacher', 'GET', `${at}/items`)).toBe(403)
})

test('where people see only their own rows, nothing tells of the others: rows, queries, versions, changes, deletions', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [{ Key: 'A', Pages: 1 }, { Key: 'B' }])
  await graph.admin.setListPermissions(senco, 'Books', { members: rows, readOwnOnly: true })
  const [head, senior] = [as('local:head'), as('local:senco')]
  expect((await head('POST', `${at}/items`, { fields: { Key: 'C', Pages: 1 } })).body.id).toBe('3')
  for (const path of ['', '?$top=1', '?$filter=fields/Pages eq 1', '?$orderby=fields/Pages', '/delta']) {
    expect([path, await idsOf(head, `${at}/items${path}`)]).toEqual([path, '3'])
  }
  expect(await idsOf(senior, `${at}/items`)).toBe('1 2 3')
  for (const path of ['1', '1/fields', '1/versions', '1/versions/1.0']) {
    expect((await head('GET', `${at}/items/${path}`)).status).toBe(404)
  }
  expect((await head('PATCH', `${at}/items/1/fields`, { Title: 'x' })).status).toBe(404)
  expect((await head('GET', `${at}/items/3/versions`)).status).toBe(200)
  const link = (await head('GET', `${at}/items/delta`)).body['@odata.deltaLink']
  await senior('DELETE', `${at}/items/1`)
  expect((await head('GET', link)).body.value).toEqual([])
  await senior('DELETE', `${at}/items/3`)
  expect((await head('GET', link)).body.value).toMatchObject([{ id: '3', deleted: { state: 'deleted' } }])
  // A unique value is unique among rows that nobody may see, too.
  expect((await head('POST', `${at}/items`, { fields: { Key: 'b' } })).status).toBe(400)
})

test('rows may be closed to changes by who made them, and are open to the owner', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [{ Title: 'hers' }])
  const [head, senior] = [as('local:head'), as('local:senco')]
  const change = (ask: Ask, id: string) => ask('PATCH', `${at}/items/${id}/fields`, { Title: 'x' })
  await graph.admin.setListPermissions(senco, 'Books', { members: rows, editing: 'own' })
  await head('POST', `${at}/items`, { fields: { Title: 'his' } })
  expect([(await change(head, '1')).status, (await change(head, '2')).status]).toEqual([403, 200])
  await graph.admin.setListPermissions(senco, 'Books', { members: rows, editing: 'none' })
  expect([(await change(head, '2')).status, (await change(senior, '2')).status]).toEqual([403, 200])
  expect((await head('DELETE', `${at}/items/2`)).status).toBe(403)
  expect((await head('POST', `${at}/items/2/versions/1.0/restoreVersion`)).status).toBe(403)
  expect((await senior('DELETE', `${at}/items/2`)).status).toBe(204)
})

test('the guarded lists are made add-only for readers, as IT’s script would, and left open when asked', async () => {
  const { as, graph } = await startGraph()
  const [school] = localConfig.schools
  await connect({ school: school!, send: graph.handle, token: async () => 'local:it' }).setUp()
  const at = `${sencoSite}/lists/Disclosure log/items`
  const row = { fields: { Title: 't', gtDid: 'opened', gtWhat: 'Plan', gtPurpose: 'review' } }
  expect((await as('local:head')('POST', at, row)).status).toBe(403)
  await guardLists(graph.admin, localConfig)
  const his = await as('local:head')('POST', at, row)
  const hers = await as('local:senco')('POST', at, row)
  expect(his.status).toBe(201)
  expect(await idsOf(as('local:head'), at)).toBe(his.body.id)
  const all = await idsOf(as('local:senco'), at)
  expect(all).toMatch(new RegExp(`${his.body.id} ${hers.body.id}$`))
  expect((await as('local:head')('PATCH', `${at}/${his.body.id}/fields`, { Title: 'x' })).status).toBe(403)
  expect((await as('local:teacher')('GET', at)).status).toBe(403)
  await guardLists(graph.admin, localConfig, { guarded: false })
  expect((await as('local:head')('POST', at, row)).status).toBe(403)
  expect(await idsOf(as('local:head'), at)).toBe(all)
})

test('a list’s permissions are set over HTTP too, and nonsense is refused', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as)
  const http = overHttp(graph, localHost)
  const set = async (given: object) => {
    const body = JSON.stringify({ site: senco, list: 'Books', ...given })
    return (await http(new Request('http://localhost/admin/list-permissions', { method: 'POST', body })))!
      .status
  }
  expect(await set({ members: { head: 'write' }, readOwnOnly: true })).toBe(200)
  expect((await as('local:senco')('GET', `${at}/items`)).status).toBe(403)
  expect(await set({ members: { nobody: 'write' } })).toBe(400)
  expect(await set({ members: { head: 'king' } })).toBe(400)
  expect(await set({ members: null })).toBe(200)
  expect((await as('local:senco')('GET', `${at}/items`)).status).toBe(200)
})
