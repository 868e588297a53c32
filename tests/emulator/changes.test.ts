import { expect, test } from 'vitest'
import { bookList, startGraph, type Ask } from './world.ts'

const follow = async (ask: Ask, from: string) => {
  const rows: any[] = []
  let at = from
  for (;;) {
    const { body } = await ask('GET', at)
    rows.push(...body.value)
    if (body['@odata.deltaLink']) return { rows, link: body['@odata.deltaLink'] as string }
    at = body['@odata.nextLink']
  }
}
const told = (rows: any[]) =>
  rows.map(({ id, deleted, fields }) => (deleted ? `${id} gone` : `${id} ${fields?.Title ?? ''}`.trim()))

test('a delta tells each row once, then only what changed or went', async () => {
  const { as } = await startGraph()
  const ask = as('local:senco')
  const at = await bookList(as, [{ Title: 'a' }, { Title: 'b' }, { Title: 'c' }])
  const first = await follow(ask, `${at}/items/delta?$expand=fields($select=Title)&$top=2`)
  expect(told(first.rows)).toEqual(['1 a', '2 b', '3 c'])
  expect(told((await follow(ask, first.link)).rows)).toEqual([])
  await ask('PATCH', `${at}/items/1/fields`, { Title: 'A' })
  await ask('PATCH', `${at}/items/1/fields`, { Title: 'AA' })
  await ask('DELETE', `${at}/items/2`)
  await ask('POST', `${at}/items`, { fields: { Title: 'd' } })
  const second = await follow(ask, first.link)
  expect(told(second.rows)).toEqual(['1 AA', '2 gone', '4 d'])
  expect(told((await follow(ask, second.link)).rows)).toEqual([])
})

test('a change made while the pages are read is not missed', async () => {
  const { as } = await startGraph()
  const ask = as('local:senco')
  const at = await bookList(as, [{ Title: 'a' }, { Title: 'b' }, { Title: 'c' }])
  const { body } = await ask('GET', `${at}/items/delta?$top=1&$expand=fields`)
  await ask('PATCH', `${at}/items/3/fields`, { Title: 'C' })
  await ask('DELETE', `${at}/items/1`)
  const rest = await follow(ask, body['@odata.nextLink'])
  const later = await follow(ask, rest.link)
  expect(told([...rest.rows, ...later.rows])).toEqual(['2 b', '3 C', '1 gone'])
})

test('token=latest begins now', async () => {
  const { as } = await startGraph()
  const ask = as('local:senco')
  const at = await bookList(as, [{ Title: 'a' }])
  const { rows, link } = await follow(ask, `${at}/items/delta?token=latest`)
  expect(rows).toEqual([])
  await ask('POST', `${at}/items`, { fields: { Title: 'b' } })
  expect((await follow(ask, link)).rows.map(({ id }) => id)).toEqual(['2'])
})

test('a token that is too old or of another list gets 410 and the address to begin again', async () => {
  const { as, graph } = await startGraph()
  const ask = as('local:senco')
  const at = await bookList(as, [{ Title: 'a' }])
  const { link } = await follow(ask, `${at}/items/delta`)
  graph.admin.fault({ answer: 'deltaGone', path: '/items/delta' })
  const gone = await ask('GET', link)
  expect([gone.status, gone.body.error.code]).toEqual([410, 'resyncChangesApplyDifferences'])
  expect((await follow(ask, gone.headers.get('location')!)).rows).toHaveLength(1)
  expect((await ask('GET', `${at}/items/delta?token=nonsense`)).status).toBe(410)
})

test('a deletion is told to who chooses properties only when that one is among them', async () => {
  const { as } = await startGraph()
  const ask = as('local:senco')
  const at = await bookList(as, [{ Title: 'a' }])
  const links = await Promise.all(
    ['id', 'id,deleted'].map(
      async (chosen) => (await follow(ask, `${at}/items/delta?$select=${chosen}`)).link,
    ),
  )
  await ask('DELETE', `${at}/items/1`)
  const seen = await Promise.all(links.map(async (link) => (await follow(ask, link)).rows))
  expect(seen).toEqual([[{ id: '1' }], [{ id: '1', deleted: { state: 'deleted' } }]])
})

test('an error may stand among the rows of a delta that says 200', async () => {
  const { as, graph } = await startGraph()
  const at = await bookList(as, [{ Title: 'a' }])
  graph.admin.fault({ answer: 'deltaErrorRow', path: '/items/delta' })
  const { status, body } = await as('local:senco')('GET', `${at}/items/delta`)
  expect(status).toBe(200)
  expect(body.value.at(-1)).toEqual({ error: expect.objectContaining({ code: 'InternalServerError' }) })
})

test('versions tell who wrote what, newest first, and an old one can be brought back as a new one', async () => {
  const { as, graph } = await startGraph()
  const ask = as('local:senco')
  const at = await bookList(as, [{ Title: 'one', Notes: 'n' }])
  await as('local:it')('PATCH', `${at}/items/1/fields`, { Title: 'two', Notes: null })
  const { body } = await ask('GET', `${at}/items/1/versions`)
  expect(body.value.map((each: any) => [each.id, each.lastModifiedBy.user.displayName])).toEqual([
    ['2.0', 'Sam Whitlock'],
    ['1.0', 'Helen Marsh'],
  ])
  const old = await ask('GET', `${at}/items/1/versions/1.0?$expand=fields`)
  expect(old.body.fields).toMatchObject({ Title: 'one', Notes: 'n', _UIVersionString: '1.0' })
  expect((await as('local:head')('POST', `${at}/items/1/versions/1.0/restoreVersion`)).status).toBe(403)
  expect((await ask('POST', `${at}/items/1/versions/1.0/restoreVersion`)).status).toBe(204)
  const now = await ask('GET', `${at}/items/1?$expand=fields`)
  expect(now.body.fields).toMatchObject({ Title: 'one', Notes: 'n', _UIVersionString: '3.0' })
  expect((await ask('GET', `${at}/items/1/versions/9.0`)).status).toBe(404)
  graph.admin.set({ versioning: false })
  expect((await ask('GET', `${at}/items/1/versions`)).body.value).toHaveLength(1)
})
