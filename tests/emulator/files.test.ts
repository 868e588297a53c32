import { expect, test } from 'vitest'
import { sencoSite, startGraph } from './world.ts'

const drive = `${sencoSite}/drive`
const bytes = (text: string) => new TextEncoder().encode(text)

test('a file is written at a path, its folders with it, and read back as it was', async () => {
  const { as, graph } = await startGraph()
  const ask = as('local:senco')
  const content = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256)
  const path = `${drive}/root:/Reviews/2026%20spring/minutes.docx`
  const made = await ask('PUT', `${path}:/content`, content)
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    name: 'minutes.docx',
    size: 70_000,
    file: { mimeType: expect.stringContaining('wordprocessingml') },
  })
  expect(made.body.parentReference.path).toMatch(/\/root:\/Reviews\/2026 spring$/)
  expect((await ask('GET', `${path}:`)).body.id).toBe(made.body.id)
  const folder = await ask('GET', `${drive}/root:/Reviews:/children`)
  expect(folder.body.value).toMatchObject([{ name: '2026 spring', folder: { childCount: 1 } }])
  const redirect = await ask('GET', `${path}:/content`)
  expect(redirect.status).toBe(302)
  const whole = await graph.handle(
    new Request(`https://graph.microsoft.com/v1.0${path}:/content`, {
      headers: { authorization: 'Bearer local:senco' },
    }),
  )
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(content)
})

test('a name that is taken: replaced, renamed or refused, as asked; an old eTag gets 412', async () => {
  const { as } = await startGraph()
  const ask = as('local:senco')
  const put = (behaviour: string, headers = {}) =>
    ask('PUT', `${drive}/root:/a.txt:/content${behaviour}`, bytes('x'), headers)
  const { body } = await put('')
  expect((await put('')).status).toBe(200)
  const renamed = await put('?@microsoft.graph.conflictBehavior=rename')
  expect([renamed.status, renamed.body.name]).toEqual([201, 'a 1.txt'])
  const refused = await put('?@microsoft.graph.conflictBehavior=fail')
  expect([refused.status, refused.body.error.code]).toEqual([409, 'nameAlreadyExists'])
  const stale = await put('', { 'if-match': body.eTag })
  expect([stale.status, stale.body.error]).toEqual([
    412,
    expect.objectContaining({
      code: 'notAllowed',
      innerError: expect.objectContaining({ code: 'preconditionFailed' }),
    }),
  ])
  expect((await ask('PUT', `${drive}/root:/a%3Fb.txt:/content`, bytes('x'))).status).toBe(400)
})

test('a large file goes in pieces to an address without a token, tells how far it is, and refuses overlaps', async () => {
  const { as } = await startGraph()
  const session = await as('local:senco')('POST', `${drive}/root:/big.xlsx:/createUploadSession`, {
    item: {},
  })
  expect(session.body.nextExpectedRanges).toEqual(['0-'])
  const url = session.body.uploadUrl
  const piece = (from: number, text: string, token = '') =>
    as(token)('PUT', url, bytes(text), { 'content-range': `bytes ${from}-${from + text.length - 1}/10` })
  expect((await piece(0, 'abcd', 'local:senco')).status).toBe(401)
  expect((await piece(0, 'abcd')).body.nextExpectedRanges).toEqual(['4-'])
  const overlap = await piece(2, 'cdef')
  expect([overlap.status, overlap.body.error.code]).toEqual([416, 'invalidRange'])
  expect((await as('')('GET', url)).body.nextExpectedRanges).toEqual(['4-'])
  const done = await piece(4, 'efghij')
  expect([done.status, done.body.size]).toEqual([201, 10])
  expect((await as('')('GET', url)).body.id).toBe(done.body.id)
  expect((await as('')('DELETE', url)).status).toBe(204)
  expect((await as('')('GET', url)).status).toBe(404)
})

test('readers may not write files, and another site’s files are not here', async () => {
  const { as } = await startGraph()
  await as('local:senco')('PUT', `${drive}/root:/a.txt:/content`, bytes('x'))
  expect((await as('local:head')('GET', `${drive}/root:/a.txt`)).status).toBe(200)
  expect((await as('local:head')('PUT', `${drive}/root:/a.txt:/content`, bytes('y'))).status).toBe(403)
  expect((await as('local:teacher')('GET', `${drive}/root:/a.txt`)).status).toBe(403)
  const elsewhere = sencoSite.replace('oakfield-senco', 'northmoor-senco')
  expect((await as('local:senco')('GET', `${elsewhere}/drive/root:/a.txt`)).status).toBe(404)
})

test('a file or a folder with all that is in it goes into the recycle bin, by its path or its id', async () => {
  const { as, graph } = await startGraph()
  const ask = as('local:senco')
  const put = (path: string) => ask('PUT', `${drive}/root:/${path}:/content`, bytes('x'))
  const first = await put('a.txt')
  await put('a.txt')
  const old = await ask('DELETE', `${drive}/root:/a.txt:`, undefined, { 'if-match': first.body.eTag })
  expect([old.status, old.body.error.innerError.code]).toEqual([412, 'preconditionFailed'])
  expect((await as('local:head')('DELETE', `${drive}/root:/a.txt`)).status).toBe(403)
  const now = (await ask('GET', `${drive}/root:/a.txt`)).body.eTag
  expect((await ask('DELETE', `${drive}/root:/a.txt`, undefined, { 'if-match': now })).status).toBe(204)
  expect((await ask('GET', `${drive}/root:/a.txt`)).status).toBe(404)
  expect((await ask('DELETE', `${drive}/root:/a.txt`)).status).toBe(404)
  const inside = await put('Reviews/2026/b.txt')
  const folder = await ask('GET', `${drive}/root:/Reviews`)
  expect((await ask('DELETE', `${drive}/items/${folder.body.id}`)).status).toBe(204)
  expect((await ask('GET', `${drive}/items/${inside.body.id}`)).status).toBe(404)
  expect((await ask('GET', `${drive}/root/children`)).body.value).toEqual([])
  expect((await ask('DELETE', `${drive}/root`)).status).toBe(400)
  expect(graph.admin.binOf('/sites/oakfield-senco').map(({ from, name }) => from + name)).toEqual([
    '/a.txt',
    '/Reviews/2026/b.txt',
    '/Reviews/2026',
    '/Reviews',
  ])
  expect(graph.admin.binOf('/sites/northmoor-senco')).toEqual([])
  expect((await put('a.txt')).status).toBe(201)
})

test('what lies in a folder comes by name, 200 to a page, each once while others are deleted', async () => {
  const { as } = await startGraph()
  const ask = as('local:senco')
  const name = (at: number) => `${String(at).padStart(3, '0')}.txt`
  for (let at = 204; at >= 0; at -= 1)
    await ask('PUT', `${drive}/root:/Reviews/${name(at)}:/content`, bytes('x'))
  const first = (await ask('GET', `${drive}/root:/Reviews:/children?$select=name`)).body
  expect(first.value.map(({ name }: { name: string }) => name)).toEqual(
    Array.from({ length: 200 }, (_, at) => name(at)),
  )
  await ask('DELETE', `${drive}/root:/Reviews/${name(199)}`)
  await ask('DELETE', `${drive}/root:/Reviews/${name(0)}`)
  const second = (await ask('GET', first['@odata.nextLink'])).body
  expect(second.value.map(({ name }: { name: string }) => name)).toEqual([200, 201, 202, 203, 204].map(name))
  expect(second).not.toHaveProperty('@odata.nextLink')
})
